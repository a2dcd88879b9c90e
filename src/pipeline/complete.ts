import type { DataMatch, DataRule, Pipeline, RuleSetting } from '../core/pipeline.ts'
import { optionDefaults } from '../core/rule.ts'
import { GATES } from '../gates/all.ts'
import { FEATURES } from '../judge/features.ts'
import type { Model, Tree } from '../judge/score.ts'
import { RULES } from '../rules/all.ts'
import { ALWAYS, USUAL_WEIGHT } from './data-rule.ts'
import { nearest } from './nearest.ts'
import { MODELS, PIPELINE_FILES } from './packaged.ts'
import { PipelineError } from './pipeline-error.ts'
import type { DataRuleFile, PipelineFile } from './schema.ts'

export { PIPELINE_FILES }

const made = new Map<string, Pipeline>()

/** Names of the pipelines that come with the package. */
export const pipelineNames = (): string[] => Object.keys(PIPELINE_FILES)

/** A pipeline that comes with the package, by its name; undefined for any other. */
export function packagedPipeline(name: string): Pipeline | undefined {
  if (!Object.hasOwn(PIPELINE_FILES, name)) return undefined
  let pipeline = made.get(name)
  if (pipeline === undefined) {
    pipeline = complete(PIPELINE_FILES[name]!, packagedModel(PIPELINE_FILES[name]!.model))
    made.set(name, pipeline)
  }
  return pipeline
}

/** The fitted model that goes by the name of a pipeline of the package, or by that of its file. */
export function packagedModel(name: string): unknown {
  const short = name.replace(/\.model\.json$/, '')
  return Object.hasOwn(MODELS, short) ? checkModel(MODELS[short], `model ${name}`) : undefined
}

/** @throws {PipelineError} for a name no pipeline of the package has. */
export function pipelineNamed(pipeline: string | Pipeline): Pipeline {
  if (typeof pipeline !== 'string') return pipeline
  const packaged = packagedPipeline(pipeline)
  if (packaged === undefined) throw unknownPipeline(pipeline)
  return packaged
}

export function unknownPipeline(name: string, otherwise = ''): PipelineError {
  const near = nearest(name, pipelineNames())
  const hint = near ? `did you mean "${near}"?` : `there are: ${pipelineNames().join(', ')}${otherwise}`
  return new PipelineError(`unknown pipeline "${name}"; ${hint}`)
}

/** A checked file with the defaults of every rule and gate filled in. */
export function complete(file: PipelineFile, model: unknown): Pipeline {
  const rules: Record<string, RuleSetting> = {}
  for (const rule of RULES) {
    const said = file.rules[rule.id]
    if (said === 'off') continue
    const { weight = rule.weight, ...options } = (said ?? {}) as { readonly weight?: number }
    rules[rule.id] = { weight, options: { ...optionDefaults(rule.options), ...options } }
  }
  const own = Object.entries(file.rules).flatMap(([id, said]) =>
    said === undefined || said === 'off' || KNOWN.has(id) ? [] : [dataRule(id, said as DataRuleFile)],
  )
  for (const { id, decides } of own) {
    const { weight = USUAL_WEIGHT } = file.rules[id] as DataRuleFile
    rules[id] = { weight: decides === undefined ? weight : ALWAYS, options: {} }
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
    own,
    gates,
    model,
  }
}

const KNOWN: ReadonlySet<string> = new Set(RULES.map(({ id }) => id))

function dataRule(id: string, { doc, role, match, keep, drop, sites, examples }: DataRuleFile): DataRule {
  const said = match ?? drop ?? keep
  if (said === undefined)
    throw new PipelineError(`rules.${id}: is off in the file this one extends; say match, keep or drop`)
  return {
    id,
    role: keep === undefined ? (role ?? 'boilerplate') : 'body',
    doc: doc ?? "A rule of the pipeline's own.",
    match: matchOf(said),
    ...(keep !== undefined && { decides: 'keep' as const }),
    ...(drop !== undefined && { decides: 'drop' as const }),
    sites: sites ?? [],
    examples: (examples ?? []).map((one) => ({ ...at(sites), ...one })) as DataRule['examples'],
  }
}

/** An example stands on the first of the rule's sites where it does not say where it stands. */
const at = ([site]: readonly string[] = []) => (site === undefined ? {} : { url: `https://${site}/` })

type Said = NonNullable<DataRuleFile['match'] | DataRuleFile['keep']>

/** One word is a list of one; selectors need no name where they are all there is. */
function matchOf(said: Said): DataMatch {
  const list = (value: string | readonly string[]) => (typeof value === 'string' ? [value] : value)
  if (typeof said === 'string' || Array.isArray(said)) return { selector: list(said) }
  return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, list(value!)]))
}

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

/**
 * A model as read from JSON, if it can be asked.
 *
 * @throws {PipelineError} of another version, or damaged; the message opens with `named`.
 */
export function checkModel(read: unknown, named: string): Model {
  const wrong = (why: string) => new PipelineError(`${named} ${why}`)
  const model = (read ?? {}) as Partial<Model>
  if (model.version !== 1) throw wrong(`is of version ${model.version}, this is for version 1`)
  if (!Array.isArray(model.features)) throw wrong('names no features')
  for (const name of model.features)
    if (!FEATURES.includes(name)) throw wrong(`asks for a feature "${name}" nobody knows; fit it again`)
  if (!Number.isFinite(model.bias)) throw wrong('has no bias')
  if (!Array.isArray(model.trees)) throw wrong('has no trees')
  const bad = model.trees.findIndex((tree) => !isTree(tree, model.features!.length))
  if (bad >= 0) throw wrong(`is damaged: its tree ${bad} is none`)
  return model as Model
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
