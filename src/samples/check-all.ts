import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type CheckOptions, type Clean, checkSample, type SampleResult } from './check.ts'
import { findSamples, readSample, type Sample } from './folder.ts'

/**
 * Checks every sample of a folder, in order of id.
 * @throws a message for a person where the folder is not there or holds no sample.
 */
export async function checkSamples(
  dir: string,
  clean: Clean,
  options: CheckOptions = {},
): Promise<readonly SampleResult[]> {
  if (!existsSync(dir))
    throw new Error(`there is no folder ${dir}: make a first sample with "dechaff sample add PAGE"`)
  const folders = findSamples(dir)
  if (folders.length === 0)
    throw new Error(`there is no sample in ${dir}: make one with "dechaff sample add PAGE"`)
  const results: SampleResult[] = []
  for (const folder of folders) {
    const root = folder === dir ? undefined : dir
    results.push(await checkSample(await readSample(folder, root), clean, options))
  }
  return results
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
