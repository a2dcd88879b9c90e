import { failedInput, type Input, LARGEST_PAGE } from '../input.ts'
import type { ByteReader } from './bytes.ts'
import type { FieldMap } from './fields.ts'
import { inputOf } from './jsonl.ts'

/** One record a row (RFC 4180), fields named by the first; commas or, where the first row has only those, semicolons or tabs. */
export async function* readCsv(reader: ByteReader, path: string, fields: FieldMap): AsyncGenerator<Input> {
  let names: readonly string[] | undefined
  let separator = ','
  for (let number = 0; ; ) {
    const row = await readRow(reader)
    if (row === undefined) break
    if (row !== OPEN && row.trim() === '') continue
    if (!names && row !== OPEN) {
      const first = row.replace(/^\uFEFF/, '')
      separator = [',', ';', '\t'].find((mark) => first.includes(mark)) ?? ','
      names = split(first, separator)
      continue
    }
    const id = `${path}:${++number}`
    if (row !== OPEN && names) {
      const values = split(row, separator)
      yield inputOf(Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])), id, path, fields)
    } else
      yield failedInput(id, path, {
        code: 'bad-csv',
        message: 'a quotation mark of this row is never closed',
        stage: 'source',
      })
  }
  const broken = reader.broken()
  if (broken) yield failedInput(`${path}:end`, path, broken)
}

const OPEN = Symbol('a quotation mark that is never closed')

/** A row ends at the first line end outside quotation marks. */
async function readRow(reader: ByteReader): Promise<string | typeof OPEN | undefined> {
  const lines: string[] = []
  let open = false
  let size = 0
  for (let line = await reader.line(LARGEST_PAGE); line; line = await reader.line(LARGEST_PAGE)) {
    const text = line.bytes.toString('utf8').replace(/\r$/, '')
    if (line.open && reader.broken()) return undefined
    lines.push(text)
    size += text.length
    for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) open = !open
    if (!open) return lines.join('\n')
    if (size > LARGEST_PAGE) break
  }
  return lines.length > 0 ? OPEN : undefined
}

function split(row: string, separator: string): string[] {
  const values: string[] = []
  let at = 0
  while (at <= row.length) {
    if (row[at] !== '"') {
      const end = row.indexOf(separator, at)
      values.push(row.slice(at, end < 0 ? row.length : end))
      at = end < 0 ? row.length + 1 : end + 1
      continue
    }
    let end = at + 1
    while (end < row.length && (row[end] !== '"' || row[end + 1] === '"')) end += row[end] === '"' ? 2 : 1
    values.push(row.slice(at + 1, end).replaceAll('""', '"'))
    const next = row.indexOf(separator, end)
    at = next < 0 ? row.length + 1 : next + 1
  }
  return values
}
