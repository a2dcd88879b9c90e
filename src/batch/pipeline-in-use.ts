import { createHash } from 'node:crypto'
import type { Pipeline } from '../core/pipeline.ts'

/** The pipeline of a run: read once, so that a file edited meanwhile changes nothing, and known by its digest. */
export interface PipelineInUse {
  readonly pipeline: string | Pipeline
  readonly name: string
  readonly digest: string
}

interface LoaderModule {
  readonly loadPipeline?: (name: string) => Pipeline | Promise<Pipeline>
}

/** Throws the loader's own words where the pipeline is unknown or wrong. */
export async function pipelineInUse(named: string, cleaner: string): Promise<PipelineInUse> {
  const { loadPipeline } = (await import(cleaner)) as LoaderModule
  const pipeline = loadPipeline ? await loadPipeline(named) : named
  const digest = createHash('sha256').update(JSON.stringify(pipeline)).digest('hex')
  return { pipeline, name: typeof pipeline === 'string' ? pipeline : pipeline.name, digest }
}
