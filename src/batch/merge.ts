import type { Layout } from '../render/layout.ts'
import { assembleRun, namesOf, type OutputOptions, type Report } from './assemble-run.ts'
import { expectedOf } from './books.ts'
import { EXIT, endsWith, usageError } from './exit.ts'
import { systemFiles } from './files.ts'
import type { Part } from './lock.ts'
import {
  type DoneMark,
  type FoundFolder,
  lookAtRunFolder,
  openRunFolder,
  type Settings,
  shardText,
} from './run-folder.ts'
import { isOf, type ShardId, type Whole } from './shard.ts'
import type { ArticleFiles } from './sinks.ts'

/** Shards that are asked for and not there, and whose they are. */
interface Missing {
  /** Numbers, of a stream. */
  readonly shards: readonly number[]
  /** Of a list: numbers of the splits that are not whole. */
  readonly splits: readonly number[]
  /** Whether nobody knows how many shards follow: the last one is missing. */
  readonly open: boolean
  readonly parts: readonly Part[]
}

/** How far a run, or some parts of one, are. */
export interface Status {
  /** `complete`: the results are there. `mergeable`: every shard is. */
  readonly state: 'complete' | 'mergeable' | 'unfinished'
  /** Runs and parts of one at work there now. */
  readonly atWork: number
  readonly pipeline: string
  /** Parts that have begun. */
  readonly parts: readonly Part[]
  /** `of`: null where nobody knows yet. */
  readonly shards: { readonly done: number; readonly of: number | null }
  readonly pages: number
  readonly clean: number
  readonly rejected: number
  readonly failed: number
  readonly missing: Missing
}

interface Found {
  readonly dir: string
  readonly folder: FoundFolder
}

/** What the shards of some folders come to, told by their marks. */
interface Survey {
  readonly folders: readonly Found[]
  readonly settings: Settings
  /** Where the shards of each split lie. */
  readonly splits: readonly Split[]
  /** Undefined where shards are missing. */
  readonly wholes: readonly Whole[] | undefined
  readonly missing: Missing
}
interface Split {
  readonly shards: ReadonlyMap<number, { readonly mark: DoneMark; readonly found: Found }>
  /** What its last shard says of it. */
  readonly whole: Whole | undefined
}

const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b)

async function survey(dirs: readonly string[], files = systemFiles): Promise<Survey> {
  const folders: Found[] = []
  for (const dir of dirs) folders.push({ dir, folder: await lookAtRunFolder(dir, files) })
  const [first] = folders
  for (const { dir, folder } of folders)
    if (!isSame(folder.settings, first!.folder.settings))
      throw usageError(`${dir} and ${first!.dir} are not of one run: their settings differ`)
  const { settings } = first!.folder
  const listed = typeof settings.splits === 'number'
  const splits: Split[] = []
  const shards = await shardsOf(folders)
  for (let at = 0; at < (listed ? Number(settings.splits) : 1); at++) splits.push(splitOf(shards[at]))
  const missing = missingOf(
    absentOf(splits),
    folders.flatMap(({ folder }) => folder.parts),
    listed,
  )
  const there = missing.shards.length + missing.splits.length === 0 && !missing.open
  return {
    folders,
    settings,
    splits,
    wholes: there ? splits.map(({ whole }) => whole!) : undefined,
    missing,
  }
}

type Shards = Map<number, { readonly mark: DoneMark; readonly found: Found }>

/** Of each split, its shards by their numbers. */
async function shardsOf(folders: readonly Found[]): Promise<readonly (Shards | undefined)[]> {
  const splits: Shards[] = []
  for (const found of folders)
    for (const id of found.folder.shards) {
      const mark = await found.folder.mark(id)
      if (!mark) continue
      splits[id.split] ??= new Map()
      const other = splits[id.split]!.get(id.index)
      if (!other) splits[id.split]!.set(id.index, { mark, found })
      else if (other.mark.digest !== mark.digest)
        throw usageError(
          `shard ${shardText(id)} of ${found.dir} and of ${other.found.dir} was made from other input`,
        )
    }
  return splits
}

function splitOf(shards: Shards = new Map()): Split {
  const ends = [...shards.values()].flatMap(({ mark }) => (mark.whole ? [mark.whole] : []))
  if (ends.some((end) => !isSame(end, ends[0]!)))
    throw usageError('the input changed while its parts were cleaned: they do not agree on how much it is')
  return { shards, whole: ends[0] }
}

/** Shards that are missing, as far as one knows. `open`: the last one of a split is among them. */
function absentOf(splits: readonly Split[]): readonly (ShardId & { readonly open: boolean })[] {
  const absent: (ShardId & { open: boolean })[] = []
  for (const [split, { shards, whole }] of splits.entries()) {
    const of = whole?.shards ?? Math.max(-1, ...shards.keys()) + 1
    for (let index = 0; index < of; index++)
      if (!shards.has(index)) absent.push({ split, index, open: false })
    if (!whole) absent.push({ split, index: of, open: true })
  }
  return absent
}

/** The parts whose shards are missing, by every count of parts that was used. */
function missingOf(
  absent: readonly (ShardId & { readonly open: boolean })[],
  parts: readonly Part[],
  listed: boolean,
): Missing {
  const open = !listed && absent.some((one) => one.open)
  const known = listed ? absent : absent.filter((one) => !one.open)
  const counts = [...new Set(parts.map(({ of }) => of))]
  const all = counts.flatMap((of) => Array.from({ length: of }, (_, at) => ({ index: at + 1, of })))
  const begun = (part: Part): boolean => parts.some((one) => isSame(one, { index: part.index, of: part.of }))
  return {
    shards: listed ? [] : known.map(({ index }) => index),
    splits: listed ? [...new Set(known.map(({ split }) => split))] : [],
    open,
    parts: all.filter((part) => known.some((id) => isOf(part, listed, id)) || (open && !begun(part))),
  }
}

/** `3, 7 to 9`. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const n of numbers) {
    const last = ranges.at(-1)
    if (last?.[1] === n - 1) last[1] = n
    else ranges.push([n, n])
  }
  const texts = ranges.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`))
  return texts.length > 20 ? `${texts.slice(0, 20).join(', ')} and more` : texts.join(', ')
}

function missingText({ shards, splits, open, parts }: Missing): string {
  const what = [
    shards.length > 0 && `shards ${rangesOf(shards)}`,
    splits.length > 0 && `splits ${rangesOf(splits)} of the list`,
    open && 'the last shard',
  ].filter(Boolean)
  const whose = parts.map(({ index, of }) => `${index}/${of}`)
  const told = whose.length > 20 ? `${whose.slice(0, 20).join(', ')} and more` : whose.join(', ')
  return `${what.join(' and ')}${told === '' ? '' : ` (parts ${told})`}`
}

/** Of a folder of parts no other call cleans what they left. */
export function partsMissing(
  out: string,
  absent: readonly ShardId[],
  parts: readonly Part[],
  listed: boolean,
): Error {
  const missing = missingOf(
    absent.map((id) => ({ ...id, open: false })),
    parts,
    listed,
  )
  return endsWith(
    EXIT.unfinished,
    `${out} is cleaned in parts, and there are missing ${missingText(missing)}; run those again, or all that is left as --shard 1/1`,
  )
}

export type MergeResult =
  | { readonly state: 'complete'; readonly report: Report }
  | { readonly state: 'unchanged' }

/**
 * Puts the shards in some folders together, in `out`, to the bytes one run would have written. Cleans nothing: throws and
 * names what is missing, with the exit code of a run that is not finished.
 */
export async function mergeRuns(
  dirs: readonly string[],
  out: string,
  files = systemFiles,
): Promise<MergeResult> {
  const { folders, settings, splits, wholes, missing } = await survey(dirs, files)
  // of a finished run the shards are gone
  const finished = folders.some(({ folder }) => folder.finished)
  if (!finished && !wholes) throw notThere(dirs, missing)
  const output = outputOf(settings)
  const folder = await openRunFolder(out, settings, { names: namesOf(output), files })
  try {
    if (await folder.finished()) {
      // where a former merge ended before it had removed them all
      await folder.tidy()
      return { state: 'unchanged' }
    }
    if (!wholes) throw notThere(dirs, missing)
    const placed = ({ split, index }: ShardId) => splits[split]!.shards.get(index)!
    const digests = wholes.map(({ shards }, split) =>
      Array.from({ length: shards }, (_, index) => placed({ split, index }).mark.digest),
    )
    const expected = expectedOf(wholes, digests)
    const read = async (id: ShardId) => {
      const { mark, found } = placed(id)
      const shard = await found.folder.read(id)
      if (shard && shard.mark.digest === mark.digest) return shard
      throw endsWith(EXIT.unfinished, `shard ${shardText(id)} in ${found.dir} is damaged; run its part again`)
    }
    const { report } = await assembleRun({ ...folder, read }, expected, output, settings)
    return { state: 'complete', report }
  } finally {
    await folder.close()
  }
}

const notThere = (dirs: readonly string[], missing: Missing): Error =>
  endsWith(
    EXIT.unfinished,
    `${dirs.join(', ')}: there are missing ${missingText(missing)}; nothing was merged`,
  )

/** What a run of these settings writes. */
function outputOf({ explain, parquet, articles, layout, chunks, gzip, zstd }: Settings): OutputOptions {
  return {
    explain: explain === true,
    parquet: parquet === true,
    ...(gzip === true && { pack: 'gz' as const }),
    ...(zstd === true && { pack: 'zst' as const }),
    ...(typeof layout === 'string' && { layout: layout as Layout }),
    ...(typeof chunks === 'number' && { chunks }),
    ...(typeof articles === 'string' && { articles: articles as ArticleFiles }),
  }
}

/** How far the run in some folders is, told without changing anything there. */
export async function statusOf(dirs: readonly string[]): Promise<Status> {
  const { folders, settings, splits, wholes, missing } = await survey(dirs)
  const sums = { pages: 0, clean: 0, rejected: 0, failed: 0 }
  let done = 0
  for (const { mark } of splits.flatMap(({ shards }) => [...shards.values()])) {
    done++
    sums.pages += mark.inputs
    for (const key of ['clean', 'rejected', 'failed'] as const) sums[key] += mark.counts[key]
  }
  const known = splits.every(({ whole }) => whole)
  let atWork = 0
  for (const { folder } of folders) atWork += await folder.atWork()
  const finished = folders.find(({ folder }) => folder.finished)?.folder.finished
  const state = finished ? 'complete' : wholes ? 'mergeable' : 'unfinished'
  return {
    state,
    atWork,
    pipeline: String(settings.pipeline ?? ''),
    parts: folders.flatMap(({ folder }) => folder.parts),
    shards: { done, of: known ? splits.reduce((sum, { whole }) => sum + whole!.shards, 0) : null },
    ...sums,
    ...(finished && { pages: finished.inputs }),
    missing: finished ? { shards: [], splits: [], open: false, parts: [] } : missing,
  }
}

/** For a person. */
export function statusText({
  state,
  atWork,
  parts,
  shards,
  pages,
  clean,
  rejected,
  failed,
  missing,
}: Status): string {
  if (state === 'complete') return `complete: ${pages} pages\n`
  const of = shards.of === null ? '' : ` of ${shards.of}`
  return [
    state === 'mergeable' ? 'every shard is done: dechaff merge puts them together' : 'not finished',
    `  shards     ${shards.done}${of}`,
    `  pages      ${pages} (${clean} clean, ${rejected} rejected, ${failed} failed)`,
    `  parts      ${parts.map(({ index, of }) => `${index}/${of}`).join(', ') || 'none'}`,
    `  at work    ${atWork}`,
    ...(state === 'unfinished' ? [`  missing    ${missingText(missing)}`] : []),
    '',
  ].join('\n')
}
