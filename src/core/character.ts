import { SCRIPTS, type Script } from './facts.ts'

/** Flags of one UTF-16 unit; the low four bits are the index of its script in SCRIPTS. */
export const LETTER = 1 << 4
export const DIGIT = 1 << 5
export const UPPER = 1 << 6
export const SPACE = 1 << 7
export const COMMA = 1 << 8
/** `.` `!` `?` and their kin in other scripts. */
export const STOP = 1 << 9
export const SEPARATOR = 1 << 10
/** Closing quotes and brackets, which may follow a stop. */
export const CLOSING = 1 << 11
/** Part of a word: letters, marks, digits, underscore. */
export const WORD = 1 << 12
/** One character is a word of its own: Han, Kana, Thai. */
export const IDEOGRAPH = 1 << 13
/** A stop that needs no white space after it: `。` `！` `？` `।`. */
export const FULL_STOP = 1 << 14
/** Stands behind a label or between the pieces of a line: `:` `=` `/` `|` `•` `·` and their kin. */
export const LABEL = 1 << 15
/** Beyond ASCII. */
export const FOREIGN = 1 << 16

const SCRIPT_TESTS: readonly (readonly [Script, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Han', /[\p{Script=Han}\u3005\u3007]/u],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}\u30fc]/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Thai', /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
]
const NONE = SCRIPTS.indexOf('None')
const COMMAS = new Set([...',，、،؛﹐､'])
const STOPS = new Set([...'.!?…。！？｡．।॥؟۔။։⁇⁈⁉‼'])
const FULL_STOPS = new Set([...'。！？｡।॥؟۔။'])
const SEPARATORS = new Set([...'|｜·•»›>/／‣∙・●■▪►▶«‹'])
const LABELS = new Set([...':：=＝/／・|｜丨•·'])
const CLOSINGS = new Set([...'"\'”’»›)]}）】」』》〉〗］｣“‘*_'])

function classify(unit: number): number {
  const beyond = unit > 127 ? FOREIGN : 0
  if (unit >= 0xd800 && unit <= 0xdfff) return beyond | classifySurrogate(unit)
  const char = String.fromCharCode(unit)
  let flags = NONE
  if (/\p{L}/u.test(char)) flags = LETTER | WORD | scriptIndex(char)
  else if (/\p{M}/u.test(char)) flags = WORD | NONE
  else if (/\p{N}/u.test(char)) flags = DIGIT | WORD | NONE
  else if (/\s/.test(char)) flags = SPACE | NONE
  if (char === '_') flags |= WORD
  if (/\p{Lu}/u.test(char)) flags |= UPPER
  if (COMMAS.has(char)) flags |= COMMA
  if (STOPS.has(char)) flags |= STOP
  if (FULL_STOPS.has(char)) flags |= FULL_STOP
  if (SEPARATORS.has(char)) flags |= SEPARATOR
  if (CLOSINGS.has(char)) flags |= CLOSING
  if (LABELS.has(char)) flags |= LABEL
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(char)) flags |= IDEOGRAPH
  return flags | beyond
}

function scriptIndex(char: string): number {
  const found = SCRIPT_TESTS.find(([, test]) => test.test(char))
  return SCRIPTS.indexOf(found ? found[0] : 'Other')
}

/** A pair is counted at its first half: planes 2 and 3 are Han, emoji are no letters, the rest are other scripts. */
function classifySurrogate(unit: number): number {
  if (unit >= 0xd840 && unit <= 0xd8bf) return LETTER | WORD | IDEOGRAPH | SCRIPTS.indexOf('Han')
  if (unit >= 0xd800 && unit <= 0xd83b) return LETTER | WORD | SCRIPTS.indexOf('Other')
  return NONE
}

/** First and last page of nothing but Han, and of nothing but Hangul. */
const UNIFORM = [
  [0x4f, 0x9e],
  [0xac, 0xd6],
] as const
const LATIN_1 = pageOf(0)
// Filled page by page (256 units) on first need: a full table would cost every process its start-up time.
const pages: (Int32Array | undefined)[] = [LATIN_1]

/** Flags and script of a UTF-16 unit. */
export function characterClass(unit: number): number {
  if (unit < 256) return LATIN_1[unit]!
  let page = pages[unit >> 8]
  if (page === undefined) {
    page = pageOf(unit >> 8)
    pages[unit >> 8] = page
  }
  return page[unit & 255]!
}

/** What stands in a text: the flags of all its units in one number, where the index of a script means nothing. */
export function signsOf(text: string): number {
  let signs = 0
  for (let i = 0; i < text.length; i++) signs |= characterClass(text.charCodeAt(i))
  return signs
}

function pageOf(page: number): Int32Array {
  for (const [first, last] of UNIFORM)
    if (page >= first && page <= last) return new Int32Array(256).fill(classify(page << 8))
  return Int32Array.from({ length: 256 }, (_, i) => classify((page << 8) + i))
}

/** Lower case of one UTF-16 unit. */
export function lowerCase(unit: number, flags: number): number {
  if (unit < 128) return unit >= 65 && unit <= 90 ? unit + 32 : unit
  return (flags & UPPER) === 0 ? unit : String.fromCharCode(unit).toLowerCase().charCodeAt(0)
}

const UNDERSCORE = 95

/** A letter or mark; no digit and no underscore. */
export function isLetterOrMark(unit: number): boolean {
  return unit !== UNDERSCORE && (characterClass(unit) & (WORD | DIGIT)) === WORD
}

/** A lower-case letter stands first. */
export function opensLower(text: string): boolean {
  const unit = text.charCodeAt(0)
  return unit < 128 ? unit >= 97 && unit <= 122 : /^\p{Ll}/u.test(text)
}
