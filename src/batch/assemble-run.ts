import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { removeLeftovers, writeDurably } from './durable.ts'
import type { Journal } from './journal.ts'
import type { Card } from './record.ts'
import { seen, uniqueIds } from './seen.ts'
import { articleLines, explainLines, failedLines, lineSink, rejectedLines } from './sinks/lines.ts'
import type { Ending } from './sinks/pack.ts'
import { pageSink } from './sinks/pages.ts'
import { parquetSink } from './sinks/parquet.ts'
import type { Sink } from './sinks/sink.ts'
import { type SlowPage, slowestOf } from './slowest.ts'
import { counter, type Tally } from './tally.ts'

export interface OutputOptions {
  readonly explain: boolean
  /** How the JSON Lines are packed. */
  readonly pack?: Ending
  readonly parquet: boolean
  /** Also one file an article. */
  readonly articles?: 'md' | 'txt'
}

/** What the source handed out, counted apart from what was written. */
export interface Expected {
  readonly shards: number
  readonly inputs: number
  /** Digest of the inputs, by shard. */
  readonly digest: string
  /** Digest of the places the inputs were found at, in order. */
  readonly places: string
}

/** What `report.json` says. */
export interface Report extends Tally {
  readonly repeated: { readonly ids: number; readonly contents: number }
  readonly inputDigest: string
  readonly run: Readonly<Record<string, unknown>>
}

async function openSinks(out: string, options: OutputOptions): Promise<Sink[]> {
  const name = (base: string): string => join(out, `${base}.jsonl${options.pack ? `.${options.pack}` : ''}`)
  const sinks = [
    await lineSink(name('articles'), articleLines),
    await lineSink(name('rejected'), rejectedLines),
    await lineSink(name('failed'), failedLines),
  ]
  if (options.explain) sinks.push(await lineSink(name('explain'), explainLines))
  if (options.articles) sinks.push(await pageSink(join(out, 'articles'), options.articles))
  if (options.parquet) sinks.push(await parquetSink(join(out, 'articles.parquet')))
  return sinks
}

/** Puts the done shards together, in order, into the files of the run folder; all appear only when all are written. */
export async function assembleRun(
  out: string,
  journal: Journal,
  expected: Expected,
  options: OutputOptions,
  run: Report['run'],
): Promise<{ readonly report: Report; readonly slowest: readonly SlowPage[] }> {
  await removeLeftovers(out)
  const sinks = await openSinks(out, options)
  const tally = counter()
  const places = createHash('sha256')
  const repeats = repeatCounter()
  let slowest: readonly SlowPage[] = []
  try {
    for (let shard = 0; shard < expected.shards; shard++) {
      const { mark, records } = await journal.read(shard)
      slowest = slowestOf([...slowest, ...mark.slowest])
      for (const record of records) {
        const named = { ...record, card: { ...record.card, id: repeats.name(record.card) } }
        tally.add(named.card)
        places.update(placeMark(record.card.place))
        for (const sink of sinks) await sink.take(named)
      }
    }
    const report: Report = {
      run,
      inputDigest: expected.digest,
      ...tally.total(),
      repeated: repeats.counts(),
    }
    checkAccounts(report, expected, places.digest('hex'))
    for (const sink of sinks) await sink.close()
    await writeDurably(join(out, 'report.json'), [`${JSON.stringify(report, null, 2)}\n`])
    return { report, slowest }
  } catch (error) {
    for (const sink of sinks) await sink.discard()
    throw error
  }
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

/** Every input exactly once, in exactly one of the three ways. */
export function checkAccounts(report: Tally, expected: Expected, places: string): void {
  const { in: seen, clean, rejected, failed } = report
  const sum = seen === expected.inputs && seen === clean + rejected + failed
  if (sum && places !== expected.places)
    throw new Error('the accounts do not add up: not every page has its own record')
  if (sum) return
  throw new Error(
    `the accounts do not add up: ${expected.inputs} pages in, ${seen} recorded (${clean} clean, ${rejected} rejected, ${failed} failed)`,
  )
}

/** What a place adds to the digest of places. */
export const placeMark = (place: string): string => `${place.length}:${place}`
