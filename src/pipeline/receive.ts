import type { Reason } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import type { Door } from '../core/page.ts'
import type { Limits } from '../core/pipeline.ts'
import { refuseText, rejectBytes } from '../decode/refuse.ts'
import { safeText } from '../decode/safe-text.ts'
import { sniffDoor } from '../decode/sniff.ts'

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

/** Bytes to text, and which door the text goes through. What is no page is refused here, by what it is. */
export async function receive(dump: Dump, limits: Limits, as: Door | undefined): Promise<Received> {
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

function given(dump: Dump): Received {
  const text = dump.html ?? dump.text ?? ''
  return {
    text: safeText(text),
    kind: null,
    charset: null,
    charsetFrom: null,
    bytes: new TextEncoder().encode(text).length,
  }
}

/** Tables of charsets are large, and loaded for bytes alone. */
async function decodeBytes(bytes: Uint8Array, dump: Dump, limits: Limits): Promise<Received> {
  const blank = { text: '', kind: null, charset: null, charsetFrom: null, bytes: bytes.length }
  if (bytes.length > limits.bytes) return { ...blank, refused: tooLarge(bytes.length, limits.bytes) }
  const refused = rejectBytes(bytes)
  if (refused) return { ...blank, refused }
  const { decode } = await import('../decode/decode.ts')
  const { text, charset, from } = decode(
    bytes,
    dump.contentType === undefined ? {} : { contentType: dump.contentType },
  )
  return { ...blank, text, charset, charsetFrom: from }
}

function tooLarge(bytes: number, limit: number): Reason {
  return { code: 'too-large', message: `${bytes} bytes, more than the limit of ${limit}` }
}

function hints(dump: Dump): { contentType?: string; path?: string } {
  return {
    ...(dump.contentType !== undefined && { contentType: dump.contentType }),
    ...(dump.path !== undefined && { path: dump.path }),
  }
}
