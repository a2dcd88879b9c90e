import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Pipeline } from '../core/pipeline.ts'
import { checkOptions, isPipeline } from './check-call.ts'
import { PipelineError } from './pipeline-error.ts'
import type { PipelineFile } from './schema.ts'

const loaded = new Map<string, Promise<Pipeline>>()

/**
 * Loads a pipeline by name (one that comes with the package) or by the path of its YAML file, checks it and fills in
 * the defaults. A pipeline already loaded is given back as it is. A file may extend another (`extends`), and hold rules as
 * data, whose examples are checked.
 *
 * @throws {TypeError} when it is neither a name nor a whole pipeline.
 * @throws {PipelineError} unknown name, unreadable file, bad YAML, unknown key, value out of bounds.
 */
export async function loadPipeline(pipeline: string | Pipeline): Promise<Pipeline> {
  if (isPipeline(pipeline)) return pipeline
  if (typeof pipeline !== 'string') {
    checkOptions({ pipeline })
    throw new TypeError(`loadPipeline() takes a name, a path or a pipeline, got ${String(pipeline)}`)
  }
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
  const { complete } = await import('./complete.ts')
  const { file, model, at } = await readFileAt(path, named, [])
  const pipeline = complete(file, model)
  if (pipeline.own.length > 0) await checkOwnRules(pipeline, at)
  return pipeline
}

interface Read {
  readonly file: PipelineFile
  readonly model: unknown
  /** Where a key of it stands. */
  readonly at: (keys: readonly string[]) => string
}

/** @param above the files that extend this one, by way of one another. */
async function readFileAt(path: string, named: string, above: readonly string[]): Promise<Read> {
  const { unknownPipeline } = await import('./complete.ts')
  const source = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw unknownPipeline(named, '; or give the path of a YAML file')
    throw new PipelineError(`${path}: cannot be read (${error.code ?? error.message})`)
  })
  const { readPipelineFile } = await import('./check-file.ts')
  const { base: extended, at, check } = readPipelineFile(source, path)
  if (extended === undefined) {
    const file = check()
    return { file, model: await readModel(file.model, path), at }
  }
  const base = await baseOf(extended, path, [...above, path]).catch((error: Error) => {
    throw error instanceof PipelineError && !error.message.startsWith('/')
      ? new PipelineError(`${at(['extends'])} extends: ${error.message}`)
      : error
  })
  const file = check(base.file)
  const model = file.model === base.file.model ? base.model : await readModel(file.model, path)
  return { file, model, at }
}

/** What a file extends: a pipeline of the package, or a file beside it. */
async function baseOf(named: string, path: string, above: readonly string[]): Promise<Omit<Read, 'at'>> {
  const { packagedModel, PIPELINE_FILES } = await import('./complete.ts')
  const packaged = Object.hasOwn(PIPELINE_FILES, named) ? PIPELINE_FILES[named] : undefined
  if (packaged !== undefined) return { file: packaged, model: packagedModel(packaged.model) }
  const at = resolve(dirname(path), named)
  if (above.includes(at)) throw new PipelineError(`"${named}" extends this file again`)
  return readFileAt(at, named, above)
}

/** The examples of rules that are data are checked when they are loaded. */
async function checkOwnRules(pipeline: Pipeline, at: Read['at']): Promise<void> {
  const { ownRules } = await import('./data-rule.ts')
  const { checkRule } = await import('./check-rule.ts')
  const faults = (await ownRules(pipeline)).flatMap((rule) =>
    checkRule(rule).map(({ message, example }) => {
      const keys = ['rules', rule.id, ...(example === undefined ? [] : ['examples', String(example)])]
      return `${at(keys)} rules.${rule.id}: ${message}`
    }),
  )
  if (faults.length > 0) throw new PipelineError(faults.join('\n'))
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
