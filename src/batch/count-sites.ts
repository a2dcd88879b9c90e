import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { Readable } from 'node:stream'
import { pipeline as pipe } from 'node:stream/promises'
import { readSites } from '../pipeline/load-sites.ts'
import { countOf, recordsOf, UNPRUNED } from '../sites/counts.ts'
import { BYTES_IN_HAND, windowFor } from './clean-all.ts'
import { type Input, isUnread, type PageInput, sizeOf } from './input.ts'
import type { Part } from './lock.ts'
import { inOrder } from './order.ts'
import { type Cleaned, type PoolOptions, startPool } from './pool.ts'
import { SHARD_PAGES } from './run.ts'
import { cutShards, groupsOf, type Inputs } from './shard.ts'
import { type SortedSums, sortedSums } from './sorted-sums.ts'
import { stopAfter, untilStopped } from './stop.ts'

export interface CountOptions {
  readonly inputs: Inputs
  /** The file of counts. */
  readonly out: string
  readonly pool: Omit<PoolOptions, 'cleaner'>
  readonly concurrency?: number
  readonly shardPages?: number
  /** Count only this part of the inputs. */
  readonly only?: Part
  /** Keep what counts of other parts may add to; so it is where `only` is given. */
  readonly part?: boolean
  readonly signal?: AbortSignal
  readonly watch?: { page?(status: Cleaned['status']): void; shard?(pages: number): void }
}

/** What was counted. */
export interface CountedSites {
  readonly pages: number
  /** Pages of which nobody knows the site. */
  readonly homeless: number
  readonly rejected: number
  readonly failed: number
  readonly sites: number
  readonly lines: number
  /** The source had not one input, for any part, that could be opened. */
  readonly unread: boolean
}

export function countedText(
  { pages, homeless, rejected, failed, sites, lines }: CountedSites,
  out: string,
): string {
  const left = [
    homeless > 0 && `${homeless} pages of no known site`,
    rejected > 0 && `${rejected} that are none`,
    failed > 0 && `${failed} that could not be read`,
  ].filter(Boolean)
  const without = left.length > 0 ? `; left out: ${left.join(', ')}` : ''
  return `${pages} pages of ${sites} sites and parts of sites, ${lines} lines in ${out}${without}\n`
}

/**
 * Counts on how many pages of its site each line stands, in one pass and with constant memory, and writes the file of
 * counts, whole or not at all. Counts are sums, so order, processes and parts change no byte. Undefined where stopped.
 */
export async function countSites(options: CountOptions): Promise<CountedSites | undefined> {
  const { out, only, part = only !== undefined } = options
  const sums = sortedSums(out)
  const stop = stopAfter(options.signal)
  const pool = startPool({ ...options.pool, cleaner: COUNTER })
  const seen = { pages: 0, homeless: 0, rejected: 0, failed: 0 }
  let unread = true

  async function* groups(): AsyncGenerator<readonly Input[]> {
    const note = (input: Input): void => {
      if (!isUnread(input)) unread = false
    }
    const cut = { pages: options.shardPages ?? SHARD_PAGES, only, note }
    for await (const { members } of untilStopped(cutShards(options.inputs, cut), stop)) {
      options.watch?.shard?.(members.length)
      yield* groupsOf(members)
    }
  }

  const { concurrency = availableParallelism() } = options
  const counted = inOrder(groups(), (group) => readGroup(group, pool.cleanMany), {
    concurrency,
    window: windowFor(concurrency),
    weigh: (group) => group.reduce((sum, input) => sum + sizeOf(input), 0),
    budget: BYTES_IN_HAND,
    signal: stop.hard,
  })
  try {
    for await (const group of counted) for (const page of group) note(page, seen, sums, options.watch)
    if (stop.stopped()) return undefined
    return { ...seen, unread, ...(await writeSites(out, sums, part)) }
  } catch (error) {
    if (stop.hard.aborted && error === stop.hard.reason) return undefined
    throw error
  } finally {
    stop.release()
    pool.close()
    sums.close()
  }
}

/** Address of the module that stands where the cleaner does, compiled. */
const COUNTER = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/batch/count-page.js' : './count-page.js',
  import.meta.url,
).href

type Read = Pick<Cleaned, 'status' | 'record'>

async function readGroup(
  group: readonly Input[],
  read: (inputs: readonly PageInput[]) => Promise<readonly Read[]>,
): Promise<readonly Read[]> {
  const [first] = group
  if (first === undefined || !('refused' in first)) return read(group as readonly PageInput[])
  return [{ status: first.status, record: Buffer.alloc(0) }]
}

function note(
  { status, record }: Read,
  seen: { pages: number; homeless: number; rejected: number; failed: number },
  sums: SortedSums,
  watch: CountOptions['watch'],
): void {
  watch?.page?.(status)
  if (status !== 'clean') seen[status]++
  else if (record.length === 0) seen.homeless++
  else {
    seen.pages++
    for (const key of record.toString().split('\n')) sums.add(key, 1)
  }
}

/**
 * Adds files of counts up into one, as if their pages had been counted together. What a file has forgotten stays so:
 * only parts add up to what one count would have found.
 *
 * @throws {SitesError} where a file cannot be read or is none.
 */
export async function mergeSites(
  paths: readonly string[],
  out: string,
  part = false,
): Promise<{ readonly sites: number; readonly lines: number }> {
  const sums = sortedSums(out)
  try {
    for (const path of paths) for await (const record of readSites(path)) sums.add(...countOf(record))
    return await writeSites(out, sums, part)
  } finally {
    sums.close()
  }
}

/** Writes beside the file first, so that it is there whole or not at all. */
async function writeSites(
  out: string,
  sums: SortedSums,
  part: boolean,
): Promise<{ readonly sites: number; readonly lines: number }> {
  const unfinished = `${out}.${process.pid}.tmp`
  const count = { sites: 0, lines: 0 }
  function* text(): Generator<string> {
    let chunk = ''
    for (const record of recordsOf(sums.sums(), part ? UNPRUNED : {})) {
      count['line' in record ? 'lines' : 'sites']++
      chunk += `${JSON.stringify(record)}\n`
      if (chunk.length < 64 * 1024) continue
      yield chunk
      chunk = ''
    }
    yield chunk
  }
  try {
    await pipe(Readable.from(text()), createWriteStream(unfinished))
    await rename(unfinished, out)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  return count
}
