import type { Dump } from '../../core/dump.ts'

/** Where a record keeps what a dump needs; first field that holds something wins. Dots reach into objects. */
export interface FieldMap {
  readonly id: readonly string[]
  readonly url: readonly string[]
  readonly html: readonly string[]
  readonly text: readonly string[]
  /** Markup or text, not known which: the reader finds out. */
  readonly either: readonly string[]
  readonly contentType: readonly string[]
  readonly retrieved: readonly string[]
  /** Fields that go into the page's record as they are. */
  readonly pass?: readonly string[]
}

const AUTO: FieldMap = {
  id: ['id', '_id', 'uuid', 'doc_id'],
  url: ['url', 'loadedUrl', 'crawl.loadedUrl', 'request.loadedUrl', 'request.url', 'link', 'uri'],
  html: ['html', 'raw_html', 'rawHtml', 'html_content', 'page_html'],
  text: ['text', 'plain_text', 'raw_content', 'page_text'],
  either: ['body', 'content', 'page', 'response', 'payload'],
  contentType: ['contentType', 'content_type', 'mime', 'http.contentType'],
  retrieved: ['retrieved', 'fetched_at', 'crawl.loadedTime', 'scraped_at', 'crawled_at', 'date_download'],
}

/** Field maps by the tool that wrote the records. */
export const PRESETS: Readonly<Record<string, FieldMap>> = {
  auto: AUTO,
  // crawlee.dev datasets; Apify's content crawler nests what it knows of the request under `crawl`
  crawlee: {
    id: ['id', 'uniqueKey'],
    url: ['crawl.loadedUrl', 'loadedUrl', 'request.loadedUrl', 'url', 'request.url'],
    html: ['html', 'body', 'pageContent'],
    text: ['text', 'markdown'],
    either: ['content'],
    contentType: ['contentType', 'response.headers.content-type'],
    retrieved: ['crawl.loadedTime', 'loadedAt'],
  },
  // Scrapy feeds: fields are the spider's own, these are the customary ones
  scrapy: {
    id: ['id', '_id', 'fingerprint'],
    url: ['url', 'response_url', 'link'],
    html: ['html', 'raw_html', 'page_html'],
    text: ['text', 'content_text'],
    either: ['body', 'content', 'response_body'],
    contentType: ['content_type', 'headers.Content-Type'],
    retrieved: ['crawled_at', 'scraped_at', 'timestamp'],
  },
  // corpora made from Common Crawl: a text, the address, the record's date and digest
  commoncrawl: {
    id: ['id', 'warc_record_id', 'metadata.warc_record_id', 'digest'],
    url: ['url', 'metadata.url', 'warc_url', 'source_url'],
    html: ['html', 'raw_html'],
    text: ['text', 'raw_content'],
    either: ['content', 'body'],
    contentType: ['mime', 'mime_detected', 'content_type'],
    retrieved: ['warc_date', 'date', 'timestamp', 'metadata.warc_date'],
  },
}

function get(record: object, path: string): unknown {
  if (Object.hasOwn(record, path)) return (record as Record<string, unknown>)[path]
  let at: unknown = record
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<string, unknown>)[key]
  }
  return at
}

function first(record: object, paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const value = get(record, path)
    if (typeof value === 'string' && value !== '') return value
    if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  }
  return undefined
}

const MOMENT = /^\d{4}-\d\d-\d\d(?:[T ][\d:.]{5,12}(?:Z|[+-]\d\d:?\d\d)?)?$/

/** The name a record gives itself. */
export const idOf = (record: object, fields: FieldMap): string | undefined => first(record, fields.id)

/** The dump a record holds, or undefined where none of the page's fields holds anything. */
export function dumpOf(record: object, fields: FieldMap): Dump | undefined {
  const content = contentOf(record, fields)
  if (!content) return undefined
  const id = idOf(record, fields)
  const url = first(record, fields.url)
  const contentType = content.bytes ? undefined : first(record, fields.contentType)
  const retrieved = first(record, fields.retrieved)
  return {
    ...content,
    ...(id === undefined ? {} : { id }),
    ...(url === undefined ? {} : { url }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(retrieved !== undefined && MOMENT.test(retrieved) ? { retrieved } : {}),
    ...passed(record, fields),
  }
}

/** What a user wants to find again, under the names it was asked for by. */
function passed(record: object, { pass = [] }: FieldMap): Pick<Dump, 'fields'> {
  const found = pass.flatMap((path) => {
    const value = get(record, path)
    return value === undefined ? [] : [[path, value] as const]
  })
  return found.length === 0 ? {} : { fields: Object.fromEntries(found) }
}

function contentOf(record: object, fields: FieldMap): Dump | undefined {
  const html = first(record, fields.html)
  if (html !== undefined) return { html }
  const text = first(record, fields.text)
  if (text !== undefined) return { text }
  const either = first(record, fields.either)
  if (either !== undefined) return { bytes: Buffer.from(either) }
  // a page that is there and empty is a page: whoever cleans it says so
  const there = [...fields.html, ...fields.text, ...fields.either].some((path) => get(record, path) === '')
  return there ? { text: '' } : undefined
}

/** `map` with the fields a user named put in place of the preset's. */
export function withFields(
  map: FieldMap,
  named: Partial<Record<'id' | 'url' | 'html' | 'text', string>>,
): FieldMap {
  const content = named.html !== undefined || named.text !== undefined
  return {
    ...map,
    ...(content ? { html: [], text: [], either: [] } : {}),
    ...Object.fromEntries(Object.entries(named).map(([field, path]) => [field, [path]])),
  }
}
