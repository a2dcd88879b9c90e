import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import { foldKey } from '../core/fold.ts'
import type { Page, Picture } from '../core/page.ts'
import type { DataMatch, DataRule, Pipeline } from '../core/pipeline.ts'
import { type Rule, rule } from '../core/rule.ts'
import { lineOf } from '../sites/records.ts'

/** Log-odds nothing a page says outweighs. */
export const ALWAYS = 20
/** What a rule that is data is worth where it does not say. */
export const USUAL_WEIGHT = 3

/** Characters of a block an expression sees: its time grows with their number and nothing else. */
export const PATTERN_REACH = 10_000

const made = new WeakMap<readonly DataRule[], Promise<readonly Rule[]>>()

/** The rules a pipeline holds as data, ready to be heard. Made once; the engine for expressions loads where there are some. */
export async function ownRules({ own, rules }: Pipeline): Promise<readonly Rule[]> {
  if (own.length === 0) return []
  let found = made.get(own)
  if (found === undefined) {
    found = makeAll(own)
    made.set(own, found)
  }
  return (await found).filter(({ id }) => rules[id] !== undefined)
}

async function makeAll(own: readonly DataRule[]): Promise<readonly Rule[]> {
  const compile = own.some(({ match }) => match.pattern !== undefined) ? await patternEngine() : noPatterns
  return own.map((data) => ruleOf(data, compile))
}

type Matches = (text: string) => boolean
type Compile = (pattern: string) => Matches

/**
 * RE2JS, a port of RE2: time grows with the length of the text, whatever the expression.
 *
 * @throws {SyntaxError} from what it gives back, for what RE2 does not take: a reference back, a look around.
 */
export async function patternEngine(): Promise<Compile> {
  const { RE2JS } = await import('re2js')
  return (pattern) => {
    const compiled = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE)
    return (text) => compiled.matcher(text.slice(0, PATTERN_REACH)).find()
  }
}

const noPatterns: Compile = () => () => false

type Look = (block: Block, fact: Facts) => string | undefined

function ruleOf({ id, role, doc, match, decides, sites, examples }: DataRule, compile: Compile): Rule {
  const look = looking(match, compile)
  return rule({
    id,
    role,
    doc,
    weight: decides === undefined ? USUAL_WEIGHT : ALWAYS,
    evidence: decides === 'drop' ? 'name' : 'hint',
    selectors: match.selector ?? [],
    examples,
    *see(view) {
      if (!isOn(view.page, sites)) return
      for (const block of view.blocks) {
        const because = look(block, view.facts[block.at]!)
        if (because !== undefined) yield { at: block.at, because }
      }
    },
  })
}

function looking(
  { line = [], opening = [], pattern = [], selector = [] }: DataMatch,
  compile: Compile,
): Look {
  const keys = new Set(line.map(foldKey))
  const exact = new Set(line.filter((phrase) => foldKey(phrase) === '').map((phrase) => phrase.trim()))
  const openings = opening.map((phrase) => ({ phrase, key: foldKey(phrase), words: lineOf(phrase)! }))
  const patterns = pattern.map((source) => ({ source, matches: compile(source) }))
  const selectors = new Set(selector)
  return ({ text, dom }, { key }) => {
    if (key === '' ? exact.has(text) : keys.has(key)) return `reads "${text.slice(0, 60)}"`
    const opens = openings.find((one) => key.startsWith(one.key) && opensWith(text, one.words))
    if (opens !== undefined) return `opens with "${opens.phrase}"`
    const found = patterns.find(({ matches }) => matches(text))
    if (found !== undefined) return `matches /${found.source}/`
    const fit = dom?.selected?.find((one) => selectors.has(one))
    return fit === undefined ? undefined : `stands in ${fit}`
  }
}

/** Scripts that part no words by spaces. */
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]$/u

/** Whether a text opens with words, and a word of it ends where they end. */
function opensWith(text: string, words: string): boolean {
  const line = lineOf(text)
  if (line === undefined || !line.startsWith(words)) return false
  return line.length === words.length || line[words.length] === ' ' || UNPARTED.test(words)
}

/** The page without the pictures in elements that rules drop: a picture is no block, and has no verdict. */
export function withoutDropped(page: Page, { own, rules }: Pipeline): Page {
  const dropping = own.filter(({ id, decides }) => decides === 'drop' && rules[id] !== undefined)
  const selectors = dropping.flatMap(({ match, sites }) => (isOn(page, sites) ? (match.selector ?? []) : []))
  if (selectors.length === 0) return page
  const isDropped = ({ selected = [] }: Picture) => selected.some((one) => selectors.includes(one))
  return { ...page, pictures: page.pictures.filter((picture) => !isDropped(picture)) }
}

/** Those of the rules that may see something there: rules of sites the page is not on have no word on it. */
export function heardOn(page: Located, rules: readonly Rule[], { own }: Pipeline): readonly Rule[] {
  const away = new Set(own.filter(({ sites }) => !isOn(page, sites)).map(({ id }) => id))
  return away.size === 0 ? rules : rules.filter(({ id }) => !away.has(id))
}

/** Where a page is. */
type Located = Pick<Page, 'url' | 'claims'>

/**
 * Whether a page is on one of the hosts, or a host below, where there are any: the host it was fetched from, else the one
 * it says it has.
 */
function isOn(page: Located, sites: readonly string[]): boolean {
  if (sites.length === 0) return true
  const hosts = sites.map((site) => site.toLowerCase())
  const address = page.url ?? page.claims.find(({ field }) => field === 'canonicalUrl')?.value ?? ''
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address)?.[1]?.toLowerCase()
  return host !== undefined && hosts.some((site) => host === site || host.endsWith(`.${site}`))
}
