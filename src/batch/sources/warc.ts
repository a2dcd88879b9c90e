import type { Reason } from '../../core/article.ts'
import type { Dump } from '../../core/dump.ts'
import type { ReasonCode } from '../../core/reason.ts'
import {
  failedInput,
  type Input,
  LARGEST_PAGE,
  ofSource,
  type PageInput,
  type RefusedInput,
  reasonOf,
  withOrigin,
} from '../input.ts'
import type { WarcRecord } from '../parcel.ts'
import type { ByteReader } from './bytes.ts'
import { parseHeaders, parseHttp } from './http.ts'

/** Longest line and most lines of a record's header. */
const LINE = 64 * 1024
const LINES = 1000
const PAGE_TYPES: ReadonlySet<string> = new Set(['response', 'resource', 'conversion'])
/** A record's first line, and where in the stream it begins. */
interface First {
  readonly text: string
  readonly at: number
}
interface Record {
  readonly headers: ReadonlyMap<string, string>
  /** Number of the record in its file, from 1. */
  readonly number: number
  readonly at: number
}

/**
 * The pages of a WARC or WET file (ISO 28500): `response`, `resource` and `conversion` records; the others are
 * no pages. Frames records itself, because a library that skips over a wrong length or a cut end in silence loses
 * pages: here a record is whole, or it is one failed record and reading goes on at the next record that starts.
 */
export async function* readWarc(reader: ByteReader, path: string, name = path): AsyncGenerator<Input> {
  let number = 0
  let line = await nextLine(reader)
  while (line !== undefined) {
    number++
    if (!line.text.startsWith('WARC/')) {
      yield failedInput(`${name}#${number}`, path, ofSource('warc-header', 'bytes that belong to no record'))
      line = await resync(reader)
      continue
    }
    const headers = await readHeader(reader)
    const { input, lost } = headers
      ? await readBlock(reader, { headers, number, at: line.at }, path, name)
      : {
          input: failedInput(
            `${name}#${number}`,
            path,
            ofSource('truncated', 'the header of this record has no end'),
          ),
          lost: true,
        }
    if (input) yield input
    line = lost ? await resync(reader) : await nextLine(reader)
  }
  const broken = reader.broken()
  if (broken) yield failedInput(`${name}#end`, path, broken)
}

/** The next line that is not empty. */
async function nextLine(reader: ByteReader): Promise<First | undefined> {
  for (;;) {
    reader.passBlank()
    const at = reader.at()
    const line = await reader.line(LINE)
    if (!line) return undefined
    const text = line.bytes.toString('latin1').trimEnd()
    if (text !== '') return { text, at }
  }
}

/** Skips to the next line a record starts with. */
async function resync(reader: ByteReader): Promise<First | undefined> {
  for (;;) {
    const at = reader.at()
    const line = await reader.line(LINE)
    if (!line) return undefined
    const text = line.bytes.subarray(0, 16).toString('latin1')
    if (/^WARC\/\d\.\d\s*$/.test(text)) return { text: text.trimEnd(), at }
  }
}

/** A record's header lines up to the empty one; undefined where the file ends, or the lines do not, before it. */
async function readHeader(reader: ByteReader): Promise<Map<string, string> | undefined> {
  const lines: string[] = []
  while (lines.length < LINES) {
    const line = await reader.line(LINE)
    if (!line) return undefined
    const text = line.bytes.toString('utf8').trimEnd()
    if (text === '') return parseHeaders(lines)
    lines.push(text)
  }
  return undefined
}

/** Reads a record's block and judges whether the record is whole. `lost`: where the next one starts is unknown. */
async function readBlock(
  reader: ByteReader,
  record: Record,
  path: string,
  name: string,
): Promise<{ input?: Input; lost: boolean }> {
  const type = record.headers.get('warc-type')?.toLowerCase() ?? ''
  const place = `${name}#${record.number}`
  const id = record.headers.get('warc-record-id')?.replace(/^<|>$/g, '') || place
  const failed = (reason: Reason): { input?: Input; lost: boolean } =>
    type === '' || PAGE_TYPES.has(type)
      ? { input: failedInput(id, path, reason), lost: true }
      : { lost: true }
  const length = lengthOf(record.headers.get('content-length'))
  if (length === undefined)
    return failed(ofSource('warc-length', 'its Content-Length is missing or no number'))
  if (length > LARGEST_PAGE) return failed(ofSource('too-large', `is larger than ${LARGEST_PAGE} bytes`))
  const block = await reader.take(length)
  const cut = block.length < length
  if (cut || !(await endsHere(reader))) {
    reader.unread(Buffer.from(block))
    return failed(
      cut
        ? ofSource('truncated', 'the file ends inside this record')
        : ofSource('warc-length', 'its Content-Length is wrong'),
    )
  }
  if (!PAGE_TYPES.has(type)) return { lost: false }
  const page = pageOf(record, place, id, path, block)
  return { input: withOrigin(page, await reader.span(record.at)), lost: false }
}

const lengthOf = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined

/** A block is followed by an empty line (or two line ends), or by the end of the file. */
async function endsHere(reader: ByteReader): Promise<boolean> {
  const next = await reader.peek(2)
  return next.length === 0
    ? reader.broken() === undefined
    : next[0] === 10 || (next[0] === 13 && (next.length === 1 || next[1] === 10))
}

function pageOf({ headers }: Record, place: string, id: string, path: string, bytes: Buffer): PageInput {
  const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '')
  const retrieved = headers.get('warc-date')
  const media = headers.get('content-type')
  const truncated = headers.get('warc-truncated')
  const record = {
    id,
    type: headers.get('warc-type')!.toLowerCase(),
    ...(url !== undefined && { url }),
    ...(retrieved !== undefined && { retrieved }),
    ...(media !== undefined && { media }),
    ...(truncated !== undefined && { truncated }),
  }
  return { place, size: bytes.length, parcel: { kind: 'warc', path, record, bytes } }
}

const PAGE_MEDIA =
  /^(?:text\/(?:html|plain)|application\/(?:xhtml\+xml|xml|octet-stream)|text\/xml)?(?:\s*;|\s*$)/i

/** The page in an archive's record: the payload of a `response`, freed of its codings, or the block of another one. */
export function openRecord(
  record: WarcRecord,
  block: Buffer,
  path: string,
): (Dump & { readonly id: string }) | RefusedInput {
  const { id, type, url, retrieved } = record
  const known = { id, path, ...(url !== undefined && { url }) }
  const refused = (status: RefusedInput['status'], code: ReasonCode, message: string): RefusedInput => ({
    ...known,
    status,
    refused: ofSource(code, message),
  })
  try {
    const http = type === 'response' ? parseHttp(block) : undefined
    const media = (http ? http.headers.get('content-type') : record.media) ?? ''
    if (http && http.status >= 400)
      return refused('rejected', 'http-status', `was answered with ${http.status}`)
    if (!PAGE_MEDIA.test(media))
      return refused('rejected', 'media-type', `is ${media.slice(0, 80)}, not a page`)
    const cut =
      record.truncated === undefined ? http?.cut : `the archive cut it (${record.truncated.slice(0, 40)})`
    return {
      ...known,
      ...(cut !== undefined && { truncated: cut }),
      ...(retrieved !== undefined && { retrieved }),
      bytes: http ? http.body : block,
      ...(media && (http || media.startsWith('text/')) && { contentType: media }),
    }
  } catch (error) {
    return { ...known, status: 'failed', refused: reasonOf(error) }
  }
}
