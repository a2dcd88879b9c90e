import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Pipeline } from '../core/pipeline.ts'
import { PipelineError } from './pipeline-error.ts'

const loaded = new Map<string, Promise<Pipeline>>()

/**
 * Loads a pipeline by name (one that comes with the package) or by the path of its YAML file, checks it and fills in
 * the defaults. A pipeline already loaded is given back as it is.
 *
 * @throws {PipelineError} unknown name, unreadable file, bad YAML, unknown key, value out of bounds.
 */
export async function loadPipeline(pipeline: string | Pipeline): Promise<Pipeline> {
  if (typeof pipeline !== 'string') return pipeline
  const { packagedPipeline } = await import('./complete.ts')
  const packaged = packagedPipeline(pipeline)
  if (packaged !== undefined) return packaged
  const path = resolve(pipeline)
  let found = loaded.get(path)
  if (found === undefined) {
    found = read(path, pipeline)
    loaded.set(path, found)
    found.catch(() => loaded.delete(path))
  }
  return found
}

async function read(path: string, named: string): Promise<Pipeline> {
  const { complete, unknownPipeline } = await import('./complete.ts')
  const source = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw unknownPipeline(named, '; or give the path of a YAML file')
    throw new PipelineError(`${path}: cannot be read (${error.code ?? error.message})`)
  })
  const { checkPipelineFile } = await import('./check-file.ts')
  const file = checkPipelineFile(source, path)
  return complete(file, await readModel(file.model, path))
}

/** A model that comes with the package goes by the name of its pipeline; any other is a file beside the one that names it. */
async function readModel(name: string, path: string): Promise<unknown> {
  if (name === 'none') return undefined
  const { checkModel, packagedModel } = await import('./complete.ts')
  const named = `${path}: model ${name}`
  if (/^[a-z0-9-]+$/.test(name)) {
    const packaged = packagedModel(name)
    if (packaged !== undefined) return packaged
    throw new PipelineError(`${named} cannot be read: the package has no model of that name`)
  }
  let model: unknown
  try {
    model = JSON.parse(await readFile(resolve(dirname(path), name), 'utf8'))
  } catch (error) {
    throw new PipelineError(`${named} cannot be read (${(error as Error).message})`)
  }
  return checkModel(model, named)
}
