import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import type { Pipeline } from '../core/pipeline.ts'
import { loadPipeline } from '../pipeline/load.ts'
import {
  type CheckOptions,
  type Clean,
  checkOutcome,
  checkSample,
  dumpOf,
  pipelineOf,
  type SampleResult,
} from './check.ts'
import { findSamples, type ReadSample, readSample, type Sample } from './folder.ts'

/** Cleans many pages at once, in processes of their own; outcomes come in the order of the dumps. */
export type CleanMany = (
  dumps: readonly Dump[],
  options: { readonly pipeline: string | Pipeline; readonly explain: true },
) => AsyncIterable<Outcome>

export interface CheckAllOptions extends CheckOptions {
  /** Used for {@link MANY} samples and more: fewer are done before the processes have begun. */
  readonly cleanMany?: CleanMany
}

const MANY = 40

/**
 * Checks every sample of a folder, in order of id.
 * @throws a message for a person where the folder is not there or holds no sample.
 */
export async function checkSamples(
  dir: string,
  clean: Clean,
  options: CheckAllOptions = {},
): Promise<readonly SampleResult[]> {
  if (!existsSync(dir))
    throw new Error(`there is no folder ${dir}: make a first sample with "dechaff sample add PAGE"`)
  const folders = findSamples(dir)
  if (folders.length === 0)
    throw new Error(`there is no sample in ${dir}: make one with "dechaff sample add PAGE"`)
  const reads: ReadSample[] = []
  for (const folder of folders) reads.push(await readSample(folder, folder === dir ? undefined : dir))
  const done = options.cleanMany && reads.length >= MANY ? await cleanedBefore(reads, options) : new Map()
  const results: SampleResult[] = []
  for (const read of reads) {
    const outcome = read.ok ? done.get(read.sample) : undefined
    results.push(
      read.ok && outcome ? checkOutcome(read.sample, outcome) : await checkSample(read, clean, options),
    )
  }
  return results
}

/** What became of the samples that are whole, by sample: one batch a pipeline. */
async function cleanedBefore(
  reads: readonly ReadSample[],
  { cleanMany, pipeline }: CheckAllOptions,
): Promise<Map<Sample, Outcome>> {
  const groups = new Map<string | Pipeline, Sample[]>()
  for (const read of reads) {
    if (!read.ok) continue
    const named = pipeline ?? pipelineOf(read.sample) ?? 'article'
    groups.set(named, [...(groups.get(named) ?? []), read.sample])
  }
  const done = new Map<Sample, Outcome>()
  for (const [named, samples] of groups) {
    const options = { pipeline: await loadPipeline(named), explain: true } as const
    let next = 0
    for await (const outcome of cleanMany!(samples.map(dumpOf), options)) done.set(samples[next++]!, outcome)
  }
  return done
}

/**
 * Reads one sample by its folder or its id.
 * @throws a message for a person where it is not there or broken.
 */
export async function openSample(id: string, dir: string): Promise<Sample> {
  const folder = [id, join(dir, id)].find((candidate) => existsSync(candidate))
  if (folder === undefined) throw new Error(`there is no sample ${id}, neither here nor in ${dir}`)
  const read = await readSample(folder)
  if (read.ok) return read.sample
  throw new Error(read.problems.map(({ where, message }) => `${where} ${message}`).join('\n'))
}
