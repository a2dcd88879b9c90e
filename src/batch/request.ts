import type { Layout } from '../render/layout.ts'
import { usageError } from './exit.ts'
import type { Part } from './lock.ts'
import { canPack } from './pack.ts'
import type { PlacedPart } from './shard-auto.ts'
import type { ArticleFiles } from './sinks.ts'
import type { Content } from './sources/sniff.ts'

/** A batch as a user asks for it. */
export interface BatchRequest {
  /** Files, folders, globs, `-` for standard input. */
  readonly operands: readonly string[]
  /** File of files and parts of files, `-` for standard input; in place of operands. */
  readonly list?: string
  /** Run folder; or standard output, `-`. One of both. */
  readonly out?: string
  readonly to?: string
  /** Name or file. */
  readonly pipeline: string
  /** Module of rules of the user's own. */
  readonly rules?: string
  readonly explain?: boolean
  /** File of counts of lines on sites; `auto`: counted from the operands first. */
  readonly sites?: string
  /** Counting: keep what counts of other parts may add to. */
  readonly part?: boolean
  /** Forces the reading of every page. */
  readonly as?: 'html' | 'text'
  /** What the operands hold; default: found out. */
  readonly input?: Content
  /** Field map of JSON records, and fields that replace the map's. */
  readonly preset: string
  readonly idField?: string
  readonly urlField?: string
  readonly htmlField?: string
  readonly textField?: string
  /** Fields of records that go into `input.fields`. */
  readonly pass?: readonly string[]
  /** Shape of the lines of articles.jsonl; default: this program's own. */
  readonly layout?: Layout
  /** Also pieces of articles, of at most so many characters. */
  readonly chunks?: number
  readonly articles?: ArticleFiles
  readonly parquet?: boolean
  readonly gzip?: boolean
  readonly zstd?: boolean
  /** Processes at once; default: one per processor. */
  readonly concurrency?: number
  /** Seconds a page may take. */
  readonly deadline: number
  /** MiB a page's process may take. */
  readonly memory: number
  /** Clean only part `index` of `of`; `from` tells which engine said so. */
  readonly shard?: Part & Partial<PlacedPart>
  readonly shardSize?: number
  readonly limit?: number
  readonly sample?: number
  readonly dryRun?: boolean
  readonly failFast?: boolean
  /** Percent of pages that may fail before the exit code says so; default: all. */
  readonly failOnFailed?: number
  readonly overwrite?: boolean
  readonly quiet?: boolean
  /** Module that cleans; default: this package's. */
  readonly cleaner?: string
}

/** Throws a usage error where parts of the request do not go together. */
export function checkRequest(request: BatchRequest): void {
  const { operands, list, out, to, shard, dryRun } = request
  if (operands.length === 0 && list === undefined)
    throw usageError('no input; name files, folders or globs, or - for standard input')
  if (operands.length > 0 && list !== undefined) throw usageError('--list takes the place of named inputs')
  if (list !== undefined && (request.limit ?? request.sample) !== undefined)
    throw usageError('--limit and --sample count pages from the first one on: shorten the list instead')
  if (operands.filter((operand) => operand === '-').length > 1)
    throw usageError('standard input can be read only once')
  if (out !== undefined && to !== undefined) throw usageError('--out and --to exclude each other')
  if (out === undefined && to === undefined && !dryRun)
    throw usageError('no output; add --out DIR, or --to - for standard output')
  if (to !== undefined && to !== '-')
    throw usageError('--to knows only -, standard output; a folder goes to --out')
  const folderOnly = {
    articles: request.articles,
    layout: request.layout,
    chunks: request.chunks,
    parquet: request.parquet,
    gzip: request.gzip,
    zstd: request.zstd,
    shard,
    overwrite: request.overwrite,
  }
  const astray = Object.entries(folderOnly).find(([, value]) => value !== undefined)
  if (to !== undefined && astray) throw usageError(`--${astray[0]} needs --out`)
  if (request.sites === 'auto') {
    if (to !== undefined || operands.includes('-'))
      throw usageError('--sites auto reads the input twice: it needs files and --out')
    if (shard)
      throw usageError('--sites auto needs every page; count first (dechaff sites), then add --sites FILE')
  }
  if (request.gzip && request.zstd) throw usageError('--gzip and --zstd exclude each other')
  if (request.zstd && !canPack('zst'))
    throw usageError(`--zstd needs Node 22.15 or newer, and this is ${process.version}; --gzip does without`)
}
