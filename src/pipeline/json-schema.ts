import { z } from 'zod'
import { PIPELINE_SCHEMA } from './schema.ts'

/** JSON Schema (draft 2020-12) of a pipeline file, for editors. */
export function pipelineJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(PIPELINE_SCHEMA, { io: 'input' }), null, 2)}\n`
}
