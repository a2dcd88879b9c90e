import { type Run, run as runOf } from '../../core/block.ts'
import type { LimitHit } from '../../core/page.ts'
import type { Marker } from './bullets.ts'
import { chunks, cutLine, SHORT } from './cut.ts'
import type { Draft, Shape } from './draft.ts'
import type { Piece } from './flat-list.ts'
import { fold } from './fold.ts'
import { type Line, UNFOLDED } from './lines.ts'
import { type LinkNumbers, stripNumbers } from './lynx.ts'
import type { Wrap } from './wrap.ts'

/** A dump's lines and all that was found out about them before any is read. */
export interface Dumped {
  readonly lines: readonly Line[]
  readonly markers: readonly (Marker | undefined)[]
  readonly wrap: Wrap | undefined
  /** A line ends at every inline element (`isBroken`). */
  readonly broken: boolean
  readonly markdown: boolean
  readonly links: LinkNumbers
  readonly lineLength: number
}

/** What was read so far, and what later lines need of it. */
export interface Reading {
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

/** Lines `at` to `to` (exclusive) of a dump. */
export interface Span {
  readonly at: number
  readonly to: number
}

export function push(reading: Reading, draft: Draft): void {
  if (reading.carried > draft.gap) draft.gap = reading.carried
  reading.carried = 0
  reading.drafts.push(draft)
}

/** Pushes one block; `piece` numbers what was cut from one line. */
export function pushText(
  dump: Dumped,
  reading: Reading,
  span: Span,
  text: string,
  shape: Shape,
  piece = -1,
): void {
  if (text.length === 0) return
  const first = dump.lines[span.at]!
  const draft: Draft = {
    kind: shape.kind,
    text,
    from: first.n,
    to: dump.lines[span.to - 1]!.n,
    indent: first.indent,
    gap: piece > 0 ? 0 : first.gap,
  }
  if (shape.bullet !== undefined) draft.bullet = shape.bullet
  if (shape.ordinal !== undefined) draft.ordinal = shape.ordinal
  if (shape.checked !== undefined) draft.checked = shape.checked
  if (shape.level !== undefined) draft.level = shape.level
  if (piece >= 0) draft.cut = true
  if (dump.links.numbered && span.at < dump.links.listFrom) unnumber(dump.links, draft)
  else if (dump.markdown) readInline(draft)
  if (draft.text.length > 0) push(reading, draft)
}

/** Takes inline marks out of Markdown; a line without text behind them keeps them, a lone image is a figure. */
function readInline(draft: Draft): void {
  const picture = draft.kind === 'paragraph' ? soleImage(draft.text) : undefined
  if (picture !== undefined) {
    draft.kind = 'figure'
    draft.text = picture.text
    draft.runs = picture.runs
    return
  }
  // a line that is emphasised as a whole may hold links
  draft.text = draft.text.replace(/^\*(?![\s*])([^*]*[^\s*])\*$/, '$1')
  const runs = inlineRuns(draft.text)
  const text = runs?.map((run) => run.text).join('')
  if (runs === undefined || !text) return
  draft.text = text
  draft.runs = runs
}

/** Takes link numbers out; a short text that is one link from its first character keeps the address. */
function unnumber(links: LinkNumbers, draft: Draft): void {
  const { text, numbers, leading } = stripNumbers(draft.text)
  if (numbers.length === 0) return
  draft.text = fold(text)
  const href = numbers.length === 1 && leading ? links.hrefs.get(numbers[0]!) : undefined
  if (href && draft.text.length > 0 && draft.text.length < 100) draft.runs = [{ text: draft.text, href }]
}

/** A dump of no more lines than this is a page put on one line. */
const FEW = 2

/** Pushes the text of a line or of joined lines, cut where it holds more than one block. */
export function pushCut(
  dump: Dumped,
  reading: Reading,
  span: Span,
  raw: string,
  width: number,
  shape: Shape,
): void {
  const folded = span.to > span.at + 1 || !(dump.lines[span.at]!.flags & UNFOLDED)
  if (width < SHORT && raw.length <= dump.lineLength) {
    pushText(dump, reading, span, folded ? raw : fold(raw), shape)
    return
  }
  const kind = shape.kind === 'item' ? 'item' : 'paragraph'
  const pieces =
    raw.length <= dump.lineLength
      ? cutLine(raw, width, kind, folded, dump.lines.length <= FEW)
      : cutOverlong(dump, reading, span, raw, kind)
  if (pieces.length === 1) pushText(dump, reading, span, pieces[0]!.text, shape)
  else
    pieces.forEach((piece, index) => {
      const own = index === 0 && piece.kind === shape.kind ? shape : piece
      pushText(dump, reading, span, piece.text, own, index)
    })
}

function cutOverlong(
  dump: Dumped,
  reading: Reading,
  span: Span,
  raw: string,
  kind: 'item' | 'paragraph',
): Piece[] {
  const { lineLength, lines } = dump
  const length = `line ${lines[span.at]!.n} has ${raw.length} characters, more than ${lineLength}`
  reading.limits.push({ limit: 'lineLength', message: `${length}; it was cut at sentence ends` })
  const pieces: Piece[] = []
  for (const part of chunks(raw, lineLength))
    for (const piece of cutLine(part, part.length * 2, kind, false)) pieces.push(piece)
  return pieces
}

/** Characters looked at for the end of a link's text or address; keeps the scan linear. */
const REACH = 1000
const OPENINGS = /[[!*`]/

type Writable<T> = { -readonly [K in keyof T]: T[K] }
type Marks = Omit<Writable<Run>, 'text'>
interface Found {
  readonly text: string
  readonly marks: Marks
  /** Offset behind the markup. */
  readonly end: number
}

/**
 * The runs of a folded line of Markdown: links, images, bold and code without their marks; undefined where there
 * are none. Addresses go to `href` and `image`, everything else stays text.
 */
function inlineRuns(text: string): Run[] | undefined {
  if (!OPENINGS.test(text)) return undefined
  const runs: Run[] = []
  let from = 0
  let found = false
  let open = true
  for (let at = 0; at < text.length; at++) {
    const span =
      linkAt(text, at) ??
      spanAt(text, at) ??
      markedAt(text, at, '**', { bold: true }) ??
      markedAt(text, at, '`', { code: true }) ??
      emphasisAt(text, at)
    if (span === undefined) continue
    found = true
    open = pushRun(runs, text.slice(from, at), {}, open)
    open = pushRun(runs, span.text, span.marks, open)
    from = span.end
    at = span.end - 1
  }
  if (!found) return undefined
  pushRun(runs, text.slice(from), {}, open)
  const last = runs.at(-1)
  if (last?.text.endsWith(' ')) runs[runs.length - 1] = { ...last, text: last.text.slice(0, -1) }
  return runs.filter((run) => run.text.length > 0 || run.image !== undefined)
}

const PICTURE = /^(\[)?!\[([^\]]{0,500})\]\((\S{1,1000}?)(?: "[^"]*")?\)(?:\]\((\S{1,1000}?)\))?$/

/** The picture a folded line of Markdown is and nothing else, a link perhaps; its description or the name of its file is the text. */
function soleImage(text: string): { readonly text: string; readonly runs: readonly Run[] } | undefined {
  const [, linked, alt = '', image, href] = PICTURE.exec(text) ?? []
  if (image === undefined || (linked === undefined) !== (href === undefined)) return undefined
  return {
    text: alt.trim() || image.split('/').at(-1) || image,
    runs: [runOf({ text: '', image, alt, href })],
  }
}

/** White space a removed image left behind is folded here; `open` says that no space may follow. */
function pushRun(runs: Run[], text: string, marks: Marks, open: boolean): boolean {
  const fits = open && text.startsWith(' ') ? text.slice(1) : text
  if (fits.length > 0 || marks.image !== undefined) runs.push(runOf({ text: fits, ...marks }))
  return fits.length > 0 ? fits.endsWith(' ') : open
}

/** What Pandoc writes behind a link or a heading: `{#id .class}`. */
const ATTRIBUTES = /^\{[#.][^{}]*\}/

/** `[text](address)` or `![description](address)`. */
function linkAt(text: string, at: number): Found | undefined {
  const image = text.charCodeAt(at) === 33 && text.charCodeAt(at + 1) === 91
  if (!image && text.charCodeAt(at) !== 91) return undefined
  const open = image ? at + 1 : at
  const window = text.slice(open, open + REACH)
  const middle = window.indexOf('](')
  const close = middle < 0 ? -1 : window.indexOf(')', middle)
  if (close < 0) return undefined
  const label = window.slice(1, middle)
  const address = window.slice(middle + 2, close).split(' ', 1)[0]!
  // A bracket inside belongs to an inner image or to the text; the outer one then stays as printed.
  if (label.includes('[') || label.includes(']') || address === '') return undefined
  const end =
    open + close + 1 + (ATTRIBUTES.exec(text.slice(open + close + 1, open + close + 201))?.[0].length ?? 0)
  return image
    ? { text: '', marks: { image: address, alt: label }, end }
    : { text: label, marks: { href: address }, end }
}

const SPAN = /^\[([^[\]]{1,500})\]\{[^{}]{0,200}\}/

/** `[text]{.class}`, as Pandoc writes elements that Markdown has not. */
function spanAt(text: string, at: number): Found | undefined {
  const match = text[at] === '[' ? SPAN.exec(text.slice(at, at + REACH)) : null
  return match ? { text: match[1]!, marks: {}, end: at + match[0].length } : undefined
}

const EMPHASIS = /^\*(?![\s*])([^*\n[`]{0,200}[^\s*[`])\*(?![*\p{L}\p{N}])/u

/** `*one or more words*` between single stars, none of them inside a word. */
function emphasisAt(text: string, at: number): Found | undefined {
  if (text[at] !== '*' || /[\p{L}\p{N}*]/u.test(text[at - 1] ?? ' ')) return undefined
  const match = EMPHASIS.exec(text.slice(at, at + REACH))
  return match ? { text: match[1]!, marks: { italic: true }, end: at + match[0].length } : undefined
}

function markedAt(text: string, at: number, sign: string, marks: Marks): Found | undefined {
  if (!text.startsWith(sign, at)) return undefined
  const from = at + sign.length
  const close = text.slice(from, from + REACH).indexOf(sign)
  if (close <= 0 || text.charCodeAt(from) === 32) return undefined
  return { text: text.slice(from, from + close), marks, end: from + close + sign.length }
}
