import { isLower, isUpper, isWhite, isWide } from './characters.ts'
import { type Line, RULED } from './lines.ts'
import { isCloser, isFullStop, isStop } from './sentences.ts'

/** Lines that begin with a closing sign a dump must have; only a break inside a sentence makes one. */
const LEAST_BROKEN = 2
/** Lines one paragraph may be broken into. */
const MOST = 200

/** Columns of a name that stands on a line of its own. */
const NAME = 40

const CLOSING = new Set(Array.from(',.;:!?)，。；：、！？）」』”’', (sign) => sign.charCodeAt(0)))
const OPENING = new Set(Array.from('([“‘«（「『', (sign) => sign.charCodeAt(0)))
const COMMAS = /[，、]/

/** The line begins with a sign that never begins one: a comma or a stop, and then white space, nothing, or any script without spaces. */
function opensClosed({ raw }: Line): boolean {
  const code = raw.charCodeAt(0)
  if (!CLOSING.has(code)) return false
  return isWide(code) || raw.length === 1 || isWhite(raw.charCodeAt(1)) || CLOSING.has(raw.charCodeAt(1))
}

/**
 * Whether a line was broken at every link and every emphasised word, as extractors do that print each text node of a
 * document on a line of its own.
 */
export function isBroken(lines: readonly Line[]): boolean {
  let found = 0
  for (let at = 1; at < lines.length && found < LEAST_BROKEN; at++)
    if (lines[at]!.gap === 0 && !(lines[at - 1]!.flags & RULED) && opensClosed(lines[at]!)) found++
  return found >= LEAST_BROKEN
}

/** Index of the first line that no longer belongs to the paragraph whose first piece is line `at`. */
export function piecesEnd(
  lines: readonly Line[],
  at: number,
  isOther: (line: Line, at: number) => boolean,
): number {
  let to = at + 1
  let prose = COMMAS.test(lines[at]!.raw)
  for (; to < lines.length && to - at < MOST; to++) {
    const next = lines[to]!
    if (next.gap > 0 || next.flags & RULED || lines[to - 1]!.flags & RULED || isOther(next, to)) break
    if (!isPiece(lines, to, prose)) break
    prose ||= COMMAS.test(next.raw)
  }
  return to
}

/** Whether line `at` goes on with the sentence above it. `prose`: the text above has commas of a script without capitals. */
function isPiece(lines: readonly Line[], at: number, prose: boolean): boolean {
  const next = lines[at]!
  if (opensClosed(next)) return true
  const { raw } = lines[at - 1]!
  const last = raw.charCodeAt(raw.length - 1)
  if (OPENING.has(last)) return true
  const code = next.raw.charCodeAt(0)
  if (isLower(code)) return !isStop(last)
  if (isStop(last) || isCloser(last)) return false
  if (isWide(code) && prose) return !isFullStop(last)
  // a name between two pieces: what follows it cannot begin a paragraph
  const below = lines[at + 1]
  if (!isUpper(code) || below === undefined || below.gap > 0) return false
  if (opensClosed(below)) return true
  // or the line above breaks off in the middle, and the one below goes on with a small letter
  const lower =
    isLower(below.raw.charCodeAt(0)) && isLower(last) && !isStop(next.raw.charCodeAt(next.raw.length - 1))
  return lower && next.width <= NAME && lines[at - 1]!.width > next.width
}

/** What stands between two pieces: nothing before a closing sign, behind an opening one and inside scripts without spaces. */
export function pieceJoint(left: string, right: string): '' | ' ' {
  const last = left.charCodeAt(left.length - 1)
  const first = right.charCodeAt(0)
  return CLOSING.has(first) || OPENING.has(last) || (isWide(first) && isWide(last)) ? '' : ' '
}
