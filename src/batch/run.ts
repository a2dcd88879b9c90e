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

/** What is to be done shard by shard. */
export interface ShardWork {
  readonly inputs: Inputs
  readonly concurrency: number
  /** Inputs of a shard. */
  readonly shardPages?: number
  /** Do only this part; a run without it puts the shards together. */
  readonly only?: Part
  readonly failFast?: boolean
  readonly watch?: RunWatch
}

export interface RunOptions extends ShardWork {
  /** The run folder. */
  readonly out: string
  /** What decides the output besides the inputs; goes into the report. */
  readonly settings: Settings
  readonly pool: PoolOptions | Pool
  readonly output: OutputOptions
  readonly overwrite?: boolean
  /** Fires when the run shall stop: it takes no new page, and finishes what is in hand while `patience` lasts. */
  readonly signal?: AbortSignal
  /** Milliseconds pages in hand get after the signal. */
  readonly patience?: number
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
    const parts = only ? [] : await folder.parts()
    const missing: ShardId[] = []
    const skip = (shard: Shard): boolean => parts.length > 0 && missing.push(shard) > 0
    await workOnShards(options, {
      folder,
      pool,
      books,
      stop,
      body: RECORDS,
      skip,
      countOnly: finished !== undefined,
    })
    if (missing.length > 0) throw partsMissing(out, missing, parts, 'splits' in options.inputs)
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

/** What a shard holds of its pages. */
export interface ShardBody {
  /** An input no process has to look at. */
  readonly refused: (input: RefusedInput) => Buffer
  readonly of: (pages: readonly Cleaned[]) => {
    readonly lines: readonly Uint8Array[]
    readonly slowest: readonly SlowPage[]
  }
}

interface Place {
  readonly folder: RunFolder
  readonly pool: Pool
  readonly books: Books
  readonly stop: Stop
  readonly body: ShardBody
  /** Whether a shard that is not done is left as it is. */
  readonly skip?: (shard: Shard) => boolean
  /** Only tell the digests of the inputs. */
  readonly countOnly?: boolean
}

/** Does the shards that are not done yet, pages of neighbouring shards side by side, and writes each when it is whole. */
export async function workOnShards(options: ShardWork, place: Place): Promise<void> {
  const { inputs, only, concurrency, watch, failFast, shardPages: pages = SHARD_PAGES } = options
  const { folder, pool, books, stop, body, skip, countOnly } = place

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
      else if (skip?.(shard)) continue
      else if (members.length === 0) await write(shard, [])
      else for (const group of groupsOf(members)) yield { shard, group }
    }
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
    const cleaned = isRefused(group)
      ? [await refused(group[0], body)]
      : await pool.cleanMany(group as PageInput[])
    for (const { status } of stop.hard.aborted ? [] : cleaned) watch?.page?.(status)
    return { shard, pages: cleaned }
  }

  async function write(shard: Shard, pages: readonly Cleaned[]): Promise<void> {
    const { lines, slowest } = body.of(pages)
    const mark = { ...markOf(pages), slowest, ...(shard.whole && { whole: shard.whole }) }
    await folder.write(shard, mark, lines)
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

function markOf(pages: readonly Cleaned[]): Omit<ShardMark, 'slowest'> {
  const counts = { clean: 0, rejected: 0, failed: 0 }
  for (const { status } of pages) counts[status]++
  return { digest: digestOfShard(pages.map((page) => page.digest)), counts }
}

/** Of a run: the record of each page. */
const RECORDS: ShardBody = {
  refused: (input) => recordOf(refusedOutcome(input), input.id, null),
  of: (pages) => ({
    lines: pages.map(({ record }) => record),
    slowest: slowestOf(pages.filter(({ ms }) => ms >= 1)).map(({ ms, record }) => ({
      id: readRecord(record).card.id,
      ms: Math.round(ms),
    })),
  }),
}

const isRefused = (group: readonly Input[]): group is readonly [RefusedInput] => 'refused' in group[0]!

async function refused(input: RefusedInput, body: ShardBody): Promise<Cleaned> {
  return { status: input.status, digest: await digestOfInput(input), record: body.refused(input), ms: 0 }
}

function firstFailed({ record }: Cleaned): Error {
  const { id, reason } = readRecord(record).card
  return endsWith(EXIT.failed, `${id}: ${reason?.message ?? 'failed'}; stopped at the first failed page`)
}
