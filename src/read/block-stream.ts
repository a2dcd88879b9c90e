import { type Block, block } from '../core/block.ts'
import { foldKey, ownTexts } from '../core/fold.ts'
import type { Page } from '../core/page.ts'
import type { DomText } from './dom.ts'
import { aboveOf, type Frame, pathOf, shapeNumbers } from './frame.ts'
import {
  type InlineStyle,
  imageRun,
  inline,
  type OpenRun,
  PLAIN,
  textRun,
  trim,
  trimCode,
} from './open-run.ts'
import { type Drawn, isLarge, type Placed, place, repeats } from './pictures.ts'
import { Wholes } from './wholes.ts'

/** How text is hidden, by its own attributes and by style sheets, and which selectors fit it. */
type Hiding = Pick<Frame, 'hidden' | 'covered' | 'selected'>

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** A block being collected. */
interface Open extends Mutable<Hiding> {
  frame: Frame
  runs: OpenRun[]
  nodes: DomText[]
  length: number
  linkLength: number
  links: number
  images: number
  breaks: number
  /** A space that stood before the mark of a note is due before the next word. */
  spaced: boolean
  lastHref: string | undefined
  author: string | undefined
  time: string | undefined
}

export interface BlockStream {
  /** Text of one node, or of a part of one whose first part has told of it; folded unless the frame preserves white space. */
  text(text: string, node: DomText | undefined, style: InlineStyle): void
  /** A formula; one that is displayed stands on a line of its own. */
  formula(tex: string, nodes: readonly DomText[], style: InlineStyle): void
  /** An image; `drawn` unless it shows nothing of the story, `address` where it has one that can be followed. */
  image(drawn: Drawn | undefined, address: string, style: InlineStyle): void
  lineBreak(): void
  /** What follows begins a line. */
  line(): void
  /** Writer and time of the post under way, where an element says them. */
  said(author: string | undefined, time: string | undefined): void
  /** Ends the block under way; what follows belongs to `frame`. */
  enter(frame: Frame): void
  /** The mark of a note, as printed: it touches the word before it. */
  mark(printed: string, style: InlineStyle): void
  /** Text that is no part of the line it stands in goes to a block of its own behind it: what is hidden, what a rule speaks against, a side note. */
  aside(frame: Frame, inside: () => void): void
  finish(): Pick<Page, 'blocks' | 'wholes' | 'pictures'>
}

/** An indent that begins a paragraph where authors break lines with a single `br`. */
const INDENT = /^[\n\r\t ]*(?:\u3000|\u00a0\u00a0|\u2003)/

/** Begins a paragraph; the lines of verse are indented and none. */
const isIndented = (text: string, { whole }: Frame): boolean =>
  INDENT.test(text) && whole?.fields.kind !== 'verse'

/** @param mark told, for each text node, the number of the block it went into. */
export function blockStream(root: Frame, mark: (node: DomText, at: number) => void): BlockStream {
  const blocks: (Omit<Block, 'text'> & { text: string })[] = []
  const wholes = new Wholes()
  const shapeOf = shapeNumbers()
  const pictures: Placed[] = []
  let asides: Open[] = []
  let open = start(root, root)

  const draw = (runs: readonly OpenRun[], frame: Frame): void => {
    for (const { image, drawn, style } of runs) {
      if (image === undefined || drawn === undefined) continue
      const placed = place(drawn, image, style.href, frame, blocks.length, wholes.enter(frame.whole))
      if (!repeats(placed, pictures.at(-1))) pictures.push(placed)
    }
  }
  /** Whether there was anything but pictures. */
  const emit = (done: Open): boolean => {
    const { frame } = done
    const pictured = done.images > 0 ? apart(done.runs, frame) : undefined
    if (pictured) {
      done.runs = pictured.runs
      draw(pictured.before, frame)
    }
    const closed = close(done, blocks.length, shapeOf, wholes)
    if (closed !== undefined) {
      for (const node of done.nodes) mark(node, closed.at)
      blocks.push(closed)
    }
    if (pictured) draw(pictured.after, frame)
    return closed !== undefined
  }
  const flush = (frame: Frame): void => {
    const done = open
    if (done.runs.length === 0 && asides.length === 0) return restart(done, frame)
    open = start(frame, frame)
    const said = done.runs.length > 0 && emit(done)
    if (!said && done.frame.post?.number === frame.post?.number) {
      open.author = done.author
      open.time = done.time
    }
    if (asides.length === 0) return
    for (const aside of asides) emit(aside)
    asides = []
  }
  return {
    text(text, node, style) {
      if (open.frame.preserve) return append(open, node, text, style)
      const folded = fold(text)
      if (folded === '' || (folded === ' ' && (open.length === 0 || open.breaks > 0))) return
      if (open.breaks > 1 || (open.breaks === 1 && open.length > 0 && isIndented(text, open.frame)))
        flush(open.frame)
      append(open, node, folded, style)
    },
    formula(tex, nodes, style) {
      const displayed = style.math === 'display'
      if (open.breaks > 1) flush(open.frame)
      if ((displayed || open.breaks > 0) && open.length > 0) {
        open.breaks = 1
        append(open, undefined, '', PLAIN)
      }
      append(open, undefined, tex, style)
      for (const node of nodes) open.nodes.push(node)
      if (displayed) open.breaks = 1
    },
    image(drawn, address, style) {
      open.images++
      if (drawn) open.runs.push(imageRun(address, drawn, style, open.breaks > 0))
    },
    lineBreak() {
      if (open.frame.preserve) append(open, undefined, '\n', PLAIN)
      else open.breaks++
    },
    line() {
      if (open.length > 0) open.breaks++
    },
    said(author, time) {
      open.author ??= author
      open.time ??= time
    },
    enter: flush,
    mark(printed, style) {
      const last = open.runs.at(-1)
      if (last !== undefined && last.image === undefined && last.text.endsWith(' ')) {
        last.text = last.text.trimEnd()
        open.spaced = true
      }
      open.runs.push(textRun(printed, style))
      open.length += printed.length
    },
    aside(frame, inside) {
      const outer = open
      open = start(frame, frame)
      inside()
      if (open.runs.length > 0) asides.push(open)
      open = outer
    },
    finish() {
      flush(root)
      const own = ownTexts(blocks.map(({ text }) => text))
      for (let at = 0; at < blocks.length; at++) blocks[at]!.text = own[at]!
      return { blocks, wholes: wholes.found, pictures: pictures.map(({ picture }) => picture) }
    },
  }
}

function start(frame: Frame, { hidden, covered, selected }: Hiding): Open {
  return {
    frame,
    hidden,
    covered,
    selected,
    runs: [],
    nodes: [],
    length: 0,
    linkLength: 0,
    links: 0,
    images: 0,
    breaks: 0,
    spaced: false,
    lastHref: undefined,
    author: undefined,
    time: undefined,
  }
}

/** Nothing was collected: what is said of a post holds on in the next element of it. */
function restart(open: Open, frame: Frame): void {
  if (open.frame.post?.number !== frame.post?.number) {
    open.author = undefined
    open.time = undefined
  }
  open.frame = frame
  open.hidden = frame.hidden
  open.covered = frame.covered
  open.selected = frame.selected
  if (open.nodes.length > 0) open.nodes = []
  open.length = 0
  open.linkLength = 0
  open.links = 0
  open.images = 0
  open.breaks = 0
  open.spaced = false
  open.lastHref = undefined
}

function append(open: Open, node: DomText | undefined, raw: string, style: InlineStyle): void {
  let text = raw
  const last = open.runs.at(-1)
  if (!open.frame.preserve) {
    if (open.breaks > 0 && last?.image !== undefined) last.apart = true
    if (open.breaks > 0 && open.length > 0) text = `\n${text.trimStart()}`
    else if (text.startsWith(' ') && (open.length === 0 || last?.text.endsWith(' '))) text = text.slice(1)
    else if (open.spaced && /^[\p{L}\p{N}]/u.test(text)) text = ` ${text}`
    open.breaks = 0
    open.spaced = false
  }
  if (text === '') return
  open.length += text.length
  if (style.href !== undefined) {
    open.linkLength += text.length
    if (style.href !== open.lastHref) open.links++
  }
  open.lastHref = style.href
  if (last !== undefined && last.style === style && last.image === undefined) last.text += text
  else open.runs.push(textRun(text, style))
  if (node !== undefined) open.nodes.push(node)
}

function fold(text: string): string {
  // Most texts of a page are the white space between its elements.
  if (text.charCodeAt(0) <= 32 && text.trim() === '') return ' '
  const shown = text.includes('\u00ad') ? text.replaceAll('\u00ad', '') : text
  return /[^\S ]| {2}/.test(shown) ? shown.replace(/\s+/g, ' ') : shown
}

function close(open: Open, at: number, shapeOf: (frame: Frame) => number, wholes: Wholes): Block | undefined {
  const { frame } = open
  const runs = frame.preserve ? trimCode(open.runs) : trim(open.runs)
  let text = ''
  for (const run of runs) text += run.text
  if (text === '') return undefined
  const kind = kindOf(frame)
  const cell = kind === 'cell' ? frame.cell : undefined
  const item = isListed(frame) ? frame.item : undefined
  if (item !== undefined) item.used = true
  return block({
    at,
    kind,
    text,
    runs: inline(runs),
    level: kind === 'heading' ? (frame.level ?? 2) : undefined,
    depth: item?.list.depth,
    group: cell?.table.group ?? item?.list.group,
    ordinal: kind === 'item' ? item?.ordinal : undefined,
    row: cell?.row,
    column: cell?.column,
    head: cell?.head ? true : undefined,
    codeLanguage: kind === 'code' ? frame.codeLanguage : undefined,
    whole: wholes.enter(frame.whole),
    place: { path: pathOf(frame) },
    dom: evidence(open, text, shapeOf),
  })
}

/** Elements whose lines hold small pictures: one at their edge is one of the line, unless it is large. */
const LINES = new Set(['p', 'li', 'td', 'th', 'dt', 'dd', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary'])

/** Takes pictures that stand by themselves at the edges of a block out of it; all of them where it has no text. */
function apart(
  runs: OpenRun[],
  { tag, preserve }: Frame,
): { before: OpenRun[]; runs: OpenRun[]; after: OpenRun[] } {
  const stands = (run: OpenRun | undefined) =>
    run?.drawn !== undefined && (!LINES.has(tag) || run.apart === true || isLarge(run.drawn))
  const isSpace = (run: OpenRun | undefined) =>
    run !== undefined && run.image === undefined && run.text.trim() === ''
  const isMark = (run: OpenRun) => run.style.note !== undefined
  if (runs.every((run) => run.image !== undefined || isSpace(run) || isMark(run)) || preserve)
    return {
      before: [],
      runs: runs.filter((run) => run.image === undefined),
      after: runs.filter((run) => run.image !== undefined),
    }
  let from = 0
  while (stands(runs[from]) || isSpace(runs[from])) from++
  let to = runs.length
  while (stands(runs[to - 1]) || isSpace(runs[to - 1])) to--
  return { before: runs.slice(0, from), runs: runs.slice(from, to), after: runs.slice(to) }
}

/** Only the first block of a list item is the item, and only a cell of a table with data is a cell. */
function kindOf(frame: Frame): Block['kind'] {
  const { kind, item, cell } = frame
  if (kind === 'cell') return cell !== undefined ? kind : 'paragraph'
  if (isListed(frame)) return item?.used ? 'paragraph' : 'item'
  return kind === 'item' ? 'paragraph' : kind
}

function isListed({ kind, item }: Frame): boolean {
  return item !== undefined && (kind === 'item' || kind === 'paragraph')
}

function evidence(open: Open, text: string, shapeOf: (frame: Frame) => number): NonNullable<Block['dom']> {
  const { frame, hidden, covered } = open
  const { up } = frame
  return {
    tag: frame.tag,
    depth: frame.depth,
    shape: shapeOf(frame),
    number: frame.number,
    parent: up?.number ?? 0,
    above: aboveOf(frame),
    zone: frame.zone,
    names: names(frame, up, text),
    links: open.links,
    linkShare: open.length === 0 ? 0 : Math.min(1, open.linkLength / open.length),
    images: open.images,
    hidden,
    covered: hidden === undefined ? covered : undefined,
    selected: open.selected,
    post: frame.post?.number,
    postAuthor: open.author,
    postTime: open.time,
    readable: undefined,
    readableStrict: undefined,
  }
}

/** Names of a block's element and of the one above. */
function names(frame: Frame, up: Frame | undefined, text: string): string {
  const own = `${frame.classes} ${ownId(frame, text).toLowerCase()}`.trim()
  if (up === undefined || up.tag === 'body') return own
  return `${own} ${up.classes} ${up.id.toLowerCase()}`.trim()
}

/** An id that is made of a heading's words repeats what it reads, and does not say what it is for. */
function ownId({ id, tag }: Frame, text: string): string {
  const isHeading = id !== '' && /^h[1-6]$/.test(tag)
  return isHeading && foldKey(id).replaceAll('_', '') === foldKey(text) ? '' : id
}
