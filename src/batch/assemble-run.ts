import { createHash } from 'node:crypto'
import type { Article } from '../core/article.ts'
import { checkAccounts, type Expected } from './books.ts'
import type { Ending } from './pack.ts'
import { articleOf, type Card } from './record.ts'
import type { Stage } from './results.ts'
import type { RunFolder } from './run-folder.ts'
import { seen, uniqueIds } from './seen.ts'
import { placeMark } from './shard.ts'
import {
  type ArticleFiles,
  articleLines,
  explainLines,
  failedLines,
  lineSink,
  pageSink,
  rejectedLines,
  type Sink,
} from './sinks.ts'
import { counter, type SlowPage, slowestOf, type Tally } from './tally.ts'

export interface OutputOptions {
  readonly explain: boolean
  /** How the JSON Lines are packed. */
  readonly pack?: Ending
  readonly parquet: boolean
  /** Also one file an article. */
  readonly articles?: ArticleFiles
}

/** What `report.json` says. */
export interface Report extends Tally {
  readonly repeated: { readonly ids: number; readonly contents: number }
  readonly inputDigest: string
  readonly run: Readonly<Record<string, unknown>>
}

/** The names the results of a run have in its folder, in the order they are put there. */
export function namesOf({ explain, pack, parquet, articles }: OutputOptions): readonly string[] {
  const lines = (base: string): string => `${base}.jsonl${pack ? `.${pack}` : ''}`
  return [
    ...(articles ? ['articles'] : []),
    ...['articles', 'rejected', 'failed', ...(explain ? ['explain'] : [])].map(lines),
    ...(parquet ? ['articles.parquet'] : []),
    'report.json',
  ]
}

async function openSinks(stage: Stage, options: OutputOptions): Promise<Sink[]> {
  const name = (base: string): string => `${base}.jsonl${options.pack ? `.${options.pack}` : ''}`
  const sinks = [
    await lineSink(stage, name('articles'), articleLines),
    await lineSink(stage, name('rejected'), rejectedLines),
    await lineSink(stage, name('failed'), failedLines),
  ]
  if (options.explain) sinks.push(await lineSink(stage, name('explain'), explainLines))
  if (options.articles) sinks.push(await pageSink(stage, 'articles', options.articles))
  if (options.parquet) sinks.push(await parquetSink(stage, 'articles.parquet'))
  return sinks
}

/** Puts the done shards together, in order, into the files of the run folder; all appear only when all are written. */
export async function assembleRun(
  folder: RunFolder,
  expected: Expected,
  options: OutputOptions,
  run: Report['run'],
): Promise<{ readonly report: Report; readonly slowest: readonly SlowPage[] }> {
  const stage = await folder.stage()
  try {
    return await assemble(folder, stage, expected, options, run)
  } catch (error) {
    await stage.discard()
    throw error
  }
}

async function assemble(
  folder: RunFolder,
  stage: Stage,
  expected: Expected,
  options: OutputOptions,
  run: Report['run'],
): Promise<{ readonly report: Report; readonly slowest: readonly SlowPage[] }> {
  const sinks = await openSinks(stage, options)
  const tally = counter()
  const places: string[] = []
  const repeats = repeatCounter()
  let slowest: readonly SlowPage[] = []
  for (const [split, { shards }] of expected.splits.entries()) {
    const found = createHash('sha256')
    for (let index = 0; index < shards; index++) {
      const { mark, records } = await folder.read({ split, index })
      slowest = slowestOf([...slowest, ...mark.slowest])
      for (const record of records) {
        const named = { ...record, card: { ...record.card, id: repeats.name(record.card) } }
        tally.add(named.card)
        found.update(placeMark(record.card.place))
        for (const sink of sinks) await sink.take(named)
      }
    }
    places.push(found.digest('hex'))
  }
  const report: Report = {
    run,
    inputDigest: expected.digest,
    ...tally.total(),
    repeated: repeats.counts(),
  }
  checkAccounts(report, expected, places)
  for (const sink of sinks) await sink.close()
  const file = await stage.create('report.json')
  await file.write(`${JSON.stringify(report, null, 2)}\n`)
  await file.close()
  await folder.finish(stage, { inputs: expected.inputs, digest: expected.digest })
  return { report, slowest }
}

/** Gives every page a name of its own, and counts what came twice. */
function repeatCounter() {
  const unique = uniqueIds()
  const contents = seen()
  const counts = { ids: 0, contents: 0 }
  return {
    name({ id, content }: Card): string {
      const name = unique(id)
      if (name !== id) counts.ids++
      if (content !== null && !contents.add(Buffer.from(content, 'base64url'))) counts.contents++
      return name
    },
    counts: () => counts,
  }
}

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
async function parquetSink(stage: Stage, name: string): Promise<Sink> {
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
