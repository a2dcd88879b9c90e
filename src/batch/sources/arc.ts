import type { Reason } from '../../core/article.ts'
import { failedInput, type Input, LARGEST_PAGE } from '../input.ts'
import type { ByteReader } from './bytes.ts'

/** Longest header line of a record. */
const LINE = 64 * 1024

/** What a record's header line says: address, IP, date, media type, in version 2 five more, and the length. */
const HEADER = /^(\S+) \S+ (\d{14}) (\S+) (?:\S+ \S+ \S+ \S+ \S+ )?(\d{1,15})$/

const source = (code: string, message: string): Reason => ({ code, message, stage: 'source' })

/**
 * The pages of an ARC file (the Internet Archive's format before WARC, versions 1 and 2): responses as they went over the
 * wire. A record that is cut or has a wrong length is one failed record, and nothing behind it is guessed at.
 */
export async function* readArc(reader: ByteReader, path: string): AsyncGenerator<Input> {
  let number = 0
  let pages = 0
  for (let header = await nextLine(reader); header !== undefined; header = await nextLine(reader)) {
    const place = `${path}#${++number}`
    const found = HEADER.exec(header)
    const length = Number(found?.[4] ?? 0)
    const fault = !found
      ? source('arc-header', 'bytes that are no header of a record')
      : length > LARGEST_PAGE
        ? source('too-large', `is larger than ${LARGEST_PAGE} bytes`)
        : undefined
    const bytes = fault ? undefined : await reader.take(length)
    const cut = bytes !== undefined && bytes.length < length
    if (fault || cut) {
      yield failedInput(
        place,
        path,
        fault ?? reader.broken() ?? source('truncated', 'the file ends inside this record'),
      )
      return
    }
    const [, url = '', date = '', media = ''] = found!
    if (url.startsWith('filedesc:')) continue
    pages++
    const record = { id: place, type: 'response', url, retrieved: momentOf(date), media }
    yield { place, size: length, parcel: { kind: 'warc', path, record, bytes: bytes! } }
  }
  const broken = reader.broken()
  if (broken) yield failedInput(`${path}#end`, path, broken)
  else if (pages === 0) yield failedInput(path, path, source('arc-empty', 'holds no page record'))
}

/** The next line that is not empty. */
async function nextLine(reader: ByteReader): Promise<string | undefined> {
  for (;;) {
    reader.passBlank()
    const line = await reader.line(LINE)
    if (!line || (line.open && reader.broken())) return undefined
    const text = line.bytes.toString('latin1').trimEnd()
    if (text !== '') return text
  }
}

/** `20031105224313` as ISO 8601. */
function momentOf(date: string): string {
  return date.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z')
}
