import type { PageType } from '../core/article.ts'
import type { Block } from '../core/block.ts'
import type { Claim } from '../core/claim.ts'
import type { Facts, PageFacts } from '../core/facts.ts'
import type { Page } from '../core/page.ts'
import { KIND_WORDS, KINDS, NAME_KINDS } from '../words/page-types.ts'
import { PAGE_TYPE_BIAS, PAGE_TYPE_WEIGHTS } from './page-type/weights.ts'

/** A type less likely than this is not said: the page is something else. */
const LEAST = 0.3
/** Further than so many standard deviations from the mean, evidence counts no more. */
export const FARTHEST = 4

/** Everything a page's type is told by, by name; NaN is unknown. Address, markup and make-up of the text, no wording. */
export function pageEvidence(
  page: Page,
  facts: readonly Facts[],
  whole: Pick<PageFacts, 'mass' | 'densest'>,
): Record<string, number> {
  const out: Record<string, number> = {}
  addAddress(page.url, out)
  addHints(page.claims, out)
  addBlocks(page.blocks, facts, whole, out)
  return out
}

const WEIGHTS = Object.entries(PAGE_TYPE_WEIGHTS).map(([name, [mean, deviation, ...weights]]) => ({
  name,
  mean,
  deviation,
  weights,
}))

/** How likely the page is of each type, in the order of {@link KINDS}; the chances sum to 1. Unknown evidence says nothing. */
export function typeChances(evidence: Readonly<Record<string, number>>): readonly number[] {
  const scores = [...PAGE_TYPE_BIAS]
  for (const { name, mean, deviation, weights } of WEIGHTS) {
    const value = evidence[name] ?? Number.NaN
    if (Number.isNaN(value)) continue
    const far = Math.max(-FARTHEST, Math.min(FARTHEST, (value - mean) / deviation))
    for (let i = 0; i < scores.length; i++) scores[i]! += weights[i]! * far
  }
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

/** The likeliest type with its chance; `other` where no type is likely. */
export function likeliestType(chances: readonly number[]): {
  readonly type: PageType
  readonly chance: number
} {
  const chance = Math.max(...chances)
  const type = KINDS[chances.indexOf(chance)]
  return type === undefined || chance < LEAST ? { type: 'other', chance: 1 - chance } : { type, chance }
}

const STEPS = 8
const LONGEST = 300

const KIND_NAMES = KINDS.map((kind) => ({ kind, name: `address:${kind}` }))

/** Adds what the address says of the kind of page; every value unknown (NaN) where there is none. */
function addAddress(url: string | undefined, out: Record<string, number>): void {
  const parts = url === undefined ? undefined : partsOf(url.slice(0, LONGEST))
  const unknown = Number.NaN
  const slug = parts?.steps.at(-1) ?? ''
  const is = (test: boolean) => (parts === undefined ? unknown : test ? 1 : 0)
  out['address:steps'] = parts?.steps.length ?? unknown
  out['address:root'] = is(parts?.steps.length === 0)
  out['address:dated'] = is(/\/(?:19|20)\d\d[/-]?\d\d?(?:\/|-|$)/.test(parts?.path ?? ''))
  out['address:page'] = is(/\.(?:s?html?|php|aspx?|jsp)$/.test(slug))
  out['address:hyphens'] = parts === undefined ? unknown : Math.min(10, slug.split('-').length - 1)
  out['address:digits'] = parts === undefined ? unknown : Math.min(10, slug.replace(/\D/g, '').length)
  out['address:query'] = is(parts?.query === true)
  out['address:slash'] = is(parts?.path.endsWith('/') === true)
  const before = parts === undefined ? [] : [...parts.labels, ...parts.steps]
  for (const { kind, name } of KIND_NAMES)
    out[name] = is(before.some((step) => KIND_WORDS[kind].address.test(step)))
}

function partsOf(url: string) {
  const parts = /^[a-z]{2,8}:\/\/([^/?#]{1,100})([^?#]*)(\?)?/.exec(url.toLowerCase())
  if (parts === null) return undefined
  const path = parts[2]!
  return {
    path,
    labels: parts[1]!.split('.').slice(0, -2).slice(0, 3),
    steps: path.split('/').filter(Boolean).slice(0, STEPS),
    query: parts[3] !== undefined,
  }
}

const LONGEST_CLAIM = 600

const KIND_HINTS = KINDS.map((kind) => ({
  words: KIND_WORDS[kind],
  hint: `hint:${kind}`,
  names: `names:${kind}`,
  title: `title:${kind}`,
}))

/** Adds what the page's markup says of its kind, apart from its text: types, software, names, and which fields it claims at all. */
function addHints(claims: readonly Claim[], out: Record<string, number>): void {
  const said = { main: '', types: '', names: '', title: '' }
  const fields = new Set<string>()
  for (const { field, value, from, key } of claims) {
    if (field === 'pageType') said[from === 'json-ld' ? 'main' : 'types'] += ` ${value}`
    else if (field === 'hint') said[from === 'html' || from === 'meta' ? 'names' : 'types'] += ` ${value}`
    else if (field === 'title') said.title ||= value
    fields.add(field)
    if (field === 'author' && from === 'json-ld' && key.includes('Organization')) fields.add('desk')
  }
  const [main, types, names, title] = [said.main, said.types, said.names, said.title].map((text) =>
    text.slice(0, LONGEST_CLAIM).toLowerCase(),
  ) as [string, string, string, string]
  const flag = (test: boolean) => (test ? 1 : 0)
  out['claims:website'] = flag(/\bwebsite\b/.test(types))
  out['claims:article'] = flag(/\barticle\b/.test(types))
  out['claims:news'] = flag(/newsarticle/.test(main))
  out['claims:posting'] = flag(/blogposting/.test(main))
  out['claims:recipe'] = flag(/recipe|howto/.test(types))
  out['claims:person'] = flag(/\bperson\b/.test(types))
  out['claims:trail'] = flag(fields.has('breadcrumb'))
  out['claims:author'] = flag(fields.has('author'))
  out['claims:published'] = flag(fields.has('published'))
  out['claims:modified'] = flag(fields.has('modified'))
  out['claims:section'] = flag(fields.has('section'))
  out['claims:tag'] = flag(fields.has('tag'))
  out['claims:body'] = flag(fields.has('body'))
  out['claims:nothing'] = flag(types === '' && main === '')
  out['title:words'] = Math.min(20, title.split(' ').length)
  for (const kind of KIND_HINTS) {
    out[kind.hint] = flag(kind.words.hint.test(types) || kind.words.hint.test(main))
    out[kind.names] = flag(kind.words.hint.test(names))
    out[kind.title] = flag(kind.words.title.test(title))
  }
}

/** A block this heavy that ends like a sentence is a paragraph; a line this short may be a date or a price. */
const PARAGRAPH = 100
const LONG = 300
const SHORT = 40
const LONGEST_NAMES = 160
/** So short a line said so often is a button of every post or card. */
const OFTEN = 3
const MONEY = /[$€£¥₹₽]|\b(?:usd|eur|gbp|inr)\b|(?:kr|zł|руб)\.?$/i
const TIME =
  /(?:19|20)\d\d|\d[:.]\d\d|\d\s?(?:d|h|m|y|mo|hours?|days?|weeks?|months?|years?|min)\b|[日时時前]/

const COUNTS = [
  ...['code', 'quote', 'heading', 'heading2', 'asking', 'paragraph', 'long', 'trailing'],
  ...['repeated', 'money', 'time', 'question', 'linkedHeading', 'linked', 'image', 'button'],
] as const
const SHARES = [
  ...['code', 'item', 'cell', 'prose', 'long', 'short', 'linked', 'readable'],
  ...['inArticle', 'inMain', 'inNav', 'inFooter', 'inAside', 'inForm'],
] as const
/** The first of those only a document knows. */
const DOM_COUNTS = COUNTS.indexOf('linkedHeading')
const DOM_SHARES = SHARES.indexOf('linked')
const ZONES: Readonly<Record<string, number>> = {
  article: DOM_SHARES + 2,
  main: DOM_SHARES + 3,
  nav: DOM_SHARES + 4,
  footer: DOM_SHARES + 5,
  aside: DOM_SHARES + 6,
  form: DOM_SHARES + 7,
}

const COUNT_NAMES = COUNTS.map((name) => `count:${name}`)
const SHARE_NAMES = SHARES.map((name) => `share:${name}`)
const MASS_NAMES = KINDS.map((kind) => `mass:${kind}`)
const MANY_NAMES = KINDS.map((kind) => `many:${kind}`)

/** Adds how the page's text is made up. Shares are of the page's mass, counts logarithms; NaN where a dump cannot tell. */
function addBlocks(
  blocks: readonly Block[],
  facts: readonly Facts[],
  whole: Pick<PageFacts, 'mass' | 'densest'>,
  out: Record<string, number>,
): void {
  const counts = new Float64Array(COUNTS.length)
  const shares = new Float64Array(SHARES.length)
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!
    const fact = facts[at]!
    countKind(block, fact.mass, counts, shares)
    countText(block.text, fact, counts, shares)
    if (block.dom !== undefined) countDom(block, fact.mass, counts, shares)
  }
  const total = Math.max(1, whole.mass)
  const html = blocks[0]?.dom !== undefined
  out.dump = html ? 0 : 1
  out.mass = Math.log1p(whole.mass)
  out.blocks = Math.log1p(blocks.length)
  COUNT_NAMES.forEach((name, i) => {
    out[name] = html || i < DOM_COUNTS ? Math.log1p(counts[i]!) : Number.NaN
  })
  SHARE_NAMES.forEach((name, i) => {
    out[name] = html || i < DOM_SHARES ? shares[i]! / total : Number.NaN
  })
  let densest = 0
  if (whole.densest !== undefined)
    for (let at = whole.densest[0]; at <= whole.densest[1]; at++) densest += facts[at]!.mass
  out.densest = densest / total
  addContainers(blocks, facts, total, out)
}

function countKind({ kind, level, text }: Block, mass: number, counts: Float64Array, shares: Float64Array) {
  if (kind === 'paragraph') return
  if (kind === 'item') shares[1]! += mass
  else if (kind === 'cell') shares[2]! += mass
  else if (kind === 'code') {
    counts[0]!++
    shares[0]! += mass
  } else if (kind === 'quote') counts[1]!++
  else if (kind === 'heading') {
    counts[2]!++
    if (level === 2) counts[3]!++
    if (text.endsWith('?')) counts[4]!++
  }
}

function countText(text: string, fact: Facts, counts: Float64Array, shares: Float64Array) {
  const { mass } = fact
  if (fact.endsSentence) {
    shares[3]! += mass
    if (mass >= PARAGRAPH) counts[5]!++
    if (mass >= LONG) {
      counts[6]!++
      shares[4]! += mass
    }
    if (text.endsWith('?')) counts[11]!++
  }
  if (fact.trails) counts[7]!++
  if (fact.chars > SHORT) return
  shares[5]! += mass
  if (fact.repeats >= OFTEN) counts[8]!++
  if (fact.digits === 0) return
  if (MONEY.test(text)) counts[9]!++
  else if (TIME.test(text)) counts[10]!++
}

function countDom({ dom, kind }: Block, mass: number, counts: Float64Array, shares: Float64Array) {
  const { linkShare, readable = 0, images, tag, zone } = dom!
  shares[DOM_SHARES]! += mass * linkShare
  shares[DOM_SHARES + 1]! += mass * readable
  if (linkShare > 0.8) counts[kind === 'heading' ? DOM_COUNTS : DOM_COUNTS + 1]!++
  counts[DOM_COUNTS + 2]! += images
  if (tag === 'button') counts[DOM_COUNTS + 3]!++
  const share = zone === undefined ? undefined : ZONES[zone]
  if (share !== undefined) shares[share]! += mass
}

/** Whether the prose stands together or in many places, and what the elements around all text are called. */
function addContainers(
  blocks: readonly Block[],
  facts: readonly Facts[],
  total: number,
  out: Record<string, number>,
): void {
  const parents = new Map<number, number>()
  const named = new Map<string, number>()
  const masses = new Float64Array(KINDS.length)
  const counts = new Float64Array(KINDS.length)
  let paragraphs = 0
  let most = 0
  for (let at = 0; at < blocks.length; at++) {
    const { dom } = blocks[at]!
    if (dom === undefined) continue
    const { mass, endsSentence } = facts[at]!
    if (endsSentence && mass >= PARAGRAPH) {
      const sum = (parents.get(dom.parent) ?? 0) + mass
      parents.set(dom.parent, sum)
      if (sum > most) most = sum
      paragraphs++
    }
    if (dom.names === '') continue
    let kinds = named.get(dom.names)
    if (kinds === undefined) {
      kinds = kindsOf(dom.names)
      named.set(dom.names, kinds)
    }
    for (let i = 0; kinds > 0; i++, kinds >>= 1) {
      if ((kinds & 1) === 0) continue
      masses[i]! += mass
      counts[i]!++
    }
  }
  const known = (value: number) => (blocks[0]?.dom === undefined ? Number.NaN : value)
  out['prose:main'] = known(most / total)
  out['prose:parents'] = known(Math.log1p(parents.size))
  out['prose:together'] = known(paragraphs === 0 ? Number.NaN : parents.size / paragraphs)
  for (let i = 0; i < KINDS.length; i++) {
    out[MASS_NAMES[i]!] = known(masses[i]! / total)
    out[MANY_NAMES[i]!] = known(Math.log1p(counts[i]!))
  }
}

/** Which kinds' words are among the names, a bit each. */
function kindsOf(names: string): number {
  const end = Math.min(names.length, LONGEST_NAMES)
  let bits = 0
  let start = 0
  for (let i = 0; i <= end; i++) {
    const code = i < end ? names.charCodeAt(i) : 0
    if (code >= 97 && code <= 122) continue
    if (i - start > 1) bits |= NAME_KINDS.get(names.slice(start, i)) ?? 0
    start = i + 1
  }
  return bits
}

/**
 * Whether a page is as likely a story as this, 0 to 1, or likelier a story than anything else: on a thread, a listing or a
 * shop's page the same names and links stand over what the page is there for. A page nobody asked about is one.
 */
export function isStory({ kinds = [1] }: Pick<PageFacts, 'kinds'>, least = 0.5): boolean {
  return kinds[0]! >= Math.min(least, Math.max(...kinds))
}
