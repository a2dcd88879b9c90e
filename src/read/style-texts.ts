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
  for (let at = nextStyle(html, 0); at >= 0 && left > 0; ) {
    const from = html.indexOf('>', at) + 1
    const end = from === 0 ? -1 : html.indexOf('</', from)
    if (end < 0) break
    const text = html.slice(from, Math.min(end, from + left))
    left -= text.length
    if (MAY_HIDE.test(text) || SAYS_BACKGROUND.test(text)) texts.push(text)
    at = nextStyle(html, end)
  }
  return texts
}

function nextStyle(html: string, from: number): number {
  const lower = html.indexOf('<style', from)
  const upper = html.indexOf('<STYLE', from)
  return lower < 0 || (upper >= 0 && upper < lower) ? upper : lower
}

/** The same of a document that came without its source. */
export function documentStyles(document: object): string[] {
  const found = (
    document as { querySelectorAll(selector: string): Iterable<{ readonly textContent: string | null }> }
  ).querySelectorAll('style')
  const texts = [...found].map(({ textContent }) => (textContent ?? '').slice(0, LONGEST))
  return texts.filter((text) => MAY_HIDE.test(text) || SAYS_BACKGROUND.test(text))
}
