import * as z from 'zod'
import { anyPipelineSchema } from './schema.ts'

/** JSON Schema (draft 2020-12) of a pipeline file, for editors. */
export function pipelineJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(anyPipelineSchema(), { io: 'input' }), null, 2)}\n`
}
