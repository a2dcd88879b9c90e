import { labelToName } from '@exodus/bytes/encoding.js'
import { latin1toString } from '@exodus/bytes/single-byte.js'

/** How much of a page is searched for a declaration: browsers stop at 1,024 bytes, pages do not. */
const DECLARATION_REACH = 65_536
const LONGEST_TAG = 2_000
const LESS = 0x3c

/** The charset behind a label, as the Encoding Standard names it, in lower case; undefined for unknown or unsafe ones. */
export function charsetOf(label: string | undefined): string | undefined {
  const name = label === undefined ? null : labelToName(label)
  if (name === null || name === 'replacement') return undefined
  return name === 'x-user-defined' ? 'windows-1252' : name.toLowerCase()
}

/** Charset of a `Content-Type` header. */
export function transportCharset(contentType: string | undefined): string | undefined {
  const found =
    contentType && /charset\s{0,9}=\s{0,9}["']?([\w:.()-]{1,40})/i.exec(contentType.slice(0, 1_000))
  return found ? charsetOf(found[1]) : undefined
}

/**
 * Charset declared inside the page: an XML declaration, `<meta charset>` or `<meta content="...; charset=...">`, outside
 * comments and scripts, in the first 64 KiB. A page that can be searched byte by byte is not UTF-16, whatever it says.
 */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const searched = bytes.subarray(0, DECLARATION_REACH)
  if (!searched.includes(LESS)) return undefined
  const head = latin1toString(searched)
  const xml = /^\s{0,50}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w:.-]{1,40})/i.exec(
    head.slice(0, 400),
  )
  const found = charsetOf(xml?.[1]) ?? metaCharset(head)
  return found?.startsWith('utf-16') ? 'utf-8' : found
}

/** What a declaration stands in, and what hides one. */
const MARKUP = /<(?:!--|(script|style|meta)(?![a-z]))/gi

function metaCharset(head: string): string | undefined {
  MARKUP.lastIndex = 0
  for (let found = MARKUP.exec(head); found !== null; found = MARKUP.exec(head)) {
    const { index: at } = found
    const name = found[1]?.toLowerCase()
    const charset = name === 'meta' ? charsetOf(metaLabel(head, at)) : undefined
    if (charset !== undefined) return charset
    const end =
      name === 'meta' ? closeOf(head, at) : after(head, name === undefined ? '-->' : `</${name}`, at + 2)
    if (end < 0) return undefined
    MARKUP.lastIndex = end
  }
  return undefined
}

function metaLabel(head: string, at: number): string | undefined {
  const tag = head.slice(at, Math.min(closeOf(head, at), at + LONGEST_TAG))
  return /[\s"'/;]charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.()-]{1,40})/i.exec(tag)?.[1]
}

function closeOf(head: string, at: number): number {
  const close = head.indexOf('>', at)
  return close < 0 ? head.length : close
}

function after(head: string, mark: string, from: number): number {
  const found = head.indexOf(mark, from)
  return found < 0 ? -1 : found + mark.length
}
