import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SitesFile, sitesFile } from '../pipeline/load-sites.ts'
import type { Report } from './assemble-run.ts'
import { type CountedSites, countedText, countSites } from './count-sites.ts'
import { displayOn } from './display.ts'
import { type Input, type RefusedInput, sizeOf } from './input.ts'
import { amountOf, fieldsOf, inputsOf, refuseOverlap } from './inputs.ts'
import { openParcel } from './open-parcel.ts'
import { pipe } from './pipe.ts'
import { type PipelineInUse, pipelineInUse } from './pipeline-in-use.ts'
import { defaultCleaner, type PoolOptions } from './pool.ts'
import { type Progress, progress } from './progress.ts'
import { type BatchRequest, checkRequest, isUsageError, usageError } from './request.ts'
import { type RunResult, run, SHARD_PAGES } from './run.ts'
import { messageOf, say } from './say.ts'
import { settingsOf } from './settings.ts'
import type { FieldMap } from './sources/fields.ts'
import { summary } from './summary.ts'
import { printable } from './terminal.ts'

/** Exit codes of `dechaff run`. */
const OK = 0
const SOME_FAILED = 1
const USAGE = 2
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const

/** Does what a request asks for, speaks on standard error, and returns the exit code. */
export const batch = (request: BatchRequest): Promise<number> =>
  guarded(async (signal) => {
    checkRequest(request)
    if (request.dryRun) return await dryRun(request)
    if (request.out !== undefined) await refuseOverlap(request.operands, request.out)
    const cleaner = request.cleaner ?? defaultCleaner()
    const inUse = await load(request.pipeline)
    return withSites(request, signal, (sites) =>
      (request.to ? toStdout : toFolder)(request, cleaner, { ...inUse, sites }, signal),
    )
  })

/** Counts the lines of the pages a request names into the file `out`, the same way. */
export const count = (request: BatchRequest): Promise<number> =>
  guarded(async (signal) => {
    checkRequest(request)
    const counted = await countRequest(request, request.out!, signal)
    if (!counted) return SOME_FAILED
    if (!request.quiet) say(countedText(counted, request.out!))
    return counted.failed > 0 ? SOME_FAILED : OK
  })

/** Does something until the first signal, turns what it throws into words, and what became of it into an exit code. */
async function guarded(work: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const stop = new AbortController()
  const off = listen(stop)
  // a reader of our messages that has gone away must not end the run
  process.stderr.on('error', () => {})
  try {
    const code = await work(stop.signal)
    return stop.signal.aborted ? SIGNALS[stop.signal.reason as keyof typeof SIGNALS] : code
  } catch (error) {
    if (stop.signal.aborted && error === stop.signal.reason) return SIGNALS[error as keyof typeof SIGNALS]
    say(`error: ${printable(messageOf(error), 2000)}\n`)
    return isUsageError(error) ? USAGE : SOME_FAILED
  } finally {
    off()
  }
}

/** The first signal asks the run to stop, the second ends the process. */
function listen(stop: AbortController): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stop.signal.aborted) process.exit(SIGNALS[signal as keyof typeof SIGNALS])
    stop.abort(signal)
    say(`${signal}: finishing the pages in hand\n`)
    process.stdin.destroy()
  }
  for (const signal of Object.keys(SIGNALS)) process.on(signal, onSignal)
  return () => {
    for (const signal of Object.keys(SIGNALS)) process.off(signal, onSignal)
  }
}

/** What every page is cleaned with. */
interface InUse extends PipelineInUse {
  readonly sites: SitesFile | undefined
}

async function load(named: string): Promise<PipelineInUse> {
  try {
    return await pipelineInUse(named)
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : String(error))
  }
}

/** What a run is told of sites, while it lasts: counts that were named, or counted from its own pages first. */
async function withSites(
  request: BatchRequest,
  signal: AbortSignal,
  work: (sites: SitesFile | undefined) => Promise<number>,
): Promise<number> {
  if (request.sites !== 'auto')
    return work(request.sites === undefined ? undefined : await named(request.sites))
  const folder = await mkdtemp(join(tmpdir(), 'dechaff-'))
  try {
    const path = join(folder, 'sites.jsonl')
    if (!(await countRequest(request, path, signal))) return SOME_FAILED
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
  request: BatchRequest,
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
    concurrency: request.concurrency ?? availableParallelism(),
    shardPages: request.shardSize ?? SHARD_PAGES,
    signal,
    watch: bar,
    ...(request.shard ? { only: request.shard } : {}),
    ...(request.part ? { part: true } : {}),
  }).finally(bar.end)
}

const poolOf = (request: BatchRequest, cleaner: string, inUse: InUse): PoolOptions => ({
  cleaner,
  clean: {
    pipeline: inUse.pipeline,
    explain: request.explain ?? false,
    ...(request.as ? { as: request.as } : {}),
    ...(inUse.sites ? { sites: inUse.sites } : {}),
  },
  fields: fieldsOf(request),
  deadline: request.deadline * 1000,
  memory: request.memory * 1024 * 1024,
})

async function toStdout(
  request: BatchRequest,
  cleaner: string,
  inUse: InUse,
  signal: AbortSignal,
): Promise<number> {
  const { pages, failed, gone } = await pipe(inputsOf(request), process.stdout, {
    pool: poolOf(request, cleaner, inUse),
    concurrency: request.concurrency ?? availableParallelism(),
    signal,
    ...(request.failFast ? { failFast: true } : {}),
  })
  if (!request.quiet && !gone) say(`${pages} pages, ${failed} failed\n`)
  return failed > 0 || gone ? SOME_FAILED : OK
}

async function toFolder(
  request: BatchRequest,
  cleaner: string,
  inUse: InUse,
  signal: AbortSignal,
): Promise<number> {
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

async function tell(result: RunResult, request: BatchRequest, bar: Progress): Promise<number> {
  const out = request.out!
  const loud = request.quiet ? () => {} : say
  if (result.state === 'stopped') {
    loud(`stopped; the same command goes on where this one ended\n`)
    return SOME_FAILED
  }
  if (result.state === 'part') {
    loud(
      `part ${request.shard?.index}/${request.shard?.of}: ${result.inputs} pages in ${result.shards} shards, ${result.failed} failed\n`,
    )
    return result.failed > 0 ? SOME_FAILED : OK
  }
  const report = result.state === 'complete' ? result.report : await reportIn(out)
  loud(
    result.state === 'complete'
      ? summary(report, result.slowest, bar.spent())
      : `${out} holds this very result already\n`,
  )
  return report.failed > 0 ? SOME_FAILED : OK
}

const reportIn = async (out: string): Promise<Report> =>
  JSON.parse(await readFile(join(out, 'report.json'), 'utf8')) as Report

async function dryRun(request: BatchRequest): Promise<number> {
  let pages = 0
  let refused = 0
  const fields = fieldsOf(request)
  for await (const input of inputsOf(request)) {
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
  return OK
}

/** A record's name is in it; a file's is its path, and it is not opened for that. */
function lookAt(input: Input, fields: FieldMap): RefusedInput | { readonly id: string } {
  if ('refused' in input) return input
  const { parcel, place } = input
  return parcel.kind === 'file' ? { id: place } : openParcel(parcel, place, fields).page
}
