import type { Block } from './block.ts'
import type { Claim } from './claim.ts'

export type Door = 'html' | 'text'

/** A bound the reader ran into; the page was read as far as it goes. */
export interface LimitHit {
  readonly limit:
    | 'bytes'
    | 'depth'
    | 'nodes'
    | 'attributes'
    | 'attributeLength'
    | 'readability'
    | 'lineLength'
  readonly message: string
}

/** Something done to the page, or seen on it, that no verdict about a block tells. */
export interface Note {
  readonly kind: 'spam-claim' | 'unseen-characters' | 'disguised-letters'
  readonly message: string
}

/** A dump after reading: the last record that knows where the text came from. */
export interface Page {
  readonly door: Door
  readonly url?: string | undefined
  readonly blocks: readonly Block[]
  readonly claims: readonly Claim[]
  readonly limits: readonly LimitHit[]
  readonly notes?: readonly Note[] | undefined
}

/** The same page with every field spelled out, so that all pages are records of one shape (see `block`). */
export function page(fields: Page): Page {
  const { door, url, blocks, claims, limits, notes } = fields
  return { door, url, blocks, claims, limits, notes }
}
