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
  /** What other places said instead, in the order they were believed; absent where all agree. */
  readonly alternatives?: readonly {
    /** In the form of the field. */
    readonly value: string
    /** As {@link Evidence.from}. */
    readonly from: string
  }[]
  /** What was said but cannot be, with the reason. Where it is all there was, the field is absent and has evidence only. */
  readonly refused?: readonly {
    /** As written. */
    readonly value: string
    /** As {@link Evidence.from}. */
    readonly from: string
    /** For a person. */
    readonly why: string
  }[]
}

/** What a page is as a whole; `other` where it is none of these. */
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
  /** Its paragraphs, parted by an empty line. Never empty. */
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
  /** The headline as printed, without site and section. */
  readonly title?: string
  /** True where no title stood on the page and one was derived from the text. */
  readonly titleInferred?: true
  /** The deck below the headline, as printed. */
  readonly subtitle?: string
  /** The line above the headline, as printed. */
  readonly kicker?: string
  /** As printed. */
  readonly byline?: string
  /** Names of persons or desks, in the order printed, without the words around them. */
  readonly authors?: readonly string[]
  /** Names, as {@link Article.authors}. */
  readonly editors?: readonly string[]
  /** The original outlet the page credits. */
  readonly source?: string
  /** Name of the outlet whose page it is. */
  readonly site?: string
  /** ISO 8601 with the precision printed; an offset only where the page gives one. */
  readonly published?: string
  /** As {@link Article.published}. */
  readonly modified?: string
  /** Place of the dateline (`BEIJING`). */
  readonly dateline?: string
  /** Page of the printed paper, as printed. */
  readonly printPage?: string
  /** BCP 47. */
  readonly language?: string
  /** Shares of the article's text by language, largest first, summing to 1. */
  readonly languages?: readonly {
    /** BCP 47. */
    readonly language: string
    /** Above 0 to 1. */
    readonly share: number
  }[]
  /** Of the language's script. */
  readonly direction?: 'ltr' | 'rtl'
  /** The section the page stands in, as named there. */
  readonly section?: string
  /** The way through the site, outermost first, without the title. */
  readonly breadcrumb?: readonly string[]
  /** The page's own summary. */
  readonly description?: string
  /** Keywords, in the order named, each once. */
  readonly tags?: readonly string[]
  /** The address the page came from, as handed in. */
  readonly url?: string
  /** The address the page names as its own. */
  readonly canonicalUrl?: string
  /** Host of the canonical address, else of the one the page came from, lower case, without `www.`; absent where neither is known. */
  readonly hostname?: string
  /** Address of the main picture the page names, absolute where that is known. */
  readonly image?: string
  /** Name or address, as the page says it. */
  readonly license?: string
  /** Whether the page says that it shows a part only; absent where it says nothing. */
  readonly paywalled?: boolean
  /** What type of page it stands on. */
  readonly pageType?: PageType
  /** 0 to 1: how sure `pageType` is. */
  readonly pageTypeConfidence?: number
  /** What was kept as plain text: paragraphs parted by an empty line. Never empty. */
  readonly text: string
  /** The same as Markdown (CommonMark with GFM and mathematics), without a title of its own. */
  readonly markdown: string
  /**
   * What was kept as an mdast tree (https://github.com/syntax-tree/mdast) with the nodes of GFM and mathematics, without
   * positions: `text` and `markdown` are written from it, and so is HTML. Absent where the pipeline says `content: false`.
   */
  readonly content?: Content
  /** Texts below pictures, in order; absent where there are none. */
  readonly captions?: readonly string[]
  /** The posts of a forum page, in order, where its markup tells them apart; `text` holds them all. */
  readonly posts?: readonly Post[]
  /** Words of the text; a character of a script without spaces counts as one. */
  readonly wordCount: number
  /**
   * SimHash of 64 bits over the words of `text`, as 16 hexadecimal digits: those of near-duplicates differ in few bits. Every article of a record has one.
   */
  readonly fingerprint?: string
  /** 0 to 1: how sure the judge was of this article's blocks. */
  readonly confidence: number
  /** By field, where its value was read; a field with evidence and no value was refused. */
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
  /** Position on the page, from 0. */
  readonly at: number
  /** What it is on the page. */
  readonly kind: BlockKind
  /** What it is for. */
  readonly role: Role
  /** Whether it is in the text of an article. */
  readonly kept: boolean
  /** White space folded; line breaks stay in code and verse. */
  readonly text: string
  /** First and last line in a text dump, from 1, inclusive. */
  readonly lines?: readonly [number, number]
  /** Elements from the root, in HTML. */
  readonly path?: string
  /** The innermost table, list or the like it is part of; absent where it stands by itself. */
  readonly whole?: {
    /** What it is. */
    readonly kind: WholeKind
    /** Position of its first block. */
    readonly from: number
    /** Position of its last block, inclusive. */
    readonly to: number
  }
  /** Log-odds of belonging to the article: the sum of the votes and the bias. */
  readonly score: number
  /** In the order they were given. */
  readonly votes: readonly Vote[]
}

/** Why a page is not clean. */
export interface Reason {
  /** Stable, kebab case: `empty`, `binary`, `not-an-article`, `language`, `timeout` ... */
  readonly code: string
  /** For a person, in a sentence without a full stop. */
  readonly message: string
  /** For `failed`: the stage that broke (`decode`, `read`, `judge` ...). */
  readonly stage?: string
}

/** Where a page's bytes lie: a file, and in a file of many pages its part of it, packed as it lies there. */
export interface Origin {
  /** Path of the file, as it was given. */
  readonly file: string
  /** Bytes before it in the file; 0 where it is the whole file. */
  readonly offset: number
  /** Bytes it takes in the file. */
  readonly length: number
}

/** What became of one input. `in = clean + rejected + failed`, each input exactly once. */
export interface Outcome {
  /** Name of the page: as handed in, else its path, else a hash of its content. */
  readonly id: string
  /** What the page was read from. */
  readonly input: {
    /** Where the bytes were read from; null where that is not a file. */
    readonly path: string | null
    /** As handed in; null where it was not. */
    readonly url: string | null
    /** How it was read; null where nobody got so far. */
    readonly kind: Door | null
    /** WHATWG name of the encoding, lower case; null for text that came decoded. */
    readonly charset: string | null
    /** How the charset was known. */
    readonly charsetFrom: string | null
    /** Bytes as received; for text that came decoded, its length in UTF-8. */
    readonly bytes: number
    /** ISO 8601 moment of retrieval, where it is known. */
    readonly retrieved?: string
    /** The caller's own fields, as they were handed in; absent where there were none. */
    readonly fields?: Readonly<Record<string, unknown>>
    /** In a file of many pages; absent where the page does not lie there by itself: packed with others, or piped. */
    readonly origin?: Origin
  }
  /** `clean`: there are articles. `rejected`: it was read, and is not wanted. `failed`: something broke. */
  readonly status: 'clean' | 'rejected' | 'failed'
  /** Why it is not clean; null where it is. */
  readonly reason: Reason | null
  /** In the order of the page; empty unless `clean`. */
  readonly articles: readonly Article[]
  /** What was left out of the articles. */
  readonly dropped: {
    /** Number of blocks. */
    readonly blocks: number
    /** Characters without white space. */
    readonly chars: number
    /** Blocks by what they are for. */
    readonly byRole: Readonly<Record<string, number>>
    /** Blocks by the rules that spoke against them; a block counts for each. */
    readonly byRule: Readonly<Record<string, number>>
  }
  /** Limits the reader ran into; absent where there were none. */
  readonly limits?: readonly LimitHit[]
  /** Claims left out because they are spam, and characters in disguise; absent where there were none. */
  readonly notes?: readonly Note[]
  /** Every block of the page with its verdict; absent unless `explain`. */
  readonly blocks?: readonly ExplainedBlock[]
}
