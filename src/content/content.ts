import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  FootnoteDefinition,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Root,
} from 'mdast'
import type { Math as MathNode } from 'mdast-util-math'
import type { Block } from '../core/block.ts'
import type { Callout, Whole } from '../core/whole.ts'
import { type ContentOptions, type InlineContext, type LineBreak, phrasing } from './inline.ts'
import { type Notes, notesOf } from './notes.ts'
import { pictureNode, type StoryPicture } from './pictures.ts'
import { cellContent, hasHead, type PlacedCell, tableOf } from './table.ts'

export type { ContentOptions } from './inline.ts'

/** What was kept of a page, in its order. */
export interface Kept {
  readonly blocks: readonly Block[]
  readonly wholes: readonly Whole[]
  readonly pictures: readonly StoryPicture[]
}

/** What stands in the flow of a page; anything but a row, a cell or an item by itself. */
type Flow = BlockContent | DefinitionContent

type Leaf = { readonly block: Block } | { readonly picture: StoryPicture }
/** What was kept of a whole. */
interface Branch {
  readonly whole: Whole
  readonly parts: Part[]
}
type Part = Leaf | Branch

/** Wholes inside wholes as deep as this are told apart; nobody reads deeper ones, and writing them costs their depth. */
const DEPTH = 40

/**
 * What was kept as an mdast tree (https://github.com/syntax-tree/mdast) with the nodes of GFM (tables, struck text,
 * tasks, notes) and mathematics. What Markdown has no mark for stands between `html` nodes: `<sup>`, `<sub>`, `<ins>`,
 * `<mark>`, `<kbd>`, `<q>`, `<ruby>` with `<rt>`, and `<br>` in the cells of tables; there are no others.
 */
export function contentOf(kept: Kept, options: ContentOptions): Root {
  const notes = notesOf(kept.blocks, kept.wholes)
  const writer = new Writer(notes, options)
  const children = writer.flow(branches(kept, options))
  return { type: 'root', children: [...children, ...inOrderOfMarks(writer.definitions, children)] }
}

/** Notes in the order in which the text refers to them, as everything that numbers them counts. */
function inOrderOfMarks(notes: FootnoteDefinition[], text: readonly Flow[]): FootnoteDefinition[] {
  if (notes.length < 2) return notes
  const met = new Map<string, number>()
  const meet = (node: Nodes): void => {
    if (node.type === 'footnoteReference' && !met.has(node.identifier)) met.set(node.identifier, met.size)
    if ('children' in node) node.children.forEach(meet)
  }
  text.forEach(meet)
  const place = ({ identifier }: FootnoteDefinition) => met.get(identifier) ?? met.size
  return notes.sort((a, b) => place(a) - place(b))
}

function branches({ blocks, wholes, pictures }: Kept, { images }: ContentOptions): Part[] {
  const root: Part[] = []
  const open: Branch[] = []
  const place = (leaf: Leaf, whole: number | undefined): void => {
    const around = chain(whole, wholes)
    let same = 0
    while (same < open.length && open[same]!.whole === around[same]) same++
    open.length = same
    for (const one of around.slice(same)) {
      const branch: Branch = { whole: one, parts: [] }
      partsOf(open.at(-1), root).push(branch)
      open.push(branch)
    }
    partsOf(open.at(-1), root).push(leaf)
  }
  let next = 0
  const show = (before: number): void => {
    for (; next < pictures.length && pictures[next]!.picture.at <= before; next++)
      place({ picture: pictures[next]! }, pictures[next]!.picture.whole)
  }
  for (const block of blocks) {
    if (images) show(block.at)
    place({ block }, block.whole)
  }
  if (images) show(Number.POSITIVE_INFINITY)
  return root
}

const partsOf = (branch: Branch | undefined, root: Part[]): Part[] => branch?.parts ?? root

/** The wholes round something, outermost first. */
function chain(whole: number | undefined, wholes: readonly Whole[]): Whole[] {
  const found: Whole[] = []
  for (let i = whole; i !== undefined; i = wholes[i]!.parent) found.push(wholes[i]!)
  return found.reverse().slice(0, DEPTH)
}

/** Makes nodes of parts; the notes it meets go to the end of the tree. */
class Writer {
  readonly definitions: FootnoteDefinition[] = []
  private readonly defined = new Set<string>()
  /** Whether there is any text above, on which a comment may remark. */
  private told = false
  private readonly notes: Notes
  private readonly options: ContentOptions
  constructor(notes: Notes, options: ContentOptions) {
    this.notes = notes
    this.options = options
  }

  flow(parts: readonly Part[]): Flow[] {
    return parts.flatMap((part) => this.part(part))
  }

  private part(part: Part): Flow[] {
    if ('whole' in part) return this.whole(part)
    if ('picture' in part) return pictureNode(part.picture, this.options)
    return this.block(part.block)
  }

  private whole({ whole, parts }: Branch): Flow[] {
    switch (whole.kind) {
      case 'list':
        // forums set their threads as lists; a number or a bullet says nothing of a post
        if (parts.every(isPost)) return this.flow(parts.flatMap((part) => part.parts))
        return listsOf(this.items(parts), whole.ordered ? (whole.start ?? 1) : undefined)
      case 'item':
        return listsOf(this.items([{ whole, parts }]), whole.ordinal)
      case 'definitions':
        return listsOf(this.terms(parts), undefined)
      case 'table':
        return this.table(parts)
      case 'quote':
        return quoted(this.flow(parts))
      case 'post':
        return whole.comment === true && this.told ? quoted(this.flow(parts)) : this.flow(parts)
      case 'callout':
        return quoted(this.flow(parts), whole.callout)
      case 'summary':
        return this.flow(parts).map(emphasised)
      case 'term':
        return this.flow(parts).map(emphasised)
      case 'description':
        return this.flow(parts)
      case 'note':
        // the number of the item it was is its label
        return this.note(
          whole.label,
          parts.flatMap((part) => this.part(part)),
        )
      default:
        return this.flow(parts)
    }
  }

  private block(block: Block): Flow[] {
    const { kind, text } = block
    if (kind !== 'heading') this.told = true
    if (kind === 'code') return [codeOf(block)]
    const formula = soleFormula(block)
    if (formula !== undefined) return [formula]
    if (kind === 'figure' && block.runs === undefined) return []
    const heading = kind === 'heading' || undefined
    const children = phrasing(block.runs ?? [{ text }], this.inline(heading ? 'space' : 'break', heading))
    if (children.length === 0) return []
    return heading
      ? [{ type: 'heading', depth: depthOf(block), children }]
      : [{ type: 'paragraph', children }]
  }

  private inline(lineBreak: LineBreak, bold = false): InlineContext {
    return { ...this.options, notes: this.notes, lineBreak, bold }
  }

  private items(parts: readonly Part[]): Item[] {
    return parts.flatMap((part): Item[] => {
      if (!('whole' in part) || part.whole.kind !== 'item') {
        const children = this.flow([part])
        return children.length === 0 ? [] : [{ children }]
      }
      const { ordinal, checked } = part.whole
      const children = this.flow(part.parts)
      return children.length === 0 ? [] : [{ children, ordinal, checked }]
    })
  }

  /** Terms and what is said of them as items: the term set bold, its first description on a line of its own below. */
  private terms(parts: readonly Part[]): Item[] {
    const items: { children: Flow[] }[] = []
    let open = false
    for (const part of parts) {
      const kind = 'whole' in part ? part.whole.kind : undefined
      const children = this.flow([part])
      if (children.length === 0) continue
      const last = items.at(-1)
      if (last === undefined || (kind === 'term' && !open)) items.push({ children })
      else if (!joinLine(last.children, children)) last.children.push(...children)
      open = kind === 'term'
    }
    return items
  }

  private table(parts: readonly Part[]): Flow[] {
    const before: Flow[] = []
    const after: Flow[] = []
    const cells: PlacedCell[] = []
    const heads = new Set<number>()
    const take = (part: Part, row: number): void => {
      if ('whole' in part && part.whole.kind === 'row') {
        if (part.whole.section === 'head') heads.add(part.whole.row)
        for (const inner of part.parts) take(inner, row)
      } else if ('whole' in part && part.whole.kind === 'cell') {
        const { head, column } = part.whole
        cells.push({ row: part.whole.row, column, head, children: this.cell(part.parts) })
      } else (cells.length === 0 ? before : after).push(...this.flow([part]))
    }
    for (const part of parts) take(part, 0)
    if (cells.length === 0) return [...before, ...after]
    return [...before, tableOf(cells, hasHead(cells, heads)), ...after]
  }

  private cell(parts: readonly Part[]): PlacedCell['children'] {
    const [only] = parts
    // most cells hold one line of text
    if (parts.length === 1 && only !== undefined && 'block' in only && only.block.kind !== 'code')
      return this.line(only.block)
    return cellContent(this.flow(parts))
  }

  private line({ text, runs }: Block): PlacedCell['children'] {
    return phrasing(runs ?? [{ text }], this.inline('tag'))
  }

  private note(label: string, children: Flow[]): Flow[] {
    const names = this.notes.names(label)
    // a mark given twice leads to the first note; the others stay where they stand
    if (names === undefined || this.defined.has(names.identifier)) return children
    this.defined.add(names.identifier)
    this.definitions.push({ type: 'footnoteDefinition', ...names, children })
    return []
  }
}

/** An item that is a post of a thread. */
function isPost(part: Part): part is Branch {
  return (
    'whole' in part &&
    part.whole.kind === 'item' &&
    part.parts.every((inner) => 'whole' in inner && inner.whole.kind === 'post')
  )
}

interface Item {
  readonly children: Flow[]
  readonly ordinal?: number | undefined
  readonly checked?: boolean | undefined
}

/**
 * Items as lists: Markdown numbers the items of a list without gaps, so what is numbered otherwise is several lists.
 * `first` is the number of the first item that has none of its own; undefined for bullets.
 */
function listsOf(items: readonly Item[], first: number | undefined): List[] {
  let next = first
  const numbered = items
    .filter(({ children }) => children.length > 0)
    .map((item) => {
      const number = valid(item.ordinal ?? (first === undefined ? undefined : next))
      next = number === undefined ? undefined : number + 1
      return { ...item, number }
    })
  const runs = chunked(numbered, (a, b) => b.number === (a.number === undefined ? undefined : a.number + 1))
  return runs.map((run): List => {
    const start = run[0]!.number
    const children = run.map(listItem)
    return { type: 'list', ordered: start !== undefined, start: start ?? null, spread: false, children }
  })
}

/** Numbers CommonMark reads: up to nine digits. */
function valid(ordinal: number | undefined): number | undefined {
  return ordinal !== undefined && ordinal >= 0 && ordinal <= 999_999_999 ? ordinal : undefined
}

function listItem({ children, checked }: Item): ListItem {
  const spread = children.some((child, i) => i > 0 && child.type !== 'list')
  // the box of a task stands in its first paragraph
  const box = children[0]?.type === 'paragraph' ? checked : undefined
  return { type: 'listItem', spread, checked: box ?? null, children }
}

function chunked<T>(values: readonly T[], together: (before: T, after: T) => boolean): T[][] {
  const out: T[][] = []
  values.forEach((value, i) => {
    if (i > 0 && together(values[i - 1]!, value)) out.at(-1)!.push(value)
    else out.push([value])
  })
  return out
}

function codeOf({ text, codeLanguage }: Block): BlockContent {
  const lang = codeLanguage !== undefined && /^[\w+#.-]{1,30}$/.test(codeLanguage) ? codeLanguage : null
  return { type: 'code', lang, meta: null, value: text }
}

/** A formula that is all there is of its block, set apart from the text. */
function soleFormula({ runs, text }: Block): MathNode | undefined {
  const formula = runs?.find(({ math }) => math === 'display')
  if (formula === undefined || formula.text.trim() !== text.trim()) return undefined
  const value = formula.text.replace(/\r\n?/g, '\n').trim()
  const children = [{ type: 'text' as const, value }]
  const className = ['language-math', 'math-display']
  const code = { type: 'element' as const, tagName: 'code', properties: { className }, children }
  return { type: 'math', meta: null, value, data: { hName: 'pre', hChildren: [code] } }
}

function depthOf({ level = 2 }: Block): 1 | 2 | 3 | 4 | 5 | 6 {
  return Math.min(6, Math.max(1, level)) as 1 | 2 | 3 | 4 | 5 | 6
}

function quoted(children: Flow[], callout?: Callout): Flow[] {
  if (children.length === 0) return []
  const quote: Blockquote = { type: 'blockquote', children }
  return [callout === undefined ? quote : { ...quote, data: { callout } }]
}

declare module 'mdast' {
  interface BlockquoteData {
    /** Set where the quotation is no quotation but a hint or a warning set apart from the text. */
    callout?: Callout | undefined
  }
  interface FootnoteReferenceData {
    /** The mark as printed, where the label is another. */
    mark?: string | undefined
  }
}

function emphasised(node: Flow): Flow {
  if (node.type !== 'paragraph') return node
  return { ...node, children: [{ type: 'strong', children: node.children.flatMap(unmarked) }] }
}

const unmarked = (child: Paragraph['children'][number]) =>
  child.type === 'strong' ? child.children : [child]

/** Puts a paragraph on a line of its own below the paragraph that ends `above`. */
function joinLine(above: Flow[], below: readonly Flow[]): boolean {
  const [first, ...more] = below
  const last = above.at(-1)
  if (above.length !== 1 || last?.type !== 'paragraph' || first?.type !== 'paragraph') return false
  if (last.children.some(({ type }) => type === 'break') && last.children.at(-1)?.type !== 'strong')
    return false
  above[0] = { ...last, children: [...last.children, { type: 'break' }, ...first.children] }
  above.push(...more)
  return true
}
