import type { Draft } from './draft.ts'
import { flightRows, flightText } from './flight.ts'
import { isObject } from './json-ld-graph.ts'
import type { ClaimSources } from './sources.ts'

/** Scripts read, and characters of one: beyond that a state is a shop's whole stock. */
const SCRIPTS = 6
const LONGEST = 2_000_000
const DEPTH = 30
const VALUES = 60_000
/** A body is at least so long, and a paragraph of one kept piece by piece. */
const LEAST = 250
const PIECE = 20
const KEYS = /^(?:.*body.*|.*content.*|.*html.*|.*text.*|.*markdown.*|value|copy|story|data|paragraphs?)$/i
/** A sentence's end inside: what has none is a token, a style sheet or an address. */
const PROSE = /[.!?…]["'”’)]?(?:\s|<|$)|[。！？।]/
const CODE = /^\s{0,20}(?:[{[(]|function|var |const |import |@media|\.[a-z-]{1,40}\s?\{|https?:)/

interface Found {
  readonly path: string
  readonly text: string
}

/** What frameworks call the state they assign or push in a script. */
const STATE =
  /__next_f|(?:state|data|props|context|content|store|cache)[\w$]{0,20}(?:["']\])?\s?=\s?(?:JSON\.parse\(|[{[])/i
const ASSIGNED = /\.?([\w$]{1,60})(?:["']\])?\s?=\s?(JSON\.parse\(\s?(?=["'])|(?=[{[]))/g
const ASSIGNMENTS = 20

/** Whether a script is worth keeping for the state it may hold. */
export function mayHoldState(script: string): boolean {
  return script.length <= LONGEST && STATE.test(script)
}

/** Texts of the scripts in a document's source that may hold a state. */
export function inlineScripts(html: string): string[] {
  const scripts: string[] = []
  let at = html.indexOf('<script')
  while (at >= 0) {
    const open = html.indexOf('>', at)
    const end = open < 0 ? -1 : html.indexOf('</script', open)
    if (end < 0) break
    const script = html.slice(open + 1, end)
    if (mayHoldState(script)) scripts.push(script)
    at = html.indexOf('<script', end)
  }
  return scripts
}

/**
 * The longest running text in the state a framework hands to the browser: one string, or the pieces of one list. Only
 * JSON is read, nothing is run; depth, number of values and length are bounded.
 */
export function stateClaims({ states, scripts = [] }: Pick<ClaimSources, 'states' | 'scripts'>): Draft[] {
  const found = [
    ...states
      .slice(0, SCRIPTS)
      .map(({ id, text }) => (text.length > LONGEST ? undefined : longestBody(parse(text), id))),
    ...scripts.flatMap(assigned).map(({ name, value }) => longestBody(value, name)),
    flightBody(scripts.filter((script) => script.includes('__next_f'))),
  ]
  let best: Found | undefined
  for (const one of found) if (one && one.text.length > (best?.text.length ?? LEAST - 1)) best = one
  return best ? [{ field: 'body', value: best.text, from: 'state', key: best.path }] : []
}

/** Paragraphs of the tree, or the body the properties of its components hold, whichever is longer. */
function flightBody(scripts: readonly string[]): Found | undefined {
  if (scripts.length === 0) return undefined
  const rows = flightRows(scripts)
  const text = flightText(rows)
  const values = [...rows.values()].map((value) => (typeof value === 'string' ? { text: value } : value))
  const body = longestBody(values, FLIGHT)
  return body && body.text.length > text.length ? body : { path: FLIGHT, text }
}
const FLIGHT = '__next_f'

/** JSON a script assigns to a name, as such or in a string. */
function assigned(script: string): { readonly name: string; readonly value: unknown }[] {
  const found: { name: string; value: unknown }[] = []
  let from = 0
  while (found.length < ASSIGNMENTS) {
    ASSIGNED.lastIndex = from
    const next = ASSIGNED.exec(script)
    if (next === null) break
    const start = next.index + next[0].length
    const end = valueEnd(script, start)
    const value = parse(script.slice(start, end))
    found.push({ name: next[1]!, value: typeof value === 'string' ? parse(value) : value })
    from = Math.max(end, start)
  }
  return found
}

/** Where the string, object or array ends that begins here. */
function valueEnd(script: string, start: number): number {
  let depth = 0
  let quote = ''
  for (let i = start; i < script.length; i++) {
    const char = script[i]!
    if (quote !== '') {
      if (char === '\\') i++
      else if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '{' || char === '[') depth++
    else if (char === '}' || char === ']') depth--
    if (depth === 0 && quote === '') return i + 1
  }
  return script.length
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function longestBody(state: unknown, id: string): Found | undefined {
  const stack: { readonly value: unknown; readonly path: string; readonly depth: number }[] = [
    { value: state, path: id, depth: 0 },
  ]
  let best: Found | undefined
  for (let seen = 0; stack.length > 0 && seen < VALUES; seen++) {
    const { value, path, depth } = stack.pop()!
    if (depth > DEPTH) continue
    const text = Array.isArray(value) ? piecesOf(value) : undefined
    if (text !== undefined && text.length > (best?.text.length ?? 0)) best = { path, text }
    for (const [key, inner] of entriesOf(value)) {
      const at = `${path}.${key}`.slice(0, 200)
      if (typeof inner !== 'string') stack.push({ value: inner, path: at, depth: depth + 1 })
      else if (KEYS.test(key) && isProse(inner, LEAST) && inner.length > (best?.text.length ?? 0))
        best = { path: at, text: inner }
    }
  }
  return best
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value))
    return value
      .slice(0, VALUES)
      .flatMap((inner, i) => (typeof inner === 'object' && inner !== null ? [[String(i), inner]] : [])) as [
      string,
      unknown,
    ][]
  return isObject(value) ? Object.entries(value) : []
}

function isProse(text: string, least: number): boolean {
  return text.length >= least && !CODE.test(text.slice(0, 60)) && PROSE.test(text.slice(0, 2_000))
}

/** Paragraphs kept as a list: strings, or objects with one text each. */
function piecesOf(list: readonly unknown[]): string | undefined {
  const pieces = list.slice(0, 2_000).flatMap((piece) => {
    const text = typeof piece === 'string' ? piece : isObject(piece) ? textOf(piece) : undefined
    return text !== undefined && text.length >= PIECE && text.includes(' ') ? [text] : []
  })
  const whole = pieces.join('\n\n')
  return pieces.length >= 2 && pieces.length >= list.length / 3 && isProse(whole, LEAST) ? whole : undefined
}

function textOf(piece: Readonly<Record<string, unknown>>): string | undefined {
  for (const [key, value] of Object.entries(piece))
    if (typeof value === 'string' && KEYS.test(key) && PROSE.test(value.slice(0, 500))) return value
  return undefined
}
