import { assembleRun, namesOf, type OutputOptions, type Report } from './assemble-run.ts'
import { type Books, openBooks } from './books.ts'
import { BYTES_IN_HAND, windowFor } from './clean-all.ts'
import { EXIT, endsWith } from './exit.ts'
import type { Files } from './files.ts'
import { type Input, type PageInput, type RefusedInput, sizeOf } from './input.ts'
import type { Part } from './lock.ts'
import { partsMissing } from './merge.ts'
import { inOrder } from './order.ts'
import { refusedOutcome } from './outcome.ts'
import { type Cleaned, type Pool, type PoolOptions, startPool } from './pool.ts'
import { readRecord, recordOf } from './record.ts'
import { otherRun } from './results.ts'
import { openRunFolder, type RunFolder, type Settings, type ShardMark } from './run-folder.ts'
import {
  cutShards,
  digestOfInput,
  digestOfMembers,
  digestOfShard,
  groupsOf,
  type Inputs,
  isOf,
  type Shard,
  type ShardId,
} from './shard.ts'
import { type Stop, stopAfter, untilStopped } from './stop.ts'
import { type SlowPage, slowestOf } from './tally.ts'

export interface RunOptions {
  readonly inputs: Inputs
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

/** `unread`: the source had not one input that could be opened. */
export type RunResult =
  | {
      readonly state: 'complete'
      readonly report: Report
      readonly slowest: readonly SlowPage[]
      readonly unread: boolean
    }
  /** The folder already holds this run's result over the same input. */
  | { readonly state: 'unchanged'; readonly unread: boolean }
  /** One runner's part is done. */
  | {
      readonly state: 'part'
      readonly shards: number
      readonly inputs: number
      readonly failed: number
      readonly unread: boolean
    }
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
  const books = openBooks()
  try {
    const finished = await folder.finished()
    await cleanShards(options, folder, pool, books, finished !== undefined, stop)
    if (stop.stopped()) return { state: 'stopped' }
    const expected = books.total()
    if (finished) {
      if (finished.digest !== expected.digest) throw otherInput(out)
      await folder.tidy()
      return { state: 'unchanged', unread: books.unread() }
    }
    if (only) return { state: 'part', ...books.own(), unread: books.unread() }
    const { report, slowest } = await assembleRun(folder, expected, output, settings)
    return { state: 'complete', report, slowest, unread: books.unread() }
  } catch (error) {
    if (stop.hard.aborted && error === stop.hard.reason) return { state: 'stopped' }
    throw error
  } finally {
    stop.release()
    pool.close()
    await folder.close()
  }
}

const otherInput = (out: string): Error =>
  otherRun(`${out} holds the result of other input; choose another folder or add --overwrite`)

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
  const { inputs, only, concurrency, watch, failFast, shardPages: pages = SHARD_PAGES } = options

  const parts = only ? [] : await folder.parts()
  const missing: ShardId[] = []

  async function* tasks(): AsyncGenerator<Task> {
    const listed = 'splits' in inputs
    const shards = cutShards(inputs, { pages, only, note: books.note })
    for await (const shard of untilStopped(shards, stop)) {
      const mine = isOf(only, listed, shard)
      books.shard(shard, mine)
      const { members } = shard
      if (!mine) continue
      watch?.shard?.(shard.count)
      if (countOnly) books.done(shard, await digestOfMembers(members), 0)
      else if (await isDone(shard)) continue
      else if (parts.length > 0) missing.push(shard)
      else if (members.length === 0) await write(shard, [])
      else for (const group of groupsOf(members)) yield { shard, group }
    }
    if (missing.length > 0) throw partsMissing(options.out, missing, parts, listed)
  }

  /** A shard is taken as it is where it was made from these very inputs. */
  async function isDone(shard: Shard): Promise<boolean> {
    const mark = await folder.done(shard)
    if (!mark || mark.digest !== (await digestOfMembers(shard.members))) return false
    if (JSON.stringify(mark.whole) !== JSON.stringify(shard.whole)) return false
    books.done(shard, mark.digest, mark.counts.failed)
    watch?.kept?.(mark.counts)
    return true
  }

  async function work({ shard, group }: Task): Promise<Result> {
    const cleaned = isRefused(group) ? [await refused(group[0])] : await pool.cleanMany(group as PageInput[])
    for (const { status } of stop.hard.aborted ? [] : cleaned) watch?.page?.(status)
    return { shard, pages: cleaned }
  }

  async function write(shard: Shard, pages: readonly Cleaned[]): Promise<void> {
    const mark = { ...markOf(pages), ...(shard.whole && { whole: shard.whole }) }
    await folder.write(
      shard,
      mark,
      pages.map(({ record }) => record),
    )
    books.done(shard, mark.digest, mark.counts.failed)
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
    await write(shard, done)
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
  return endsWith(EXIT.failed, `${id}: ${reason?.message ?? 'failed'}; stopped at the first failed page`)
}
