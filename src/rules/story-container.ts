import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import type { Page } from '../core/page.ts'
import { rule } from '../core/rule.ts'
import { READ_AS_ONE } from '../core/whole.ts'
import { areLinks, isFormula, isLinked } from './shapes/line.ts'

export default rule({
  id: 'story-container',
  role: 'body',
  hearing: 'neighbours',
  door: 'html',
  doc: 'Stands in the element that holds nearly all paragraphs of the article and little else, was kept by Readability, and is named for nothing: its tables, lists and finished sentences.',
  weight: 2.7,
  options: {
    doubt: { default: 1, min: 0, doc: 'Leaning below zero up to which the place decides, in log-odds.' },
    wholes: { default: 1.6, min: 0, doc: 'The same for lists, tables and the like, and for their headings.' },
    share: { default: 0.9, min: 0.5, max: 1, doc: 'Share of the paragraphs the element must hold.' },
    purity: { default: 0.4, min: 0, max: 1, doc: 'Share of its text that must lean towards the article.' },
  },
  examples: [
    {
      name: 'a closing line in the story’s element, and one outside',
      html: `<main><article>
        <p>+ The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them, all for the birds.</p>
        <p>+ They came for the birds, she says, and stayed for the soup, which she makes from what is left, and from what they bring.</p>
        <p>✗- Thanks go to Kit Holm.</p><p>- Photo of the year</p></article>
        <div><p>- Ferry times</p></div></main>`,
    },
    {
      name: 'a listing in a post that is kept, and one in another',
      html: `<div class="post"><p>+ The keeper of Anglin Rock has run out of bones.</p><pre>✗- boil --bones</pre></div>
        <div class="post"><p>- Rank: gull</p><pre>- quack</pre></div>`,
    },
    {
      name: 'a warning, a formula and a listing at the end of it, and a heading over another',
      html: `<main><article>
        <p>+ The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them, all for the birds.</p>
        <p>+ They came for the birds, she says, and stayed for the soup, which she makes from what is left, and from what they bring.</p>
        <h2>✗- Soup</h2><h3>✗- To buy</h3><ul><li>✗- bones</li></ul>
        <div class="admonition warning"><p>✗- It is hot.</p></div><p>- Photo of the year</p><pre>✗- boil --slowly</pre>
        <dl><dt>✗- <code>-q</code></dt><dd>✗- Be quiet</dd></dl></article></main>`,
    },
  ],
  *see({ page, blocks, facts, leaning, named }, { doubt, wholes, share, purity }) {
    if (leaning === undefined) return
    const linked = linkedWholes(page)
    const callouts = calloutBlocks(page, facts)
    const inside = insideStory(blocks, facts, leaning, share)
    const story = new Set(inside)
    for (const at of codeOfPosts(blocks, leaning))
      if (named?.[at] !== 1 && leaning[at]! >= -RARE && !story.has(at))
        yield { at, strength: strengthOf(leaning[at]!), because: 'is code in a post that is kept' }
    let [mass, kept] = [0, 0]
    for (const at of inside) {
      mass += facts[at]!.mass
      if (leaning[at]! > 0) kept += facts[at]!.mass
    }
    if (kept < mass * purity) return
    const lifts = (at: number): boolean => {
      const block = blocks[at]
      if (block === undefined || leaning[at]! > 0 || named?.[at] === 1) return false
      if (block.kind === 'code' || isFormula(block)) return leaning[at]! >= -RARE
      if ((block.dom!.readable ?? 1) < 0.5) return false
      if (linked.get(at) ?? isLinked(block)) return false
      if (callouts.has(at) || holdsCode(block, page)) return leaning[at]! >= -RARE
      if (block.whole !== undefined) return leaning[at]! >= -wholes
      // a loose line is as often a credit or a call as a part of the story, a heading goes with what it heads
      if (block.kind === 'heading') {
        // one heading may stand over another
        const below = blocks[at + 1]?.kind === 'heading' ? at + 2 : at + 1
        return leaning[at]! >= -wholes && blocks[below]?.whole !== undefined && lifts(below)
      }
      return leaning[at]! >= -doubt && (block.kind !== 'paragraph' || facts[at]!.endsSentence)
    }
    for (const at of inside) {
      if (!lifts(at)) continue
      yield { at, strength: strengthOf(leaning[at]!), because: 'stands in the element that holds the story' }
    }
  },
})

/** What takes the likeliest of them over even odds, in log-odds. */
const MOST = 2.7
/** Code, formulas and callouts are rarely chaff that is not named: leaning up to which the place decides, in log-odds. */
const RARE = 2.5

/** Less prose than this tells of no story. */
const LEAST = 100
const PARAGRAPH = 60

const strengthOf = (lean: number): number => Math.min(1, Math.max(0.1, (0.2 - lean) / MOST))

/** Listings that lean out of posts in which a sentence leans to the article. */
function codeOfPosts(blocks: readonly Block[], leaning: ArrayLike<number>): number[] {
  const listings = blocks.filter(
    ({ at, kind, dom }) => kind === 'code' && dom?.post !== undefined && leaning[at]! <= 0,
  )
  if (listings.length === 0) return []
  const kept = new Set(blocks.flatMap(({ at, dom }) => (leaning[at]! > 0 ? (dom?.post ?? []) : [])))
  return listings.flatMap(({ at, dom }) => (kept.has(dom!.post!) ? at : []))
}

/** A term that is code, and what is said of one. */
function holdsCode({ at, whole }: Block, { blocks, wholes }: Page): boolean {
  const kind = whole === undefined ? undefined : wholes[whole]!.kind
  const term = kind === 'description' ? blocks[at - 1] : kind === 'term' ? blocks[at] : undefined
  return term?.runs?.some(({ code }) => code === true) === true
}

/** The blocks of callouts that say something; shops and papers set lists of products in boxes with the same names. */
function calloutBlocks({ wholes }: Page, facts: readonly Facts[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const { kind, from, to } of wholes)
    if (kind === 'callout' && facts.slice(from, to + 1).some(({ endsSentence }) => endsSentence))
      for (let at = from; at <= to; at++) found.add(at)
  return found
}

/** By block of a list, a table or the like, whether most of it is links. */
function linkedWholes({ blocks, wholes }: Page): ReadonlyMap<number, boolean> {
  const found = new Map<number, boolean>()
  let after = 0
  for (const { kind, from, to } of wholes) {
    if (from < after || !READ_AS_ONE.has(kind)) continue
    after = to + 1
    const parts = blocks.slice(from, after)
    const linked = areLinks(parts)
    for (const { at } of parts) found.set(at, linked)
  }
  return found
}

/** The blocks in the deepest element that holds `share` of the paragraphs that clearly lean towards the article. */
function insideStory(
  blocks: readonly Block[],
  facts: readonly Facts[],
  leaning: ArrayLike<number>,
  share: number,
): number[] {
  const held = new Map<number, number>()
  let total = 0
  const paragraphs = blocks.filter(({ at }) => {
    const { endsSentence, mass } = facts[at]!
    return leaning[at]! > 1 && endsSentence && mass > PARAGRAPH
  })
  for (const { at, dom } of paragraphs) {
    total += facts[at]!.mass
    for (const number of dom!.above) held.set(number, (held.get(number) ?? 0) + facts[at]!.mass)
  }
  if (total < LEAST) return []
  let [story, depth] = [-1, -1]
  for (const { dom } of paragraphs) {
    const steps = dom!.above.findIndex((number) => held.get(number)! >= total * share)
    if (steps < 0 || dom!.above.length - steps <= depth) continue
    depth = dom!.above.length - steps
    story = dom!.above[steps]!
  }
  return blocks.filter(({ dom }) => dom!.above.includes(story)).map(({ at }) => at)
}
