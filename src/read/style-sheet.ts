import parse from 'css-tree/parser'
import { colourOf } from './colour.ts'
import { attributesOf, type DomElement, type DomNode, ELEMENT } from './dom.ts'
import { declarations, hiddenByValues } from './hidden.ts'
import { type RuleText, ruleTexts } from './rule-texts.ts'
import { MAY_HIDE } from './style-texts.ts'

/** What a page's own style sheets declare for an element, as far as it may hide it. */
export interface StyleSheet {
  /** Lower-case values by property; undefined where no rule that matters fits. */
  readonly declared: (element: DomElement) => ReadonlyMap<string, string> | undefined
  /** The colour declared behind the whole page. */
  readonly background: string | undefined
}

/** Tag, id and classes of one element; other conditions are not read. */
interface Compound {
  readonly tag: string | undefined
  readonly id: string | undefined
  readonly classes: readonly string[]
}
interface Matched {
  /** The element itself, then what stands above it, nearest first; `child` where it must be the parent. */
  readonly compounds: readonly (Compound & { readonly child: boolean })[]
  readonly values: ReadonlyMap<string, string>
  readonly weight: number
}

interface CssNode {
  readonly type: string
  readonly name?: string
  readonly prelude?: CssNode
  readonly children?: Iterable<CssNode> | null
}

const STEPS = 12
const NAMES = /[.#](-?[A-Za-z_][\w-]{0,80})/g

/** Reads the rules that hide something, and those that may take it back, from a page's style sheets. */
export function readStyleSheet(texts: readonly string[]): StyleSheet | undefined {
  const rules = texts.flatMap(ruleTexts)
  const hiding = rules.filter(
    (rule) =>
      MAY_HIDE.test(rule.declarations) && hiddenByValues(declarations(rule.declarations)) !== undefined,
  )
  const names = new Set(
    hiding.flatMap(({ selectors }) => [...selectors.matchAll(NAMES)].map((name) => name[1]!)),
  )
  const page = rules.filter(({ selectors }) => /^(?:html|body)$/i.test(selectors))
  const background = page.map((rule) => backgroundOf(rule)).findLast((colour) => colour !== undefined)
  const coloured = background === undefined ? [] : rules.filter((rule) => hides(rule, background))
  for (const { selectors } of coloured) for (const name of selectors.matchAll(NAMES)) names.add(name[1]!)
  if (names.size === 0)
    return background === undefined ? undefined : { declared: () => undefined, background }
  const telling = rules.filter(({ selectors }) =>
    [...selectors.matchAll(NAMES)].some((name) => names.has(name[1]!)),
  )
  return { declared: matcher(telling.flatMap(matchedBy)), background }
}

function hides(rule: RuleText, background: string): boolean {
  return (
    rule.declarations.includes('color:') &&
    hiddenByValues(declarations(rule.declarations), background) === 'colour'
  )
}

function backgroundOf({ declarations: text }: RuleText): string | undefined {
  const values = declarations(text)
  return colourOf(values.get('background-color') ?? values.get('background') ?? '')
}

function matchedBy({ selectors, declarations: text }: RuleText, order: number): Matched[] {
  const values = declarations(text)
  const list = (parse(`${selectors.slice(0, 2000)}{}`, QUICK) as CssNode).children
  const rule = [...(list ?? [])][0]
  if (rule?.type !== 'Rule' || rule.prelude?.type !== 'SelectorList') return []
  return [...(rule.prelude.children ?? [])].flatMap((selector) => {
    const compounds = compoundsOf(selector)
    return compounds === undefined
      ? []
      : [{ compounds, values, weight: specificity(compounds) + order / 1e6 }]
  })
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

function specificity(compounds: Matched['compounds']): number {
  return compounds.reduce(
    (sum, { id, classes, tag }) => sum + (id ? 100 : 0) + classes.length * 10 + (tag ? 1 : 0),
    0,
  )
}

function matcher(all: readonly Matched[]): StyleSheet['declared'] {
  const byName = new Map<string, Matched[]>()
  for (const one of all) {
    const { id, classes } = one.compounds[0]!
    const key =
      id !== undefined ? `#${id}` : classes.length > 0 ? `.${classes[0]}` : `${one.compounds[0]!.tag}`
    byName.set(key, [...(byName.get(key) ?? []), one])
  }
  const named = namesReader()
  return (element) => {
    const own = named(element)
    const found: Matched[] = []
    for (const key of own.keys)
      for (const one of byName.get(key) ?? []) if (fits(element, one.compounds, named)) found.push(one)
    if (found.length === 0) return undefined
    const values = new Map<string, string>()
    for (const one of found.sort((a, b) => a.weight - b.weight))
      for (const [name, value] of one.values) values.set(name, value)
    return values
  }
}

/** What selectors ask of an element. */
interface Names {
  readonly tag: string
  readonly id: string
  readonly classes: ReadonlySet<string>
  /** The names under which rules for it are filed. */
  readonly keys: readonly string[]
}

/** Reads an element's names once: the same elements stand above many others. */
function namesReader(): (element: DomElement) => Names {
  const known = new WeakMap<DomElement, Names>()
  return (element) => {
    let names = known.get(element)
    if (names === undefined) {
      names = namesOf(element)
      known.set(element, names)
    }
    return names
  }
}

function namesOf(element: DomElement): Names {
  let [classes, id] = ['', '']
  for (const { name, value } of attributesOf(element)) {
    if (name === 'class') classes = value.trim().toLowerCase()
    else if (name === 'id') id = value.trim()
  }
  const list = classes === '' ? [] : classes.split(/\s+/)
  const tag = element.localName
  return {
    tag,
    id,
    classes: new Set(list),
    keys: [...list.map((name) => `.${name}`), ...(id === '' ? [] : [`#${id}`]), tag],
  }
}

function fits(
  element: DomElement,
  compounds: Matched['compounds'],
  named: (element: DomElement) => Names,
): boolean {
  if (!isOf(compounds[0]!, named(element))) return false
  let node: DomNode | null = element.parentNode
  for (let i = 1; i < compounds.length; i++) {
    let steps = 0
    const child = compounds[i - 1]!.child
    while (node?.nodeType === ELEMENT && !isOf(compounds[i]!, named(node as DomElement))) {
      if (child || ++steps > STEPS) return false
      node = node.parentNode
    }
    if (node?.nodeType !== ELEMENT) return false
    node = node.parentNode
  }
  return true
}

function isOf({ tag, id, classes }: Compound, own: Names): boolean {
  if (tag !== undefined && tag !== own.tag) return false
  if (id !== undefined && id !== own.id) return false
  return classes.every((wanted) => own.classes.has(wanted))
}
