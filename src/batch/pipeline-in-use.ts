import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Pipeline } from '../core/pipeline.ts'

/** The pipeline of a run: read once, so that a file edited meanwhile changes nothing, and known by its digest. */
export interface PipelineInUse {
  readonly pipeline: Pipeline
  readonly digest: string
  /** The address of the module of rules; its digest is that of the file itself. */
  readonly rules?: { readonly module: string; readonly digest: string }
}

/** Throws the loader's own words where the pipeline, or the module of rules, is unknown or wrong. */
export async function pipelineInUse(named: string, rules?: string): Promise<PipelineInUse> {
  const { loadPipeline } = await import('../pipeline/load.ts')
  const pipeline = await loadPipeline(named)
  const digest = digestOf(JSON.stringify(pipeline))
  if (rules === undefined) return { pipeline, digest }
  const { loadRules, rulesModule } = await import('../pipeline/load-rules.ts')
  await loadRules(rules)
  const module = rulesModule(rules)
  return { pipeline, digest, rules: { module, digest: digestOf(await readFile(fileURLToPath(module))) } }
}

const digestOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
