/** Characters of style sheets read of one page. */
const LONGEST = 150_000
/** Declarations that may hide text; what they say exactly is read later. */
export const MAY_HIDE =
  /display:\s?none|visibility:\s?(?:hidden|collapse)|opacity:\s?\.?0|(?:left|top|right|text-indent|margin-left):\s?-\d{3}|font-size:\s?[01](?:px|[;} ])|(?:height|width):\s?[01](?:px)?[;} ]|clip(?:-path)?:\s?(?:rect|inset|circle)|scale\(0|(?:^|[{; ])color:\s?(?:#f{3}|white|transparent|rgba)/i
/** Where the page says what is behind its text. */
const SAYS_BACKGROUND = /(?:^|[}, ])body\s?\{[^}]{0,300}background/i

/** The texts of a page's `style` elements, as far as they may hide something; bounded. */
export function styleTexts(html: string): string[] {
  const texts: string[] = []
  let left = LONGEST
  for (const at of styleElements(html)) {
    const from = html.indexOf('>', at) + 1
    const end = from === 0 ? -1 : html.indexOf('</', from)
    if (end < 0) break
    const text = html.slice(from, Math.min(end, from + left))
    left -= text.length
    if (MAY_HIDE.test(text) || SAYS_BACKGROUND.test(text)) texts.push(text)
    if (left <= 0) break
  }
  return texts
}

/** Where `style` elements begin, written small or in capitals; each spelling is looked for no further than it occurs. */
function* styleElements(html: string): Iterable<number> {
  let lower = html.indexOf('<style')
  let upper = html.indexOf('<STYLE')
  while (lower >= 0 || upper >= 0) {
    const small = lower >= 0 && (upper < 0 || lower < upper)
    yield small ? lower : upper
    if (small) lower = html.indexOf('<style', lower + 6)
    else upper = html.indexOf('<STYLE', upper + 6)
  }
}

/** The same of a document that came without its source. */
export function documentStyles(document: object): string[] {
  const found = (
    document as { querySelectorAll(selector: string): Iterable<{ readonly textContent: string | null }> }
  ).querySelectorAll('style')
  const texts = [...found].map(({ textContent }) => (textContent ?? '').slice(0, LONGEST))
  return texts.filter((text) => MAY_HIDE.test(text) || SAYS_BACKGROUND.test(text))
}
