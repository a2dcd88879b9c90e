/** What a page's dates are said to be; `other` is none of the article's: a copyright, a visit, a birth. */
export type DateKind =
  | 'published'
  | 'modified'
  | 'created'
  | 'received'
  | 'accepted'
  | 'event'
  | 'expiry'
  | 'other'

/** A date as a line prints it. */
export interface DateMention {
  /** ISO 8601 with the precision printed; an offset only where the line gives one. */
  readonly iso: string
  /** The smallest part printed. */
  readonly precision: 'year' | 'month' | 'day' | 'minute' | 'second'
  /** Where it begins in the text, from 0. */
  readonly from: number
  /** Where it ends, exclusive, the time and zone included. */
  readonly to: number
  /** What the words by it say it is. */
  readonly kind?: DateKind
}

/** What a printed line says of a piece's origin. */
export interface BylineReading {
  /** Names of writers, in the order printed; empty where there are none. */
  readonly authors: readonly string[]
  /** Names of editors, in the order printed; empty where there are none. */
  readonly editors: readonly string[]
  /** In the order printed; empty where there are none. */
  readonly dates: readonly DateMention[]
  /** The outlet credited. */
  readonly source?: string
  /** Page of the printed paper. */
  readonly printPage?: string
  /** Pieces that look like a person's name but carry no word that says so. */
  readonly names: readonly string[]
  /** Pieces nobody can tell: sections, places, counters. */
  readonly rest: readonly string[]
}

/** What a short line says, when it is one of those that carry an article's metadata. */
export interface LineReading extends Partial<BylineReading> {
  /** The way through the site, outermost first; absent where the line is none. */
  readonly breadcrumb?: readonly string[]
}
