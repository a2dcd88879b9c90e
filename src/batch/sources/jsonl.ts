import type { Dump } from '../../core/dump.ts'
import { failedInput, type Input, LARGEST_PAGE } from '../input.ts'
import { type ByteReader, byteReader } from './bytes.ts'
import { dumpOf, type FieldMap } from './fields.ts'

const failed = (id: string, path: string, code: string, message: string): Input =>
  failedInput(id, path, { code, message, stage: 'source' })

const sizeOf = (dump: Dump): number => dump.bytes?.length ?? Buffer.byteLength(dump.html ?? dump.text ?? '')

/** The input a parsed record stands for; `fallback` names it where it does not name itself. */
export function inputOf(record: unknown, fallback: string, path: string, fields: FieldMap): Input {
  if (typeof record !== 'object' || record === null)
    return failed(fallback, path, 'bad-record', 'is valid JSON, but no object with fields')
  const dump = dumpOf(record, fields)
  if (!dump) {
    const keys = Object.keys(record).slice(0, 8).join(', ')
    return failed(
      fallback,
      path,
      'no-content-field',
      `no field holds a page; it has: ${keys.slice(0, 200) || 'none'}`,
    )
  }
  const { id = fallback, ...rest } = dump
  return { id, path, size: sizeOf(dump), load: () => Promise.resolve(rest) }
}

/** One record a line. A broken line is one failed record, and the next line is read as if nothing had been. */
export async function* readJsonLines(
  reader: ByteReader,
  path: string,
  fields: FieldMap,
): AsyncGenerator<Input> {
  for (let number = 1; ; number++) {
    const line = await reader.line(LARGEST_PAGE)
    if (!line) break
    const id = `${path}:${number}`
    if (!line.whole) {
      yield failed(id, path, 'too-large', `the line is longer than ${LARGEST_PAGE} bytes`)
      continue
    }
    const text = withoutMark(line.bytes).toString('utf8')
    if (!/\S/.test(text)) continue
    const record = parse(text)
    yield record === BROKEN
      ? failed(id, path, 'bad-json', `line ${number} is not valid JSON`)
      : inputOf(record, id, path, fields)
  }
  const broken = reader.broken()
  if (broken) yield failedInput(`${path}:end`, path, broken)
}

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
    yield* readJsonLines(byteReader([bytes]), path, fields)
  else yield failed(path, path, 'bad-json', 'is not valid JSON')
}

/** A JSON file without a page is not a broken page: it is something else that lay in the folder. */
const asPage = (input: Input): Input => ('refused' in input ? { ...input, status: 'rejected' } : input)
