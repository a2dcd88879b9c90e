import type { Block } from './block.ts'
import type { Claim } from './claim.ts'
import { type Whole, withExtents } from './whole.ts'

/** How a dump is read: as HTML, or as plain text line by line. */
export type Door = 'html' | 'text'

/** A bound the reader ran into; the page was read as far as it goes. */
export interface LimitHit {
  /** Which one. */
  readonly limit:
    | 'bytes'
    | 'depth'
    | 'nodes'
    | 'attributes'
    | 'attributeLength'
    | 'readability'
    | 'styles'
    | 'lineLength'
    | 'blocks'
    // an element without an end, read as closed where it plainly ends
    | 'unclosed'
    | 'truncated'
  /** For a person, what was left unread. */
  readonly message: string
}

/** Something done to the page, or seen on it, that no verdict about a block tells. */
export interface Note {
  /** Stable, kebab case. */
  readonly kind: 'spam-claim' | 'spam-left' | 'unseen-characters' | 'disguised-letters' | 'broken-characters'
  /** For a person. */
  readonly message: string
}

/** A picture that stands by itself, between blocks; one inside a line is a run of its block. */
export interface Picture {
  /** Absolute where the page's address is known, else as printed. */
  readonly src: string
  /** As written; empty where the page describes nothing. */
  readonly alt: string
  /** The block it stands before; the number of blocks where it is the last thing on the page. */
  readonly at: number
  /** The innermost whole it is part of. */
  readonly whole?: number | undefined
  /** Where it leads. */
  readonly href?: string | undefined
  /** Number of the element that holds it (see `DomEvidence.number`) and of those above, nearest first. */
  readonly above?: readonly number[] | undefined
  /** Width in pixels, where the page says it. */
  readonly width?: number | undefined
  /** Height in pixels, where the page says it. */
  readonly height?: number | undefined
  /** Class and id words of itself and its parent, lower case. */
  readonly names?: string | undefined
  /** Selectors of rules that fit an element around it. */
  readonly selected?: readonly string[] | undefined
}

/** A dump after reading: the last record that knows where the text came from. */
export interface Page {
  /** How it was read. */
  readonly door: Door
  /** As handed in. */
  readonly url?: string | undefined
  /** In reading order. */
  readonly blocks: readonly Block[]
  /** What blocks are part of, outer ones first; see `Block.whole`. */
  readonly wholes: readonly Whole[]
  /** In the order of the page. */
  readonly pictures: readonly Picture[]
  /** What it says of itself, in the order of the page. */
  readonly claims: readonly Claim[]
  /** Bounds the reader ran into; empty where there were none. */
  readonly limits: readonly LimitHit[]
  /** What was done to it; absent where there was nothing. */
  readonly notes?: readonly Note[] | undefined
}

/** What a reader has of a page; wholes and pictures are none where it tells of none. */
type PageFields = Omit<Page, 'wholes' | 'pictures'> & Partial<Pick<Page, 'wholes' | 'pictures'>>

/**
 * The same page with every field spelled out, so that all pages are records of one shape (see `block`), and with
 * the extents of its wholes as its blocks have them.
 */
export function page(fields: PageFields): Page {
  const { door, url, blocks, wholes = [], pictures = [], claims, limits, notes } = fields
  return { door, url, blocks, wholes: withExtents(wholes, blocks), pictures, claims, limits, notes }
}
