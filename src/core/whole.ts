import type { Block } from './block.ts'

/**
 * What a reader keeps or throws away as one thing: a table, not its third cell. Wholes are nested intervals over the
 * stream of blocks, made once by the reader: the HTML door has them from elements, the text door from layout.
 */
interface Extent {
  /** Position in `Page.wholes`. A whole stands behind the one it is part of. */
  readonly number: number
  /** The whole it is directly part of. */
  readonly parent?: number | undefined
  /** Position of the first block inside. */
  readonly from: number
  /** Position of the last block inside, inclusive; below `from` where there is none. */
  readonly to: number
}

/** A list; its items are wholes of their own and may hold paragraphs, code, quotations and further lists. */
export interface ListWhole extends Extent {
  /** Tells it from other wholes. */
  readonly kind: 'list'
  /** Whether its items are numbered. */
  readonly ordered: boolean
  /** Number of the first item; absent for 1 and for lists without numbers. */
  readonly start?: number | undefined
  /** Counts down. */
  readonly reversed?: true | undefined
}

/** An item of a list. */
export interface ItemWhole extends Extent {
  /** Tells it from other wholes. */
  readonly kind: 'item'
  /** The number printed before it. */
  readonly ordinal?: number | undefined
  /** State of the box before a task; absent where there is no box. */
  readonly checked?: boolean | undefined
}

/** A row of a table that holds data. */
export interface RowWhole extends Extent {
  /** Tells it from other wholes. */
  readonly kind: 'row'
  /** 0-based, in the order shown: head, bodies, foot. */
  readonly row: number
  /** Where it stands: `thead`, `tbody` or `tfoot`. */
  readonly section: 'head' | 'body' | 'foot'
}

/** Place and spans of a cell as the table model of the HTML standard (4.9.12) gives them; 0-based. */
export interface CellWhole extends Extent {
  /** Tells it from other wholes. */
  readonly kind: 'cell'
  /** Its first row, from 0. */
  readonly row: number
  /** Its first column, from 0. */
  readonly column: number
  /** Rows it covers, from 1. */
  readonly rowSpan: number
  /** Columns it covers, from 1. */
  readonly columnSpan: number
  /** Whether it is a header cell. */
  readonly head: boolean
}

/** A footnote or endnote. */
export interface NoteWhole extends Extent {
  /** Tells it from other wholes. */
  readonly kind: 'note'
  /** The mark that refers to it (see {@link Run.note}). */
  readonly label: string
}

/** Kinds of callouts, those GitHub has. */
export type Callout = 'note' | 'tip' | 'important' | 'warning' | 'caution'

/** A hint or a warning set apart from the text. */
export interface CalloutWhole extends Extent {
  /** Tells it from other wholes. */
  readonly kind: 'callout'
  /** What it is, as its class names have it; `note` where they say nothing. */
  readonly callout: Callout
}

/** A contribution to a thread: a comment, an answer, a message. */
export interface PostWhole extends Extent {
  /** Tells it from other wholes. */
  readonly kind: 'post'
  /** It remarks on what stands above it, or on the post around it, as its name says. */
  readonly comment?: true | undefined
}

/** Wholes that are told by their kind alone. */
export interface PlainWhole extends Extent {
  /** What it is. */
  readonly kind:
    | 'table'
    | 'quote'
    // a listing; its text is one block of kind `code`, its label or caption others
    | 'code'
    | 'figure'
    // caption of a figure or table, with its credit
    | 'caption'
    | 'verse'
    | 'dialogue'
    // a list of terms and their descriptions
    | 'definitions'
    | 'term'
    | 'description'
    // all notes of a page
    | 'notes'
    // what unfolds under a summary
    | 'details'
    | 'summary'
    // a teaser: a headline, a link, perhaps a date and a sentence, of another page
    | 'card'
}

/** What a reader keeps or throws away as one thing. */
export type Whole =
  | ListWhole
  | ItemWhole
  | RowWhole
  | CellWhole
  | NoteWhole
  | CalloutWhole
  | PostWhole
  | PlainWhole
/** What a whole is. */
export type WholeKind = Whole['kind']

/** The wholes with their extents as the blocks have it that name them (`Block.whole`). */
export function withExtents(wholes: readonly Whole[], blocks: readonly Block[]): readonly Whole[] {
  if (wholes.length === 0) return wholes
  const from = new Int32Array(wholes.length).fill(blocks.length)
  const to = new Int32Array(wholes.length).fill(-1)
  const reach = (whole: number, first: number, last: number) => {
    if (first < from[whole]!) from[whole] = first
    if (last > to[whole]!) to[whole] = last
  }
  for (const { at, whole } of blocks) if (whole !== undefined) reach(whole, at, at)
  // parts stand behind their wholes, so that going backwards meets every part before its whole
  for (let i = wholes.length - 1; i >= 0; i--) {
    const { parent } = wholes[i]!
    if (parent !== undefined) reach(parent, from[i]!, to[i]!)
  }
  return wholes.map((whole, i) => ({ ...whole, from: from[i]!, to: to[i]! }))
}

/** The wholes a block is part of, innermost first. */
export function* wholesAround(block: Pick<Block, 'whole'>, wholes: readonly Whole[]): Generator<Whole> {
  for (let i = block.whole; i !== undefined; i = wholes[i]!.parent) yield wholes[i]!
}

/** Wholes a reader takes in as one thing; the others only hold what stands in them. */
export const READ_AS_ONE: ReadonlySet<WholeKind> = new Set([
  'list',
  'table',
  'definitions',
  'quote',
  'verse',
  'dialogue',
  'notes',
  'code',
  'callout',
])
