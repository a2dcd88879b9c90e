import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SitesFile, sitesFile } from '../pipeline/load-sites.ts'
import type { Report } from './assemble-run.ts'
import { type CountedSites, countedText, countSites } from './count-sites.ts'
import { displayOn } from './display.ts'
import { EXIT, exitOf, guarded, messageOf, say, usageError } from './exit.ts'
import { type Input, type RefusedInput, sizeOf } from './input.ts'
import { amountOf, fieldsOf, inputsOf, type Job, jobOf, refuseOverlap } from './inputs.ts'
import { openParcel } from './open-parcel.ts'
import { pipe } from './pipe.ts'
import { type PipelineInUse, pipelineInUse } from './pipeline-in-use.ts'
import { defaultCleaner, type PoolOptions } from './pool.ts'
import { type Progress, progress } from './progress.ts'
import { type BatchRequest, checkRequest } from './request.ts'
import { type RunResult, run, SHARD_PAGES } from './run.ts'
import { inputSettings, settingsOf } from './settings.ts'
import { streamOf } from './shard.ts'
import type { FieldMap } from './sources/fields.ts'
import { summary } from './summary.ts'

/** Does what a request asks for, speaks on standard error, and returns the exit code. */
export const batch = (asked: BatchRequest): Promise<number> =>
  guarded(async (signal) => {
    checkRequest(asked)
    const request = await jobOf(asked)
    sayPlace(request)
    if (request.dryRun) return await dryRun(request)
    if (request.out !== undefined)
      await refuseOverlap(request.operands, request.out, { list: request.entries })
    const cleaner = request.cleaner ?? defaultCleaner()
    const inUse = await load(request)
    return withSites(request, signal, (sites) =>
      (request.to ? toStdout : toFolder)(request, cleaner, { ...inUse, sites }, signal),
    )
  })

/** Counts the lines of the pages a request names into the file `out`, the same way. */
export const count = (asked: BatchRequest): Promise<number> =>
  guarded(async (signal) => {
    checkRequest(asked)
    const request = await jobOf(asked)
    sayPlace(request)
    const counted = await countRequest(request, request.out!, signal)
    if (!counted) return EXIT.unfinished
    if (!request.quiet) say(countedText(counted, request.out!))
    const { pages, homeless, rejected, failed } = counted
    return exitOf(
      {
        pages: pages + homeless + rejected + failed,
        failed,
        unread: counted.unread && isNamed(request),
      },
      request.failOnFailed,
    )
  })

/** Which part an engine's variables came to; in the log of its task it is what one looks for. */
function sayPlace({ shard }: BatchRequest): void {
  if (shard?.from !== undefined) say(`part ${shard.index}/${shard.of} (${shard.from})\n`)
}

/** What every page is cleaned with. */
interface InUse extends PipelineInUse {
  readonly sites: SitesFile | undefined
}

async function load(request: BatchRequest): Promise<PipelineInUse> {
  try {
    return await pipelineInUse(request.pipeline, request.rules)
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : String(error))
  }
}

/** What a run is told of sites, while it lasts: counts that were named, or counted from its own pages first. */
async function withSites(
  request: Job,
  signal: AbortSignal,
  work: (sites: SitesFile | undefined) => Promise<number>,
): Promise<number> {
  if (request.sites !== 'auto')
    return work(request.sites === undefined ? undefined : await named(request.sites))
  const folder = await mkdtemp(join(tmpdir(), 'dechaff-'))
  try {
    const path = join(folder, 'sites.jsonl')
    if (!(await countRequest(request, path, signal))) return EXIT.unfinished
    const code = await work(await named(path))
    if (!signal.aborted) await copyFile(path, join(request.out!, 'sites.jsonl'))
    return code
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const named = (path: string): Promise<SitesFile> =>
  sitesFile(path).catch((error: unknown) => {
    throw usageError(messageOf(error))
  })

/** Counts the lines of a request's pages. Undefined where it was stopped. */
async function countRequest(
  request: Job,
  out: string,
  signal: AbortSignal,
): Promise<CountedSites | undefined> {
  const bar = progress(await displayOn({ to: process.stderr, quiet: request.quiet ?? false }))
  if (!request.quiet) void amountOf(request).then((amount) => amount && bar.expect(amount))
  return countSites({
    inputs: inputsOf(request, bar.passed),
    out,
    pool: {
      clean: { pipeline: request.pipeline, ...(request.as ? { as: request.as } : {}) },
      fields: fieldsOf(request),
      deadline: request.deadline * 1000,
      memory: request.memory * 1024 * 1024,
    },
    settings: inputSettings(request),
    concurrency: request.concurrency ?? availableParallelism(),
    shardPages: request.shardSize ?? SHARD_PAGES,
    signal,
    watch: bar,
    ...(request.shard ? { only: request.shard } : {}),
    ...(request.part ? { part: true } : {}),
  }).finally(bar.end)
}

const poolOf = (request: Job, cleaner: string, inUse: InUse): PoolOptions => ({
  cleaner,
  clean: {
    pipeline: inUse.pipeline,
    explain: request.explain ?? false,
    ...(request.as ? { as: request.as } : {}),
    ...(inUse.sites ? { sites: inUse.sites } : {}),
    ...(inUse.rules ? { rules: inUse.rules.module } : {}),
  },
  fields: fieldsOf(request),
  deadline: request.deadline * 1000,
  memory: request.memory * 1024 * 1024,
})

async function toStdout(request: Job, cleaner: string, inUse: InUse, signal: AbortSignal): Promise<number> {
  const { pages, failed, gone, unread } = await pipe(streamOf(inputsOf(request)), process.stdout, {
    pool: poolOf(request, cleaner, inUse),
    concurrency: request.concurrency ?? availableParallelism(),
    signal,
    ...(request.failFast ? { failFast: true } : {}),
  })
  if (!request.quiet && !gone) say(`${pages} pages, ${failed} failed\n`)
  if (request.failFast && failed > 0) return EXIT.failed
  return gone
    ? EXIT.unwritten
    : exitOf({ pages, failed, unread: unread && isNamed(request) }, request.failOnFailed)
}

/** An engine pipes what it has, which may be nothing, or bad records only: they are answered, and that is all. */
const isNamed = ({ operands }: BatchRequest): boolean => !operands.includes('-')

async function toFolder(request: Job, cleaner: string, inUse: InUse, signal: AbortSignal): Promise<number> {
  const out = request.out!
  const bar = progress(await displayOn({ to: process.stderr, quiet: request.quiet ?? false }))
  // whatever is said from then on has the line to itself
  signal.addEventListener('abort', bar.end, { once: true })
  if (!request.quiet) void amountOf(request).then((amount) => amount && bar.expect(amount))
  const result = await run({
    inputs: inputsOf(request, bar.passed),
    out,
    settings: settingsOf(request, inUse, inUse.sites),
    pool: poolOf(request, cleaner, inUse),
    output: {
      explain: request.explain ?? false,
      parquet: request.parquet ?? false,
      ...(request.gzip && { pack: 'gz' as const }),
      ...(request.zstd && { pack: 'zst' as const }),
      ...(request.layout && { layout: request.layout }),
      ...(request.chunks && { chunks: request.chunks }),
      ...(request.articles ? { articles: request.articles } : {}),
    },
    concurrency: request.concurrency ?? availableParallelism(),
    shardPages: request.shardSize ?? SHARD_PAGES,
    overwrite: request.overwrite ?? false,
    failFast: request.failFast ?? false,
    signal,
    watch: bar,
    ...(request.shard ? { only: request.shard } : {}),
  }).finally(bar.end)
  return tell(result, request, bar)
}

async function tell(result: RunResult, request: Job, bar: Progress): Promise<number> {
  const out = request.out!
  const loud = request.quiet ? () => {} : say
  if (result.state === 'stopped') {
    loud(`stopped; the same command goes on where this one ended\n`)
    return EXIT.unfinished
  }
  if (result.state === 'part') {
    loud(
      `part ${request.shard?.index}/${request.shard?.of}: ${result.inputs} pages in ${result.shards} shards, ${result.failed} failed\n`,
    )
    return exitOf(
      { pages: result.inputs, failed: result.failed, unread: result.unread && isNamed(request) },
      request.failOnFailed,
    )
  }
  const report = result.state === 'complete' ? result.report : await reportIn(out)
  loud(
    result.state === 'complete'
      ? summary(report, result.slowest, bar.spent())
      : `${out} holds this very result already\n`,
  )
  return exitOf(
    { pages: report.in, failed: report.failed, unread: result.unread && isNamed(request) },
    request.failOnFailed,
  )
}

const reportIn = async (out: string): Promise<Report> =>
  JSON.parse(await readFile(join(out, 'report.json'), 'utf8')) as Report

async function dryRun(request: Job): Promise<number> {
  let pages = 0
  let refused = 0
  const fields = fieldsOf(request)
  for await (const input of streamOf(inputsOf(request))) {
    const found = lookAt(input, fields)
    const line =
      'refused' in found
        ? { id: found.id, status: found.status, reason: found.refused }
        : { id: found.id, bytes: sizeOf(input) }
    if ('refused' in found) refused++
    else pages++
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
  if (!request.quiet) say(`${pages} pages would be cleaned, ${refused} cannot be read as pages\n`)
  return EXIT.done
}

/** A record's name is in it; a file's is its path, and it is not opened for that. */
function lookAt(input: Input, fields: FieldMap): RefusedInput | { readonly id: string } {
  if ('refused' in input) return input
  const { parcel, place } = input
  return parcel.kind === 'file' ? { id: place } : openParcel(parcel, place, fields).page
}
