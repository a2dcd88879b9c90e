import type { Block } from '../../core/block.ts'
import type { Facts, PageFacts } from '../../core/facts.ts'
import { KINDS, NAME_KINDS } from '../../words/page-types.ts'

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
export function addBlocks(
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
