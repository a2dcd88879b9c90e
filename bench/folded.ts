import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pipeline } from '../src/core/pipeline.ts'
import type { BenchPage } from './pages.ts'
import { foldOf } from './site.ts'
import { pipelineOf } from './subject.ts'

/** Name of the file of one fold's model. */
export const foldFile = (fold: number) => `fold-${fold}.model.json`

const loaded = new Map<string, Promise<Pipeline[]>>()

async function foldPipelines(pipeline: string | undefined, folder: string): Promise<Pipeline[]> {
  const whole = await pipelineOf(pipeline)
  const count = (await readdir(folder)).filter((name) => /^fold-\d+\.model\.json$/.test(name)).length
  const models = Array.from({ length: count }, (_, fold) => readFile(join(folder, foldFile(fold)), 'utf8'))
  return (await Promise.all(models)).map((json) => ({ ...whole, model: JSON.parse(json) as unknown }))
}

/**
 * The pipeline a page is measured with: the named one, or, where a folder of fold models is given, the same one with the
 * model that saw no page of this site.
 */
export async function pipelineFor(
  page: Pick<BenchPage, 'site'>,
  { pipeline, models }: { readonly pipeline: string | undefined; readonly models: string | undefined },
): Promise<Pipeline> {
  if (models === undefined) return pipelineOf(pipeline)
  const key = `${pipeline} ${models}`
  const all = loaded.get(key) ?? foldPipelines(pipeline, models)
  loaded.set(key, all)
  const pipelines = await all
  return pipelines[foldOf(page.site, pipelines.length)]!
}
