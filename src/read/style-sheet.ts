import parse from 'css-tree/parser'
import type { LimitHit } from '../core/page.ts'
import { colourOf } from './colour.ts'
import { declarations, hiddenByValues } from './hidden.ts'
import { type Compound, type Matched, type Matcher, matcher, type Names } from './style-match.ts'
import { hidingTexts, LONGEST, MAY_HIDE, NUMBERED_MARK, SHAPES } from './style-texts.ts'

/** What a page's own style sheets declare for an element, as far as it may hide it or says how its text is cut. */
export interface StyleSheet extends Pick<Matcher, 'declared'> {
  /** The colour declared behind the whole page. */
  readonly background: string | undefined
  /** What of the sheets was not read, or not asked: complete once the last element was looked up. */
  readonly limits: () => readonly LimitHit[]
}

interface CssNode {
  readonly type: string
  readonly name?: string
  readonly prelude?: CssNode
  readonly children?: Iterable<CssNode> | null
}

const NAMES = /[.#]-?[A-Za-z_][\w-]{0,80}/g

/**
 * Reads the rules that hide or shape something, and those that may take it back, from a page's style sheets.
 *
 * @param looks what asking them may cost over the whole page; beyond it they say nothing.
 */
export function readStyleSheet(texts: Iterable<string>, looks: number): StyleSheet | undefined {
  const { texts: hidingOnes, cut } = hidingTexts(texts)
  const rules = hidingOnes.flatMap(ruleTexts)
  const hiding = rules.filter(
    (rule) =>
      MAY_HIDE.test(rule.declarations) && hiddenByValues(declarations(rule.declarations)) !== undefined,
  )
  const shaping = new Set(rules.filter(shapesText))
  const names = new Set([...hiding, ...shaping].flatMap(({ selectors }) => namesIn(selectors)))
  const page = rules.filter(({ selectors }) => /^(?:html|body)$/i.test(selectors))
  const background = page.map((rule) => backgroundOf(rule)).findLast((colour) => colour !== undefined)
  const coloured = background === undefined ? [] : rules.filter((rule) => hides(rule, background))
  for (const { selectors } of coloured) for (const name of namesIn(selectors)) names.add(name)
  if (names.size === 0 && shaping.size === 0 && background === undefined && !cut) return undefined
  const telling = rules.filter(
    (rule) => shaping.has(rule) || namesIn(rule.selectors).some((name) => names.has(name)),
  )
  const { declared, spent } = matcher(telling.flatMap(matchedBy), looks)
  return {
    declared: onceEach(declared),
    background,
    limits: () => limitsOf(cut, spent() ? looks : undefined),
  }
}

/** An element is asked about several times in a row. */
function onceEach(declared: Matcher['declared']): Matcher['declared'] {
  let asked: Names | undefined
  let answer: ReturnType<Matcher['declared']>
  return (names) => {
    if (names !== asked) {
      answer = declared(names)
      asked = names
    }
    return answer
  }
}

/** The end of a selector for elements whose display is asked: those within a line, those often set into one, and any of a class. */
const ASKED =
  /(?:^|[\s>,])(?:span|b|i|em|strong|small|cite|time|font|code|div|p|h[1-6])?(?:[.#][\w-]{1,80}){0,9}\s{0,9}(?:,|$)/i

function shapesText({ selectors, declarations: text }: RuleText): boolean {
  if (SHAPES.test(text)) return ASKED.test(selectors)
  return /^\.[a-z]{1,2}\d{1,3}$/i.test(selectors) && NUMBERED_MARK.test(`${selectors}{${text}`)
}

function limitsOf(cut: boolean, spent: number | undefined): LimitHit[] {
  const said: string[] = []
  if (cut) said.push(`style sheets were read up to ${LONGEST} characters`)
  if (spent !== undefined) said.push(`style sheets were asked no more after ${spent} looks`)
  return said.length === 0 ? [] : [{ limit: 'styles', message: said.join('; ') }]
}

/** Class names and ids in selectors. */
function namesIn(selectors: string): string[] {
  return selectors.match(NAMES)?.map((name) => name.slice(1)) ?? []
}

/** Text in the colour behind it. Most rules say nothing of colours, or another one, and are not read in full. */
function hides({ declarations: text }: RuleText, background: string): boolean {
  const colour = COLOUR.exec(text)?.[1]
  if (colour === undefined) return false
  const own = colourOf(colour.toLowerCase())
  if (own === undefined || (own !== background && own !== 'transparent' && !text.includes('background')))
    return false
  return hiddenByValues(declarations(text), background) === 'colour'
}
const COLOUR = /(?:^|[;\s])color:\s{0,9}([^;!]{1,60})/i

function backgroundOf({ declarations: text }: RuleText): string | undefined {
  const values = declarations(text)
  return colourOf(values.get('background-color') ?? values.get('background') ?? '')
}

function matchedBy({ selectors, declarations: text }: RuleText, order: number): Matched[] {
  const all = selectors.slice(0, 2000).split(',').flatMap(selectorOf)
  if (all.length === 0) return []
  const values = declarations(text)
  return all.map((compounds) => ({ compounds, values, weight: specificity(compounds) + order / 1e6 }))
}

/** States, attributes and siblings are not read. */
const UNREAD = /[:[\]+~()\\|]/

function selectorOf(selector: string): Matched['compounds'][] {
  if (UNREAD.test(selector)) return []
  const plain = plainSelector(selector)
  if (plain !== undefined) return [plain]
  const rule = [...((parse(`${selector}{}`, QUICK) as CssNode).children ?? [])][0]
  if (rule?.type !== 'Rule' || rule.prelude?.type !== 'SelectorList') return []
  return [...(rule.prelude.children ?? [])].flatMap((parsed) => {
    const compounds = compoundsOf(parsed)
    return compounds === undefined ? [] : [compounds]
  })
}

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

/** A rule of a style sheet as text: what stands before the brace, and what between the braces. */
interface RuleText {
  readonly selectors: string
  readonly declarations: string
}

/** Rules read of one page. */
const MOST = 20_000
/** Conditions that hold on any screen; rules under others (print, widths, features) are not read. */
const ALWAYS = /^@(?:media\s+(?:all|screen|only screen)\s*$|layer\b)/i

/** Cuts a style sheet into its rules at braces, comments left out, and hands over those that hold on any screen. */
function ruleTexts(css: string): RuleText[] {
  const text = withoutComments(css)
  const rules: RuleText[] = []
  let from = 0
  for (let open = text.indexOf('{'); open >= 0 && rules.length < MOST; open = text.indexOf('{', from)) {
    const selectors = text.slice(from, open)
    const at = selectors.lastIndexOf('}') + 1
    const prelude = selectors.slice(Math.max(at, selectors.lastIndexOf(';') + 1)).trim()
    if (prelude.startsWith('@')) {
      from = ALWAYS.test(prelude) ? open + 1 : endOfBlock(text, open)
      continue
    }
    const close = text.indexOf('}', open)
    if (close < 0) break
    rules.push({ selectors: prelude, declarations: text.slice(open + 1, close) })
    from = close + 1
  }
  return rules
}

function endOfBlock(text: string, open: number): number {
  let depth = 0
  for (let i = open; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (char === 123) depth++
    else if (char === 125 && --depth === 0) return i + 1
  }
  return text.length
}

function withoutComments(css: string): string {
  if (!css.includes('/*')) return css
  let out = ''
  let from = 0
  for (let at = css.indexOf('/*'); at >= 0; at = css.indexOf('/*', from)) {
    out += css.slice(from, at)
    const end = css.indexOf('*/', at + 2)
    if (end < 0) return out
    from = end + 2
  }
  return out + css.slice(from)
}
