import type { Dump } from '../../core/dump.ts'
import { failedInput, type Input, LARGEST_PAGE, type RefusedInput } from '../input.ts'
import { weightOf } from '../weight.ts'
import { type ByteReader, byteReader } from './bytes.ts'
import { dumpOf, type FieldMap } from './fields.ts'

const failed = (id: string, path: string, code: string, message: string): RefusedInput =>
  failedInput(id, path, { code, message, stage: 'source' })

type NamedDump = Dump & { readonly id: string }

/** The page a parsed record holds; `fallback` names it where it does not name itself. */
function pageOf(record: unknown, fallback: string, path: string, fields: FieldMap): NamedDump | RefusedInput {
  if (typeof record !== 'object' || record === null)
    return failed(fallback, path, 'bad-record', 'is valid JSON, but no object with fields')
  const dump = dumpOf(record, fields)
  if (dump) return { path, ...dump, id: dump.id ?? fallback }
  const keys = Object.keys(record).slice(0, 8).join(', ')
  return failed(
    fallback,
    path,
    'no-content-field',
    `no field holds a page; it has: ${keys.slice(0, 200) || 'none'}`,
  )
}

/** The input a parsed record stands for. */
export function inputOf(record: unknown, place: string, path: string, fields: FieldMap): Input {
  const dump = pageOf(record, place, path, fields)
  return 'refused' in dump ? dump : { place, size: weightOf(dump), parcel: { kind: 'dump', dump } }
}

/** The page in a line. */
export function openLine(
  bytes: Buffer,
  place: string,
  path: string,
  fields: FieldMap,
): NamedDump | RefusedInput {
  const record = parse(withoutMark(bytes).toString('utf8'))
  return record === BROKEN
    ? failed(place, path, 'bad-json', 'the line is not valid JSON')
    : pageOf(record, place, path, fields)
}

/** One page a line, not opened yet. */
export async function* readJsonLines(reader: ByteReader, path: string): AsyncGenerator<Input> {
  for (let number = 1; ; number++) {
    number += reader.passBlank()
    const line = await reader.line(LARGEST_PAGE)
    // what a broken stream leaves of a line is no line
    if (!line || (line.open && reader.broken())) break
    const { bytes, whole } = line
    const place = `${path}:${number}`
    if (!whole) yield failed(place, path, 'too-large', `the line is longer than ${LARGEST_PAGE} bytes`)
    else if (!isBlank(withoutMark(bytes)))
      yield { place, size: bytes.length, parcel: { kind: 'line', path, bytes } }
  }
  const broken = reader.broken()
  if (broken) yield failedInput(`${path}:end`, path, broken)
}

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => byte <= 0x20)

/** The bytes behind a byte order mark. */
const withoutMark = (bytes: Buffer): Buffer =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes

const BROKEN = Symbol('broken')
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return BROKEN
  }
}

/** A whole JSON file: one record, an array of them, or, whatever its name says, one record a line. */
export async function* readJson(bytes: Buffer, path: string, fields: FieldMap): AsyncGenerator<Input> {
  const text = withoutMark(bytes).toString('utf8')
  const value = parse(text)
  if (Array.isArray(value)) {
    let number = 0
    for (const record of value) yield inputOf(record, `${path}:${++number}`, path, fields)
  } else if (value !== BROKEN) yield asPage(inputOf(value, path, path, fields))
  else if (parse(text.slice(0, text.indexOf('\n'))) !== BROKEN)
    yield* readJsonLines(byteReader([bytes]), path)
  else yield failed(path, path, 'bad-json', 'is not valid JSON')
}

/** A JSON file without a page is not a broken page: it is something else that lay in the folder. */
const asPage = (input: Input): Input => ('refused' in input ? { ...input, status: 'rejected' } : input)
