import { Readable } from 'node:stream'
import { failedInput, type Input, LARGEST_PAGE, reasonOf } from '../input.ts'
import type { Chunks } from './bytes.ts'
import type { FieldMap } from './fields.ts'
import { inputOf } from './jsonl.ts'

/** One record a row, fields named by the first. A row that breaks the format ends the file with one failed record. */
export async function* readCsv(chunks: Chunks, path: string, fields: FieldMap): AsyncGenerator<Input> {
  const { parse } = await import('csv-parse')
  const rows = parse({ columns: true, bom: true, relax_column_count: true, max_record_size: LARGEST_PAGE })
  const source = Readable.from(chunks, { objectMode: false })
  source.on('error', (error) => rows.destroy(error))
  let number = 0
  try {
    for await (const row of source.pipe(rows))
      yield inputOf(row as unknown, `${path}:${++number}`, path, fields)
  } catch (error) {
    const code = String((error as { code?: unknown }).code ?? '')
    const reason = code.startsWith('CSV_')
      ? { code: 'bad-csv', message: `row ${number + 1} is not valid CSV`, stage: 'source' }
      : reasonOf(error)
    yield failedInput(`${path}:end`, path, reason)
  } finally {
    source.destroy()
  }
}
