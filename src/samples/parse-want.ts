import { type Document, isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml'
import type * as z from 'zod'
import { nearest } from '../pipeline/nearest.ts'
import { keysAt, type Want, wantSchema } from './want.ts'

/** Something wrong with a sample itself, at a place a reader can jump to. */
export interface Problem {
  /** `file:line:column`, or only the file. */
  readonly where: string
  readonly message: string
}
export type ParsedWant =
  | { readonly ok: true; readonly want: Want }
  | { readonly ok: false; readonly problems: readonly Problem[] }

type Issue = z.core.$ZodIssue
const EXPECTATIONS = ['keep', 'drop', 'meta', 'articles', 'status', 'text'] as const

/** Reads and checks a `want.yaml`. `file` is only named in the problems. */
export function parseWant(source: string, file: string): ParsedWant {
  const counter = new LineCounter()
  const doc = parseDocument(source, { lineCounter: counter, prettyErrors: false })
  const at = (offset: number | undefined) => placeOf(file, counter, offset)
  if (doc.errors.length > 0)
    return broken(
      doc.errors.map((error) => ({ where: at(error.pos[0]), message: `is no YAML: ${error.message}` })),
    )
  if (doc.contents === null)
    return broken([{ where: file, message: 'is empty: say why the page is here, and what to keep and drop' }])
  const checked = wantSchema.safeParse(doc.toJS())
  if (!checked.success) {
    const problems = checked.error.issues.flatMap(unfold).flatMap((issue) => describe(doc, issue, at))
    return broken(problems)
  }
  if (!EXPECTATIONS.some((key) => hasWish(checked.data[key])))
    return broken([{ where: file, message: 'expects nothing: name phrases under "keep" or "drop"' }])
  return { ok: true, want: checked.data }
}

const broken = (problems: readonly Problem[]): ParsedWant => ({ ok: false, problems })
const hasWish = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== undefined)

function placeOf(file: string, counter: LineCounter, offset: number | undefined): string {
  if (offset === undefined) return file
  const { line, col } = counter.linePos(offset)
  return `${file}:${line}:${col}`
}

/** An alternative nobody meant hides what is wrong; keep the issues of the alternative that got furthest. */
function unfold(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const progress = (issues: readonly Issue[]) =>
    Math.max(...issues.map((inner) => inner.path.length + (inner.code === 'invalid_value' ? 0.5 : 0)))
  const [best] = [...issue.errors].sort((a, b) => progress(b) - progress(a))
  if (best === undefined || progress(best) === 0) return [issue]
  return best.flatMap((inner) => unfold({ ...inner, path: [...issue.path, ...inner.path] }))
}

function describe(doc: Document, issue: Issue, at: (offset?: number) => string): readonly Problem[] {
  const name = nameOf(issue.path)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      where: at(keyOffset(doc, issue.path, key)),
      message: `${[...(name ? [name] : []), key].join('.')}: unknown key${unknownHint(issue.path, key)}`,
    }))
  const value = doc.getIn(issue.path)
  const where = at(valueOffset(doc, issue.path))
  return [{ where, message: `${name || 'want.yaml'}: ${wrong(issue, value)}` }]
}

function unknownHint(path: readonly PropertyKey[], key: string): string {
  const guess = nearest(key, keysAt(path))
  if (guess !== undefined) return `, did you mean "${guess}"?`
  return path[0] === 'drop' ? '; a phrase that holds a colon must stand in quotes' : ''
}

function wrong(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String)
    const guess = nearest(String(value), values)
    return `"${String(value)}" is not known, ${guess ? `did you mean "${guess}"?` : `use one of ${values.join(', ')}`}`
  }
  if (issue.code === 'too_small') return 'is empty'
  if (issue.path[0] === 'keep' && isMap(value)) return 'a phrase that holds a colon must stand in quotes'
  if (value === undefined && issue.code === 'invalid_type') return 'is missing'
  if (typeof value === 'number' || typeof value === 'boolean')
    return `${String(value)} is no text, put it in quotes: "${String(value)}"`
  return issue.code === 'invalid_type' ? `must be ${issue.expected}` : 'is not of a form known here'
}

const nameOf = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (name, key) =>
      typeof key === 'number' ? `${name}[${key}]` : name ? `${name}.${String(key)}` : String(key),
    '',
  )

function keyOffset(doc: Document, path: readonly PropertyKey[], key: string): number | undefined {
  const map = path.length === 0 ? doc.contents : doc.getIn(path, true)
  if (!isMap(map)) return undefined
  const pair = map.items.find((item) => isPair(item) && isNode(item.key) && String(item.key) === key)
  return pair && isNode(pair.key) ? pair.key.range?.[0] : undefined
}

/** Offset of the value, or of the nearest thing above it that is there. */
function valueOffset(doc: Document, path: readonly PropertyKey[]): number | undefined {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? doc.contents : doc.getIn(path.slice(0, depth), true)
    if (isNode(node)) return node.range?.[0]
  }
  return undefined
}
