import fc from 'fast-check'

const NAMES =
  'p div span a b i em font ul ol li table tr td th tbody caption h1 h2 blockquote pre br img form button select option section article aside header footer figure dl dd noscript title meta script style template svg math center body html head nobr ins'.split(
    ' ',
  )
const ATTRIBUTES = [
  '',
  ' class=comment',
  ' class="article-body"',
  ' id=main',
  ' href="/x"',
  ' hidden',
  ' style="display:none"',
  ' role=navigation',
  ' itemprop=author',
]
const WORDS = [
  'The ferry left on time, the harbour master said, and nobody complained about it at all, not even the gulls. ',
  ' ',
  '\n',
  'x',
  '&amp;',
  '&lt',
  '，港口的渡轮准时出发，没有人抱怨。',
  '<!-- c -->',
  '<',
  '\u00a0',
]

const start = fc
  .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...ATTRIBUTES))
  .map(([n, a]) => `<${n}${a}>`)
const end = fc.constantFrom(...NAMES).map((name) => `</${name}>`)
const word = fc.constantFrom(...WORDS)
const piece = fc.oneof(
  { weight: 4, arbitrary: start },
  { weight: 3, arbitrary: end },
  { weight: 5, arbitrary: word },
)

/** Tags and text in any order. */
export const htmlText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
