import type { Pipeline } from '../../core/pipeline.ts'
import { complete, packagedModel } from '../../pipeline/complete.ts'
import { PIPELINE_FILES } from '../../pipeline/packaged.ts'
import type { PipelineFile } from '../../pipeline/schema.ts'

/** Names of rules and gates that are turned off. */
export interface Off {
  readonly rules: ReadonlySet<string>
  readonly gates: ReadonlySet<string>
}

function fileOf(name: string, off: Off): PipelineFile {
  const file = PIPELINE_FILES[name]!
  const without = (ids: ReadonlySet<string>) => Object.fromEntries([...ids].map((id) => [id, 'off' as const]))
  const { rules, gates } = file
  return {
    ...file,
    rules: { ...rules, ...without(off.rules) },
    gates: { ...gates, ...without(off.gates) },
  } as PipelineFile
}

/** A pipeline of the package without some of its rules and gates. */
export function changedPipeline(name: string, off: Off): Pipeline {
  const file = fileOf(name, off)
  return complete(file, packagedModel(file.model))
}

/** The same as the text of a pipeline's file: JSON, which is YAML. */
export function pipelineFile(name: string, off: Off): string {
  const file = fileOf(name, off)
  const model = file.model.replace(/\.model\.json$/, '')
  return `${JSON.stringify({ ...file, name: `${name}-changed`, model }, null, 2)}\n`
}
