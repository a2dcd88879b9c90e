import { isAscii } from 'node:buffer'
import { TextDecoder } from '@exodus/bytes/encoding.js'
import { type CsvError, type Parser, parse } from 'csv-parse'
import type { Reason } from '../../core/article.ts'
import { decode } from '../../decode/decode.ts'
import { failedInput, type Input, LARGEST_PAGE, ofSource } from '../input.ts'
import type { ByteReader } from './bytes.ts'
import type { FieldMap } from './fields.ts'
import { inputOf } from './jsonl.ts'
import { isNamedTabbed, withoutPackedName } from './sniff.ts'

/** Bytes by which the charset is told, from the first ones on that are not ASCII. */
const SAMPLE = 1024 * 1024
/** Bytes of the first row by which the separator is told. */
const HEAD = 64 * 1024

/** A row's cells, or why it has none. `open`: the file ended before the row's line did. */
type Row = { readonly cells: readonly string[]; readonly open: boolean } | { readonly error: string }

/**
 * One record a row (RFC 4180), fields named by the first; commas or, where the first row has only those, semicolons or
 * tabs, and tabs always where the file is named for them. Rows end with LF, CRLF or CR, a quotation mark inside a cell without quotes stands for itself, cells missing at
 * the end are empty. Whatever leaves doubt where a cell ends is a failed record, never a shorter page.
 */
export async function* readCsv(reader: ByteReader, path: string, fields: FieldMap): AsyncGenerator<Input> {
  let names: readonly string[] | undefined
  let number = 0
  for await (const row of rowsOf(reader, path)) {
    if ('cells' in row && row.cells.every((cell) => cell.trim() === '')) continue
    if (names === undefined && 'cells' in row) {
      names = row.cells
      continue
    }
    const id = `${path}:${++number}`
    const wrong = faultOf(row, names)
    if (wrong) yield failedInput(id, path, wrong)
    else if ('cells' in row) yield inputOf(recordOf(row.cells, names!), id, path, fields)
  }
  const broken = reader.broken()
  if (broken) yield failedInput(`${path}:end`, path, broken)
}

function faultOf(row: Row, names: readonly string[] | undefined): Reason | undefined {
  if ('error' in row) return ofSource('bad-csv', row.error)
  const { cells, open } = row
  const columns = names?.length ?? 0
  const more = cells.slice(columns).some((cell) => cell.trim() !== '')
  const fewer = cells.length < columns
  if (open && fewer) return ofSource('truncated', 'the file ends inside this row')
  const doubtful = more || (fewer && cells.some((cell) => /[\r\n]/.test(cell)))
  if (!doubtful) return undefined
  const counts = `${cells.length} cells where the first row names ${columns}`
  return ofSource('bad-csv', `this row has ${counts}; a quotation mark or a separator may be missing`)
}

/** Only the cells that are there: a first row may name many more. */
function recordOf(cells: readonly string[], names: readonly string[]): Record<string, string> {
  return Object.fromEntries(cells.slice(0, names.length).map((cell, at) => [names[at]!, cell]))
}

async function* rowsOf(reader: ByteReader, path: string): AsyncGenerator<Row> {
  const head = decode(await reader.peek(HEAD)).text
  const rows: Row[] = []
  const parser = parserOf(isNamedTabbed(withoutPackedName(path)) ? '\t' : separatorOf(head), rows)
  let last = ''
  for await (const text of textsOf(reader)) {
    last = text.slice(-1) || last
    await new Promise((resolve) => parser.write(text, resolve))
    yield* rows.splice(0)
    if (parser.errored) return
  }
  // what a broken stream leaves of a row is no row
  if (reader.broken()) return parser.destroy()
  const ended = new Promise((resolve) => parser.once('close', resolve))
  parser.end()
  await ended
  const open = rows.at(-1)
  if (open && 'cells' in open && !/[\r\n]/.test(last)) rows.splice(-1, 1, { ...open, open: true })
  yield* rows.splice(0)
}

function separatorOf(head: string): string {
  const first = /[^\r\n]+/.exec(head)?.[0] ?? ''
  return [',', ';', '\t'].find((mark) => first.includes(mark)) ?? ','
}

/** Puts into `rows` what becomes of each, in their order. */
function parserOf(delimiter: string, rows: Row[]): Parser {
  const failed = (error: CsvError | undefined) => {
    const unclosed = error?.code === 'CSV_QUOTE_NOT_CLOSED'
    const said = unclosed ? 'a quotation mark that opens in this row is never closed' : error?.message
    rows.push({ error: said ?? 'this row cannot be read' })
    return undefined
  }
  const parser = parse({
    bom: true,
    delimiter,
    encoding: 'utf8',
    max_record_size: LARGEST_PAGE,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_record: (cells: string[]) => void rows.push({ cells, open: false }),
    on_skip: failed,
  })
  return parser.on('error', failed).on('data', () => {})
}

/** The file as UTF-8, decoded like a page by its first bytes that are not ASCII. */
async function* textsOf(reader: ByteReader): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  for (let part = await reader.some(); part; part = await reader.some()) {
    if (decoder === undefined && (part.includes(0) || !isAscii(part))) {
      reader.unread(part)
      const sample = await reader.peek(SAMPLE)
      decoder = new TextDecoder(decode(sample).charset, { ignoreBOM: true })
      part = (await reader.some())!
    }
    yield decoder === undefined ? part.toString('latin1') : decoder.decode(part, { stream: true })
  }
  const rest = decoder?.decode()
  if (rest) yield rest
}
