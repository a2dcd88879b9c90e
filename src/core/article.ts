import type { Root } from 'mdast'
import type { BlockKind } from './block.ts'
import type { Door, LimitHit, Note } from './page.ts'
import type { Role } from './role.ts'
import type { Vote } from './vote.ts'
import type { WholeKind } from './whole.ts'

/** Where a field's value came from. */
export interface Evidence {
  /** A claim's origin and key (`json-ld NewsArticle.headline`), or the rule that saw the line (`line byline`). */
  readonly from: string
  /** The string as it stands on the page. */
  readonly raw: string
  /** Parts of what was written that were taken off as spam. */
  readonly cut?: readonly string[]
  /** What other places said instead. */
  readonly alternatives?: readonly { readonly value: string; readonly from: string }[]
  /** What was said but cannot be, with the reason. Where it is all there was, the field is absent and has evidence only. */
  readonly refused?: readonly { readonly value: string; readonly from: string; readonly why: string }[]
}

export type PageType =
  | 'article'
  | 'forum'
  | 'documentation'
  | 'product'
  | 'listing'
  | 'collection'
  | 'service'
  | 'other'

/** One contribution to a thread. */
export interface Post {
  /** As printed. */
  readonly author?: string
  /** ISO 8601 with the precision given. */
  readonly published?: string
  readonly text: string
}

/**
 * The tree of an article. Besides the nodes of mdast, GFM and mathematics (`math`, `inlineMath`) there are `html` nodes,
 * of these tags only: `<sup>`, `<sub>`, `<ins>`, `<mark>`, `<kbd>`, `<q>`, `<ruby>` with `<rt>`, each with its end tag
 * in the same parent, and `<br>` in the cells of tables.
 */
export type Content = Root

/** One clean article. Every field but `text` is absent where nothing on the page supports it. */
export interface Article {
  readonly title?: string
  /** True where no title stood on the page and one was derived from the text. */
  readonly titleInferred?: true
  readonly subtitle?: string
  readonly kicker?: string
  /** As printed. */
  readonly byline?: string
  readonly authors?: readonly string[]
  readonly editors?: readonly string[]
  /** The original outlet the page credits. */
  readonly source?: string
  readonly site?: string
  /** ISO 8601 with the precision printed; an offset only where the page gives one. */
  readonly published?: string
  readonly modified?: string
  /** Place of the dateline (`BEIJING`). */
  readonly dateline?: string
  readonly printPage?: string
  /** BCP 47. */
  readonly language?: string
  /** Shares of the article's text by language, largest first, summing to 1. */
  readonly languages?: readonly { readonly language: string; readonly share: number }[]
  readonly direction?: 'ltr' | 'rtl'
  readonly section?: string
  readonly breadcrumb?: readonly string[]
  readonly description?: string
  readonly tags?: readonly string[]
  readonly url?: string
  /** The address the page names as its own. */
  readonly canonicalUrl?: string
  /** Host of the canonical address, else of the one the page came from, lower case, without `www.`; absent where neither is known. */
  readonly hostname?: string
  readonly image?: string
  readonly license?: string
  readonly paywalled?: boolean
  readonly pageType?: PageType
  /** 0 to 1: how sure `pageType` is. */
  readonly pageTypeConfidence?: number
  readonly text: string
  readonly markdown: string
  /**
   * What was kept as an mdast tree (https://github.com/syntax-tree/mdast) with the nodes of GFM and mathematics, without
   * positions: `text` and `markdown` are written from it, and so is HTML. Absent where the pipeline says `content: false`.
   */
  readonly content?: Content
  readonly captions?: readonly string[]
  /** The posts of a forum page, in order, where its markup tells them apart; `text` holds them all. */
  readonly posts?: readonly Post[]
  readonly wordCount: number
  /**
   * SimHash of 64 bits over the words of `text`, as 16 hexadecimal digits: those of near-duplicates differ in few bits. Every article of a record has one.
   */
  readonly fingerprint?: string
  /** 0 to 1: how sure the judge was of this article's blocks. */
  readonly confidence: number
  readonly evidence: Readonly<Record<string, Evidence>>
}

/** The fields of an article in the order they are written and shown. */
export const ARTICLE_FIELDS = [
  'title',
  'titleInferred',
  'subtitle',
  'kicker',
  'byline',
  'authors',
  'editors',
  'source',
  'site',
  'published',
  'modified',
  'dateline',
  'printPage',
  'language',
  'languages',
  'direction',
  'section',
  'breadcrumb',
  'description',
  'tags',
  'url',
  'canonicalUrl',
  'hostname',
  'image',
  'license',
  'paywalled',
  'pageType',
  'pageTypeConfidence',
  'text',
  'markdown',
  'content',
  'captions',
  'posts',
  'wordCount',
  'fingerprint',
  'confidence',
  'evidence',
] as const satisfies readonly (keyof Article)[]

/** A block with its verdict, as `--explain` prints it. */
export interface ExplainedBlock {
  readonly at: number
  readonly kind: BlockKind
  readonly role: Role
  readonly kept: boolean
  readonly text: string
  readonly lines?: readonly [number, number]
  readonly path?: string
  /** The table, list or the like it is part of, with its first and last block. */
  readonly whole?: { readonly kind: WholeKind; readonly from: number; readonly to: number }
  readonly score: number
  readonly votes: readonly Vote[]
}

export interface Reason {
  /** Stable, kebab case: `empty`, `binary`, `not-an-article`, `language`, `timeout` ... */
  readonly code: string
  readonly message: string
  /** For `failed`: the stage that broke (`decode`, `read`, `judge` ...). */
  readonly stage?: string
}

/** Where a page's bytes lie: a file, and in a file of many pages its part of it, packed as it lies there. */
export interface Origin {
  readonly file: string
  readonly offset: number
  /** Bytes. */
  readonly length: number
}

/** What became of one input. `in = clean + rejected + failed`, each input exactly once. */
export interface Outcome {
  readonly id: string
  readonly input: {
    readonly path: string | null
    readonly url: string | null
    readonly kind: Door | null
    readonly charset: string | null
    /** How the charset was known. */
    readonly charsetFrom: string | null
    readonly bytes: number
    /** ISO 8601 moment of retrieval, where it is known. */
    readonly retrieved?: string
    /** The caller's own fields, as they were handed in; absent where there were none. */
    readonly fields?: Readonly<Record<string, unknown>>
    /** In a file of many pages; absent where the page does not lie there by itself: packed with others, or piped. */
    readonly origin?: Origin
  }
  readonly status: 'clean' | 'rejected' | 'failed'
  readonly reason: Reason | null
  readonly articles: readonly Article[]
  readonly dropped: {
    readonly blocks: number
    readonly chars: number
    readonly byRole: Readonly<Record<string, number>>
    readonly byRule: Readonly<Record<string, number>>
  }
  /** Limits the reader ran into; absent where there were none. */
  readonly limits?: readonly LimitHit[]
  /** Claims left out because they are spam, and characters in disguise; absent where there were none. */
  readonly notes?: readonly Note[]
  readonly blocks?: readonly ExplainedBlock[]
}
