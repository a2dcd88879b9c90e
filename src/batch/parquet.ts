import type { SchemaElement } from 'hyparquet'
import type { Article } from '../core/article.ts'
import { articleOf } from './record.ts'
import type { Stage } from './results.ts'
import type { Sink } from './sinks.ts'

/** Rows and characters of a row group: a bound on memory, and what readers in parallel like. */
const GROUP = 20_000
const GROUP_CHARS = 64 * 1024 * 1024

type Row = Partial<Article> & Readonly<Record<string, unknown>>
type Kind = 'text' | 'json' | 'int' | 'double' | 'boolean' | 'moment' | 'texts' | 'shares'
interface Column {
  readonly name: string
  readonly kind: Kind
  readonly of: (row: Row) => unknown
}

/** Every field of an article, so that none is forgotten. */
const FIELDS: Readonly<Record<keyof Article, Kind>> = {
  title: 'text',
  titleInferred: 'boolean',
  subtitle: 'text',
  kicker: 'text',
  byline: 'text',
  authors: 'texts',
  editors: 'texts',
  source: 'text',
  site: 'text',
  published: 'text',
  modified: 'text',
  dateline: 'text',
  printPage: 'text',
  language: 'text',
  languages: 'shares',
  direction: 'text',
  section: 'text',
  breadcrumb: 'texts',
  description: 'text',
  tags: 'texts',
  url: 'text',
  canonicalUrl: 'text',
  hostname: 'text',
  image: 'text',
  license: 'text',
  paywalled: 'boolean',
  pageType: 'text',
  pageTypeConfidence: 'double',
  text: 'text',
  markdown: 'text',
  content: 'json',
  captions: 'texts',
  posts: 'json',
  wordCount: 'int',
  fingerprint: 'text',
  confidence: 'double',
  evidence: 'json',
}

const column = (name: string, kind: Kind, of = (row: Row): unknown => row[name]): Column => ({
  name,
  kind,
  of,
})

const MOMENTS = ['published', 'modified', 'retrieved'] as const

const COLUMNS: readonly Column[] = [
  column('page', 'text'),
  column('part', 'int'),
  column('parts', 'int'),
  ...Object.entries(FIELDS).map(([name, kind]) => column(name, kind)),
  column('origin', 'json'),
  column('retrieved', 'text'),
  ...MOMENTS.map((name) => column(`${name}At`, 'moment', (row) => momentOf(row[name]))),
  column('fields', 'json'),
  column('limits', 'json'),
  column('notes', 'json'),
]

/** A moment of time, where the date has a time with an offset: any other is a day somewhere, and no moment. */
function momentOf(date: unknown): Date | undefined {
  if (typeof date !== 'string' || !/T\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)$/.test(date)) return undefined
  const moment = new Date(date)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}

/** The schema, in the order a tree of columns is walked. Lists have the three levels Parquet's LogicalTypes.md asks for. */
function schema(): SchemaElement[] {
  return [{ name: 'dechaff', num_children: COLUMNS.length }, ...COLUMNS.flatMap(elements)]
}

const OPTIONAL = { repetition_type: 'OPTIONAL' } as const
const string = (name: string): SchemaElement => ({
  name,
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  logical_type: { type: 'STRING' },
  ...OPTIONAL,
})
const list = (name: string, ...element: readonly SchemaElement[]): SchemaElement[] => [
  { name, ...OPTIONAL, converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  ...element,
]

function elements({ name, kind }: Column): SchemaElement[] {
  switch (kind) {
    case 'text':
      return [string(name)]
    case 'json':
      return [{ name, type: 'BYTE_ARRAY', converted_type: 'JSON', ...OPTIONAL }]
    case 'int':
      return [{ name, type: 'INT32', ...OPTIONAL }]
    case 'double':
      return [{ name, type: 'DOUBLE', ...OPTIONAL }]
    case 'boolean':
      return [{ name, type: 'BOOLEAN', ...OPTIONAL }]
    case 'moment':
      return [
        {
          name,
          type: 'INT64',
          converted_type: 'TIMESTAMP_MILLIS',
          logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
          ...OPTIONAL,
        },
      ]
    case 'texts':
      return list(name, string('element'))
    case 'shares':
      return list(name, { name: 'element', ...OPTIONAL, num_children: 2 }, string('language'), {
        name: 'share',
        type: 'DOUBLE',
        ...OPTIONAL,
      })
  }
}

/** What the file says of its making, beside the table. */
export type ParquetAbout = Readonly<Record<'version' | 'pipeline' | 'pipelineDigest', unknown>>

/**
 * Articles as a Parquet file: every field a column, lists as LIST, dates as the text the page supports and, where that names a
 * moment, as TIMESTAMP beside it (`publishedAt`), trees as JSON.
 */
export async function parquetSink(stage: Stage, name: string, about: ParquetAbout): Promise<Sink> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer')
  const file = await stage.create(name)
  const bytes = new ByteWriter()
  const kvMetadata = (['version', 'pipeline', 'pipelineDigest'] as const).map((key) => ({
    key: `dechaff.${key}`,
    value: String(about[key]),
  }))
  const createdBy = `dechaff version ${String(about.version)}`
  const writer = new ParquetWriter({ writer: bytes, schema: schema(), createdBy, kvMetadata })
  let rows: Row[] = []
  let chars = 0
  const drain = async (): Promise<void> => {
    // the library fills the same bytes again: keep a copy
    await file.write(bytes.getBytes().slice())
    bytes.index = 0
  }
  const flush = async (): Promise<void> => {
    if (rows.length === 0) return
    const columnData = COLUMNS.map(({ name, of }) => ({ name, data: rows.map((row) => of(row) ?? null) }))
    await writer.write({ columnData, rowGroupSize: rows.length })
    rows = []
    chars = 0
    await drain()
  }
  return {
    async take({ card, articles }) {
      const { id, limits, notes, input } = card
      const { origin, retrieved, fields } = input
      for (const [at, line] of articles.entries()) {
        rows.push({
          ...articleOf(line),
          page: id,
          part: at + 1,
          parts: articles.length,
          origin,
          retrieved,
          fields,
          limits,
          notes,
        })
        chars += line.length
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
