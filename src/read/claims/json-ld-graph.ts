/** A JSON object, unchecked. Only own properties are ever read. */
export type JsonObject = Readonly<Record<string, unknown>>

/** One typed object of the page's JSON-LD. */
export interface Node {
  readonly value: JsonObject
  /** Names of its types without their vocabulary. */
  readonly types: readonly string[]
}

export interface Graph {
  readonly nodes: readonly Node[]
  readonly byId: ReadonlyMap<string, Node>
}

const DEPTH = 12
const NODES = 2000
/** Steps that lead from a thing to what the page is about; any other step leads to some other thing. */
const STEPS = [
  '@graph',
  '@list',
  '@set',
  'mainEntity',
  'mainEntityOfPage',
  'isPartOf',
  'breadcrumb',
  'subjectOf',
]

/** Adds the typed objects of a parsed script, in document order, without recursion and with a bounded depth. */
export function collectNodes(parsed: unknown, into: { nodes: Node[]; byId: Map<string, Node> }): void {
  const stack: { value: unknown; depth: number }[] = [{ value: parsed, depth: 0 }]
  while (stack.length > 0 && into.nodes.length < NODES) {
    const { value, depth } = stack.pop()!
    if (depth > DEPTH) continue
    if (isObject(value)) addNode(value, into)
    const inner = Array.isArray(value) ? value.slice(0, NODES) : isObject(value) ? inside(value) : []
    for (let i = inner.length - 1; i >= 0; i--) stack.push({ value: inner[i], depth: depth + 1 })
  }
}

function addNode(value: JsonObject, into: { nodes: Node[]; byId: Map<string, Node> }): void {
  const types = typesOf(value)
  if (types.length === 0) return
  const node = { value, types }
  into.nodes.push(node)
  const id = own(value, '@id')
  if (typeof id === 'string' && !into.byId.has(id)) into.byId.set(id, node)
}

/** Baidu's vocabulary for publishers has one kind of thing, which it leaves untyped. */
function typesOf(value: JsonObject): string[] {
  const types = strings(own(value, '@type')).map((type) => type.slice(0, 200).replace(/^.*[/#:]/, ''))
  return types.length === 0 && own(value, 'pubDate') !== undefined && own(value, '@id') !== undefined
    ? ['CambrianArticle']
    : types
}

function inside(value: JsonObject): unknown[] {
  if (own(value, '@type') === undefined && own(value, '@graph') === undefined) return Object.values(value)
  return STEPS.map((step) => own(value, step))
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An own property; `__proto__` and the like give nothing. */
export function own(value: JsonObject, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}

/** The strings of a value that may be one, a list of them, or `{ "@value": ... }`. */
export function strings(value: unknown): string[] {
  return list(value).flatMap((item) => {
    const text = isObject(item) ? own(item, '@value') : item
    if (typeof text === 'number' || typeof text === 'boolean') return [String(text)]
    return typeof text === 'string' && text.trim() !== '' ? [text] : []
  })
}

/** A value as a list, at most 200 long. */
export function list(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value.flat(2).slice(0, 200) : [value]
}
