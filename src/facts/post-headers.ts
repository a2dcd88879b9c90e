import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'

/** A post in an index of full posts: its linked headline, and the first block of its text. */
export interface PostHeader {
  readonly headline: number
  readonly text: number
}

/** Mass of a headline in Latin-equivalent characters. */
const HEADLINE = { least: 3, most: 260 }
/** Least mass of sentences in a post: teasers have less. */
const LEAST = 160
/** Share of the posts that must have so much. */
const MOST = 0.7
/** Share of the page's sentences that must stand in posts. */
const COVERED = 0.75
/** Lines between a headline and its text at most: date, byline, tags. */
const LINES = 4

/**
 * Headers of the posts of an index that shows them in full, as the front page of a blog does: headings of one shape, each
 * nothing but a link to the post's own page, each with whole paragraphs below that neither trail off nor end in "read
 * more". Empty where a story stands above the first of them, or most of the page's text elsewhere. HTML only.
 */
export function postHeaders(blocks: readonly Block[], facts: readonly Facts[]): readonly PostHeader[] {
  const shapes = new Map<number, Block[]>()
  for (const block of blocks)
    if (isPostHeadline(block, facts[block.at]!))
      shapes.set(block.dom!.shape, [...(shapes.get(block.dom!.shape) ?? []), block])
  const all = sentences(0, blocks.length, facts)
  for (const heads of shapes.values()) {
    const posts = heads.map(({ at }, i) =>
      postFrom(at, heads[i + 1]?.at ?? endOf(heads, blocks), blocks, facts),
    )
    const full = posts.filter(({ mass, cut }) => mass >= LEAST && !cut)
    if (full.length < 2 || full.length < posts.length * MOST) continue
    const inside = posts.reduce((sum, { mass }) => sum + mass, 0)
    if (inside < all * COVERED || sentences(0, heads[0]!.at, facts) >= LEAST) continue
    return full.map(({ headline, text }) => ({ headline, text }))
  }
  return []
}

function isPostHeadline({ kind, dom, runs }: Block, { mass }: Facts): boolean {
  if (kind !== 'heading' || dom === undefined || dom.linkShare < 0.9) return false
  if (dom.zone === 'nav' || dom.zone === 'aside' || dom.zone === 'footer') return false
  const href = runs?.find((run) => run.href !== undefined)?.href
  return mass >= HEADLINE.least && mass <= HEADLINE.most && href !== undefined && !href.includes('#')
}

/** Behind the last block in the element that holds all of the headlines. */
function endOf(heads: readonly Block[], blocks: readonly Block[]): number {
  const around = heads[0]!.dom!.above.find((number) => heads.every(({ dom }) => dom!.above.includes(number)))
  let end = heads.at(-1)!.at + 1
  while (end < blocks.length && blocks[end]!.dom!.above.includes(around!)) end++
  return end
}

function postFrom(headline: number, to: number, blocks: readonly Block[], facts: readonly Facts[]) {
  let text = headline + 1
  while (text < to - 1 && text - headline <= LINES && !facts[text]!.endsSentence) text++
  const own = facts.slice(headline + 1, to)
  const cut =
    own.some(({ trails, mass }) => trails && mass > HEADLINE.least) ||
    blocks.slice(headline + 1, to).some(({ at }) => facts[at]!.wholeLines['read-more'] === true)
  return { headline, text: Math.min(text, to - 1), mass: sentences(headline + 1, to, facts), cut }
}

function sentences(from: number, to: number, facts: readonly Facts[]): number {
  let mass = 0
  for (let at = from; at < to; at++)
    if (facts[at]!.endsSentence && !facts[at]!.trails) mass += facts[at]!.mass
  return mass
}
