import { createHash } from 'node:crypto'
import { join } from 'node:path'
import {
  codeOf,
  type Files,
  makeFolders,
  removeFile,
  removeTree,
  systemFiles,
  TEMPORARY,
  writeDurably,
} from './files.ts'
import { countOwners, type Lock, lockFolder, type Part } from './lock.ts'
import { type PageRecord, readRecords } from './record.ts'
import { openResults, otherRun, type Results, type Stage } from './results.ts'
import type { ShardId, Whole } from './shard.ts'
import type { SlowPage } from './tally.ts'

/** What decides the bytes of the output besides the inputs; a run never goes on under other settings. */
export type Settings = Readonly<Record<string, string | number | boolean | null>>

/** What is told of a shard. */
export interface ShardMark {
  /** Digest of the shard's inputs. */
  readonly digest: string
  readonly counts: { readonly clean: number; readonly rejected: number; readonly failed: number }
  /** The pages of it that took longest: all that is told of times, and nothing of it gets into the result. */
  readonly slowest: readonly SlowPage[]
  /** Of a split's last shard: what the split holds. */
  readonly whole?: Whole
}

/** A shard's first line: what it was made from, under which settings, and what follows. */
export interface DoneMark extends ShardMark, ShardId {
  readonly inputs: number
  /** Digest of the settings it was made under. */
  readonly settings: string
  /** SHA-256 of the lines below. */
  readonly body: string
}

/** A shard as it lies in its file. */
export interface DoneShard {
  readonly mark: DoneMark
  readonly records: Iterable<PageRecord>
  /** The lines as they were written. */
  readonly body: Buffer
}

/** The run's last mark: inputs and outcome of the whole. */
export interface FinishMark {
  readonly inputs: number
  readonly digest: string
}

/**
 * The state of a run folder, all of it below `.dechaff`: who is at work (`locks`), the settings (`run.json`), the shards that are
 * done (`shards`), the parts that clean them (`parts`), the results on their way (`staged`), what was put into the folder (`written.jsonl`) and that all is
 * done (`done.json`). Nobody else writes there.
 */
export interface RunFolder {
  /** The shard's mark, where it is done under these settings and undamaged. */
  done(id: ShardId): Promise<DoneMark | undefined>
  /** Writes a shard; it is there whole or not at all. `records` as they are written where pages are cleaned. */
  write(id: ShardId, mark: ShardMark, records: readonly Uint8Array[]): Promise<void>
  /** A done shard. */
  read(id: ShardId): Promise<DoneShard>
  /** The parts that have been at work here: shards that are missing are theirs to clean. */
  parts(): Promise<readonly Part[]>
  /** The mark of a finished run all of whose results are there as they were written. Throws where one of them was changed. */
  finished(): Promise<FinishMark | undefined>
  /** An empty place for results on their way. */
  stage(): Promise<Stage>
  /** Puts staged results into the folder, in place of those of the former run, and marks the run as finished. */
  finish(stage: Stage, mark: FinishMark): Promise<void>
  /** Removes the shards of a finished run, and what tells of its parts. */
  tidy(): Promise<void>
  close(): Promise<void>
}

export interface FolderOptions {
  readonly files?: Files
  /** Take the folder for this one part of the run; other parts may be at work in it. */
  readonly part?: Part
  /** Begin anew where the folder holds a run that is finished, damaged, or of other settings. */
  readonly overwrite?: boolean
  /** The names in the folder the results will have. */
  readonly names: readonly string[]
}

const FOLDER = '.dechaff'
const FORMAT = 4

interface Begun {
  readonly format: number
  readonly settings: Settings
}

/** Takes hold of the run folder `out`, to begin the run of these settings there or to go on with it. */
export async function openRunFolder(
  out: string,
  settings: Settings,
  options: FolderOptions,
): Promise<RunFolder> {
  const { files = systemFiles, part, overwrite = false, names } = options
  const folder = join(out, FOLDER)
  await makeFolders(files, out)
  const results = openResults(files, out, folder)
  // before anything is made there
  if (!(await files.look(folder))) await results.refuseForeign(names)
  const lock = await lockFolder(files, join(folder, 'locks'), out, part)
  try {
    const state = stateIn(files, out, folder)
    const before = await state.begun()
    const anew = overwrite && (before !== 'none' || (await state.isUsed()))
    if (anew && (await state.isToBeginAnew(before, settings))) {
      if (!(await lock.alone()))
        throw otherRun(`${out}: other parts of a run are at work there; wait for their end`)
      await results.remove()
      await state.clear()
      await state.begin(settings)
    } else if (before === 'damaged' || (before === 'none' && (await state.isUsed()))) throw damaged(folder)
    else if (before === 'none') await state.begin(settings)
    else refuseOthers(out, before, settings)
    await results.refuseForeign(names)
    await makeFolders(files, join(folder, 'shards'))
    if (part) await state.join(part)
    else if (await lock.alone()) await state.removeLeftovers()
  } catch (error) {
    await lock.release()
    throw error
  }
  return folderOf({ files, folder, lock, results, digest: digestOf(settings) })
}

interface Open {
  readonly files: Files
  readonly folder: string
  readonly lock: Lock
  readonly results: Results
  /** Of the settings. */
  readonly digest: string
}

function folderOf({ files, folder, lock, results, digest }: Open): RunFolder {
  const shards = join(folder, 'shards')
  const end = join(folder, 'done.json')
  const fileOf = (id: ShardId): string => join(shards, shardName(id))
  const shardOf = async (id: ShardId) => {
    const found = await readShard(files, fileOf(id))
    return found && isOwn(found.mark, id, digest) ? found : undefined
  }
  const tidy = async (): Promise<void> => {
    await removeTree(files, shards)
    await removeTree(files, join(folder, 'parts'))
  }

  return {
    done: async (id) => (await shardOf(id))?.mark,
    async write({ split, index }, mark, records) {
      lock.check()
      const body = sha256(records)
      const { clean, rejected, failed } = mark.counts
      const inputs = clean + rejected + failed
      const first: DoneMark = { split, index, inputs, settings: digest, ...mark, body }
      await writeDurably(files, fileOf({ split, index }), [`${signed(first)}\n`, ...records])
    },
    async read(id) {
      const found = await shardOf(id)
      if (!found)
        throw new Error(`shard ${shardText(id)} was done and is gone or damaged; run the same command again`)
      return { ...found, records: readRecords(found.body) }
    },
    parts: () => partsIn(files, folder),
    async finished() {
      const mark = await readJson<FinishMark>(files, end)
      if (mark === 'none') return undefined
      if (mark === 'damaged') throw damaged(folder)
      return (await results.areWhole()) ? mark : undefined
    },
    stage: () => results.stage(),
    async finish(stage, mark) {
      lock.check()
      await removeFile(files, end)
      await results.publish(stage)
      await writeDurably(files, end, [`${JSON.stringify(mark, null, 2)}\n`])
      await tidy()
    },
    tidy,
    close: () => lock.release(),
  }
}

/** The files of state as they were found. */
function stateIn(files: Files, out: string, folder: string) {
  const begun = join(folder, 'run.json')
  const end = join(folder, 'done.json')
  const shards = join(folder, 'shards')
  return {
    async begun(): Promise<Settings | 'none' | 'damaged'> {
      const found = await readJson<Begun>(files, begun)
      if (typeof found === 'string') return found
      if (typeof found.format !== 'number' || typeof found.settings !== 'object') return 'damaged'
      if (found.format !== FORMAT)
        throw otherRun(`${out} was made by another version of this program; choose another folder`)
      return found.settings ?? 'damaged'
    },
    /** Whether a run has left anything there. */
    async isUsed(): Promise<boolean> {
      const names = (await files.look(shards)) ? await files.list(shards) : []
      if (names.some((name) => !name.endsWith(TEMPORARY))) return true
      return Boolean((await files.look(end)) ?? (await files.look(join(folder, 'written.jsonl'))))
    },
    /** A run of the same settings that is not finished is gone on with: an `--overwrite` that was stopped. */
    async isToBeginAnew(before: Settings | 'none' | 'damaged', settings: Settings): Promise<boolean> {
      if (typeof before === 'string' || digestOf(before) !== digestOf(settings)) return true
      return (await files.look(end)) !== undefined
    },
    /** The settings are left to the last: as long as they are there, clearing can be gone on with. */
    async clear(): Promise<void> {
      await removeFile(files, end)
      await removeTree(files, shards)
      await removeTree(files, join(folder, 'parts'))
      await removeTree(files, join(folder, 'staged'))
    },
    begin: (settings: Settings): Promise<void> =>
      writeDurably(files, begun, [
        `${JSON.stringify({ format: FORMAT, settings } satisfies Begun, null, 2)}\n`,
      ]),
    /** Until it is finished the folder is one of parts from then on. */
    async join({ index, of }: Part): Promise<void> {
      const path = join(folder, 'parts', `${index}-of-${of}`)
      if ((await files.look(path)) ?? (await files.look(end))) return
      await makeFolders(files, join(folder, 'parts'))
      await writeDurably(files, path, [])
    },
    /** What a killed process left half written. Nobody else is at work. */
    async removeLeftovers(): Promise<void> {
      for (const at of [folder, shards])
        for (const name of await files.list(at))
          if (name.endsWith(TEMPORARY)) await removeTree(files, join(at, name))
    },
  }
}

const damaged = (folder: string): Error =>
  otherRun(
    `${folder} is damaged: what says which run this is, or that it is finished, cannot be read; choose another folder, or add --overwrite to begin anew`,
  )

function refuseOthers(out: string, before: Settings, now: Settings): void {
  if (before.command !== now.command)
    throw otherRun(`${out} holds results of dechaff ${before.command ?? 'run'}; choose another folder`)
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort()
  const other = keys.filter((key) => (before[key] ?? null) !== (now[key] ?? null))
  if (other.length === 0) return
  const list = other
    .map((key) => `${key} (${before[key] ?? 'none'} there, ${now[key] ?? 'none'} now)`)
    .join(', ')
  throw otherRun(`${out} was begun with another ${list}; choose another folder or add --overwrite`)
}

function sha256(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

const digestOf = (settings: Settings): string =>
  sha256([JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)))])

/** A mark with its own digest in front of it. */
function signed(mark: DoneMark): string {
  const text = JSON.stringify(mark)
  return `${sha256([text])} ${text}`
}

/** `name` is that of a file: `3-of-8`. */
async function partsIn(files: Files, folder: string): Promise<readonly Part[]> {
  const at = join(folder, 'parts')
  const names = (await files.look(at)) ? await files.list(at) : []
  return names
    .flatMap((name) => {
      const [, index, of] = /^(\d+)-of-(\d+)$/.exec(name) ?? []
      return index === undefined ? [] : [{ index: Number(index), of: Number(of) }]
    })
    .sort((a, b) => a.of - b.of || a.index - b.index)
}

/** A run folder as somebody finds it who does not work there. */
export interface FoundFolder {
  readonly settings: Settings
  readonly finished: FinishMark | undefined
  readonly parts: readonly Part[]
  /** The shards that are there, in order. */
  readonly shards: readonly ShardId[]
  /** A shard that is whole and of these settings. */
  read(id: ShardId): Promise<DoneShard | undefined>
  /** The same without its records; they are not looked at. */
  mark(id: ShardId): Promise<DoneMark | undefined>
  /** How many runs or parts of one are at work there. */
  atWork(): Promise<number>
}

/** Looks at a run folder, and changes nothing. Throws where it is none, damaged, or of another version. */
export async function lookAtRunFolder(out: string, files: Files = systemFiles): Promise<FoundFolder> {
  const folder = join(out, FOLDER)
  const shards = join(folder, 'shards')
  const settings = await stateIn(files, out, folder).begun()
  if (settings === 'none') throw otherRun(`${out} is no folder of a run: there is no ${FOLDER}/run.json`)
  if (settings === 'damaged') throw damaged(folder)
  const finished = await readJson<FinishMark>(files, join(folder, 'done.json'))
  if (finished === 'damaged') throw damaged(folder)
  const digest = digestOf(settings)
  const names = (await files.look(shards)) ? await files.list(shards) : []
  const pathOf = (id: ShardId): string => join(shards, shardName(id))
  return {
    settings,
    finished: finished === 'none' ? undefined : finished,
    parts: await partsIn(files, folder),
    shards: names.flatMap(shardIdOf).sort((a, b) => a.split - b.split || a.index - b.index),
    async read(id) {
      const found = await readShard(files, pathOf(id))
      return found && isOwn(found.mark, id, digest)
        ? { ...found, records: readRecords(found.body) }
        : undefined
    },
    async mark(id) {
      const mark = markIn(await firstLine(files, pathOf(id)))
      return mark && isOwn(mark, id, digest) ? mark : undefined
    },
    atWork: () => countOwners(files, join(folder, 'locks')),
  }
}

const isOwn = (mark: DoneMark, { split, index }: ShardId, settings: string): boolean =>
  mark.settings === settings && mark.split === split && mark.index === index

const padded = (n: number): string => String(n).padStart(7, '0')
const shardName = ({ split, index }: ShardId): string => `${padded(split)}-${padded(index)}.jsonl`

function shardIdOf(name: string): ShardId[] {
  const [, split, index] = /^(\d+)-(\d+)\.jsonl$/.exec(name) ?? []
  return split === undefined ? [] : [{ split: Number(split), index: Number(index) }]
}

/** For a person: of a stream its number, of a list the number of its split too. */
export const shardText = ({ split, index }: ShardId): string =>
  split === 0 ? `${index}` : `${index} of split ${split}`

/** Empty where there is no such file. */
async function firstLine(files: Files, path: string): Promise<Buffer> {
  if (!(await files.look(path))) return Buffer.alloc(0)
  const handle = await files.open(path, 'old')
  const piece = Buffer.allocUnsafe(16 * 1024)
  let line = Buffer.alloc(0)
  try {
    for (let n = await handle.read(piece); n > 0 && !line.includes(10); n = await handle.read(piece))
      line = Buffer.concat([line, piece.subarray(0, n)])
  } finally {
    await handle.close()
  }
  return line.subarray(0, line.indexOf(10) + 1)
}

/** The mark in a shard's first line, or undefined where that is damaged. */
function markIn(bytes: Buffer): DoneMark | undefined {
  const end = bytes.indexOf(10)
  const [sum, text] = [bytes.toString('latin1', 0, 64), bytes.toString('utf8', 65, Math.max(end, 65))]
  return sha256([text]) === sum ? (JSON.parse(text) as DoneMark) : undefined
}

async function readShard(files: Files, path: string): Promise<{ mark: DoneMark; body: Buffer } | undefined> {
  const bytes = await files.read(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  if (!bytes) return undefined
  const mark = markIn(bytes)
  if (!mark) return undefined
  const body = bytes.subarray(bytes.indexOf(10) + 1)
  return sha256([body]) === mark.body ? { mark, body } : undefined
}

async function readJson<T extends object>(files: Files, path: string): Promise<T | 'none' | 'damaged'> {
  const text = await files.read(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return 'none'
  try {
    const value: unknown = JSON.parse(text.toString())
    return typeof value === 'object' && value !== null ? (value as T) : 'damaged'
  } catch {
    return 'damaged'
  }
}
