/** What a block is on the page, whatever door it came through. What it *is for* is a {@link Role}. */
export type BlockKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'code' | 'cell' | 'caption' | 'figure'

/** One run of inline content. A block's `text` is its runs' texts joined. */
export interface Run {
  /** White space folded; empty for a picture. */
  readonly text: string
  /** Absolute where the page's address is known, else as printed. */
  readonly href?: string | undefined
  /** Set in bold. */
  readonly bold?: true | undefined
  /** Set in italics. */
  readonly italic?: true | undefined
  /** Set as code. */
  readonly code?: true | undefined
  /** Raised or lowered: an exponent, an index. */
  readonly shift?: 'sup' | 'sub' | undefined
  /** What the element says of the text: struck out, put in, marked, a key, a quotation. */
  readonly edit?: 'del' | 'ins' | 'mark' | 'kbd' | 'q' | undefined
  /** The text is a formula in TeX, without its delimiters. */
  readonly math?: 'inline' | 'display' | undefined
  /** The text is the mark of this note (`NoteWhole.label`). */
  readonly note?: string | undefined
  /** How the text is read aloud (`rt` of a `ruby`). */
  readonly reading?: string | undefined
  /** Address of an image standing in the run, absolute where the page's address is known; `text` is then empty. */
  readonly image?: string | undefined
  /** The image's description; empty where it has none. */
  readonly alt?: string | undefined
}

/** Landmark or sectioning element nearest above a block; `undefined` where there is none. */
export type Zone = 'main' | 'article' | 'nav' | 'header' | 'footer' | 'aside' | 'form' | 'dialog' | 'figure'

/** What hides a block: an attribute, a style of its own or of a sheet, `noscript`. */
export type HiddenBy =
  | 'attribute'
  | 'style'
  | 'aria'
  | 'offscreen'
  | 'tiny'
  | 'clipped'
  | 'colour'
  | 'noscript'

/** What only a DOM knows of a block. Absent as a whole for text dumps: what cannot be known is undefined, never 0. */
export interface DomEvidence {
  /** Name of the element that owns the block, lower case. */
  readonly tag: string
  /** Number of ancestors. */
  readonly depth: number
  /** Same number, same chain of tags and classes from the root. */
  readonly shape: number
  /** Number of the element itself: blocks cut out of one share it. */
  readonly number: number
  /** Number of the parent element: siblings share it. */
  readonly parent: number
  /** Numbers of the elements above the owner, nearest first: the parent, its parent, and so on to the root. */
  readonly above: readonly number[]
  /** Landmark nearest above. */
  readonly zone?: Zone | undefined
  /** Class and id words of the owner and its parent, lower case, space separated; far ancestors lie too often. */
  readonly names: string
  /** Number of links in the block, or around it. */
  readonly links: number
  /** Share of the block's characters that stand in links, 0 to 1. */
  readonly linkShare: number
  /** Number of pictures in it. */
  readonly images: number
  /** How its own attributes, or those above, hide it; absent where they do not. */
  readonly hidden?: HiddenBy | undefined
  /** Hidden by a rule of the page's own style sheets: weaker, as scripts take it back. */
  readonly covered?: HiddenBy | undefined
  /** Selectors of rules (`Rule.selectors`) that fit the element or one around it; absent where none does. */
  readonly selected?: readonly string[] | undefined
  /** Number of the nearest element above, or the element itself, that is marked as a post of a thread. */
  readonly post?: number | undefined
  /** Writer of that post where its markup says it in or just before this block, as written. */
  readonly postAuthor?: string | undefined
  /** Its time, likewise. */
  readonly postTime?: string | undefined
  /** Share of the block's characters Readability kept, 0 to 1; undefined where Readability did not run. */
  readonly readable?: number | undefined
  /** The same for its first, strictest attempt, when that found at least 150 characters. */
  readonly readableStrict?: number | undefined
}

/** What only a text dump knows of a block. */
export interface TextEvidence {
  /** Blank lines (or the page's edge) directly above. */
  readonly blankBefore: number
  /** The same directly below. */
  readonly blankAfter: number
  /** Columns of white space before the first character; a full-width space counts two. */
  readonly indent: number
  /** The bullet as printed, where there was one. */
  readonly bullet?: string | undefined
  /** True where the block was cut out of a longer line (a flattened list, glued sentences). */
  readonly cut?: true | undefined
}

/** Where a block stands: in lines of a text dump, or in an element of HTML. */
export type Place =
  | {
      /** First and last line, from 1, inclusive. */
      readonly lines: readonly [from: number, to: number]
    }
  | {
      /** Elements from the root (`html>body>main>p`). */
      readonly path: string
    }

/** The unit every verdict is about: one paragraph, heading, list item, cell ... in reading order. */
export interface Block {
  /** Position in `Page.blocks`. */
  readonly at: number
  /** What it is on the page. */
  readonly kind: BlockKind
  /** White space folded to single spaces, trimmed; line breaks kept in code and verse. Never empty. */
  readonly text: string
  /** Inline markup; absent when the block is plain text. */
  readonly runs?: readonly Run[] | undefined
  /** Heading level 1 to 6. */
  readonly level?: number | undefined
  /** List nesting, 1 for an outermost item. */
  readonly depth?: number | undefined
  /** Items of one list and cells of one table share this number. */
  readonly group?: number | undefined
  /** The number printed before an item; absent where there is none. */
  readonly ordinal?: number | undefined
  /** Row of a cell, from 0. */
  readonly row?: number | undefined
  /** Column of a cell, from 0. */
  readonly column?: number | undefined
  /** Set for a header cell. */
  readonly head?: true | undefined
  /** Language of a code block, where the page names it. */
  readonly codeLanguage?: string | undefined
  /** Set where the block was cut out of the one before it. */
  readonly cutFrom?:
    | {
        /** Position of that block. */
        readonly at: number
        /** Characters of its text before the cut. */
        readonly offset: number
        /** What was cut, with its white space. */
        readonly raw: string
      }
    | undefined
  /** The innermost whole it is part of, by its place in `Page.wholes`; see `wholesAround`. */
  readonly whole?: number | undefined
  /** Where it stands. */
  readonly place: Place
  /** What only a DOM knows of it; absent for text dumps. */
  readonly dom?: DomEvidence | undefined
  /** What only a text dump knows of it; absent for HTML. */
  readonly layout?: TextEvidence | undefined
}

/** The same block with every field spelled out: records of one shape are read many times faster than records of many. */
export function block(fields: Block): Block {
  return {
    at: fields.at,
    kind: fields.kind,
    text: fields.text,
    runs: fields.runs,
    level: fields.level,
    depth: fields.depth,
    group: fields.group,
    ordinal: fields.ordinal,
    row: fields.row,
    column: fields.column,
    head: fields.head,
    codeLanguage: fields.codeLanguage,
    cutFrom: fields.cutFrom,
    whole: fields.whole,
    place: fields.place,
    dom: fields.dom,
    layout: fields.layout,
  }
}

/** The same run with every field spelled out, for the same reason. */
export function run(fields: Run): Run {
  return {
    text: fields.text,
    href: fields.href,
    bold: fields.bold,
    italic: fields.italic,
    code: fields.code,
    shift: fields.shift,
    edit: fields.edit,
    math: fields.math,
    note: fields.note,
    reading: fields.reading,
    image: fields.image,
    alt: fields.alt,
  }
}

/** What hides it from readers, its own attributes or the page's style sheets; undefined where nothing does. */
export function hiddenBy({ dom }: Pick<Block, 'dom'>): HiddenBy | undefined {
  return dom?.hidden ?? dom?.covered
}

export function isHidden(block: Pick<Block, 'dom'>): boolean {
  return hiddenBy(block) !== undefined
}

/** Share of a block's characters from which it is nothing but a link. */
const ALL_LINK = 0.9

/** Where a block leads that is nothing but a link; undefined for any other, and in a dump. */
export function soleLink({ dom, runs }: Block): string | undefined {
  if (dom === undefined || dom.linkShare < ALL_LINK) return undefined
  return runs?.find((run) => run.href !== undefined)?.href
}

/** Nothing but a link to another page. */
export function leadsElsewhere(block: Block): boolean {
  return soleLink(block)?.startsWith('#') === false
}
