/** Characters of style sheets read of one page. */
export const LONGEST = 150_000
/** Declarations that may hide text; what they say exactly is read later. */
export const MAY_HIDE =
  /display:\s?none|visibility:\s?(?:hidden|collapse)|opacity:\s?\.?0|(?:left|top|right|text-indent|margin-left):\s?-\d{3}|font-size:\s?[01](?:px|[;} ])|(?:height|width):\s?[01](?:px)?[;} ]|clip(?:-path)?:\s?(?:rect|inset|circle)|scale\(0|(?:^|[{; ])color:\s?(?:#f{3}|white|transparent|rgba)/i
/** Declarations that say how text is cut: an inline element set as a block, a block set inline, white space shown as written. */
export const SHAPES =
  /(?:^|[{;\s])(?:display:\s?(?:block|list-item|flow-root|inline)\s*(?:[;}!]|$)|white-space:\s?(?:pre|break-spaces))/i
/** A class a word processor numbered, for words that are set bold, slanted, struck or raised. */
export const NUMBERED_MARK =
  /(?:^|[\s,};])\.[a-z]{1,2}\d{1,3}\s?\{[^}]{0,300}(?:font-weight:\s?(?:bold|[6-9]00)|font-style:\s?italic|line-through|vertical-align:\s?su)/i
/** Where the page says what is behind its text. */
const SAYS_BACKGROUND = /(?:^|[}, ])body\s?\{[^}]{0,300}background/i

/** Of the texts of style sheets, those that may hide or shape something or say what is behind the text; `cut` where there is more. */
export function hidingTexts(texts: Iterable<string>): { readonly texts: string[]; readonly cut: boolean } {
  const kept: string[] = []
  let left = LONGEST
  for (const text of texts) {
    if (![MAY_HIDE, SHAPES, SAYS_BACKGROUND, NUMBERED_MARK].some((sign) => sign.test(text))) continue
    kept.push(text.slice(0, left))
    if (text.length > left) return { texts: kept, cut: true }
    left -= text.length
  }
  return { texts: kept, cut: false }
}

interface StyleElement {
  readonly namespaceURI: string | null
  readonly textContent: string | null
  closest(selector: string): unknown
}

/** The texts of a document's style sheets; not those of pictures, nor what holds only where no script runs. */
export function* documentStyles(document: object): Iterable<string> {
  const { querySelectorAll } = document as { querySelectorAll(selector: string): Iterable<StyleElement> }
  for (const element of querySelectorAll.call(document, 'style')) {
    const ofHtml = element.namespaceURI === 'http://www.w3.org/1999/xhtml'
    if (ofHtml && element.closest('noscript') === null) yield element.textContent ?? ''
  }
}
