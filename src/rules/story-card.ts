import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import { rule } from '../core/rule.ts'

export default rule({
  id: 'story-card',
  role: 'related',
  doc: 'One of several cards, each an element with a linked headline and a few words on that other page.',
  weight: 2.6,
  evidence: 'name',
  door: 'html',
  options: {
    cards: { default: 2, min: 2, doc: 'Fewest cards beside one another.' },
    mass: { default: 450, min: 20, doc: 'Heaviest card, in Latin-equivalent characters.' },
    blocks: { default: 8, min: 2, doc: 'Most blocks of a card.' },
  },
  examples: [
    {
      name: 'two cards beside the story',
      html: `<article><h1>The last ice merchant</h1><p>Every February three men saw the lake into blocks, and nobody in the village knows who buys them.</p></article>
        <div class="r"><div class="t"><h3><a href="/a">✗ Night bus gets a piano</a></h3><p>✗ It is tuned at the terminus. Passengers may play until midnight.</p></div>
        <div class="t"><h3><a href="/b">✗ Who insures a mill?</a></h3><p>✗ Nobody does, say four brokers. We asked a fifth.</p></div></div>`,
    },
    {
      name: 'parts of one story whose headings are linked, in one element',
      html: `<article><h1>Three lamps, tried</h1><h2><a href="/lamps/1">The Brass</a></h2><p>It is heavy, and it stays where it is put. In the wind it went out once.</p>
        <h2><a href="/lamps/2">The Tin</a></h2><p>It weighs nothing, and it walks. In the wind it went out at once.</p></article>`,
    },
  ],
  *see({ blocks, facts }, limits) {
    const heads = blocks.filter((block) => isHeadline(block, facts[block.at]!))
    if (heads.length < limits.cards) return
    const elements = elementsOf(blocks, facts, new Set(heads))
    const cards = new Map<number, Card[]>()
    for (const head of heads) {
      const card = cardOf(head, elements, limits)
      if (card !== undefined) cards.set(card.beside, [...(cards.get(card.beside) ?? []), card])
    }
    for (const row of cards.values()) {
      if (row.length < limits.cards) continue
      for (const { from, to } of row)
        for (let at = from; at <= to; at++)
          yield { at, because: `is part of one of ${row.length} cards that lead to other pages` }
    }
  },
})

interface Card {
  readonly from: number
  readonly to: number
  /** Number of the element that holds the cards. */
  readonly beside: number
}

interface Extent {
  from: number
  to: number
  mass: number
  headlines: number
}

/** A heading that is nothing but a link to another page. */
function isHeadline({ kind, dom, runs }: Block, { mass }: Facts): boolean {
  if (kind !== 'heading' || dom === undefined || dom.linkShare < 0.9) return false
  if (mass < HEADLINE[0] || mass > HEADLINE[1]) return false
  const href = runs?.find((run) => run.href !== undefined)?.href
  return href !== undefined && !href.startsWith('#')
}
/** Shortest and longest headline, in Latin-equivalent characters. */
const HEADLINE = [12, 200] as const

function elementsOf(
  blocks: readonly Block[],
  facts: readonly Facts[],
  heads: ReadonlySet<Block>,
): ReadonlyMap<number, Extent> {
  const elements = new Map<number, Extent>()
  for (const block of blocks) {
    const headline = heads.has(block) ? 1 : 0
    for (const number of block.dom!.above) {
      const known = elements.get(number)
      if (known === undefined)
        elements.set(number, {
          from: block.at,
          to: block.at,
          mass: facts[block.at]!.mass,
          headlines: headline,
        })
      else {
        known.to = block.at
        known.mass += facts[block.at]!.mass
        known.headlines += headline
      }
    }
  }
  return elements
}

/** The largest element around a headline that holds no other one, where it is small enough and holds more than the headline. */
function cardOf(
  head: Block,
  elements: ReadonlyMap<number, Extent>,
  { mass, blocks }: { readonly mass: number; readonly blocks: number },
): Card | undefined {
  let card: Card | undefined
  const above = head.dom!.above
  for (let step = 0; step + 1 < above.length; step++) {
    const { from, to, mass: own, headlines } = elements.get(above[step]!)!
    if (headlines > 1 || own > mass || to - from >= blocks) break
    card = { from, to, beside: above[step + 1]! }
  }
  return card !== undefined && card.to > card.from ? card : undefined
}
