import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { readSites } from '../pipeline/load-sites.ts'
import { countOf, recordsOf, UNPRUNED } from '../sites/counts.ts'
import { openBooks } from './books.ts'
import { createFile, type Files, removeTree, syncFolder, systemFiles, TEMPORARY } from './files.ts'
import type { Part } from './lock.ts'
import { type Pool, type PoolOptions, startPool } from './pool.ts'
import { type RunWatch, type ShardBody, workOnShards } from './run.ts'
import { openRunFolder, type Settings } from './run-folder.ts'
import type { Inputs } from './shard.ts'
import { type SortedSums, sortedSums } from './sorted-sums.ts'
import { stopAfter } from './stop.ts'

export interface CountOptions {
  readonly inputs: Inputs
  /** The file of counts. */
  readonly out: string
  readonly pool: Omit<PoolOptions, 'cleaner'> | Pool
  /** What decides the counts besides the inputs: a count that was stopped is gone on with under the same ones only. */
  readonly settings: Settings
  readonly concurrency?: number
  readonly shardPages?: number
  /** Count only this part of the inputs. */
  readonly only?: Part
  /** Keep what counts of other parts may add to; so it is where `only` is given. */
  readonly part?: boolean
  readonly signal?: AbortSignal
  /** Milliseconds pages in hand get after the signal. */
  readonly patience?: number
  readonly watch?: RunWatch
  /** The way to the disk; default: the system's. */
  readonly files?: Files
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
 * counts, whole or not at all. Counts are sums, so order, processes and parts change no byte. Shards that are counted lie in
 * a folder beside the file until it is there, so that a count that was killed goes on. Undefined where stopped.
 */
export async function countSites(options: CountOptions): Promise<CountedSites | undefined> {
  const { out, only, part = only !== undefined, files = systemFiles, settings } = options
  const at = `${out}.counting`
  const folder = await openRunFolder(
    at,
    { command: 'sites', ...settings },
    { overwrite: true, names: [], files },
  )
  const stop = stopAfter(options.signal, options.patience)
  const pool = 'cleanMany' in options.pool ? options.pool : startPool({ ...options.pool, cleaner: COUNTER })
  const sums = sortedSums(join(at, 'sums'))
  const books = openBooks()
  const { concurrency = availableParallelism() } = options
  try {
    await workOnShards({ ...options, concurrency }, { folder, pool, books, stop, body: SUMS })
    if (stop.stopped()) return undefined
    const seen = { pages: 0, homeless: 0, rejected: 0, failed: 0 }
    for (const id of books.shards()) {
      const { mark, body } = await folder.read(id)
      const homeless = addShard(body, sums)
      seen.pages += mark.counts.clean - homeless
      seen.homeless += homeless
      seen.rejected += mark.counts.rejected
      seen.failed += mark.counts.failed
    }
    const written = await writeSites(out, sums, part, files)
    sums.close()
    await folder.close()
    await removeTree(files, at)
    return { ...seen, unread: books.unread(), ...written }
  } catch (error) {
    if (stop.hard.aborted && error === stop.hard.reason) return undefined
    throw error
  } finally {
    stop.release()
    pool.close()
    sums.close()
    await folder.close()
  }
}

/** Address of the module that stands where the cleaner does, compiled. */
const COUNTER = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/batch/count-page.js' : './count-page.js',
  import.meta.url,
).href

/** A shard's own sums, a count and a key a line; under no key, how many pages are of no known site. */
const SUMS: ShardBody = {
  refused: () => Buffer.alloc(0),
  of(pages) {
    const sums = new Map<string, number>()
    for (const { status, record } of pages)
      if (status === 'clean')
        for (const key of record.toString().split('\n')) sums.set(key, (sums.get(key) ?? 0) + 1)
    return { lines: [Buffer.from([...sums].map(([key, sum]) => `${sum} ${key}\n`).join(''))], slowest: [] }
  },
}

/** @returns how many pages are of no known site. */
function addShard(body: Buffer, sums: SortedSums): number {
  let homeless = 0
  for (const line of body.toString().split('\n').slice(0, -1)) {
    const space = line.indexOf(' ')
    const key = line.slice(space + 1)
    if (key === '') homeless = Number(line.slice(0, space))
    else sums.add(key, Number(line.slice(0, space)))
  }
  return homeless
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
  files = systemFiles,
): Promise<{ readonly sites: number; readonly lines: number }> {
  const sums = sortedSums(out)
  try {
    for (const path of paths) for await (const record of readSites(path)) sums.add(...countOf(record))
    return await writeSites(out, sums, part, files)
  } finally {
    sums.close()
  }
}

/** Writes beside the file first, so that it is there whole or not at all. */
async function writeSites(
  out: string,
  sums: SortedSums,
  part: boolean,
  files: Files,
): Promise<{ readonly sites: number; readonly lines: number }> {
  const unfinished = `${out}.${randomUUID()}${TEMPORARY}`
  const count = { sites: 0, lines: 0 }
  const file = await createFile(files, unfinished)
  try {
    for (const record of recordsOf(sums.sums(), part ? UNPRUNED : {})) {
      count['line' in record ? 'lines' : 'sites']++
      await file.write(`${JSON.stringify(record)}\n`)
    }
    await file.close()
    await files.rename(unfinished, out)
    await syncFolder(files, dirname(resolve(out)))
  } catch (error) {
    await file.discard()
    throw error
  }
  return count
}
