import type { Html, InlineCode, PhrasingContent } from 'mdast'
import type { InlineMath } from 'mdast-util-math'
import type { Run } from '../core/block.ts'
import { linkAddress, pictureAddress } from './address.ts'
import { isMark, type Notes } from './notes.ts'

/** What of the page's markup goes into the tree. */
export interface ContentOptions {
  /** Links; without them their text stays. */
  readonly links: boolean
  /** Pictures; without them nothing stands for one. */
  readonly images: boolean
}

/** What stands for a line break: nothing in a heading, a tag in a cell, which has but one line in Markdown. */
export type LineBreak = 'break' | 'space' | 'tag'

export interface InlineContext extends ContentOptions {
  readonly notes: Notes
  readonly lineBreak: LineBreak
  /** True where all is bold already: a heading. */
  readonly bold: boolean
}

/** What goes round text, in the order in which what reaches equally far is nested, outermost first. */
const MARKS = [
  'link',
  'delete',
  'ins',
  'mark',
  'q',
  'kbd',
  'ruby',
  'emphasis',
  'strong',
  'sub',
  'sup',
] as const
type Mark = (typeof MARKS)[number]

/** A stretch of one style: text, or something that is a node by itself. */
interface Piece {
  readonly text: string
  readonly node?: PhrasingContent | undefined
  /** The marks round it; for `link` and `ruby` the address and the reading, else the empty string. */
  readonly marks: ReadonlyMap<Mark, string>
}

/** Runs as phrasing content: neighbours of one style are one, and a mark touches what it marks. */
export function phrasing(runs: readonly Run[], context: InlineContext): PhrasingContent[] {
  const pieces = joined(runs.flatMap((run) => pieceOf(run, context)))
  return tidy(nest(trimmed(pieces).inner, NONE, context))
}

const NONE: ReadonlySet<Mark> = new Set()

function pieceOf(run: Run, context: InlineContext): Piece[] {
  const marks = marksOf(run, context)
  if (run.image !== undefined) {
    const url = context.images ? pictureAddress(run.image) : undefined
    const alt = line(run.alt ?? '')
    return url === undefined ? [] : [{ text: '', marks, node: { type: 'image', title: null, url, alt } }]
  }
  const note = isMark(run) ? context.notes.reference(run.note, run.text) : undefined
  if (note !== undefined) return [{ text: '', marks: new Map(), node: note }]
  if (run.text === '') return []
  if (run.math !== undefined && run.text.trim() !== '')
    return [{ text: '', marks, node: inlineMath(line(run.text)) }]
  // a key says so by a mark of its own
  if (run.code && run.edit !== 'kbd' && run.text.trim() !== '') return codeLines(run.text, marks)
  return [{ text: run.text, marks }]
}

function marksOf(run: Run, { links, bold, notes }: InlineContext): ReadonlyMap<Mark, string> {
  const marks = new Map<Mark, string>()
  const href = links && run.href !== undefined ? linkAddress(run.href) : undefined
  if (href !== undefined) marks.set('link', href)
  if (run.edit !== undefined) marks.set(run.edit === 'del' ? 'delete' : run.edit, '')
  if (run.italic) marks.set('emphasis', '')
  if (run.bold && !bold) marks.set('strong', '')
  if (run.reading !== undefined) marks.set('ruby', line(run.reading))
  // the mark of a note that is not there is raised, so that it never joins the word before it
  const shift = run.shift ?? (run.note !== undefined && !notes.has(run.note) ? 'sup' : undefined)
  if (shift !== undefined) marks.set(shift, '')
  return marks
}

/** Code has no line breaks in Markdown: every line of it is code by itself. */
function codeLines(text: string, marks: Piece['marks']): Piece[] {
  return text
    .split('\n')
    .flatMap((value, i) => [
      ...(i === 0 ? [] : [{ text: '\n', marks }]),
      ...(value.trim() === '' ? [{ text: value, marks }] : [{ text: '', marks, node: code(value) }]),
    ])
}

const code = (value: string): InlineCode => ({ type: 'inlineCode', value })

export function inlineMath(value: string): InlineMath {
  const className = ['language-math', 'math-inline']
  const hChildren = [{ type: 'text' as const, value }]
  return { type: 'inlineMath', value, data: { hName: 'code', hProperties: { className }, hChildren } }
}

/** On one line. */
export function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    const merged = last !== undefined && sameMarks(last, piece) ? merge(last, piece) : undefined
    if (merged !== undefined) out[out.length - 1] = merged
    else {
      // two formulas with nothing between them would be read as one
      if (last?.node?.type === 'inlineMath' && piece.node?.type === 'inlineMath')
        out.push({ text: ' ', marks: new Map() })
      out.push(piece)
    }
  }
  return out
}

function merge(a: Piece, b: Piece): Piece | undefined {
  if (a.node === undefined && b.node === undefined) return { text: a.text + b.text, marks: a.marks }
  if (a.node?.type === 'inlineCode' && b.node?.type === 'inlineCode')
    return { text: '', marks: a.marks, node: code(a.node.value + b.node.value) }
  return undefined
}

function sameMarks({ marks: a }: Piece, { marks: b }: Piece): boolean {
  if (a.size !== b.size) return false
  for (const [mark, value] of a) if (b.get(mark) !== value) return false
  return true
}

/** Of the marks round a piece the one that reaches farthest is written first, and what it holds by the same rule. */
function nest(pieces: readonly Piece[], open: ReadonlySet<Mark>, context: InlineContext): PhrasingContent[] {
  const out: PhrasingContent[] = []
  for (let i = 0; i < pieces.length; ) {
    const [mark, end] = widest(pieces, i, open)
    if (mark === undefined) out.push(...leaves(pieces[i]!, context))
    else {
      const { lead, inner, tail } = trimmed(pieces.slice(i, end))
      out.push(...lines(lead, context))
      if (inner.length > 0) {
        const children = tidy(nest(inner, new Set([...open, mark]), context))
        out.push(...wrapped(mark, inner[0]!.marks.get(mark)!, children))
      }
      out.push(...lines(tail, context))
    }
    i = end
  }
  return out
}

function widest(
  pieces: readonly Piece[],
  from: number,
  open: ReadonlySet<Mark>,
): readonly [Mark | undefined, number] {
  let found: Mark | undefined
  let end = from + 1
  for (const mark of MARKS) {
    const value = pieces[from]!.marks.get(mark)
    if (value === undefined || open.has(mark)) continue
    let to = from + 1
    while (to < pieces.length && pieces[to]!.marks.get(mark) === value) to++
    if (found === undefined || to > end) [found, end] = [mark, to]
  }
  return [found, end]
}

/** Takes the white space at both ends off. */
function trimmed(pieces: readonly Piece[]): { lead: string; inner: Piece[]; tail: string } {
  const inner = [...pieces]
  let lead = ''
  let tail = ''
  while (inner[0] !== undefined && inner[0].node === undefined) {
    const { text, marks } = inner[0]
    const rest = text.trimStart()
    lead += text.slice(0, text.length - rest.length)
    if (rest !== '') {
      inner[0] = { text: rest, marks }
      break
    }
    inner.shift()
  }
  for (let last = inner.at(-1); last !== undefined && last.node === undefined; last = inner.at(-1)) {
    const rest = last.text.trimEnd()
    tail = last.text.slice(rest.length) + tail
    if (rest !== '') {
      inner[inner.length - 1] = { text: rest, marks: last.marks }
      break
    }
    inner.pop()
  }
  return { lead, inner, tail }
}

function leaves({ text, node }: Piece, context: InlineContext): PhrasingContent[] {
  return node === undefined ? lines(text, context) : [node]
}

export const html = (value: string): Html => ({ type: 'html', value })

function lines(text: string, { lineBreak }: InlineContext): PhrasingContent[] {
  if (text === '') return []
  if (!text.includes('\n')) return [{ type: 'text', value: text }]
  if (lineBreak === 'space') return [{ type: 'text', value: text.replace(/\s+/g, ' ') }]
  return text
    .split('\n')
    .flatMap((value, i) => [
      ...(i === 0 ? [] : [lineBreak === 'tag' ? html('<br>') : ({ type: 'break' } as const)]),
      ...(value === '' ? [] : [{ type: 'text' as const, value }]),
    ])
}

function wrapped(mark: Mark, value: string, children: PhrasingContent[]): PhrasingContent[] {
  switch (mark) {
    case 'link':
      return [{ type: 'link', title: null, url: value, children }]
    case 'delete':
    case 'emphasis':
    case 'strong':
      return [{ type: mark, children }]
    case 'ruby': {
      const reading: PhrasingContent = { type: 'text', value }
      return [html('<ruby>'), ...children, html('<rt>'), reading, html('</rt>'), html('</ruby>')]
    }
    default:
      return [html(`<${mark}>`), ...children, html(`</${mark}>`)]
  }
}

/** Neighbouring texts as one, without white space beside a line break. */
export function tidy(children: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = []
  for (const child of children) {
    const last = out.at(-1)
    if (child.type === 'text' && last?.type === 'text')
      out[out.length - 1] = { type: 'text', value: last.value + child.value }
    else out.push(child)
  }
  return out.flatMap((child, i): PhrasingContent[] => {
    if (child.type !== 'text') return [child]
    const start = isBreak(out[i - 1]) ? child.value.trimStart() : child.value
    const value = isBreak(out[i + 1]) ? start.trimEnd() : start
    return value === '' ? [] : [{ type: 'text', value }]
  })
}

function isBreak(node: PhrasingContent | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'html' && node.value === '<br>')
}
