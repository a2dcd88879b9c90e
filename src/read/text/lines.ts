import { ownTexts } from '../../core/fold.ts'
import { BITS, columns, DROPPED, STROKE, UNSEEN, WHITE, WIDE } from './characters.ts'

/** The line must be folded before its text may be used. */
export const UNFOLDED = 1
/** A tab stands between visible characters. */
export const TABBED = 2
/** Nothing but strokes: a rule, an empty form field, a bullet without text. */
export const RULED = 4
/** The indent holds a full-width space: a paragraph starts here. */
export const OPENED = 8
/** Three or more white characters in a row between visible ones. */
const GAPPED = 16

/** One line that is not blank. */
export interface Line {
  /** 1-based number in the dump. */
  readonly n: number
  /** From the first to the last visible character, as printed. */
  readonly raw: string
  /** Columns of white space before it, and the same in UTF-16 units. */
  readonly indent: number
  readonly indentUnits: number
  /** Columns from the first to the last visible character. */
  readonly width: number
  /** Blank lines directly above. */
  readonly gap: number
  readonly flags: number
}

const TAB = 9
const SEPARATOR = 0x2028

/**
 * Splits a dump at \n, \r\n and lone \r in one scan, and at U+2028, which counts as no line of the file. Blank lines are
 * counted, not kept.
 * A tab in an indent runs to the next multiple of eight, as terminals print it.
 */
export function scanLines(text: string): { lines: Line[]; blankAtEnd: number } {
  const lines: { -readonly [Field in keyof Line]: Line[Field] }[] = []
  let n = 1
  let gap = 0
  let at = 0
  while (at <= text.length) {
    const line = scanLine(text, at, n, gap)
    if (line.found) {
      lines.push(line.found)
      gap = 0
    } else gap++
    if (line.end >= text.length) break
    const end = text.charCodeAt(line.end)
    at = line.end + (end === 13 && text.charCodeAt(line.end + 1) === 10 ? 2 : 1)
    if (end !== SEPARATOR) n++
  }
  const own = ownTexts(lines.map(({ raw }) => raw))
  for (let i = 0; i < lines.length; i++) lines[i]!.raw = own[i]!
  return { lines, blankAtEnd: gap }
}

function isEnd(code: number): boolean {
  return code === 10 || code === 13 || code === SEPARATOR
}

function scanLine(text: string, from: number, n: number, gap: number): { found?: Line; end: number } {
  let indent = 0
  let flags = 0
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isEnd(code)) return { end: at }
    const bits = BITS[code]!
    if (!(bits & (WHITE | DROPPED))) break
    if (code === TAB) indent = (indent & ~7) + 8
    else indent += columns(code)
    if (code === 0x3000) flags |= OPENED
  }
  return scanContent(text, from, at, n, gap, indent, flags)
}

function scanContent(
  text: string,
  from: number,
  start: number,
  n: number,
  gap: number,
  indent: number,
  opening: number,
): { found?: Line; end: number } {
  let flags = opening
  let width = 0
  let widthSeen = 0
  let end = start
  let blanks = 0
  let ruled = true
  let seen = false
  let tab = false
  let at = start
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const bits = BITS[code]!
    if (bits & WHITE) {
      if (isEnd(code)) break
      if (code === TAB) tab = true
      if (code !== 32) flags |= UNFOLDED
      blanks++
      width += code === 0x3000 ? 2 : 1
      continue
    }
    if (blanks > 0) {
      if (blanks > 1) flags |= blanks > 2 ? UNFOLDED | GAPPED : UNFOLDED
      if (tab) flags |= TABBED
      tab = false
      blanks = 0
    }
    if (bits & (DROPPED | UNSEEN)) {
      if (bits & DROPPED) flags |= UNFOLDED
    } else {
      seen = true
      if (!(bits & STROKE)) ruled = false
      width += bits === 0 ? 1 : bits & WIDE ? 2 : columns(code)
    }
    widthSeen = width
    end = at + 1
  }
  if (!seen) return { end: at }
  if (ruled) flags |= RULED
  const found = {
    n,
    raw: text.slice(start, end),
    indent,
    indentUnits: start - from,
    width: widthSeen,
    gap,
    flags,
  }
  return { found, end: at }
}
