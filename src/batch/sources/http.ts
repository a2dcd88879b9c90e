import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { LARGEST_PAGE, refusal } from '../input.ts'

/** An HTTP response as it went over the wire. */
export interface HttpResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
  /** How the body is known to be cut. */
  readonly cut?: string
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
  const whole = bytes.subarray(start)
  const chunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '')
  let { body, cut }: Coded = chunked ? dechunk(whole) : { body: whole, cut: shorter(headers, whole) }
  const encodings = (headers.get('content-encoding') ?? '').toLowerCase().split(',')
  for (const encoding of encodings.reverse()) {
    const decoded = decodeContent(encoding.trim(), body)
    // a body stored decoded has another length than the header says
    cut = decoded.cut ?? (decoded.body === body && encoding.trim() !== '' ? undefined : cut)
    body = decoded.body
  }
  return { status: Number(first.split(' ', 2)[1]) || 0, headers, body, ...(cut !== undefined && { cut }) }
}

/** A body, and how it is cut, if it is. */
interface Coded {
  readonly body: Buffer
  readonly cut?: string | undefined
}

function shorter(headers: ReadonlyMap<string, string>, { length }: Buffer): string | undefined {
  const said = headers.get('content-length')
  if (said === undefined || !/^\d{1,15}$/.test(said) || Number(said) <= length) return undefined
  return `its body has ${length} of ${said} bytes`
}

/** Joins chunks (RFC 9112, 7.1). Archives often keep the header and store the body joined: then it is left alone. */
function dechunk(bytes: Buffer): Coded {
  const parts: Buffer[] = []
  const cut = 'its chunks have no end'
  let at = 0
  while (at < bytes.length) {
    const end = bytes.indexOf(10, at)
    const size = /^([0-9a-f]{1,8})\s*(?:;|$)/i.exec(
      bytes.subarray(at, Math.min(end, at + 64)).toString('latin1'),
    )
    if (end < 0 || !size)
      return parts.length === 0
        ? { body: bytes }
        : { body: Buffer.concat([...parts, bytes.subarray(at)]), cut }
    const length = Number.parseInt(size[1]!, 16)
    if (length === 0) return { body: Buffer.concat(parts) }
    parts.push(bytes.subarray(end + 1, end + 1 + length))
    at = end + 1 + length
    if (bytes[at] === 13) at++
    if (bytes[at] === 10) at++
  }
  return { body: Buffer.concat(parts), ...(parts.length > 0 && { cut }) }
}

const MOST = { maxOutputLength: LARGEST_PAGE }
/** A cut payload gives what is whole of it. */
const SOFT = { ...MOST, finishFlush: constants.Z_SYNC_FLUSH }
const SOFT_BROTLI = { ...MOST, finishFlush: constants.BROTLI_OPERATION_FLUSH }

/** Undoes one content coding. What is not really coded so is left alone: archives often store it decoded. */
function decodeContent(encoding: string, body: Buffer): Coded {
  const isGzip = body[0] === 0x1f && body[1] === 0x8b
  const isZlib = (body[0]! & 0x0f) === 8
  if (encoding === 'gzip' || encoding === 'x-gzip')
    return isGzip
      ? unpacked(encoding, body, [() => gunzipSync(body, MOST), () => gunzipSync(body, SOFT)])
      : { body }
  if (encoding === 'br')
    return unpacked(encoding, body, [
      () => brotliDecompressSync(body, MOST),
      () => (looksDecoded(body) ? body : brotliDecompressSync(body, SOFT_BROTLI)),
    ])
  if (encoding !== 'deflate') return { body }
  const inflated = isZlib ? inflateSync : inflateRawSync
  return unpacked(encoding, body, [
    () => inflated(body, MOST),
    () => (looksDecoded(body) ? body : inflated(body, SOFT)),
  ])
}

/** Markup, or text without a byte that only packed data has. */
function looksDecoded(body: Buffer): boolean {
  const head = body.subarray(0, 512)
  return head.length > 0 && head.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13)
}

function unpacked(
  encoding: string,
  body: Buffer,
  [strict, soft]: readonly [() => Buffer, () => Buffer],
): Coded {
  try {
    return { body: strict() }
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw tooMuch()
  }
  try {
    const decoded = soft()
    return decoded === body ? { body } : { body: decoded, cut: `its ${encoding} body is cut` }
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw tooMuch()
    if (looksDecoded(body)) return { body }
    throw refusal('truncated', `its ${encoding} body is damaged`)
  }
}

const tooMuch = (): Error => refusal('too-large', `its payload unpacks to more than ${LARGEST_PAGE} bytes`)
