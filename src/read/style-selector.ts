import parse from 'css-tree/parser'
import { declarations } from './hidden.ts'
import { placeOf } from './name-filter.ts'

/** A rule of a style sheet as text: what stands before the brace, and what between the braces. */
export interface RuleText {
  readonly selectors: string
  readonly declarations: string
}

/** Tag, id and classes of one element; other conditions are not read. */
export interface Compound {
  readonly tag: string | undefined
  readonly id: string | undefined
  readonly classes: readonly string[]
}

/** A selector and what its rule declares. */
export interface Matched {
  /** The element itself, then what stands above it, nearest first; `child` where it must be the parent. */
  readonly compounds: readonly (Compound & { readonly child: boolean })[]
  /** The places of the names it asks for above an element. */
  readonly places: readonly number[]
  readonly values: ReadonlyMap<string, string>
  readonly weight: number
}

/** A selector as it is written: most fit no element of the page, and are read only once an element has its last name. */
export class Selector {
  /** The id, class or tag it asks of the element itself, as it is written in a selector. */
  readonly key: string
  private readonly text: string
  private readonly rule: RuleText
  private readonly order: number
  private found: Matched | undefined | 'unread' = 'unread'
  constructor(text: string, rule: RuleText, order: number) {
    this.key = keyOf(text)
    this.text = text
    this.rule = rule
    this.order = order
  }
  /** What it says; undefined where it is no selector that is known, or its rule says nothing that is asked. */
  get matched(): Matched | undefined {
    if (this.found === 'unread') this.found = this.read()
    return this.found
  }
  private read(): Matched | undefined {
    const compounds = plainSelector(this.text) ?? parsedSelector(this.text)
    const values = declarations(this.rule.declarations)
    if (compounds === undefined || values.size === 0) return undefined
    const places = compounds.slice(1).flatMap(namesOf).map(placeOf)
    return { compounds, places, values, weight: specificity(compounds) + this.order / 1e6 }
  }
}

/** States, attributes and siblings are not read. */
const UNREAD = /[:[\]+~()\\|]/
/** Characters of selectors read of one rule. */
const LONGEST = 2000

export function selectorsOf(rule: RuleText, order: number): Selector[] {
  const selectors: Selector[] = []
  for (const text of rule.selectors.slice(0, LONGEST).split(','))
    if (!UNREAD.test(text)) selectors.push(new Selector(text, rule, order))
  return selectors
}

/** Its id, else its first class, else its tag: what is written last, where the element itself stands. */
function keyOf(selector: string): string {
  const text = selector.trimEnd()
  let from = text.length
  while (from > 0 && !BETWEEN.has(text.charCodeAt(from - 1))) from--
  const own = text.slice(from)
  const id = own.lastIndexOf('#')
  const start = id >= 0 ? id : own.indexOf('.')
  if (start < 0) return own.toLowerCase()
  let end = start + 1
  while (end < own.length && own[end] !== '.' && own[end] !== '#') end++
  return id >= 0 ? own.slice(start, end) : own.slice(start, end).toLowerCase()
}
/** ASCII white space and `>`. */
const BETWEEN = new Set([9, 10, 12, 13, 32, 62])

/** One part of a selector that needs no parser: names of plain letters. */
const PLAIN = /^(?:\*|[a-z][a-z0-9]{0,80})?(?:[.#]-?[a-z_][\w-]{0,80}){0,20}$/i

/** A selector of nothing but such parts and what joins them, or undefined. */
function plainSelector(selector: string): Matched['compounds'] | undefined {
  const parts: Matched['compounds'][number][] = []
  let child = false
  for (const word of selector
    .replaceAll('>', ' > ')
    .trim()
    .split(/[ \t\n\r\f]+/)) {
    if (word === '>') {
      if (child || parts.length === 0) return undefined
      child = true
      continue
    }
    if (word === '' || !PLAIN.test(word)) return undefined
    parts.unshift(plainPart(word, child))
    child = false
  }
  return child ? undefined : parts
}

function plainPart(word: string, child: boolean): Matched['compounds'][number] {
  let tag: string | undefined
  let id: string | undefined
  const classes: string[] = []
  for (const name of word.match(/[.#]?[^.#]+/g) ?? []) {
    if (name.startsWith('.')) classes.push(name.slice(1).toLowerCase())
    else if (name.startsWith('#')) id = name.slice(1)
    else if (name !== '*') tag = name.toLowerCase()
  }
  return { tag, id, classes, child }
}

/** The same with a parser of CSS, for names of other letters. */
function parsedSelector(selector: string): Matched['compounds'] | undefined {
  const rule = [...((parse(`${selector}{}`, QUICK) as CssNode).children ?? [])][0]
  if (rule?.type !== 'Rule' || rule.prelude?.type !== 'SelectorList') return undefined
  const first = [...(rule.prelude.children ?? [])][0]
  return first && compoundsOf(first)
}

interface CssNode {
  readonly type: string
  readonly name?: string
  readonly prelude?: CssNode
  readonly children?: Iterable<CssNode> | null
}
const QUICK = { parseValue: false, parseAtrulePrelude: false, positions: false, onParseError() {} }

/** Simple selectors only; anything else (states, attributes, siblings) gives undefined. */
function compoundsOf(selector: CssNode): Matched['compounds'] | undefined {
  const parts: (Compound & { child: boolean })[] = [
    { tag: undefined, id: undefined, classes: [], child: false },
  ]
  for (const { type, name = '' } of selector.children ?? []) {
    const last = parts[0]!
    if (type === 'ClassSelector') parts[0] = { ...last, classes: [...last.classes, name.toLowerCase()] }
    else if (type === 'IdSelector') parts[0] = { ...last, id: name }
    else if (type === 'TypeSelector' && name !== '*') parts[0] = { ...last, tag: name.toLowerCase() }
    else if (type === 'Combinator' && (name === ' ' || name === '>'))
      parts.unshift({ tag: undefined, id: undefined, classes: [], child: name === '>' })
    else if (type !== 'TypeSelector') return undefined
  }
  return parts
}

function namesOf({ tag, id, classes }: Compound): string[] {
  return [...classes, tag ?? '', id ?? ''].filter((name) => name !== '')
}

function specificity(compounds: Matched['compounds']): number {
  return compounds.reduce(
    (sum, { id, classes, tag }) => sum + (id ? 100 : 0) + classes.length * 10 + (tag ? 1 : 0),
    0,
  )
}
