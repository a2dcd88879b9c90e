import type { Outcome } from '../core/article.ts'
import { assembleRun, type Expected, type OutputOptions, type Report } from './assemble-run.ts'
import { type Books, openBooks, type Part } from './books.ts'
import { BYTES_IN_HAND, windowFor } from './clean-all.ts'
import type { Input } from './input.ts'
import { type Journal, openJournal, type Settings } from './journal.ts'
import { inOrder } from './order.ts'
import { refusedOutcome } from './outcome.ts'
import { type Pool, type PoolOptions, startPool } from './pool.ts'
import { cutShards, type Member, type Shard } from './shard.ts'
import { type Stop, stopAfter, untilStopped } from './stop.ts'

export interface RunOptions {
  readonly inputs: AsyncIterable<Input>
  /** The run folder. */
  readonly out: string
  /** What decides the output besides the inputs; goes into the report. */
  readonly settings: Settings
  readonly pool: PoolOptions
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
}

/** What a progress line or a log wants to know. Nothing of it reaches the output. */
export interface RunWatch {
  /** A page is done; `ms` is the time it took, from the moment a process was free for it. */
  page?(outcome: Outcome, ms: number): void
  /** A shard was done before and is taken as it is. */
  kept?(counts: { readonly clean: number; readonly rejected: number; readonly failed: number }): void
}

export type RunResult =
  | { readonly state: 'complete'; readonly report: Report }
  /** The folder already holds this run's result over the same input. */
  | { readonly state: 'unchanged' }
  /** One runner's part is done. */
  | { readonly state: 'part'; readonly shards: number; readonly inputs: number; readonly failed: number }
  | { readonly state: 'stopped' }

export const SHARD_PAGES = 200

/** Cleans every input into the run folder. Throws where the folder is another run's, or cannot be written. */
export async function run(options: RunOptions): Promise<RunResult> {
  const { out, settings, output, only, signal, overwrite = false } = options
  const journal = await openJournal(out, settings, overwrite)
  const pool = startPool(options.pool)
  const stop = stopAfter(signal, options.patience)
  const books = openBooks(only)
  try {
    const finished = await journal.finished()
    await cleanShards(options, journal, pool, books, finished !== undefined, stop)
    if (stop.stopped()) return { state: 'stopped' }
    const expected = books.total()
    if (finished) return sameAs(finished, expected, out)
    if (only) return { state: 'part', ...books.own() }
    const report = await assembleRun(out, journal, expected, output, settings)
    await journal.finish({ inputs: expected.inputs, digest: expected.digest })
    return { state: 'complete', report }
  } catch (error) {
    if (stop.hard.aborted && error === stop.hard.reason) return { state: 'stopped' }
    throw error
  } finally {
    stop.release()
    pool.close()
  }
}

function sameAs(finished: { digest: string }, expected: Expected, out: string): RunResult {
  if (finished.digest === expected.digest) return { state: 'unchanged' }
  throw Object.assign(
    new Error(`${out} holds the result of other input; choose another folder or add --overwrite`),
    { code: 'OTHER_RUN' },
  )
}

interface Task {
  readonly shard: Shard
  readonly member: Member
}

/** Cleans the shards that are not done yet, pages of neighbouring shards side by side, and writes each when it is whole. */
async function cleanShards(
  options: RunOptions,
  journal: Journal,
  pool: Pool,
  books: Books,
  countOnly: boolean,
  stop: Stop,
): Promise<void> {
  const { inputs, concurrency, watch, failFast, shardPages: pages = SHARD_PAGES } = options

  async function* tasks(): AsyncGenerator<Task> {
    const shards = cutShards(inputs, { pages, mine: books.mine, name: books.name, content: books.content })
    for await (const shard of untilStopped(shards, stop)) {
      books.shard(shard)
      if (countOnly || !books.mine(shard.index)) continue
      const mark = await journal.done(shard.index, shard.digest)
      if (mark) {
        books.failed(mark.counts.failed)
        watch?.kept?.(mark.counts)
      } else for (const member of shard.members) yield { shard, member }
    }
  }

  async function work({ shard, member }: Task): Promise<{ shard: Shard; outcome: Outcome }> {
    const began = performance.now()
    const outcome = 'refused' in member ? refusedOutcome(member) : await pool.clean(member.dump, member.size)
    if (!stop.hard.aborted) watch?.page?.(outcome, performance.now() - began)
    return { shard, outcome }
  }

  let outcomes: Outcome[] = []
  const results = inOrder(tasks(), work, {
    concurrency,
    window: windowFor(concurrency),
    weigh: ({ member }) => ('refused' in member ? 0 : member.size),
    budget: BYTES_IN_HAND,
    signal: stop.hard,
  })
  for await (const { shard, outcome } of results) {
    if (failFast && outcome.status === 'failed')
      throw new Error(
        `${outcome.id}: ${outcome.reason?.message ?? 'failed'}; stopped at the first failed page`,
      )
    outcomes.push(outcome)
    if (outcomes.length < shard.members.length) continue
    const mark = await journal.write(shard.index, shard.digest, outcomes)
    books.failed(mark.counts.failed)
    outcomes = []
  }
}
