import {
  CLOSING,
  COMMA,
  DIGIT,
  FOREIGN,
  FULL_STOP,
  IDEOGRAPH,
  LABEL,
  LETTER,
  SEPARATOR,
  SPACE,
  STOP,
  UPPER,
  WORD,
} from '../src/core/character.ts'
import { SCRIPTS, type Script } from '../src/core/facts.ts'

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

/** Names of kinds. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** Characters a line of the table. */
const WIDTH = 100

/** Source of the table: what Unicode says of each UTF-16 unit, as runs of units of one kind. */
export function characterRuns(): string {
  const kinds = new Map<number, string>()
  let runs = ''
  let [flags, length] = [classify(0), 0]
  const end = () => {
    if (!kinds.has(flags)) kinds.set(flags, LETTERS[kinds.size]!)
    runs += `${length}${kinds.get(flags)}`
  }
  for (let unit = 0; unit < 0x10000; unit++) {
    const own = classify(unit)
    if (own !== flags) {
      end()
      ;[flags, length] = [own, 0]
    }
    length++
  }
  end()
  const lines = runs.match(new RegExp(`.{1,${WIDTH}}`, 'g')) ?? []
  return `// Made by "npm run generate" from build/character-runs.ts and Unicode ${process.versions.unicode}.

/** Flags of each kind, as src/core/character.ts names them. */
export const KINDS: Readonly<Record<string, number>> = {
${[...kinds].map(([flags, letter]) => `  ${letter}: 0x${flags.toString(16)},\n`).join('')}}

/** Length and kind of each run of UTF-16 units of one kind, from the first unit on. */
export const RUNS = [
${lines.map((line) => `  '${line}',\n`).join('')}].join('')
`
}
