import { KINDS, RUNS } from './character-runs.ts'

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

const CLASSES = unpacked()

/** Flags by unit. Made beforehand: to ask Unicode takes longer than most pages do, and depends on the version of Node. */
function unpacked(): Int32Array {
  const classes = new Int32Array(0x10000)
  let unit = 0
  let length = 0
  for (const char of RUNS) {
    const flags = KINDS[char]
    if (flags === undefined) length = length * 10 + Number(char)
    else {
      classes.fill(flags, unit, unit + length)
      unit += length
      length = 0
    }
  }
  return classes
}

/** Flags and script of a UTF-16 unit; behind the end of a text, where `charCodeAt` gives no number, those of U+0000. */
export function characterClass(unit: number): number {
  // one look past the table, and every look at it is slow from then on
  return CLASSES[unit & 0xffff]!
}

/** What stands in a text: the flags of all its units in one number, where the index of a script means nothing. */
export function signsOf(text: string): number {
  let signs = 0
  for (let i = 0; i < text.length; i++) signs |= characterClass(text.charCodeAt(i))
  return signs
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
