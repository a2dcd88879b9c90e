import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { LARGEST_PAGE, refusal } from '../input.ts'

/** An HTTP response as it went over the wire. */
export interface HttpResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
}

/** Header lines, folded ones joined; the first of a name wins. */
export function parseHeaders(lines: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>()
  let last = ''
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (/^[ \t]/.test(line) && last) headers.set(last, `${headers.get(last)} ${line.trim()}`)
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase()
      if (!headers.has(last)) headers.set(last, line.slice(colon + 1).trim())
    }
  }
  return headers
}

/** Splits head and body at the first empty line, with or without carriage returns. */
function headEnd(bytes: Buffer): readonly [end: number, body: number] {
  const lf = bytes.indexOf('\n\n')
  const crlf = bytes.indexOf('\r\n\r\n')
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return [crlf, crlf + 4]
  return lf >= 0 ? [lf, lf + 2] : [bytes.length, bytes.length]
}

/** Undefined where the bytes do not start with a status line. */
export function parseHttp(bytes: Buffer): HttpResponse | undefined {
  if (!bytes.subarray(0, 5).equals(Buffer.from('HTTP/'))) return undefined
  const [end, start] = headEnd(bytes)
  const [first = '', ...lines] = bytes
    .subarray(0, Math.min(end, 256 * 1024))
    .toString('latin1')
    .split(/\r?\n/)
  const headers = parseHeaders(lines)
  let body = bytes.subarray(start)
  if (/\bchunked\b/i.test(headers.get('transfer-encoding') ?? '')) body = dechunk(body)
  const encodings = (headers.get('content-encoding') ?? '').toLowerCase().split(',')
  for (const encoding of encodings.reverse()) body = decodeContent(encoding.trim(), body)
  return { status: Number(first.split(' ', 2)[1]) || 0, headers, body }
}

/** Joins chunks (RFC 9112, 7.1). Archives often keep the header and store the body joined: then it is left alone. */
function dechunk(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  let at = 0
  while (at < bytes.length) {
    const end = bytes.indexOf(10, at)
    const size = /^([0-9a-f]{1,8})\s*(?:;|$)/i.exec(
      bytes.subarray(at, Math.min(end, at + 64)).toString('latin1'),
    )
    if (end < 0 || !size) return parts.length === 0 ? bytes : Buffer.concat([...parts, bytes.subarray(at)])
    const length = Number.parseInt(size[1]!, 16)
    if (length === 0) break
    parts.push(bytes.subarray(end + 1, end + 1 + length))
    at = end + 1 + length
    if (bytes[at] === 13) at++
    if (bytes[at] === 10) at++
  }
  return Buffer.concat(parts)
}

const MOST = { maxOutputLength: LARGEST_PAGE }
/** A cut payload gives what is whole of it. */
const SOFT = { ...MOST, finishFlush: constants.Z_SYNC_FLUSH }

/** Undoes one content coding. What is not really coded so is left alone: archives often store it decoded. */
function decodeContent(encoding: string, body: Buffer): Buffer {
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip')
      return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, SOFT) : body
    if (encoding === 'br')
      return brotliDecompressSync(body, { ...MOST, finishFlush: constants.BROTLI_OPERATION_FLUSH })
    if (encoding === 'deflate')
      return (body[0]! & 0x0f) === 8 ? inflateSync(body, SOFT) : inflateRawSync(body, SOFT)
    return body
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE')
      throw refusal('too-large', `its payload unpacks to more than ${LARGEST_PAGE} bytes`)
    return body
  }
}
