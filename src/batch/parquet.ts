import type { Article } from '../core/article.ts'
import { articleOf } from './record.ts'
import type { Stage } from './results.ts'
import type { Sink } from './sinks.ts'

/** Rows collected before they are written: a bound on memory, and a good size for readers. */
const GROUP = 5000
const GROUP_CHARS = 32 * 1024 * 1024

type Row = Readonly<Record<string, unknown>>
type Column = readonly [
  name: string,
  type: 'STRING' | 'JSON' | 'INT32' | 'DOUBLE' | 'BOOLEAN',
  of: (row: Row) => unknown,
]

const text = (name: keyof Article): Column => [name, 'STRING', (row) => row[name] ?? null]
const json = (name: keyof Article): Column => [name, 'JSON', (row) => row[name] ?? null]

const COLUMNS: readonly Column[] = [
  ['page', 'STRING', (row) => row.page],
  ['part', 'INT32', (row) => row.part],
  ...(
    ['url', 'title', 'subtitle', 'byline', 'source', 'site', 'published', 'modified', 'dateline'] as const
  ).map(text),
  ...(['language', 'section', 'description', 'canonicalUrl', 'image', 'license', 'pageType'] as const).map(
    text,
  ),
  ...(['authors', 'editors', 'tags', 'breadcrumb', 'languages', 'evidence'] as const).map(json),
  ['paywalled', 'BOOLEAN', (row) => row.paywalled ?? null],
  ['wordCount', 'INT32', (row) => row.wordCount],
  ['confidence', 'DOUBLE', (row) => row.confidence],
  ['limits', 'JSON', (row) => row.limits ?? null],
  ['notes', 'JSON', (row) => row.notes ?? null],
  text('text'),
  text('markdown'),
]

/** Articles as a Parquet file, lists as JSON columns. Needs the package `hyparquet-writer`. */
export async function parquetSink(stage: Stage, name: string): Promise<Sink> {
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer')
  const file = await stage.create(name)
  const bytes = new ByteWriter()
  const schema = schemaFromColumnData({
    columnData: COLUMNS.map(([name, type]) => ({ name, type, data: [] })),
  })
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: 'dechaff' })
  let rows: Row[] = []
  let chars = 0
  const drain = async (): Promise<void> => {
    // the library fills the same bytes again: keep a copy
    await file.write(bytes.getBytes().slice())
    bytes.index = 0
  }
  const flush = async (): Promise<void> => {
    if (rows.length === 0) return
    const columnData = COLUMNS.map(([name, , of]) => ({ name, data: rows.map(of) }))
    await writer.write({ columnData, rowGroupSize: rows.length })
    rows = []
    chars = 0
    await drain()
  }
  return {
    async take({ card, articles }) {
      for (const [at, line] of articles.entries()) {
        const article = articleOf(line)
        rows.push({ page: card.id, part: at + 1, limits: card.limits, notes: card.notes, ...article })
        chars += article.text.length + article.markdown.length
      }
      if (rows.length >= GROUP || chars >= GROUP_CHARS) await flush()
    },
    async close() {
      await flush()
      await writer.finish()
      await drain()
      await file.close()
    },
  }
}
