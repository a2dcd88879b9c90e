import { createHash } from 'node:crypto'
import type { Pipeline } from '../core/pipeline.ts'

/** The pipeline of a run: read once, so that a file edited meanwhile changes nothing, and known by its digest. */
export interface PipelineInUse {
  readonly pipeline: Pipeline
  readonly digest: string
}

/** Throws the loader's own words where the pipeline is unknown or wrong. */
export async function pipelineInUse(named: string): Promise<PipelineInUse> {
  const { loadPipeline } = await import('../pipeline/load.ts')
  const pipeline = await loadPipeline(named)
  return { pipeline, digest: createHash('sha256').update(JSON.stringify(pipeline)).digest('hex') }
}
