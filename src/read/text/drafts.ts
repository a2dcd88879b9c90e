import type { LimitHit } from '../../core/page.ts'
import type { Marker } from './bullets.ts'
import { fencedCode, indentedCode } from './code.ts'
import { chunks, cutLine } from './cut.ts'
import type { Draft } from './draft.ts'
import type { Piece } from './flat-list.ts'
import { fold } from './fold.ts'
import { type Line, RULED, TABBED } from './lines.ts'
import { type LinkNumbers, stripNumbers } from './lynx.ts'
import { headingLevel, headingText, isFence, quoteSkip, underlineLevel } from './markdown.ts'
import { pipeTable, type Table, tabTable } from './table.ts'
import { continues, isLabel, join, textOf } from './unwrap.ts'
import { breaksInside, surveyRegion, type Wrap } from './wrap.ts'

/** A dump's lines and all that was found out about them before any is read. */
export interface Dumped {
  readonly lines: readonly Line[]
  readonly markers: readonly (Marker | undefined)[]
  readonly wrap: Wrap | undefined
  readonly markdown: boolean
  readonly links: LinkNumbers
  readonly lineLength: number
}

/** Where the reader stands. */
interface State {
  readonly drafts: Draft[]
  readonly limits: LimitHit[]
  /** Blank lines the next block inherits from rules above it. */
  carried: number
  tables: number
  /** First line that may still open a fence, or a code block: spares reading the same lines again and again. */
  fencesFrom: number
  codeFrom: number
  /** Wrap of the lines standing together, and the first line behind them. */
  region: Wrap | undefined
  regionTo: number
}

/** Reads the lines of a dump, top to bottom, into drafts. */
export function draftBlocks(dump: Dumped): { drafts: Draft[]; limits: LimitHit[] } {
  const state: State = {
    drafts: [],
    limits: [],
    carried: 0,
    tables: 0,
    fencesFrom: 0,
    codeFrom: 0,
    region: undefined,
    regionTo: 0,
  }
  for (let at = 0; at < dump.lines.length; ) {
    const line = dump.lines[at]!
    if (line.flags & RULED) {
      state.carried = Math.max(1, state.carried, line.gap)
      at++
    } else at = readCode(dump, at, state) ?? readTable(dump, at, state) ?? readLine(dump, at, state)
  }
  return state
}

function push(state: State, draft: Draft): void {
  state.drafts.push(state.carried > draft.gap ? { ...draft, gap: state.carried } : draft)
  state.carried = 0
}

function readCode(dump: Dumped, at: number, state: State): number | undefined {
  const line = dump.lines[at]!
  if (at >= state.fencesFrom && isFence(line.raw)) {
    const code = fencedCode(dump.lines, at)
    if (code === undefined) state.fencesFrom = dump.lines.length
    else if (code.draft) push(state, code.draft)
    return code?.next
  }
  if (line.indent < 4 || at < state.codeFrom || dump.markers[at]) return undefined
  const code = indentedCode(dump.lines, at)
  if (code?.draft === undefined) {
    if (code) state.codeFrom = code.next
    return undefined
  }
  push(state, code.draft)
  return code.next
}

function readTable(dump: Dumped, at: number, state: State): number | undefined {
  const line = dump.lines[at]!
  const next = dump.lines[at + 1]
  let table: Table | undefined
  if (line.flags & TABBED) table = tabTable(dump.lines, at, state.tables)
  if (line.raw.charCodeAt(0) === 124 || (next && next.gap === 0 && mayDelimit(next.raw.charCodeAt(0))))
    table ??= pipeTable(dump.lines, at, state.tables)
  if (table === undefined) return undefined
  state.tables++
  for (const cell of table.cells) push(state, cell)
  return table.next
}

const mayDelimit = (code: number): boolean => code === 124 || code === 45 || code === 58

function readLine(dump: Dumped, at: number, state: State): number {
  const line = dump.lines[at]!
  if (at >= dump.links.listFrom) return readWhole(dump, at, state)
  const level = headingLevel(line.raw)
  if (level > 0 && (dump.markdown || level > 1 || at === 0 || line.gap > 0)) {
    pushText(dump, state, at, at + 1, fold(headingText(line.raw, level)), { kind: 'heading', level })
    return at + 1
  }
  const below = underlineLevel(line, dump.lines[at + 1], dump.markdown)
  const marker = opensSpeech(dump, at) ? undefined : dump.markers[at]
  if (below > 0 && !marker && (at === 0 || line.gap > 0 || state.carried > 0)) {
    pushText(dump, state, at, at + 1, textOf(line), { kind: 'heading', level: below })
    return at + 1
  }
  return readQuote(dump, at, state) ?? readFlow(dump, at, state, marker)
}

/** A dash before speech: the next line goes on below the dash, not below the text. */
function opensSpeech(dump: Dumped, at: number): boolean {
  const sign = dump.markers[at]?.sign
  const next = dump.lines[at + 1]
  if ((sign !== '-' && sign !== '–') || !dump.wrap || next === undefined || dump.markers[at + 1]) return false
  return continues(dump.lines[at]!, next, dump.lines[at]!.indent, false, dump.wrap)
}

/** Lines of the closing list of addresses: one block each. */
function readWhole(dump: Dumped, at: number, state: State): number {
  const marker = dump.markers[at]
  const line = dump.lines[at]!
  const text = marker ? fold(line.raw.slice(marker.skip)) : textOf(line)
  pushText(dump, state, at, at + 1, text, marker ? itemOf(marker) : { kind: 'paragraph' })
  return at + 1
}

function readQuote(dump: Dumped, at: number, state: State): number | undefined {
  const first = dump.lines[at]!
  if (first.raw.charCodeAt(0) !== 62) return undefined
  const isQuoted = (index: number): boolean => {
    const line = dump.lines[index]
    return line?.raw.startsWith('> ') === true && line.width > 30
  }
  const skip = quoteSkip(first, isQuoted(at) && (isQuoted(at + 1) || isQuoted(at - 1)), dump.markdown)
  if (skip === 0) return undefined
  let text = fold(first.raw.slice(skip))
  let to = at + 1
  for (; dump.wrap && to < dump.lines.length; to++) {
    const next = dump.lines[to]!
    if (next.gap > 0 || next.raw.charCodeAt(0) !== 62) break
    const nextSkip = quoteSkip(next, true, true)
    if (nextSkip !== skip || !continues(dump.lines[to - 1]!, next, first.indent, false, dump.wrap)) break
    text = join(text, fold(next.raw.slice(nextSkip)), breaksInside(dump.lines[to - 1]!, next, dump.wrap))
  }
  pushText(dump, state, at, to, text, { kind: 'quote' })
  return to
}

/** Items and paragraphs: joined where the dump was wrapped, cut where the line holds more than one. */
function readFlow(dump: Dumped, at: number, state: State, marker: Marker | undefined): number {
  const { lines, markers } = dump
  const first = lines[at]!
  const column = marker?.column ?? first.indent
  const wrap = dump.wrap ?? regionWrap(dump, at, state)
  let to = at + 1
  if (wrap)
    while (to < lines.length && !markers[to] && to < dump.links.listFrom) {
      const single = to === at + 1
      const from = single ? column : lines[to - 1]!.indent
      if (!continues(lines[to - 1]!, lines[to]!, from, single && !marker, wrap)) break
      if (isLabel(lines[to - 1]!, lines[to]!, lines[to + 1], wrap)) break
      to++
    }
  const raw = marker ? first.raw.slice(marker.skip) : first.raw
  const shape: Shape = marker ? itemOf(marker) : { kind: 'paragraph' }
  if (to === at + 1) pushCut(dump, state, at, at + 1, raw, first.width, shape)
  else {
    let text = fold(raw)
    for (let next = at + 1; next < to; next++)
      text = join(
        text,
        textOf(lines[next]!),
        wrap !== undefined && breaksInside(lines[next - 1]!, lines[next]!, wrap),
      )
    pushCut(dump, state, at, to, text, first.width * (to - at), shape)
  }
  return to
}

function regionWrap(dump: Dumped, at: number, state: State): Wrap | undefined {
  if (at < state.regionTo) return state.region
  const { lines } = dump
  let to = at + 1
  while (to < lines.length && lines[to]!.gap === 0 && !dump.markers[to] && !(lines[to]!.flags & RULED)) to++
  state.regionTo = to
  state.region = dump.markers[at] ? undefined : surveyRegion(lines, at, to)
  return state.region
}

type Shape = Pick<Draft, 'kind' | 'level' | 'bullet' | 'ordinal'>

const itemOf = (marker: Marker): Shape => ({
  kind: 'item',
  bullet: marker.sign,
  ...(marker.ordinal === undefined ? {} : { ordinal: marker.ordinal }),
})

function pushCut(
  dump: Dumped,
  state: State,
  at: number,
  to: number,
  raw: string,
  width: number,
  shape: Shape,
): void {
  const kind = shape.kind === 'item' ? 'item' : 'paragraph'
  const parts = raw.length > dump.lineLength ? chunks(raw, dump.lineLength) : [raw]
  if (parts.length > 1) state.limits.push(limitHit(dump, at, raw.length))
  const pieces: Piece[] = []
  for (const part of parts) {
    const found = cutLine(part, Math.min(width, part.length * 2), kind)
    for (const piece of found) pieces.push(piece)
  }
  if (pieces.length === 1) pushText(dump, state, at, to, pieces[0]!.text, shape)
  else
    pieces.forEach((piece, index) => {
      const own: Shape = index === 0 && piece.kind === kind ? shape : pieceShape(piece)
      pushText(dump, state, at, to, piece.text, own, index)
    })
}

const pieceShape = ({ kind, bullet }: Piece): Shape => (bullet === undefined ? { kind } : { kind, bullet })

function limitHit(dump: Dumped, at: number, length: number): LimitHit {
  const line = dump.lines[at]!.n
  return {
    limit: 'lineLength',
    message: `line ${line} has ${length} characters, more than ${dump.lineLength}; it was cut at sentence ends`,
  }
}

/** One draft of lines `at` to `to` (exclusive); `piece` numbers what was cut from one line. */
function pushText(
  dump: Dumped,
  state: State,
  at: number,
  to: number,
  text: string,
  shape: Shape,
  piece?: number,
): void {
  const first = dump.lines[at]!
  const { text: plain, runs } =
    dump.links.numbered && at < dump.links.listFrom ? unnumber(dump, text) : { text }
  if (!hasVisible(plain)) return
  push(state, {
    ...shape,
    text: plain,
    from: first.n,
    to: dump.lines[to - 1]!.n,
    indent: first.indent,
    gap: piece ? 0 : first.gap,
    ...(piece === undefined ? {} : { cut: true as const }),
    ...(runs ? { runs } : {}),
  })
}

function hasVisible(text: string): boolean {
  return text.length > 0
}

/** Takes link numbers out; a short text that is one link from its first character keeps the address. */
function unnumber(dump: Dumped, text: string): Pick<Draft, 'text' | 'runs'> {
  const { text: plain, numbers, leading } = stripNumbers(text)
  const href = numbers.length === 1 && leading ? dump.links.hrefs.get(numbers[0]!) : undefined
  const folded = numbers.length > 0 ? fold(plain) : plain
  return href && folded.length < 100 && folded.length > 0
    ? { text: folded, runs: [{ text: folded, href }] }
    : { text: folded }
}
