import { assembleRun, namesOf, type OutputOptions, type Report } from './assemble-run.ts'
import { digestOfShards } from './books.ts'
import { EXIT, endsWith, usageError } from './exit.ts'
import type { Part } from './lock.ts'
import {
  type DoneMark,
  type FoundFolder,
  lookAtRunFolder,
  openRunFolder,
  type Settings,
  type Whole,
} from './run-folder.ts'
import type { ArticleFiles } from './sinks.ts'

/** Shards that are asked for and not there, and whose they are. */
interface Missing {
  readonly shards: readonly number[]
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
  /** `of`: null where the last one is missing. */
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
  /** Where each shard lies. */
  readonly shards: ReadonlyMap<number, { readonly mark: DoneMark; readonly folder: FoundFolder }>
  readonly whole: Whole | undefined
  readonly missing: Missing
}

const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b)

async function survey(dirs: readonly string[]): Promise<Survey> {
  const folders: Found[] = []
  for (const dir of dirs) folders.push({ dir, folder: await lookAtRunFolder(dir) })
  const [first] = folders
  for (const { dir, folder } of folders)
    if (!isSame(folder.settings, first!.folder.settings))
      throw usageError(`${dir} and ${first!.dir} are not of one run: their settings differ`)
  const shards = new Map<number, { mark: DoneMark; folder: FoundFolder; dir: string }>()
  for (const { dir, folder } of folders)
    for (const index of folder.shards) {
      const mark = await folder.mark(index)
      const other = shards.get(index)
      if (!mark) continue
      if (!other) shards.set(index, { mark, folder, dir })
      else if (other.mark.digest !== mark.digest)
        throw usageError(`shard ${index} of ${dir} and of ${other.dir} was made from other input`)
    }
  const ends = [...shards.values()].flatMap(({ mark }) => (mark.whole ? [mark.whole] : []))
  const whole = ends[0]
  if (whole && ends.some((end) => !isSame(end, whole)))
    throw usageError('the input changed while its parts were cleaned: they do not agree on how much it is')
  const parts = folders.flatMap(({ folder }) => folder.parts)
  const of = whole?.shards ?? Math.max(-1, ...shards.keys()) + 1
  const absent = Array.from({ length: of }, (_, index) => index).filter((index) => !shards.has(index))
  return {
    folders,
    settings: first!.folder.settings,
    shards,
    whole,
    missing: missingOf(absent, parts, whole === undefined),
  }
}

/** The parts whose shards are missing, by every count of parts that was used. */
function missingOf(shards: readonly number[], parts: readonly Part[], open = false): Missing {
  const counts = [...new Set(parts.map(({ of }) => of))]
  const wanted = counts.flatMap((of) =>
    [...new Set(shards.map((shard) => (shard % of) + 1))]
      .sort((a, b) => a - b)
      .map((index) => ({ index, of })),
  )
  const begun = (part: Part): boolean => parts.some(({ index, of }) => index === part.index && of === part.of)
  const never = open
    ? counts
        .flatMap((of) => Array.from({ length: of }, (_, at) => ({ index: at + 1, of })))
        .filter((p) => !begun(p))
    : []
  const all = [...wanted, ...never].map(({ index, of }) => `${index}/${of}`)
  return {
    shards,
    open,
    parts: [...new Set(all)].map((text) => {
      const [index, of] = text.split('/').map(Number)
      return { index: index!, of: of! }
    }),
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

function missingText({ shards, open, parts }: Missing): string {
  const what = [shards.length > 0 && `shards ${rangesOf(shards)}`, open && 'the last shard'].filter(Boolean)
  const whose = parts.map(({ index, of }) => `${index}/${of}`)
  const told = whose.length > 20 ? `${whose.slice(0, 20).join(', ')} and more` : whose.join(', ')
  return `${what.join(' and ')}${told === '' ? '' : ` (parts ${told})`}`
}

/** Of a folder of parts no other call cleans what they left. */
export const partsMissing = (out: string, shards: readonly number[], parts: readonly Part[]): Error =>
  endsWith(
    EXIT.unfinished,
    `${out} is cleaned in parts, and there are missing ${missingText(missingOf(shards, parts))}; run those again, or all that is left as --shard 1/1`,
  )

export type MergeResult =
  | { readonly state: 'complete'; readonly report: Report }
  | { readonly state: 'unchanged' }

/**
 * Puts the shards in some folders together, in `out`, to the bytes one run would have written. Cleans nothing: throws and
 * names what is missing, with the exit code of a run that is not finished.
 */
export async function mergeRuns(dirs: readonly string[], out: string): Promise<MergeResult> {
  const { folders, settings, shards, whole, missing } = await survey(dirs)
  // of a finished run the shards are gone
  const finished = folders.some(({ folder }) => folder.finished)
  if (!finished && !isThere(whole, missing)) throw notThere(dirs, missing)
  const output = outputOf(settings)
  const folder = await openRunFolder(out, settings, { names: namesOf(output) })
  try {
    if (await folder.finished()) return { state: 'unchanged' }
    if (!isThere(whole, missing)) throw notThere(dirs, missing)
    const digests = Array.from({ length: whole.shards }, (_, index) => shards.get(index)!.mark.digest)
    const expected = { ...whole, digest: digestOfShards(digests) }
    const read = async (index: number) => {
      const found = await shards.get(index)!.folder.read(index)
      if (found && found.mark.digest === digests[index]) return found
      const dir = folders.find((one) => one.folder === shards.get(index)!.folder)!.dir
      throw endsWith(EXIT.unfinished, `shard ${index} in ${dir} is damaged; run its part again`)
    }
    const { report } = await assembleRun({ ...folder, read }, expected, output, settings)
    return { state: 'complete', report }
  } finally {
    await folder.close()
  }
}

const isThere = (whole: Whole | undefined, missing: Missing): whole is Whole =>
  whole !== undefined && missing.shards.length === 0

const notThere = (dirs: readonly string[], missing: Missing): Error =>
  endsWith(
    EXIT.unfinished,
    `${dirs.join(', ')}: there are missing ${missingText(missing)}; nothing was merged`,
  )

/** What a run of these settings writes. */
function outputOf({ explain, parquet, articles, gzip, zstd }: Settings): OutputOptions {
  return {
    explain: explain === true,
    parquet: parquet === true,
    ...(gzip === true && { pack: 'gz' as const }),
    ...(zstd === true && { pack: 'zst' as const }),
    ...(typeof articles === 'string' && { articles: articles as ArticleFiles }),
  }
}

/** How far the run in some folders is, told without changing anything there. */
export async function statusOf(dirs: readonly string[]): Promise<Status> {
  const { folders, settings, shards, whole, missing } = await survey(dirs)
  const sums = { pages: 0, clean: 0, rejected: 0, failed: 0 }
  for (const { mark } of shards.values()) {
    sums.pages += mark.inputs
    for (const key of ['clean', 'rejected', 'failed'] as const) sums[key] += mark.counts[key]
  }
  let atWork = 0
  for (const { folder } of folders) atWork += await folder.atWork()
  const finished = folders.find(({ folder }) => folder.finished)?.folder.finished
  const state = finished ? 'complete' : whole && missing.shards.length === 0 ? 'mergeable' : 'unfinished'
  return {
    state,
    atWork,
    pipeline: String(settings.pipeline ?? ''),
    parts: folders.flatMap(({ folder }) => folder.parts),
    shards: { done: shards.size, of: whole?.shards ?? null },
    ...sums,
    ...(finished && { pages: finished.inputs }),
    missing: finished ? { shards: [], open: false, parts: [] } : missing,
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
