import { assembleRun, namesOf, type OutputOptions, type Report } from './assemble-run.ts'
import { type Books, type Expected, openBooks } from './books.ts'
import { BYTES_IN_HAND, windowFor } from './clean-all.ts'
import type { Files } from './files.ts'
import { type Input, type PageInput, type RefusedInput, sizeOf } from './input.ts'
import type { Part } from './lock.ts'
import { inOrder } from './order.ts'
import { refusedOutcome } from './outcome.ts'
import { type Cleaned, type Pool, type PoolOptions, startPool } from './pool.ts'
import { readRecord, recordOf } from './record.ts'
import { otherRun } from './results.ts'
import { openRunFolder, type RunFolder, type Settings, type ShardMark } from './run-folder.ts'
import { cutShards, digestOfInput, digestOfMembers, digestOfShard, groupsOf, type Shard } from './shard.ts'
import { type Stop, stopAfter, untilStopped } from './stop.ts'
import { type SlowPage, slowestOf } from './tally.ts'

export interface RunOptions {
  readonly inputs: AsyncIterable<Input>
  /** The run folder. */
  readonly out: string
  /** What decides the output besides the inputs; goes into the report. */
  readonly settings: Settings
  readonly pool: PoolOptions | Pool
  readonly output: OutputOptions
  readonly concurrency: number
  /** Inputs of a shard. */
  readonly shardPages?: number
  /** Clean only this part; a run without it puts the shards together. */
  readonly only?: Part
  readonly overwrite?: boolean
  readonly failFast?: boolean
  /** Fires when the run shall stop: it takes no new page, and finishes what is in hand while `patience` lasts. */
  readonly signal?: AbortSignal
  /** Milliseconds pages in hand get after the signal. */
  readonly patience?: number
  readonly watch?: RunWatch
  /** The way to the disk; default: the system's. */
  readonly files?: Files
}

/** What a progress line or a log wants to know. Nothing of it reaches the output. */
export interface RunWatch {
  /** The source is at the end of a shard of so many pages, which are cleaned now. */
  shard?(pages: number): void
  page?(status: Cleaned['status']): void
  /** A shard was done before and is taken as it is. */
  kept?(counts: { readonly clean: number; readonly rejected: number; readonly failed: number }): void
}

export type RunResult =
  | { readonly state: 'complete'; readonly report: Report; readonly slowest: readonly SlowPage[] }
  /** The folder already holds this run's result over the same input. */
  | { readonly state: 'unchanged' }
  /** One runner's part is done. */
  | { readonly state: 'part'; readonly shards: number; readonly inputs: number; readonly failed: number }
  | { readonly state: 'stopped' }

export const SHARD_PAGES = 200

/** Cleans every input into the run folder. Throws where the folder is another run's, or cannot be written. */
export async function run(options: RunOptions): Promise<RunResult> {
  const { out, settings, output, only, signal, overwrite = false } = options
  const folder = await openRunFolder(out, settings, {
    overwrite,
    names: namesOf(output),
    ...(only && { part: only }),
    ...(options.files && { files: options.files }),
  })
  const pool = 'cleanMany' in options.pool ? options.pool : startPool(options.pool)
  const stop = stopAfter(signal, options.patience)
  const books = openBooks(only)
  try {
    const finished = await folder.finished()
    await cleanShards(options, folder, pool, books, finished !== undefined, stop)
    if (stop.stopped()) return { state: 'stopped' }
    const expected = books.total()
    if (finished) {
      const result = sameAs(finished, expected, out)
      await folder.tidy()
      return result
    }
    if (only) return { state: 'part', ...books.own() }
    const { report, slowest } = await assembleRun(folder, expected, output, settings)
    return { state: 'complete', report, slowest }
  } catch (error) {
    if (stop.hard.aborted && error === stop.hard.reason) return { state: 'stopped' }
    throw error
  } finally {
    stop.release()
    pool.close()
    await folder.close()
  }
}

function sameAs(finished: { digest: string }, expected: Expected, out: string): RunResult {
  if (finished.digest === expected.digest) return { state: 'unchanged' }
  throw otherRun(`${out} holds the result of other input; choose another folder or add --overwrite`)
}

interface Task {
  readonly shard: Shard
  readonly group: readonly Input[]
}
interface Result {
  readonly shard: Shard
  readonly pages: readonly Cleaned[]
}

/** Cleans the shards that are not done yet, pages of neighbouring shards side by side, and writes each when it is whole. */
async function cleanShards(
  options: RunOptions,
  folder: RunFolder,
  pool: Pool,
  books: Books,
  countOnly: boolean,
  stop: Stop,
): Promise<void> {
  const { inputs, concurrency, watch, failFast, shardPages: pages = SHARD_PAGES } = options

  async function* tasks(): AsyncGenerator<Task> {
    const shards = cutShards(inputs, { pages, mine: books.mine, note: books.note })
    for await (const shard of untilStopped(shards, stop)) {
      books.shard(shard)
      const { index, members } = shard
      if (!books.mine(index)) continue
      watch?.shard?.(shard.count)
      if (countOnly) books.done(index, await digestOfMembers(members), 0)
      else if (!(await isDone(shard))) for (const group of groupsOf(members)) yield { shard, group }
    }
  }

  /** A shard is taken as it is where it was made from these very inputs. */
  async function isDone({ index, members }: Shard): Promise<boolean> {
    const mark = await folder.done(index)
    if (!mark || mark.digest !== (await digestOfMembers(members))) return false
    books.done(index, mark.digest, mark.counts.failed)
    watch?.kept?.(mark.counts)
    return true
  }

  async function work({ shard, group }: Task): Promise<Result> {
    const cleaned = isRefused(group) ? [await refused(group[0])] : await pool.cleanMany(group as PageInput[])
    for (const { status } of stop.hard.aborted ? [] : cleaned) watch?.page?.(status)
    return { shard, pages: cleaned }
  }

  let done: Cleaned[] = []
  const results = inOrder(tasks(), work, {
    concurrency,
    window: windowFor(concurrency),
    weigh: ({ group }) => group.reduce((sum, input) => sum + sizeOf(input), 0),
    budget: BYTES_IN_HAND,
    signal: stop.hard,
  })
  for await (const { shard, pages } of results) {
    const bad = failFast ? pages.find(({ status }) => status === 'failed') : undefined
    if (bad) throw firstFailed(bad)
    done.push(...pages)
    if (done.length < shard.members.length) continue
    const mark = markOf(done)
    await folder.write(
      shard.index,
      mark,
      done.map((page) => page.record),
    )
    books.done(shard.index, mark.digest, mark.counts.failed)
    done = []
  }
}

function markOf(pages: readonly Cleaned[]): ShardMark {
  const counts = { clean: 0, rejected: 0, failed: 0 }
  for (const { status } of pages) counts[status]++
  const slow = slowestOf(pages.filter(({ ms }) => ms >= 1)).map(({ ms, record }) => ({
    id: readRecord(record).card.id,
    ms: Math.round(ms),
  }))
  return { digest: digestOfShard(pages.map((page) => page.digest)), counts, slowest: slow }
}

const isRefused = (group: readonly Input[]): group is readonly [RefusedInput] => 'refused' in group[0]!

/** An input no process has to look at. */
async function refused(input: RefusedInput): Promise<Cleaned> {
  const record = recordOf(refusedOutcome(input), input.id, null)
  return { status: input.status, digest: await digestOfInput(input), record, ms: 0 }
}

function firstFailed({ record }: Cleaned): Error {
  const { id, reason } = readRecord(record).card
  return new Error(`${id}: ${reason?.message ?? 'failed'}; stopped at the first failed page`)
}
