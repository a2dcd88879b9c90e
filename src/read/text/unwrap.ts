import { isLower, isUpper } from './characters.ts'
import { fold } from './fold.ts'
import { type Line, OPENED, RULED, UNFOLDED } from './lines.ts'
import { endsSentence } from './sentences.ts'
import { isFull, type Wrap } from './wrap.ts'

/** What text browsers print alone on a line for things that are no text. */
const FURNITURE = ['IFRAME:', '[IFRAME', '(BUTTON)', '[BUTTON', '[INLINE', '____']

/** A frame, button, image or form field standing on a line of its own. */
function isFurniture(raw: string): boolean {
  const code = raw.charCodeAt(0)
  if (code !== 91 && code !== 40 && code !== 73 && code !== 95) return false
  if (FURNITURE.some((mark) => raw.startsWith(mark))) return true
  if (code !== 91) return false
  const close = raw.indexOf(']')
  return close === raw.length - 1 || (close < 0 && !raw.includes(' '))
}

/** Whether `next` goes on with the block whose last line is `line` and whose text begins in column `column`. */
export function continues(line: Line, next: Line, column: number, first: boolean, wrap: Wrap): boolean {
  if (next.gap > 0 || next.flags & (RULED | OPENED)) return false
  if (next.indent !== column) {
    const opened = first && line.flags & OPENED && next.indent < line.indent
    if (!opened && !(first && isCentred(line, next, wrap))) return false
  }
  return isFull(line, next, wrap) && !isFurniture(line.raw) && !isFurniture(next.raw)
}

/** A label under a finished sentence: it starts with a capital, is no sentence, and nothing goes on from it. */
export function isLabel(line: Line, label: Line, below: Line | undefined, wrap: Wrap): boolean {
  if (!endsSentence(line.raw) || endsSentence(label.raw) || isLower(label.raw.charCodeAt(0))) return false
  return below === undefined || below.gap > 0 || below.indent !== label.indent || !isFull(label, below, wrap)
}

/** Lines of a heading set in the middle of the page: different indents, one axis. */
function isCentred(line: Line, next: Line, wrap: Wrap): boolean {
  const axis = line.indent * 2 + line.width
  return line.indent > 0 && Math.abs(axis - next.indent * 2 - next.width) <= 2 && axis > wrap.edge - 8
}

/** The text of a line, folded. */
export const textOf = (line: Line): string => (line.flags & UNFOLDED ? fold(line.raw) : line.raw)

/** What stands between two lines of one block: nothing inside a run of characters and after a hyphen, else a space. */
export function joint(left: string, right: string, inside: boolean): '' | ' ' {
  return inside || isHyphenated(left, right) ? '' : ' '
}

const JOINING_WORDS = new Set([
  'and',
  'or',
  'to',
  'und',
  'oder',
  'bis',
  'et',
  'ou',
  'y',
  'o',
  'e',
  'en',
  'of',
  'och',
  'og',
])

/** `well-` + `known`: the hyphen stays, as it may be the word's own. `pre-` + `and post-war` is no such case. */
function isHyphenated(left: string, right: string): boolean {
  if (!left.endsWith('-') || !isLower(right.charCodeAt(0))) return false
  const before = left.charCodeAt(left.length - 2)
  if (!isLower(before) && !isUpper(before)) return false
  const word = right.slice(0, 6).split(' ', 1)[0]!
  return !JOINING_WORDS.has(word)
}
