import type { Dump } from '../../core/dump.ts'
import { refusal } from '../input.ts'
import { parseHeaders } from './http.ts'

interface Part {
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
}

/** The page of an MHTML file (RFC 2557): its root part, undone from its transfer encoding, with its own address. */
export function readMhtml(bytes: Buffer): Dump {
  const top = split(bytes)
  const type = top.headers.get('content-type') ?? ''
  const boundary = /boundary="([^"]{1,200})"|boundary=([^\s;]{1,200})/i.exec(type)
  if (!boundary) throw refusal('bad-mhtml', 'names no boundary between its parts')
  const { found, closed } = parts(top.body, boundary[1] ?? boundary[2]!)
  const root = found.find((part) =>
    /^text\/(?:html|plain)|^application\/xhtml/i.test(part.headers.get('content-type') ?? ''),
  )
  if (!root) throw refusal('bad-mhtml', 'has no part that is a page')
  const url = top.headers.get('snapshot-content-location') ?? root.headers.get('content-location')
  const contentType = root.headers.get('content-type')
  return {
    bytes: decode(root),
    ...(!closed && { truncated: 'the file ends before its last part does' }),
    ...(url && /^https?:/i.test(url) ? { url } : {}),
    ...(contentType ? { contentType } : {}),
  }
}

function split(bytes: Buffer): Part {
  const crlf = bytes.indexOf('\r\n\r\n')
  const lf = bytes.indexOf('\n\n')
  const useCrlf = crlf >= 0 && (lf < 0 || crlf < lf)
  const end = useCrlf ? crlf : lf
  if (end < 0) return { headers: new Map(), body: bytes }
  const lines = bytes.subarray(0, end).toString('latin1').split(/\r?\n/)
  return { headers: parseHeaders(lines), body: bytes.subarray(end + (useCrlf ? 4 : 2)) }
}

/** The parts between boundaries, which stand in lines of their own (RFC 2046, 5.1.1); `closed` by the last one. */
function parts(body: Buffer, boundary: string): { readonly found: Part[]; readonly closed: boolean } {
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  const found: Part[] = []
  let start = -1
  for (let at = body.indexOf(mark); at >= 0 && found.length < 10_000; at = body.indexOf(mark, at + 1)) {
    const end = body.indexOf(LF, at)
    const rest = body.subarray(at + mark.length, end < 0 ? body.length : end).toString('latin1')
    if ((at > 0 && body[at - 1] !== LF) || !/^(?:--)?[ \t]*\r?$/.test(rest)) continue
    if (start >= 0) found.push(split(body.subarray(start, at)))
    if (rest.startsWith('--')) return { found, closed: true }
    start = end < 0 ? body.length : end + 1
  }
  if (start >= 0) found.push(split(body.subarray(start)))
  return { found, closed: false }
}

const LF = 10

function decode(part: Part): Buffer {
  const encoding = part.headers.get('content-transfer-encoding')?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(part.body.toString('latin1'), 'base64')
  return encoding === 'quoted-printable' ? quotedPrintable(part.body) : part.body
}

/** RFC 2045, 6.7; what is not a valid escape stands for itself. */
function quotedPrintable(bytes: Buffer): Buffer {
  const out = Buffer.alloc(bytes.length)
  let size = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 61) {
      out[size++] = bytes[at]!
      continue
    }
    const soft = bytes[at + 1] === 10 ? 1 : bytes[at + 1] === 13 && bytes[at + 2] === 10 ? 2 : 0
    const code = Number.parseInt(bytes.subarray(at + 1, at + 3).toString('latin1'), 16)
    if (soft > 0) at += soft
    else if (/^[0-9a-f]{2}$/i.test(bytes.subarray(at + 1, at + 3).toString('latin1'))) {
      out[size++] = code
      at += 2
    } else out[size++] = 61
  }
  return out.subarray(0, size)
}
