import { isLower, isUnspaced, isUpper, isWhite, isWide } from './characters.ts'
import { type Line, OPENED, RULED } from './lines.ts'
import { endsSentence } from './sentences.ts'

/** How a dump was wrapped. */
export interface Wrap {
  /** Column (or character) hardly any line goes beyond. */
  readonly edge: number
  /** The same by indent, where enough lines bear it: text browsers keep a right margin by kind of block. */
  readonly edges?: readonly (number | undefined)[]
  /** What the dumper counted: columns, or characters with wide ones counted once. */
  readonly measure: Measure
}
export type Measure = 'columns' | 'characters'

/** Widths at which people and programs wrap text lie between these. */
const NARROWEST = 50
const WIDEST = 100
/** The same of a page all of whose lines are full, and how many of them it must have: verse is not. */
const COLUMN = 34
const LEAST_IN_COLUMN = 6
/** Share of long lines that may stand out over the edge: addresses, tables, preformatted lines. */
const OUTLIERS = 0.02
/** Full lines a dump must have before it is taken for wrapped. */
const LEAST_FULL = 4
/** Indents told apart, and the long lines one must have for an edge of its own. */
const DEEPEST = 24
const LEAST_OF_INDENT = 12
/** Lines that go on in a dump all of whose lines are full: with a small letter, or in a script that has none. */
const LEAST_SMALL = 2
/** Long lines that show where the edge is. */
const LEAST_LONG = 3
const LEAST_UNCASED = 3
/** Share of full lines the next line must go on from; German, rich in capitals, stays above one half. */
const LEAST_GOING_ON = 0.4
/** A first word longer than this (an address) proves nothing about a short line above it. */
const LONG_WORD = 25

/** Where a line ends. */
function edgeOf(line: Line, measure: Measure): number {
  return measure === 'columns' ? line.indent + line.width : line.indentUnits + line.raw.length
}

/**
 * A filled line: the first word of the next line would not have fitted behind it. This is how greedy wrapping
 * works, so within a wrapped paragraph it holds for every pair of lines, and hardly ever between two of them.
 */
export function isFull(line: Line, next: Line, wrap: Wrap): boolean {
  const end = edgeOf(line, wrap.measure)
  const edge = edgeAt(next, wrap)
  if (!isWide(next.raw.charCodeAt(0))) {
    const word = firstWord(next.raw, edge)
    return (word <= LONG_WORD || end * 2 >= edge) && end + (endsWide(line) ? 0 : 1) + word > edge
  }
  if (wrap.measure === 'columns') return end + 2 > edge
  // Dumpers that count characters break between wide ones only where nothing else helps.
  return end >= edge || (!endsWide(line) && end * 3 >= edge && end + 1 + firstWord(next.raw, edge) > edge)
}

/** Whether the break between two lines of one block stands where the page had no space. */
export function breaksInside(line: Line, next: Line, wrap: Wrap): boolean {
  const unspaced = isUnspaced(line.raw.charCodeAt(line.raw.length - 1)) || isUnspaced(next.raw.charCodeAt(0))
  if (!unspaced) return false
  return wrap.measure === 'columns'
    ? isWideBreak(line, next)
    : edgeOf(line, wrap.measure) >= edgeAt(next, wrap)
}

const edgeAt = (next: Line, wrap: Wrap): number => wrap.edges?.[next.indent] ?? wrap.edge
const endsWide = (line: Line): boolean => isWide(line.raw.charCodeAt(line.raw.length - 1))
const isWideBreak = (line: Line, next: Line): boolean => endsWide(line) || isWide(next.raw.charCodeAt(0))

/** Length up to the first white space, counted no further than the edge. */
function firstWord(raw: string, edge: number): number {
  let at = 0
  while (at < raw.length && at < edge && !isWhite(raw.charCodeAt(at))) at++
  return at
}

/** How the dump as a whole was wrapped; undefined where lines are paragraphs. */
export function surveyWrap(lines: readonly Line[]): Wrap | undefined {
  for (const measure of ['columns', 'characters'] as const) {
    const edge = commonEdge(lines, measure)
    if (edge === undefined) continue
    const wrap = { edge, measure, edges: edgesByIndent(lines, measure) }
    if (isWrapped(lines, wrap)) return wrap
  }
  return surveyColumn(lines)
}

/** A page set in a narrow column: every line of it is full but where a paragraph ends. */
function surveyColumn(lines: readonly Line[]): Wrap | undefined {
  const edge = lines.reduce((most, line) => Math.max(most, edgeOf(line, 'columns')), 0)
  if (edge < COLUMN || edge >= NARROWEST) return undefined
  const wrap: Wrap = { edge, measure: 'columns' }
  let [full, small] = [0, 0]
  for (let at = 1; at < lines.length; at++) {
    const [line, next] = [lines[at - 1]!, lines[at]!]
    if (next.gap > 0 || line.flags & RULED || next.flags & (RULED | OPENED)) continue
    if (isFull(line, next, wrap)) full++
    else if (!endsSentence(line.raw)) return undefined
    if (isLower(next.raw.charCodeAt(0))) small++
  }
  return full >= LEAST_IN_COLUMN && small * 2 > full ? wrap : undefined
}

function edgesByIndent(lines: readonly Line[], measure: Measure): (number | undefined)[] {
  const byIndent: Line[][] = []
  for (let indent = 0; indent < DEEPEST; indent++) byIndent.push([])
  for (const line of lines) byIndent[line.indent]?.push(line)
  return byIndent.map((found) =>
    found.length >= LEAST_OF_INDENT ? commonEdge(found, measure, LEAST_OF_INDENT) : undefined,
  )
}

/** The column hardly any long line goes beyond. */
function commonEdge(lines: readonly Line[], measure: Measure, least = LEAST_LONG): number | undefined {
  const ending = new Uint32Array(WIDEST + 1)
  let long = 0
  let over = 0
  for (const line of lines) {
    const edge = edgeOf(line, measure)
    if (edge < NARROWEST || line.flags & RULED) continue
    long++
    if (edge > WIDEST) over++
    else ending[edge]!++
  }
  const allowed = long * OUTLIERS
  if (long < least || over > allowed) return undefined
  let edge = WIDEST
  while (edge > NARROWEST && over + ending[edge]! <= allowed) over += ending[edge--]!
  return edge
}

function isWrapped(lines: readonly Line[], wrap: Wrap): boolean {
  let short = 0
  let full = 0
  let goingOn = 0
  let small = 0
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at - 1]!
    const next = lines[at]!
    if (next.gap > 0 || line.flags & RULED || next.flags & RULED) continue
    if (edgeOf(line, wrap.measure) < NARROWEST || edgeOf(line, wrap.measure) > wrap.edge) continue
    const fills = isFull(line, next, wrap)
    if (!(next.flags & OPENED) && !fills && !endsSentence(line.raw)) short++
    if (!fills) continue
    full++
    if (goesOn(line, next)) goingOn++
    if (isLower(next.raw.charCodeAt(0))) small++
  }
  // on a page of few lines each must be full but at a paragraph's end, and small letters or the script tell that some go on
  if (short === 0 && (small >= LEAST_SMALL || goingOn >= LEAST_UNCASED)) return true
  return full >= LEAST_FULL && goingOn >= full * LEAST_GOING_ON
}

/** The second line reads on from the first: it starts small, or the script has no capitals and no sentence ends. */
function goesOn(line: Line, next: Line): boolean {
  const code = next.raw.charCodeAt(0)
  if (isLower(code)) return true
  return !isUpper(code) && !(next.flags & OPENED) && !endsSentence(line.raw)
}

/**
 * The wrap of a few lines standing together (a quoted mail, preformatted text) in a dump not wrapped otherwise.
 * Stricter than the survey: every line but the last must be full, and titles in a list must not pass for prose.
 */
export function surveyRegion(lines: readonly Line[], from: number, to: number): Wrap | undefined {
  if (to - from < 3) return undefined
  let edge = 0
  for (let at = from; at < to; at++) edge = Math.max(edge, edgeOf(lines[at]!, 'columns'))
  if (edge < NARROWEST || edge > WIDEST) return undefined
  const wrap: Wrap = { edge, measure: 'columns' }
  let small = 0
  for (let at = from + 1; at < to; at++) {
    const line = lines[at - 1]!
    const next = lines[at]!
    if (next.flags & OPENED || !isFull(line, next, wrap)) return undefined
    if (isLower(next.raw.charCodeAt(0)) || (isWide(next.raw.charCodeAt(0)) && proseInside(line))) small++
  }
  return small * 2 > to - from - 1 ? wrap : undefined
}

/** A full stop of a script without capitals, inside the line. */
function proseInside(line: Line): boolean {
  const stop = line.raw.search(/[。！？]/)
  return stop >= 0 && stop < line.raw.length - 1
}
