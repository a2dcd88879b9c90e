import type { Dump } from '../../core/dump.ts'
import type { ReasonCode } from '../../core/reason.ts'
import { failedInput, type Input, LARGEST_PAGE, ofSource, type RefusedInput, withOrigin } from '../input.ts'
import { weightOf } from '../weight.ts'
import { type ByteReader, byteReader } from './bytes.ts'
import { dumpOf, type FieldMap, idOf } from './fields.ts'

const failed = (id: string, path: string, code: ReasonCode, message: string): RefusedInput =>
  failedInput(id, path, ofSource(code, message))

type NamedDump = Dump & { readonly id: string }

/** The page a parsed record holds; `fallback` names it where it does not name itself. */
function pageOf(record: unknown, fallback: string, path: string, fields: FieldMap): NamedDump | RefusedInput {
  if (typeof record !== 'object' || record === null)
    return failed(fallback, path, 'bad-record', 'is valid JSON, but no object with fields')
  const dump = dumpOf(record, fields)
  if (dump) return { path, ...dump, id: dump.id ?? fallback }
  const keys = Object.keys(record).slice(0, 8).join(', ')
  return failed(
    idOf(record, fields) ?? fallback,
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
export async function* readJsonLines(reader: ByteReader, path: string, name = path): AsyncGenerator<Input> {
  for (let number = 1; ; number++) {
    number += reader.passBlank()
    const at = reader.at()
    const line = await reader.line(LARGEST_PAGE)
    // what a broken stream leaves of a line is no line
    if (!line || (line.open && reader.broken())) break
    const { bytes, whole } = line
    const place = `${name}:${number}`
    if (!whole) yield failed(place, path, 'too-large', `the line is longer than ${LARGEST_PAGE} bytes`)
    else if (!isBlank(withoutMark(bytes))) {
      const page = { place, size: bytes.length, parcel: { kind: 'line', path, bytes } } as const
      yield withOrigin(page, await reader.span(at))
    }
  }
  const broken = reader.broken()
  if (broken) yield failedInput(`${name}:end`, path, broken)
}

const isBlank = (bytes: Buffer): boolean => bytes.every(isSpace)

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

/**
 * A JSON file, not opened yet: one record, an array of them, or, whatever its name says, one record a line. It is only cut where
 * the commas between records stand: parsing is left to whoever cleans a record, and can harm nobody else.
 */
export async function* readJson(file: Buffer, path: string, name = path): AsyncGenerator<Input> {
  const bytes = withoutMark(file)
  const from = bytes.findIndex((byte) => !isSpace(byte))
  if (from < 0) return
  if (bytes[from] === OPEN_LIST) yield* elementsOf(bytes, from + 1, path, name)
  else if (endOfObject(bytes, from) <= bytes.indexOf(LF, from))
    yield* readJsonLines(byteReader([bytes]), path, name)
  else yield jsonInput(bytes, name, path, true)
}

const jsonInput = (bytes: Buffer, place: string, path: string, whole: boolean): Input => ({
  place,
  size: bytes.length,
  parcel: { kind: 'json', path, bytes, whole },
})

function* elementsOf(bytes: Buffer, from: number, path: string, name: string): Generator<Input> {
  let start = from
  for (let number = 1; ; number++) {
    const end = endOfElement(bytes, start)
    if (end === undefined) break
    const element = trimmed(bytes.subarray(start, end))
    const last = bytes[end] === CLOSE_LIST
    if (element.length > 0 || !last || number > 1) yield jsonInput(element, `${name}:${number}`, path, false)
    start = end + 1
    if (!last) continue
    if (isBlank(bytes.subarray(start))) return
    break
  }
  yield failed(`${name}:end`, path, 'bad-json', 'is not valid JSON to its end')
}

/** Where the comma or the bracket behind an element stands, or undefined where there is none. */
function endOfElement(bytes: Buffer, from: number): number | undefined {
  let depth = 0
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === QUOTE) at = endOfString(bytes, at)
    else if (depth === 0 && (byte === COMMA || byte === CLOSE_LIST)) return at
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth++
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--
  }
  return undefined
}

/** Behind the object that begins at `from`; infinite where none does, or it has no end. */
function endOfObject(bytes: Buffer, from: number): number {
  let depth = 0
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === QUOTE) at = endOfString(bytes, at)
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth++
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--
    if (depth === 0) return at === from ? Number.POSITIVE_INFINITY : at + 1
  }
  return Number.POSITIVE_INFINITY
}

/** Where the string that begins at `from` has its closing quote; the end of all where it has none. */
function endOfString(bytes: Buffer, from: number): number {
  for (let at = from; ; ) {
    at = bytes.indexOf(QUOTE, at + 1)
    if (at < 0) return bytes.length
    let slashes = 0
    while (bytes[at - 1 - slashes] === BACKSLASH) slashes++
    if (slashes % 2 === 0) return at
  }
}

function trimmed(bytes: Buffer): Buffer {
  let [from, to] = [0, bytes.length]
  while (from < to && isSpace(bytes[from]!)) from++
  while (to > from && isSpace(bytes[to - 1]!)) to--
  return bytes.subarray(from, to)
}

const isSpace = (byte: number): boolean => byte <= 0x20
const [LF, QUOTE, COMMA, BACKSLASH] = [0x0a, 0x22, 0x2c, 0x5c]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d]

/** The page in a JSON file, or in one of the records of it. */
export function openJson(
  bytes: Buffer,
  place: string,
  path: string,
  fields: FieldMap,
  whole: boolean,
): NamedDump | RefusedInput {
  const record = parse(bytes.toString('utf8'))
  if (record === BROKEN) return failed(place, path, 'bad-json', 'is not valid JSON')
  const page = pageOf(record, place, path, fields)
  // a JSON file without a page is not a broken page: it is something else that lay in the folder
  return whole && 'refused' in page ? { ...page, status: 'rejected' } : page
}
