import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder, writeDurably } from './durable.ts'
import { type PageRecord, readRecords } from './record.ts'
import type { SlowPage } from './slowest.ts'

/** What decides the bytes of the output besides the inputs; a run never goes on under other settings. */
export type Settings = Readonly<Record<string, string | number | boolean | null>>

/** What is told of a shard. */
export interface ShardMark {
  /** Digest of the shard's inputs. */
  readonly digest: string
  readonly counts: { readonly clean: number; readonly rejected: number; readonly failed: number }
  /** The pages of it that took longest: all that is told of times, and nothing of it gets into the result. */
  readonly slowest: readonly SlowPage[]
}

/** A shard's first line: what it was made from, and what follows. */
export interface DoneMark extends ShardMark {
  readonly shard: number
  readonly inputs: number
  /** SHA-256 of the lines below. */
  readonly body: string
}

/** The run's last mark: inputs and outcome of the whole. */
export interface FinishMark {
  readonly inputs: number
  readonly digest: string
}

/** The part of a run folder that lets a killed run go on. */
export interface Journal {
  /** The shard's mark, where it is done and undamaged. */
  done(index: number): Promise<DoneMark | undefined>
  /** Writes a shard; it is there whole or not at all. `records` as they are written where pages are cleaned. */
  write(index: number, mark: ShardMark, records: readonly Uint8Array[]): Promise<void>
  /** A done shard's mark and records. */
  read(index: number): Promise<{ readonly mark: DoneMark; readonly records: Iterable<PageRecord> }>
  finished(): Promise<FinishMark | undefined>
  finish(mark: FinishMark): Promise<void>
  /** Removes the shards of a finished run, which one that was killed at its very end has left. */
  tidy(): Promise<void>
}

const FOLDER = '.dechaff'

function sha256(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** Thrown where the folder belongs to another run; its message says what differs and what to do. */
export const otherRun = (message: string): Error => Object.assign(new Error(message), { code: 'OTHER_RUN' })

/** Opens or begins the journal of the run folder `out`. */
export async function openJournal(out: string, settings: Settings, overwrite = false): Promise<Journal> {
  const folder = join(out, FOLDER)
  const shards = join(folder, 'shards')
  const begun = join(folder, 'run.json')
  const end = join(folder, 'done.json')
  if (overwrite) await rm(folder, { recursive: true, force: true })
  await makeFolder(out)
  const before = await readJson<Settings>(begun)
  if (before) refuseOthers(out, before, settings)
  else if (
    (await readdir(out)).some((name) => name === 'articles.jsonl' || name === 'report.json') &&
    !overwrite
  )
    throw otherRun(
      `${out} holds results that are not this command's; choose another folder or add --overwrite`,
    )
  await makeFolder(shards)
  if (!before) await writeDurably(begun, [`${JSON.stringify(settings, null, 2)}\n`])
  const tidy = (): Promise<void> => rm(shards, { recursive: true, force: true })
  const fileOf = (index: number): string => join(shards, `${String(index).padStart(7, '0')}.jsonl`)

  return {
    async done(index) {
      return (await readShard(fileOf(index)))?.mark
    },
    async write(index, mark, records) {
      const first: DoneMark = { shard: index, inputs: records.length, ...mark, body: sha256(records) }
      await writeDurably(fileOf(index), [`${JSON.stringify(first)}\n`, ...records])
    },
    async read(index) {
      const found = await readShard(fileOf(index))
      if (!found)
        throw new Error(`shard ${index} was done and is gone or damaged; run the same command again`)
      return { mark: found.mark, records: readRecords(found.body) }
    },
    async finished() {
      const mark = await readJson<FinishMark>(end)
      return mark && (await readJson(join(out, 'report.json'))) ? mark : undefined
    },
    async finish(mark) {
      await writeDurably(end, [`${JSON.stringify(mark, null, 2)}\n`])
      await tidy()
    },
    tidy,
  }
}

async function readShard(path: string): Promise<{ mark: DoneMark; body: Buffer } | undefined> {
  try {
    const bytes = await readFile(path)
    const end = bytes.indexOf(10)
    const mark = JSON.parse(bytes.subarray(0, end).toString()) as DoneMark
    const body = bytes.subarray(end + 1)
    return sha256([body]) === mark.body ? { mark, body } : undefined
  } catch {
    return undefined
  }
}

async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch {
    return undefined
  }
}

function refuseOthers(out: string, before: Settings, now: Settings): void {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort()
  const other = keys.filter((key) => before[key] !== now[key])
  if (other.length === 0) return
  const list = other
    .map((key) => `${key} (${before[key] ?? 'none'} there, ${now[key] ?? 'none'} now)`)
    .join(', ')
  throw otherRun(`${out} was begun with another ${list}; choose another folder or add --overwrite`)
}
