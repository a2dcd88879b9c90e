/** What belongs to the article and becomes metadata, not text. */
export const METADATA_ROLES = [
  'title',
  'subtitle',
  'kicker',
  'byline',
  'dateline',
  'source',
  'editor',
  'breadcrumb',
  'tags',
  'caption',
] as const

/** What a block is for. One word a reader would use when asked "what is this?". */
export const ROLES = [
  // the article itself
  'body',
  ...METADATA_ROLES,
  // what does not belong to it
  'navigation',
  'related',
  'share',
  'widget',
  'newsletter',
  'consent',
  'comment',
  'author-box',
  'promo',
  'pagination',
  'interface',
  'footer',
  'duplicate',
  'foreign',
  'hidden',
  'spam',
  'boilerplate',
] as const

/** One of {@link ROLES}. `body` and what becomes metadata belong to the article; the others do not. */
export type Role = (typeof ROLES)[number]
