import { labelToName } from '@exodus/bytes/encoding.js'
import { latin1 } from './bytes.ts'

/** How much of a page is searched for a declaration: browsers stop at 1,024 bytes, pages do not. */
const DECLARATION_REACH = 65_536
const LONGEST_TAG = 2_000

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
  const head = latin1(bytes.subarray(0, DECLARATION_REACH))
  const xml = /^\s{0,50}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w:.-]{1,40})/i.exec(
    head.slice(0, 400),
  )
  const found = charsetOf(xml?.[1]) ?? metaCharset(head)
  return found?.startsWith('utf-16') ? 'utf-8' : found
}

function metaCharset(head: string): string | undefined {
  let at = head.indexOf('<')
  while (at >= 0) {
    const markup = markupAt(head, at)
    if (markup.meta !== undefined) {
      const found = /[\s"'/;]charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.()-]{1,40})/i.exec(markup.meta)
      const charset = charsetOf(found?.[1])
      if (charset !== undefined) return charset
    }
    at = markup.end < 0 ? -1 : head.indexOf('<', markup.end)
  }
  return undefined
}

/** Where the markup at `at` ends (a tag: after its first character; -1: never), and its text where it is a `meta`. */
function markupAt(head: string, at: number): { readonly end: number; readonly meta?: string } {
  if (head.startsWith('<!--', at)) return { end: after(head, '-->', at + 2) }
  const name = /^[a-z]{1,10}/i.exec(head.slice(at + 1, at + 11))?.[0].toLowerCase()
  if (name === 'script' || name === 'style') return { end: after(head, `</${name}`, at) }
  if (name !== 'meta') return { end: at + 1 }
  const close = head.indexOf('>', at)
  const end = close < 0 ? head.length : close
  return { end, meta: head.slice(at, Math.min(end, at + LONGEST_TAG)) }
}

function after(head: string, mark: string, from: number): number {
  const found = head.indexOf(mark, from)
  return found < 0 ? -1 : found + mark.length
}
