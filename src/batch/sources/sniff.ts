import { ARC_HEADER } from './arc.ts'
import type { Packing } from './unpack.ts'

/** What a file holds: one page, or a container of pages. */
export type Content = 'page' | 'mhtml' | 'warc' | 'arc' | 'jsonl' | 'json' | 'csv'

/** How much of a file is looked at. */
export const SNIFF_BYTES = 4096

const PAGE_NAME = /\.(?:x?html?|txt|text|md)$/i
const LINES_NAME = /\.(?:jsonl|ndjson|jl)$/i
const PACKED_NAME = /\.(?:gz|zst|zstd|br)$/i

/** Files named as one page are one page whatever they hold: a gate says what they are instead. */
export const isNamedAsPage = (name: string): boolean => PAGE_NAME.test(name)
/** Tables whose cells are parted by tabs. */
export const isNamedTabbed = (name: string): boolean => /\.(?:tsv|tab)$/i.test(name)
export const withoutPackedName = (name: string): string => name.replace(PACKED_NAME, '')

/** How a file is packed, by its first bytes; brotli has none of its own and is known by its name. */
export function sniffPacking(name: string, head: Uint8Array): Packing | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return 'zstd'
  return /\.br$/i.test(name) ? 'brotli' : undefined
}

/** What an unpacked file holds, by its first bytes, with the name to settle what they leave open. */
export function sniffContent(name: string, head: Buffer): Content {
  const text = head.toString('latin1').replace(/^\xef\xbb\xbf/, '')
  if (/^\s{0,16}WARC\/\d/.test(text)) return 'warc'
  if (isMhtml(head)) return 'mhtml'
  if (text.startsWith('filedesc://') || (/\.arc$/i.test(name) && isArcRecord(text))) return 'arc'
  if (isNamedAsPage(name)) return 'page'
  if (LINES_NAME.test(name)) return 'jsonl'
  if (/\.json$/i.test(name)) return looksLikeLines(text) && /\n\s*\{/.test(text) ? 'jsonl' : 'json'
  if (/\.csv$/i.test(name) || isNamedTabbed(name)) return 'csv'
  return looksLikeLines(text) ? 'jsonl' : 'page'
}

/** A record that does not begin its file. */
const isArcRecord = (text: string): boolean => ARC_HEADER.test(text.trimStart().split('\n', 1)[0]!.trimEnd())

/** Whether a file begins like a message of related parts (RFC 2557), whatever its name. */
export function isMhtml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 2048))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
  if (!/^(?:from|mime-version|subject|date|snapshot-content-location|content-type):/i.test(head)) return false
  return /^content-type:\s*multipart\/related/im.test(head)
}

/** The first line is an object of its own, or the beginning of one too long to see whole. */
function looksLikeLines(text: string): boolean {
  const from = text.search(/\S/)
  if (from < 0 || text[from] !== '{') return false
  const end = text.indexOf('\n', from)
  if (end < 0) return /^\{\s*"/.test(text.slice(from, from + 64))
  return text.slice(from, end).trimEnd().endsWith('}')
}
