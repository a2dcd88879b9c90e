import type { BlockKind, Zone } from '../core/block.ts'

const set = (names: string) => new Set(names.split(' '))
const map = <T>(values: Readonly<Record<string, T>>) => new Map(Object.entries(values))

/** Elements that begin and end a block; everything else is inline. */
export const BLOCK_ELEMENTS = set(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav noframes noscript ol optgroup p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp',
)

/** Elements whose text is never read: code, styles, graphics, form state, fallbacks for what the browser shows instead. */
export const UNREAD_ELEMENTS = set(
  'script style svg template head title meta link base select option datalist textarea input iframe object embed video audio canvas map area progress meter rp',
)

/** Elements whose white space is kept. */
export const PREFORMATTED_ELEMENTS = set('pre listing xmp plaintext')

export const KIND_BY_ELEMENT: ReadonlyMap<string, BlockKind> = map({
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'item',
  dt: 'item',
  dd: 'item',
  blockquote: 'quote',
  pre: 'code',
  listing: 'code',
  xmp: 'code',
  plaintext: 'code',
  figcaption: 'caption',
  caption: 'caption',
})

export const ZONE_BY_ELEMENT: ReadonlyMap<string, Zone> = map({
  nav: 'nav',
  header: 'header',
  footer: 'footer',
  aside: 'aside',
  main: 'main',
  article: 'article',
  form: 'form',
  dialog: 'dialog',
  figure: 'figure',
})

/** ARIA landmark roles (WAI-ARIA 1.2, 5.3.4) and the two widget roles that fence text off. */
export const ZONE_BY_ROLE: ReadonlyMap<string, Zone> = map({
  navigation: 'nav',
  menu: 'nav',
  menubar: 'nav',
  banner: 'header',
  contentinfo: 'footer',
  complementary: 'aside',
  main: 'main',
  article: 'article',
  search: 'form',
  form: 'form',
  dialog: 'dialog',
  alertdialog: 'dialog',
})
