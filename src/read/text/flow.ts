import type { Marker } from './bullets.ts'
import { isLower, isWide } from './characters.ts'
import { PARAGRAPH, type Shape } from './draft.ts'
import { fold } from './fold.ts'
import { OPENED, RULED } from './lines.ts'
import { quoteSkip } from './markdown.ts'
import { pieceJoint, piecesEnd } from './pieces.ts'
import { type Dumped, pushCut, pushText, type Reading } from './reading.ts'
import { endsSentence } from './sentences.ts'
import { continues, isLabel, joint, textOf } from './unwrap.ts'
import { breaksInside, surveyRegion, type Wrap } from './wrap.ts'

const GREATER = 62
/** The box before a task in Markdown of GitHub's kind. */
const TASK = /^\[([ xX])\] (?=\S)/

/** Items and paragraphs: joined where the dump was wrapped, cut where the line holds more than one block. */
export function readFlow(dump: Dumped, at: number, reading: Reading, marker: Marker | undefined): number {
  const { lines } = dump
  const first = lines[at]!
  const task = marker && dump.markdown ? TASK.exec(first.raw.slice(marker.skip, marker.skip + 5)) : null
  const raw = marker ? first.raw.slice(marker.skip + (task?.[0].length ?? 0)) : first.raw
  const shape = marker ? itemShape(marker) : PARAGRAPH
  if (task) shape.checked = task[1] !== ' '
  if (dump.broken) return readPieces(dump, at, reading, raw, shape)
  const wrap = dump.wrap ?? regionWrap(dump, at, reading)
  const to = wrap ? flowEnd(dump, at, marker, wrap) : softEnd(dump, at)
  if (to === at + 1) {
    pushCut(dump, reading, { at, to }, raw, first.width, shape)
    return to
  }
  const parts = [fold(raw)]
  for (let next = at + 1; next < to; next++) {
    const text = textOf(lines[next]!)
    const [left, right] = [lines[next - 1]!, lines[next]!]
    const inside = wrap ? breaksInside(left, right, wrap) : isWide(right.raw.charCodeAt(0))
    parts.push(joint(parts.at(-1)!, text, inside), text)
  }
  pushCut(dump, reading, { at, to }, parts.join(''), first.width * (to - at), shape)
  return to
}

/** A paragraph of a dump that was broken at its inline elements. */
function readPieces(dump: Dumped, at: number, reading: Reading, raw: string, shape: Shape): number {
  const { lines, markers, links } = dump
  const to = piecesEnd(lines, at, (_, next) => markers[next] !== undefined || next >= links.listFrom)
  let text = to > at + 1 ? fold(raw) : raw
  let width = lines[at]!.width
  for (let next = at + 1; next < to; next++) {
    const piece = textOf(lines[next]!)
    text += pieceJoint(text, piece) + piece
    width += lines[next]!.width
  }
  pushCut(dump, reading, { at, to }, text, width, shape)
  return to
}

/** Columns from which a line may have been broken inside a sentence: by an editor of Markdown, and under a full-width indent. */
const BROKEN = { markdown: 50, opened: 40 }

/** The same on pages of too few lines to tell a wrap, where Markdown or an indent tell that paragraphs begin elsewhere. */
function softEnd({ lines, markers, markdown }: Dumped, at: number): number {
  const opened = (lines[at]!.flags & OPENED) !== 0
  if (!markdown && !opened) return at + 1
  let to = at + 1
  for (; to < lines.length && !markers[to]; to++) {
    const [line, next] = [lines[to - 1]!, lines[to]!]
    if (next.gap > 0 || next.flags & (RULED | OPENED) || endsSentence(line.raw)) break
    const first = next.raw.charCodeAt(0)
    const goesOn = opened ? isWide(first) : isLower(first)
    if (!goesOn || line.indent + line.width < (opened ? BROKEN.opened : BROKEN.markdown)) break
  }
  return to
}

/** Index of the first line that no longer belongs to the block begun at `at`. */
function flowEnd(dump: Dumped, at: number, marker: Marker | undefined, wrap: Wrap): number {
  const { lines, markers, links } = dump
  let column = marker?.column ?? lines[at]!.indent
  let to = at + 1
  for (; to < lines.length && to < links.listFrom && !markers[to]; to++) {
    const line = lines[to - 1]!
    const next = lines[to]!
    if (!continues(line, next, column, to === at + 1 && !marker, wrap)) break
    if (isLabel(line, next, lines[to + 1], wrap)) break
    column = next.indent
  }
  return to
}

/** The wrap of the lines standing together around `at`, surveyed once for all of them. */
function regionWrap(dump: Dumped, at: number, reading: Reading): Wrap | undefined {
  if (at < reading.regionTo) return reading.region
  const { lines, markers } = dump
  let to = at + 1
  while (to < lines.length && lines[to]!.gap === 0 && !markers[to] && !(lines[to]!.flags & RULED)) to++
  reading.regionTo = to
  reading.region = markers[at] ? undefined : surveyRegion(lines, at, to)
  return reading.region
}

export function itemShape(marker: Marker): Shape {
  const { sign: bullet, ordinal } = marker
  return ordinal === undefined ? { kind: 'item', bullet } : { kind: 'item', bullet, ordinal }
}

/** A dash before speech: the next line goes on below the dash, not below the text. */
export function opensSpeech(dump: Dumped, at: number): boolean {
  const sign = dump.markers[at]?.sign
  const next = dump.lines[at + 1]
  if ((sign !== '-' && sign !== '–') || !dump.wrap || next === undefined || dump.markers[at + 1]) return false
  return continues(dump.lines[at]!, next, dump.lines[at]!.indent, false, dump.wrap)
}

/** Lines behind `>`; undefined where the line is no quote. */
export function readQuote(dump: Dumped, at: number, reading: Reading): number | undefined {
  const { lines, wrap } = dump
  const first = lines[at]!
  if (first.raw.charCodeAt(0) !== GREATER) return undefined
  const near = isProseQuoted(dump, at) && (isProseQuoted(dump, at + 1) || isProseQuoted(dump, at - 1))
  const skip = quoteSkip(first, near, dump.markdown)
  if (skip === 0) return undefined
  const parts = [fold(first.raw.slice(skip))]
  let to = at + 1
  for (; wrap && to < lines.length; to++) {
    const line = lines[to - 1]!
    const next = lines[to]!
    if (next.raw.charCodeAt(0) !== GREATER || quoteSkip(next, true, true) !== skip) break
    if (!continues(line, next, first.indent, false, wrap)) break
    const text = fold(next.raw.slice(skip))
    parts.push(joint(parts.at(-1)!, text, breaksInside(line, next, wrap)), text)
  }
  pushText(dump, reading, { at, to }, parts.join(''), { kind: 'quote' })
  return to
}

function isProseQuoted(dump: Dumped, at: number): boolean {
  const line = dump.lines[at]
  return line?.raw.startsWith('> ') === true && line.width > 30
}
