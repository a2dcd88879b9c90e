import type { Door } from '../core/page.ts'

export interface DoorHint {
  readonly contentType?: string
  /** Path or address; only its extension counts. */
  readonly path?: string
}

/** Characters looked at from the beginning. */
const HEAD = 32_768
const TAG =
  /<\/?(?:html|head|body|title|meta|link|style|script|div|p|span|a|ul|ol|li|dl|dt|dd|table|tbody|tr|td|th|br|hr|h[1-6]|img|section|article|header|footer|nav|main|aside|figure|form|input|button|label|iframe|b|i|em|strong|font|center|blockquote|pre|code|small|sup|sub|noscript|svg|picture|video)(?:\s[^<>]{0,2000})?\/?>/gi
const OPENING = /^<(?:html|head|body|frameset|title|meta|base|link)(?:\s|>|\/)/i
/** Below this a text has no tags worth the HTML parser. */
const FEW = 3

/**
 * Whether a decoded text is HTML or a text dump. The text decides; media type and extension move the bar.
 * Prose that speaks of tags, listings in a fence and Markdown with a little HTML stay text.
 */
export function sniffDoor(text: string, hint: DoorHint = {}): Door {
  const head = skipLead(text.slice(0, HEAD))
  if (head === '') return 'text'
  const tags = head.replace(FENCE, '').match(TAG) ?? []
  const bias = biasOf(hint)
  if (/^<!doctype\s{1,20}html\b/i.test(head) || OPENING.test(head)) {
    return tags.length >= 2 || bias === 'html' || !/[\p{L}\p{N}]/u.test(head.slice(head.indexOf('>') + 1))
      ? 'html'
      : 'text'
  }
  if (tags.length === 0) return 'text'
  return isMarkup(head, tags, bias) ? 'html' : 'text'
}

const FENCE = /^(?:```|~~~)[^\n]{0,100}\n[\s\S]{0,8000}?\n(?:```|~~~)/gm

function isMarkup(head: string, tags: readonly string[], bias: Door | undefined): boolean {
  const starts = /^<[a-z]/i.test(head) && head.startsWith(tags[0]!)
  const ends = head.trimEnd().endsWith('>')
  const share = tags.reduce((sum, tag) => sum + tag.length, 0) / head.length
  const closing = tags.some((tag) => tag.startsWith('</'))
  if (bias === 'html') return starts || (tags.length >= FEW && (closing || share > 0.02))
  if (bias === 'text') return starts && ends && tags.length > FEW && share > 0.1 && lineShare(head) > 0.5
  if (starts && ends) return closing || tags.length >= FEW
  return tags.length >= FEW && share > (starts ? 0.08 : 0.12) && lineShare(head) > (starts ? 0.3 : 0.5)
}

/** Share of the non-blank lines that hold a tag. */
function lineShare(head: string): number {
  const lines = head.split('\n', 400).filter((line) => /\S/.test(line))
  const tagged = lines.filter((line) => line.slice(0, 4_000).search(TAG) >= 0)
  return tagged.length / Math.max(1, lines.length)
}

function biasOf({ contentType = '', path = '' }: DoorHint): Door | undefined {
  const extension = /\.([a-z]{2,8})(?:[?#].{0,2000})?$/i.exec(path.slice(-2_100))?.[1]?.toLowerCase()
  if (/^\s{0,9}(?:text\/html|application\/xhtml\+xml)/i.test(contentType)) return 'html'
  if (extension !== undefined && /^(?:x?html?|shtml)$/.test(extension)) return 'html'
  if (extension !== undefined && /^(?:txt|text|md|markdown|rst|adoc)$/.test(extension)) return 'text'
  return /^\s{0,9}text\/(?:plain|markdown)/i.test(contentType) ? 'text' : undefined
}

/** Skips what may stand before the first element: white space, a byte order mark, comments, an XML declaration. */
export function skipLead(head: string): string {
  let at = 0
  for (;;) {
    const solid = head.slice(at).search(/[^\s\ufeff]/)
    if (solid < 0) return ''
    at += solid
    const mark = head.startsWith('<!--', at)
      ? '-->'
      : /^<\?xml/i.test(head.slice(at, at + 5))
        ? '?>'
        : undefined
    const end = mark === undefined ? -1 : head.indexOf(mark, at)
    if (mark === undefined || end < 0) return head.slice(at)
    at = end + mark.length
  }
}
