/** The fields a page may make a claim about. */
export type ClaimField =
  | 'title'
  | 'subtitle'
  | 'author'
  | 'editor'
  | 'source'
  | 'site'
  | 'published'
  | 'modified'
  | 'language'
  | 'section'
  | 'breadcrumb'
  | 'description'
  | 'tag'
  | 'canonicalUrl'
  | 'image'
  | 'license'
  | 'pageType'
  // what hints at the kind of page: types of the things described, names of the body element, the software
  | 'hint'
  | 'paywalled'
  | 'body'
  // what only a printed line says
  | 'kicker'
  | 'byline'
  | 'dateline'
  | 'printPage'

/** What kind of place a claim stands in: structured data, an element, a printed line, the address. */
export type ClaimOrigin =
  | 'json-ld'
  | 'opengraph'
  | 'meta'
  | 'microdata'
  | 'time'
  | 'title-element'
  | 'link'
  | 'html'
  | 'state'
  | 'readability'
  | 'line'
  | 'url'

/** What the page says of itself, in its markup or in a printed line, before anybody believes it. */
export interface Claim {
  /** What it is about. */
  readonly field: ClaimField
  /** As written, entities decoded, trimmed. */
  readonly value: string
  /** What kind of place says it. */
  readonly from: ClaimOrigin
  /** The exact place, e.g. `NewsArticle.headline`, `og:title`, `meta[name=author]`. */
  readonly key: string
  /** The block that says it, for claims read off a line. */
  readonly at?: number
  /** Parts of what was written that were taken off as spam. */
  readonly cut?: readonly string[]
}
