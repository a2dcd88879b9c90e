import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Pipeline, RuleSetting } from '../core/pipeline.ts'
import { optionDefaults } from '../core/rule.ts'
import type { Model, Tree } from '../judge/model.ts'
import { nearest } from './nearest.ts'
import { PipelineError } from './pipeline-error.ts'
import type { PipelineFile } from './schema.ts'

/** The pipelines that come with the package. */
export const PIPELINE_FOLDER = fileURLToPath(new URL('../../pipelines/', import.meta.url))

const loaded = new Map<string, Promise<Pipeline>>()

/**
 * Loads a pipeline by name (one that comes with the package) or by the path of its YAML file, checks it and fills in
 * the defaults. A pipeline already loaded is given back as it is.
 *
 * @throws {PipelineError} unknown name, unreadable file, bad YAML, unknown key, value out of bounds.
 */
export async function loadPipeline(pipeline: string | Pipeline): Promise<Pipeline> {
  if (typeof pipeline !== 'string') return pipeline
  const path = pathOf(pipeline)
  let found = loaded.get(path)
  if (found === undefined) {
    found = read(path)
    loaded.set(path, found)
    found.catch(() => loaded.delete(path))
  }
  return found
}

/** Names of the pipelines that come with the package. */
export function pipelineNames(): string[] {
  return readdirSync(PIPELINE_FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'))
    .sort()
}

function pathOf(nameOrPath: string): string {
  const named = join(PIPELINE_FOLDER, `${nameOrPath}.yaml`)
  if (/^[a-z0-9-]+$/.test(nameOrPath) && existsSync(named)) return named
  if (existsSync(nameOrPath)) return resolve(nameOrPath)
  const near = nearest(nameOrPath, pipelineNames())
  const hint = near
    ? `did you mean "${near}"?`
    : `there are: ${pipelineNames().join(', ')}; or give the path of a YAML file`
  throw new PipelineError(`unknown pipeline "${nameOrPath}"; ${hint}`)
}

async function read(path: string): Promise<Pipeline> {
  const source = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new PipelineError(`${path}: cannot be read (${error.code ?? error.message})`)
  })
  const { checkPipelineFile } = await import('./check-file.ts')
  return complete(checkPipelineFile(source, path), path)
}

async function complete(file: PipelineFile, path: string): Promise<Pipeline> {
  const { RULES } = await import('../rules/all.ts')
  const { GATES } = await import('../gates/all.ts')
  const rules: Record<string, RuleSetting> = {}
  for (const rule of RULES) {
    const said = file.rules[rule.id]
    if (said === 'off') continue
    const { weight = rule.weight, ...options } = said ?? {}
    rules[rule.id] = { weight, options: { ...optionDefaults(rule.options), ...options } }
  }
  hide(rules, file.hidden)
  const gates: Record<string, Readonly<Record<string, unknown>>> = {}
  for (const gate of GATES) {
    const said = file.gates[gate.id]
    if (said !== 'off') gates[gate.id] = { ...optionDefaults(gate.options), ...said }
  }
  if (gates.language && file.languages.length > 0)
    gates.language = { ...gates.language, languages: file.languages }
  const { name, about, keep, dom, hidden, split, languages, bias, limits, markdown, content } = file
  return {
    name,
    about,
    keep,
    dom,
    hidden,
    split,
    languages,
    bias,
    limits,
    markdown,
    content,
    rules,
    gates,
    model: await readModel(file.model, path),
  }
}

/** Log-odds nothing a page says for a hidden block outweighs. */
const ALWAYS = 20
/** Rules that look at hiding alone. */
const HIDING = ['hidden', 'hidden-foreign', 'hidden-keywords']

/**
 * What the `hidden` policy makes of the rules that see hidden blocks: `auto` leaves them as they are, `drop` lets
 * nothing outweigh them; where hidden text is to stay, `keep` or `flag`, they are not asked.
 */
function hide(rules: Record<string, RuleSetting>, policy: Pipeline['hidden']): void {
  const { hidden } = rules
  if (policy === 'auto') return
  if (policy !== 'drop') for (const id of HIDING) delete rules[id]
  else if (hidden !== undefined)
    rules.hidden = { options: { ...hidden.options, sheets: true, most: 1 }, weight: ALWAYS }
}

/** A model that comes with the package goes by the name of its pipeline; any other is a file beside the one that names it. */
const modelFile = (name: string, path: string): string =>
  /^[a-z0-9-]+$/.test(name) ? join(PIPELINE_FOLDER, `${name}.model.json`) : resolve(dirname(path), name)

async function readModel(name: string, path: string): Promise<unknown> {
  if (name === 'none') return undefined
  const { FEATURES } = await import('../judge/features.ts')
  const wrong = (why: string) => new PipelineError(`${path}: model ${name} ${why}`)
  let model: Partial<Model>
  try {
    model = JSON.parse(await readFile(modelFile(name, path), 'utf8')) ?? {}
  } catch (error) {
    throw wrong(`cannot be read (${(error as Error).message})`)
  }
  if (model.version !== 1) throw wrong(`is of version ${model.version}, this is for version 1`)
  if (!Array.isArray(model.features)) throw wrong('names no features')
  for (const name of model.features)
    if (!FEATURES.includes(name)) throw wrong(`asks for a feature "${name}" nobody knows; fit it again`)
  if (!Number.isFinite(model.bias)) throw wrong('has no bias')
  if (!Array.isArray(model.trees)) throw wrong('has no trees')
  const bad = model.trees.findIndex((tree) => !isTree(tree, model.features!.length))
  if (bad >= 0) throw wrong(`is damaged: its tree ${bad} is none`)
  return model
}

/** Arrays of one length, with numbers in them; children stand behind their parents, so that no walk is endless. */
function isTree(tree: Partial<Tree> | null, features: number): boolean {
  const { feature, threshold, left, right, unknownLeft, value } = tree ?? {}
  const columns = [feature, threshold, left, right, unknownLeft, value]
  const nodes = feature?.length ?? 0
  const isColumn = (one: unknown): boolean =>
    Array.isArray(one) && one.length === nodes && one.every(Number.isFinite)
  if (nodes === 0 || !columns.every(isColumn)) return false
  const isChild = (at: number, node: number): boolean => Number.isInteger(at) && at > node && at < nodes
  return feature!.every(
    (asked, node) =>
      Number.isInteger(asked) &&
      asked < features &&
      (asked < 0 || (isChild(left![node]!, node) && isChild(right![node]!, node))),
  )
}
