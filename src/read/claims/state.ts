import type { Draft } from './draft.ts'
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

/**
 * The longest running text in the state a framework hands to the browser: one string, or the pieces of one list. Only
 * JSON is read, nothing is run; depth, number of values and length are bounded.
 */
export function stateClaims(states: ClaimSources['states']): Draft[] {
  let best: Found | undefined
  for (const { id, text } of states.slice(0, SCRIPTS)) {
    const found = text.length > LONGEST ? undefined : longestBody(parse(text), id)
    if (found && found.text.length > (best?.text.length ?? LEAST - 1)) best = found
  }
  return best ? [{ field: 'body', value: best.text, from: 'state', key: best.path }] : []
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
