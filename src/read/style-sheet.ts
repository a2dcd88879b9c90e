import type { LimitHit } from '../core/page.ts'
import { colourOf } from './colour.ts'
import { declarations, hiddenByValues } from './hidden.ts'
import type { Names } from './name-filter.ts'
import { type Matcher, matcher } from './style-match.ts'
import { type RuleText, selectorsOf } from './style-selector.ts'
import { hidingTexts, LONGEST, MAY_HIDE, NUMBERED_MARK, SHAPES } from './style-texts.ts'

/** What a page's own style sheets declare for an element, as far as it may hide it or says how its text is cut. */
export interface StyleSheet extends Pick<Matcher, 'declared'> {
  /** The colour declared behind the whole page. */
  readonly background: string | undefined
  /** What of the sheets was not read, or not asked: complete once the last element was looked up. */
  readonly limits: () => readonly LimitHit[]
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
  const { declared, spent } = matcher(telling.flatMap(selectorsOf), looks)
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
