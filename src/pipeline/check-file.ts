import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { core } from 'zod'
import { nearest } from './nearest.ts'
import { PipelineError } from './pipeline-error.ts'
import { type PipelineFile, pipelineSchema } from './schema.ts'

/** @throws {PipelineError} with `file:line:column path: what is wrong`, one line a fault. */
export function checkPipelineFile(source: string, path: string): PipelineFile {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `${path}:${line}:${col}`
  }
  const [broken] = document.errors
  if (broken) throw new PipelineError(`${at(broken.pos[0])} ${broken.message.split('\n')[0]}`)
  const schema = pipelineSchema()
  const checked = schema.safeParse(document.toJS() ?? {})
  if (checked.success) return checked.data
  const faults = checked.error.issues
    .flatMap((issue) => flatten(issue, []))
    .flatMap((fault) => told(fault, document, schema, at))
  throw new PipelineError(faults.join('\n'))
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
    const near = nearest(key, known)
    const hint = near ? `, did you mean "${near}"?` : `; known are ${known.join(', ')}`
    return `${at(offsetOf(document, [...keys, key]))} ${[...keys, key].join('.')}: unknown ${what(keys)}${hint}`
  })
}

function plain(issue: core.$ZodIssue, keys: readonly string[]): string {
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
  }
}

function shapeOf(schema: unknown): Record<string, unknown> | undefined {
  const def = (schema as Definition | undefined)?.def
  if (def?.shape) return def.shape
  if (def?.innerType) return shapeOf(def.innerType)
  return def?.options?.map(shapeOf).find((shape) => shape !== undefined)
}

function inside(schema: unknown, key: string): unknown {
  return shapeOf(schema)?.[key]
}
