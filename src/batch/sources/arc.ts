import { failedInput, type Input, LARGEST_PAGE, ofSource, withOrigin } from '../input.ts'
import type { ByteReader } from './bytes.ts'

/** Longest header line of a record. */
const LINE = 64 * 1024

/** What a record's header line says: address, IP, date, media type, in version 2 five more, and the length. */
export const ARC_HEADER = /^(\S+) \S+ (\d{14}) (\S+) (?:\S+ \S+ \S+ \S+ \S+ )?(\d{1,15})$/

/**
 * The pages of an ARC file (the Internet Archive's format before WARC, versions 1 and 2): responses as they went over the
 * wire. A record that is cut or has a wrong length is one failed record, and nothing behind it is guessed at.
 */
export async function* readArc(reader: ByteReader, path: string, name = path): AsyncGenerator<Input> {
  let number = 0
  for (let first = await nextLine(reader); first !== undefined; first = await nextLine(reader)) {
    const place = `${name}#${++number}`
    const found = ARC_HEADER.exec(first.text)
    const length = Number(found?.[4] ?? 0)
    const fault = !found
      ? ofSource('arc-header', 'bytes that are no header of a record')
      : length > LARGEST_PAGE
        ? ofSource('too-large', `is larger than ${LARGEST_PAGE} bytes`)
        : undefined
    const bytes = fault ? undefined : await reader.take(length)
    const cut = bytes !== undefined && bytes.length < length
    if (fault || cut) {
      yield failedInput(
        place,
        path,
        fault ?? reader.broken() ?? ofSource('truncated', 'the file ends inside this record'),
      )
      return
    }
    const [, url = '', date = '', media = ''] = found!
    if (url.startsWith('filedesc:')) continue
    const record = { id: place, type: 'response', url, retrieved: momentOf(date), media }
    const page = { place, size: length, parcel: { kind: 'warc', path, record, bytes: bytes! } } as const
    yield withOrigin(page, await reader.span(first.at))
  }
  const broken = reader.broken()
  if (broken) yield failedInput(`${name}#end`, path, broken)
}

/** The next line that is not empty, and where it begins. */
async function nextLine(
  reader: ByteReader,
): Promise<{ readonly text: string; readonly at: number } | undefined> {
  for (;;) {
    reader.passBlank()
    const at = reader.at()
    const line = await reader.line(LINE)
    if (!line || (line.open && reader.broken())) return undefined
    const text = line.bytes.toString('latin1').trimEnd()
    if (text !== '') return { text, at }
  }
}

/** `20031105224313` as ISO 8601. */
function momentOf(date: string): string {
  return date.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z')
}
