/** Elements whose text is no markup to a browser until their end tag. */
const RAW = /^(?:title|textarea|style|script|noscript|iframe|noembed|noframes|xmp)$/

/**
 * Ends an element of raw text without an end tag where it plainly ends: `<iframe …/>` as XML writers leave it at once,
 * others at the next tag. Undefined where its text may well go on to the end, as a script's that is cut off does.
 *
 * @param name the element that was open when the input ended.
 */
export function closeRawText(html: string, name: string): string | undefined {
  if (!RAW.test(name)) return undefined
  const start = lastStart(html, name)
  if (start === undefined) return undefined
  const { end, tag } = start
  const atOnce = tag.endsWith('/>') || name === 'iframe' || (name === 'script' && /\ssrc\s*=/i.test(tag))
  if (name === 'script' && !atOnce) return undefined
  const from = atOnce ? end : nextTag(html, end, name === 'noscript' ? BLOCK_TAG : TAG)
  if (from === undefined) return undefined
  return `${html.slice(0, from)}</${name}>${html.slice(from)}`
}

/** The first start tag of a name after its last end tag. */
function lastStart(html: string, name: string): { end: number; tag: string } | undefined {
  const lower = html.toLowerCase()
  let at = lower.indexOf(`<${name}`, Math.max(0, lower.lastIndexOf(`</${name}`)))
  while (at >= 0 && /[\w-]/.test(lower[at + name.length + 1] ?? '')) at = lower.indexOf(`<${name}`, at + 1)
  const close = at < 0 ? -1 : html.indexOf('>', at)
  return close < 0 ? undefined : { end: close + 1, tag: html.slice(at, close + 1) }
}

const TAG = /<(?:[a-z][a-z0-9]{0,20}[\s>/]|\/[a-z]|!--)/gi
/** What stands in a `noscript` is a picture or a line as a rule. */
const BLOCK_TAG = /<(?:p|div|h[1-6]|header|main|article|section|nav|table|ul|ol|blockquote|figure)[\s>]/gi

/** Where the next such tag begins. */
function nextTag(html: string, from: number, tag: RegExp): number | undefined {
  tag.lastIndex = from
  return tag.exec(html)?.index
}
