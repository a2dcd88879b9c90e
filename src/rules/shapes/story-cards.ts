import type { Block } from '../../core/block.ts'
import type { Facts } from '../../core/facts.ts'
import type { View } from '../../core/rule.ts'
import type { Sighting } from '../../core/vote.ts'
import { wholesAround } from '../../core/whole.ts'
import { elementsAround, overElements } from './elements-around.ts'
import { leadsElsewhere } from './line.ts'

/** What a card is, as options of the rules that look for them. */
export const CARD = {
  cards: { default: 2, min: 2, doc: 'Fewest cards beside one another.' },
  mass: { default: 450, min: 20, doc: 'Heaviest card, in Latin-equivalent characters.' },
  blocks: { default: 8, min: 2, doc: 'Most blocks of a card.' },
}

/** What a card is, at most. */
export interface Limits {
  /** Fewest cards beside one another. */
  readonly cards: number
  /** Heaviest card, in Latin-equivalent characters. */
  readonly mass: number
  /** Most blocks of a card. */
  readonly blocks: number
  /** Lightest heading that is taken for a headline, in Latin-equivalent characters; default as a line's. */
  readonly heading?: number
}

/** The blocks of cards that stand beside one another, each an element with a linked headline and a few words on that other page. */
export function* storyCards(view: View, limits: Limits): Iterable<Sighting> {
  const { blocks } = view
  const isLink = (block: Block) =>
    isLinkedHeadline(block, view.facts[block.at]!, limits.heading) && !isInComment(block, view)
  const headings = blocks.filter((block) => block.kind === 'heading' && isLink(block))
  yield* cards(view, headings, limits)
  // a linked line by itself is a headline where several stand over a sentence on the other page
  const lines = blocks.filter((block) => block.kind === 'paragraph' && isLink(block))
  yield* cards(view, lines, { ...limits, cards: Math.max(LINES, limits.cards) }, (card) => tells(card, view))
}

/** Fewest cards with a linked line for a headline. */
const LINES = 3

function* cards(
  view: View,
  heads: readonly Block[],
  limits: Limits,
  isCard: (card: Card) => boolean = () => true,
): Iterable<Sighting> {
  if (heads.length < limits.cards) return
  const extents = extentsOf(view, heads)
  const rows = new Map<number, Card[]>()
  for (const head of heads) {
    const card = cardOf(head, extents, limits)
    if (card !== undefined && isCard(card)) rows.set(card.beside, [...(rows.get(card.beside) ?? []), card])
  }
  for (const row of rows.values()) {
    if (row.length < limits.cards) continue
    for (const { from, to } of row)
      for (let at = from; at <= to; at++)
        yield { at, because: `is part of one of ${row.length} cards that lead to other pages` }
  }
}

/** Holds a sentence outside links, and no heading. */
function tells({ from, to }: Card, { blocks, facts }: View): boolean {
  const own = blocks.slice(from, to + 1)
  return (
    own.every(({ kind }) => kind !== 'heading') &&
    own.some(({ at, dom }) => facts[at]!.endsSentence && dom!.linkShare < 0.5)
  )
}

interface Card {
  readonly from: number
  readonly to: number
  /** Number of the element that holds the cards. */
  readonly beside: number
}

interface Extent {
  readonly from: number
  to: number
  mass: number
  headlines: number
}

/** Who wrote a comment, and when, is linked like a headline. */
function isInComment(block: Block, { page }: View): boolean {
  for (const whole of wholesAround(block, page.wholes))
    if (whole.kind === 'post' && whole.comment === true) return true
  return false
}

/** Nothing but a link to another page, of a headline's length. */
function isLinkedHeadline(block: Block, { mass }: Facts, heading = HEADLINE.least): boolean {
  const least = block.kind === 'heading' ? heading : HEADLINE.least
  return mass >= least && mass <= HEADLINE.most && leadsElsewhere(block)
}
/** Shortest and longest headline, in Latin-equivalent characters. */
const HEADLINE = { least: 12, most: 200 }

function extentsOf({ blocks, facts }: View, heads: readonly Block[]): ReadonlyMap<number, Extent> {
  const headlines = new Set(heads)
  return overElements<Extent>(
    blocks,
    ({ at }) => ({ from: at, to: at, mass: 0, headlines: 0 }),
    (block) => {
      const isHeadline = headlines.has(block)
      return (extent) => {
        extent.to = block.at
        extent.mass += facts[block.at]!.mass
        if (isHeadline) extent.headlines++
      }
    },
  )
}

/** The largest element around a headline that holds no other one, where it is small enough and holds more than the headline. */
function cardOf(
  head: Block,
  extents: ReadonlyMap<number, Extent>,
  { mass, blocks }: Limits,
): Card | undefined {
  let card: Card | undefined
  const above = elementsAround(head)
  for (let step = 0; step + 1 < above.length; step++) {
    const { from, to, mass: own, headlines } = extents.get(above[step]!)!
    if (headlines > 1 || own > mass || to - from >= blocks) break
    card = { from, to, beside: above[step + 1]! }
  }
  return card !== undefined && card.to > card.from ? card : undefined
}
