import type { Reason } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import type { Door } from '../core/page.ts'
import type { Limits } from '../core/pipeline.ts'
import type { ReasonCode } from '../core/reason.ts'
import { safeText } from '../decode/safe-text.ts'
import { sniffBytes } from '../decode/sniff-bytes.ts'
import { sniffDoor } from '../decode/sniff-door.ts'
import { sniffText } from '../decode/sniff-text.ts'

/** A dump as text, and what is known of how it came. */
export interface Received {
  readonly text: string
  readonly kind: Door | null
  readonly charset: string | null
  readonly charsetFrom: string | null
  /** Bytes as received; for text given as a string, its length in UTF-8. */
  readonly bytes: number
  /** Why it goes no further. */
  readonly refused?: Reason
}

/** A dump that was written in UTF-8 before, for its name. */
export interface SizedDump extends Dump {
  /** Bytes of its text in UTF-8; undefined where nobody counted them. */
  readonly size?: number | undefined
}

/** Bytes to text, and which door the text goes through. What is no page is refused here, by what it is. */
export async function receive(dump: SizedDump, limits: Limits, as: Door | undefined): Promise<Received> {
  if (dump.document !== undefined)
    return { text: '', kind: 'html', charset: null, charsetFrom: null, bytes: 0 }
  const decoded = dump.bytes === undefined ? given(dump) : await decodeBytes(dump.bytes, dump, limits)
  if (decoded.refused) return decoded
  const kind =
    as ??
    (dump.html !== undefined
      ? 'html'
      : dump.text !== undefined
        ? 'text'
        : sniffDoor(decoded.text, hints(dump)))
  if (decoded.bytes > limits.bytes)
    return { ...decoded, kind, refused: tooLarge(decoded.bytes, limits.bytes) }
  if (decoded.text.trim() === '')
    return { ...decoded, kind, refused: { code: 'empty', message: 'the page holds no text' } }
  const refused = as === undefined ? refuseText(decoded.text) : undefined
  return { ...decoded, kind, ...(refused && { refused }) }
}

function given(dump: SizedDump): Received {
  const text = dump.html ?? dump.text ?? ''
  return {
    text: safeText(text),
    kind: null,
    charset: null,
    charsetFrom: null,
    bytes: dump.size ?? new TextEncoder().encode(text).length,
  }
}

let decoder: Promise<typeof import('../decode/decode.ts')> | undefined

/** Tables of charsets are large, and loaded for bytes alone. */
async function decodeBytes(bytes: Uint8Array, dump: Dump, limits: Limits): Promise<Received> {
  const blank = { text: '', kind: null, charset: null, charsetFrom: null, bytes: bytes.length }
  if (bytes.length > limits.bytes) return { ...blank, refused: tooLarge(bytes.length, limits.bytes) }
  const refused = rejectBytes(bytes)
  if (refused) return { ...blank, refused }
  decoder ??= import('../decode/decode.ts')
  const { decode } = await decoder
  const { text, charset, from } = decode(
    bytes,
    dump.contentType === undefined ? {} : { contentType: dump.contentType },
  )
  return { ...blank, text, charset, charsetFrom: from }
}

function tooLarge(bytes: number, limit: number): Refusal {
  return { code: 'too-large', message: `${bytes} bytes, more than the limit of ${limit}` }
}

function hints(dump: Dump): { contentType?: string; path?: string } {
  return {
    ...(dump.contentType !== undefined && { contentType: dump.contentType }),
    ...(dump.path !== undefined && { path: dump.path }),
  }
}

/** Why an input is no page at all; the code of the outcome's reason, and one line for a person. */
interface Refusal {
  readonly code: ReasonCode
  readonly message: string
}

const BLANK = new Set([0x00, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20])

/** Refuses input with nothing in it (no byte, or only white space, NULs and a byte order mark) and data that is no text. */
export function rejectBytes(bytes: Uint8Array): Refusal | undefined {
  if (bytes.length === 0) return { code: 'empty', message: 'the input has no bytes' }
  if (isBlank(bytes)) return { code: 'empty', message: `the input is ${bytes.length} bytes of white space` }
  const found = sniffBytes(bytes)
  if (found === undefined) return undefined
  const what = found.media === 'application/octet-stream' ? 'binary data' : found.media
  return { code: 'binary', message: `the input is ${what}, not text or HTML` }
}

function isBlank(bytes: Uint8Array): boolean {
  let at = markLength(bytes)
  while (at < bytes.length && BLANK.has(bytes[at]!)) at++
  return at === bytes.length
}

function markLength(bytes: Uint8Array): number {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 3
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) ? 2 : 0
}

/** Refuses decoded text that is data or source code rather than a page. */
export function refuseText(text: string): Refusal | undefined {
  const found = sniffText(text)
  return found && { code: 'not-a-page', message: `the input is ${found.media}, not a page` }
}
