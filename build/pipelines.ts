/**
 * Makes the package's pipelines a module, so that nothing reads YAML, or a file at all, before a user's own pipeline
 * is asked for, and writes the schema of pipeline files anew. Only what changed is written: others may be reading it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPipelineFile } from '../src/pipeline/check-file.ts'
import { recordJsonSchema } from '../src/pipeline/record-schema.ts'
import { pipelineJsonSchema } from '../src/pipeline/schema.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const FOLDER = join(ROOT, 'pipelines')
const MODULE = join(ROOT, 'src/pipeline/packaged.ts')

const named = (ending: string) =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => basename(file, ending))

function pipeline(name: string): string {
  const path = join(FOLDER, `${name}.yaml`)
  return `  '${name}': ${JSON.stringify(readPipelineFile(readFileSync(path, 'utf8'), path).check())},\n`
}

const models = named('.model.json')
const made = `// Made by build/pipelines.ts from pipelines/*.yaml; the models are the JSON files themselves.
${models.map((name, at) => `import model${at} from '../../pipelines/${name}.model.json' with { type: 'json' }\n`).join('')}import type { PipelineFile } from './schema.ts'

/** The pipelines that come with the package, as their files say and the schema completes them. */
export const PIPELINE_FILES: Readonly<Record<string, PipelineFile>> = {
${named('.yaml').map(pipeline).join('')}}

/** The fitted models that come with the package. */
export const MODELS: Readonly<Record<string, unknown>> = {
${models.map((name, at) => `  '${name}': model${at},\n`).join('')}}
`

function write(path: string, text: string): void {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
}

write(MODULE, made)
write(join(FOLDER, 'schema.json'), pipelineJsonSchema())
write(join(FOLDER, 'record.schema.json'), recordJsonSchema())
