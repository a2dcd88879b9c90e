import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { core } from 'zod'
import { RULES } from '../rules/all.ts'
import { nearest } from './nearest.ts'
import { PipelineError } from './pipeline-error.ts'
import { isRuleName, OWN_KEYS, type PipelineFile, pipelineSchema } from './schema.ts'

/** A pipeline's file, read and not yet checked: the file it extends has to be known first. */
export interface ReadFile {
  /** What it extends, as written. */
  readonly base: string | undefined
  /** `file:line:column` of a key, or of the nearest thing above it. */
  readonly at: (keys: readonly string[]) => string
  /**
   * What the file says, completed by the schema, or by the file it extends.
   *
   * @throws {PipelineError} with `file:line:column path: what is wrong`, one line a fault.
   */
  readonly check: (base?: PipelineFile) => PipelineFile
}

/** @throws {PipelineError} for what is no YAML. */
export function readPipelineFile(source: string, path: string): ReadFile {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines })
  const atOffset = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `${path}:${line}:${col}`
  }
  const [broken] = document.errors
  if (broken) throw new PipelineError(`${atOffset(broken.pos[0])} ${broken.message.split('\n')[0]}`)
  const raw: unknown = document.toJS() ?? {}
  const given = isRecord(raw) ? raw : {}
  return {
    base: typeof given.extends === 'string' ? given.extends : undefined,
    at: (keys) => atOffset(offsetOf(document, keys)),
    check(base) {
      const own = ownIds(given.rules)
      const inherited = Object.keys(base?.rules ?? {}).filter((id) => !KNOWN.has(id) && !own.includes(id))
      const schema = pipelineSchema(own, inherited)
      const checked = schema.safeParse(raw)
      const named = own.filter((id) => !isRuleName(id) || RESERVED.has(id))
      const faults = named.map(
        (id) =>
          `${atOffset(offsetOf(document, ['rules', id]))} rules.${id}: a rule cannot have that name; names are in kebab case, like harbour-call`,
      )
      if (!checked.success)
        faults.push(
          ...checked.error.issues
            .flatMap((issue) => flatten(issue, []))
            .flatMap((fault) => told(fault, document, schema, atOffset)),
        )
      if (!checked.success || faults.length > 0) throw new PipelineError(faults.join('\n'))
      return base === undefined ? checked.data : extended(base, checked.data, given)
    },
  }
}

type Given = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const KNOWN: ReadonlySet<string> = new Set(RULES.map(({ id }) => id))
/** Names of votes that are no rule's. */
const RESERVED: ReadonlySet<string> = new Set(['model', 'proof', 'uncertain-page', 'whole'])

const isOwn = (said: unknown): boolean => isRecord(said) && OWN_KEYS.some((key) => key in said)

/** The rules of a file that are its own: no rule of the package has their names. */
function ownIds(rules: unknown): string[] {
  if (!isRecord(rules)) return []
  return Object.keys(rules).filter((id) => !KNOWN.has(id) && isOwn(rules[id]))
}

/** What a file says, over what the file it extends says: maps key by key, rules and gates option by option. */
function extended(base: PipelineFile, own: PipelineFile, given: Given): PipelineFile {
  const said = Object.fromEntries(Object.keys(given).map((key) => [key, own[key as keyof PipelineFile]]))
  const keysOf = (key: string) => Object.keys(isRecord(given[key]) ? given[key] : {})
  const over = <T extends object>(below: T, above: T, keys: readonly string[]): T => ({
    ...below,
    ...Object.fromEntries(keys.map((key) => [key, above[key as keyof T]])),
  })
  return {
    ...base,
    ...said,
    about: own.about,
    name: own.name,
    limits: over(base.limits, own.limits, keysOf('limits')),
    markdown: over(base.markdown, own.markdown, keysOf('markdown')),
    rules: overEach(base.rules, own.rules),
    gates: overEach(base.gates, own.gates),
  }
}

function overEach<T extends Given>(base: T, own: T): T {
  const merged = Object.entries(own).map(([id, said]) => {
    const below = base[id]
    if (!isRecord(said) || !isRecord(below)) return [id, said]
    const rest = isOwn(said)
      ? Object.entries(below).filter(([key]) => !isOwn({ [key]: 0 }))
      : Object.entries(below)
    return [id, { ...Object.fromEntries(rest), ...said }]
  })
  return { ...base, ...Object.fromEntries(merged) }
}

interface Fault {
  readonly path: readonly PropertyKey[]
  readonly issue: core.$ZodIssue
}

/** A union's faults stand inside it; the alternative that is a map is the one meant. */
function flatten(issue: core.$ZodIssue, above: readonly PropertyKey[]): Fault[] {
  const path = [...above, ...issue.path]
  if (issue.code !== 'invalid_union') return [{ path, issue }]
  const meant = issue.errors.find((errors) =>
    errors.every((error) => error.path.length > 0 || error.code === 'unrecognized_keys'),
  )
  return meant === undefined ? [{ path, issue }] : meant.flatMap((inner) => flatten(inner, path))
}

function told(
  { path, issue }: Fault,
  document: Document,
  schema: unknown,
  at: (offset: number) => string,
): string[] {
  const keys = path.map(String)
  if (issue.code !== 'unrecognized_keys')
    return [`${at(offsetOf(document, keys))} ${keys.join('.')}: ${plain(issue, keys)}`]
  const known = knownKeys(schema, keys)
  return issue.keys.map((key) => {
    const where = [...keys, key]
    return `${at(offsetOf(document, where))} ${where.join('.')}: unknown ${what(keys)}${hint(where, known, document)}`
  })
}

/** What was meant by a key nobody knows. */
function hint(where: readonly string[], known: readonly string[], document: Document): string {
  const key = where.at(-1)!
  const said = document.getIn(where)
  if (where[0] === 'rules' && where.length === 2 && isMap(said)) {
    const keys = said.items.map((item) => String(item.key))
    const typo = keys.find((one) => !OWN_ONLY.includes(one) && OWN_KEYS.some((own) => nearest(one, [own])))
    if (typo ?? keys.some((one) => OWN_ONLY.includes(one)))
      return `; one of your own has ${OWN_KEYS.join(', ')}${typo ? `, not "${typo}"` : ': say one of them'}`
  }
  if (where[0] === 'rules' && where.length === 3 && isOwn({ [key]: said }) && KNOWN.has(where[1]!))
    return `; the package has a rule of that name, give yours another`
  const near = nearest(key, known)
  if (near) return `, did you mean "${near}"?`
  return known.length === 0 ? '' : `; known are ${known.join(', ')}`
}

/** What only rules of a file's own say, besides what makes them so. */
const OWN_ONLY: readonly string[] = ['doc', 'role', 'sites', 'examples']

function plain(issue: core.$ZodIssue, keys: readonly string[]): string {
  if (issue.code === 'invalid_union' && keys.length === 3 && isOwn({ [keys[2]!]: 0 }))
    return 'must be a selector, a list of them, or a map of line, opening, pattern, selector'
  if (issue.code === 'invalid_union') return `must be "off" or a map of the options of ${keys.at(-1)}`
  return issue.message.charAt(0).toLowerCase() + issue.message.slice(1)
}

function what(keys: readonly string[]): string {
  if (keys.length === 0) return 'key'
  if (keys.length === 1) return keys[0] === 'rules' ? 'rule' : keys[0] === 'gates' ? 'gate' : 'key'
  return 'option'
}

/** Where a key stands, or the nearest thing above it. */
function offsetOf(document: Document, keys: readonly string[]): number {
  let node: unknown = document.contents
  let offset = 0
  for (const key of keys) {
    if (isSeq(node)) {
      const item = node.items[Number(key)]
      if (!isNode(item) || item.range == null) break
      offset = item.range[0]
      node = item
      continue
    }
    if (!isMap(node)) break
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
    if (pair === undefined) break
    offset = (isScalar(pair.key) && pair.key.range?.[0]) || offset
    node = pair.value
  }
  return offset
}

function knownKeys(whole: unknown, keys: readonly string[]): string[] {
  let schema = whole
  for (const key of keys) schema = inside(schema, key)
  return Object.keys(shapeOf(schema) ?? {})
}

interface Definition {
  readonly def?: {
    readonly type: string
    readonly innerType?: unknown
    readonly options?: readonly unknown[]
    readonly shape?: Record<string, unknown>
    readonly element?: unknown
  }
}

function shapeOf(schema: unknown): Record<string, unknown> | undefined {
  const def = (schema as Definition | undefined)?.def
  if (def?.shape) return def.shape
  if (def?.innerType) return shapeOf(def.innerType)
  return def?.options?.map(shapeOf).find((shape) => shape !== undefined)
}

/** The schema of a key of a map, or of what a list holds. */
function inside(schema: unknown, key: string): unknown {
  return elementOf(schema) ?? shapeOf(schema)?.[key]
}

function elementOf(schema: unknown): unknown {
  const def = (schema as Definition | undefined)?.def
  return def?.innerType ? elementOf(def.innerType) : def?.element
}
