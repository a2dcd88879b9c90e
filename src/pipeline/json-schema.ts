import { z } from 'zod'
import { pipelineSchema } from './schema.ts'

/** JSON Schema (draft 2020-12) of a pipeline file, for editors. */
export function pipelineJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(pipelineSchema(), { io: 'input' }), null, 2)}\n`
}
