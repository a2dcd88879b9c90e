import { createHash } from 'node:crypto'
import type { Layout } from '../render/layout.ts'
import { checkAccounts, type Expected } from './books.ts'
import type { Ending } from './pack.ts'
import { type ParquetAbout, parquetSink } from './parquet.ts'
import type { Card } from './record.ts'
import type { Stage } from './results.ts'
import type { RunFolder } from './run-folder.ts'
import { seen, uniqueIds } from './seen.ts'
import { placeMark } from './shard.ts'
import {
  type ArticleFiles,
  articleLines,
  chunkLines,
  explainLines,
  failedLines,
  layoutLines,
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
  /** Shape of the lines of articles.jsonl; default: this program's own. */
  readonly layout?: Layout
  /** Also pieces of articles, of at most so many characters (chunks.jsonl). */
  readonly chunks?: number
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
export function namesOf({ explain, pack, parquet, articles, chunks }: OutputOptions): readonly string[] {
  const lines = (base: string): string => `${base}.jsonl${pack ? `.${pack}` : ''}`
  return [
    ...(articles ? ['articles'] : []),
    ...[
      'articles',
      ...(chunks === undefined ? [] : ['chunks']),
      'rejected',
      'failed',
      ...(explain ? ['explain'] : []),
    ].map(lines),
    ...(parquet ? ['articles.parquet'] : []),
    'report.json',
  ]
}

async function openSinks(stage: Stage, options: OutputOptions, run: Report['run']): Promise<Sink[]> {
  const name = (base: string): string => `${base}.jsonl${options.pack ? `.${options.pack}` : ''}`
  const { layout, chunks } = options
  const articles = layout === undefined ? articleLines : await layoutLines(layout)
  const sinks = [
    await lineSink(stage, name('articles'), articles),
    await lineSink(stage, name('rejected'), rejectedLines),
    await lineSink(stage, name('failed'), failedLines),
  ]
  if (chunks !== undefined) sinks.push(await lineSink(stage, name('chunks'), await chunkLines(chunks)))
  if (options.explain) sinks.push(await lineSink(stage, name('explain'), explainLines))
  if (options.articles) sinks.push(await pageSink(stage, 'articles', options.articles))
  if (options.parquet) sinks.push(await parquetSink(stage, 'articles.parquet', run as ParquetAbout))
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
  const sinks = await openSinks(stage, options, run)
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
