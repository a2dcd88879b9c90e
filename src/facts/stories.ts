import { type Block, leadsElsewhere, soleLink } from '../core/block.ts'
import type { Facts, PageFacts, Story } from '../core/facts.ts'
import type { Page } from '../core/page.ts'
import { wholesAround } from '../core/whole.ts'
import { elementsAround, overElements } from './elements.ts'
import { isStory } from './page-type.ts'
import { storyHeaders } from './story-headers.ts'

type Known = Pick<PageFacts, 'headline' | 'titleKeys' | 'kinds'>

/** The page as stories: its own, those that stand there in full, and what it shows of other pages. */
export function storiesOf(page: Page, facts: readonly Facts[], known: Known): readonly Story[] {
  const full = fullStories(page.blocks, facts)
  if (page.door === 'text') return full
  const cards = storyCards(page, facts, isStory(known) ? HEADLINE.shown : HEADLINE.least)
  const title = headlineOf(page.blocks, known)
  if (title === undefined) return [...full, ...cards]
  const own = ownStory(title, page.blocks, facts, cards)
  const others = known.headline === undefined ? [] : otherArticles(title, page.blocks, facts, known.titleKeys)
  return [own, ...full, ...cards, ...others]
}

/** The heading that prints the claimed title, else the first of level 1. */
function headlineOf(blocks: readonly Block[], { headline }: Known): Block | undefined {
  return headline === undefined
    ? blocks.find(({ kind, level }) => kind === 'heading' && level === 1)
    : blocks[headline]
}

function fullStories(blocks: readonly Block[], facts: readonly Facts[]): readonly Story[] {
  const headers = storyHeaders(blocks, facts)
  return headers.map(({ headline, text }, i) => ({
    kind: 'full',
    headline,
    from: headline,
    to: (headers[i + 1]?.headline ?? blocks.length) - 1,
    text,
    href: soleLink(blocks[headline]!),
    container: undefined,
    among: headers.length,
  }))
}

/** Shorter sentences are lines, in Latin-equivalent characters. */
const SENTENCE = 50
/** Share of its text in links from which a sentence is another page's. */
const LINKED = 0.5

/**
 * The page's own story. What holds it is the smallest element around its headline with more than half of the sentences
 * between that and the first card below, or with the first sentence where none stands between.
 */
function ownStory(
  title: Block,
  blocks: readonly Block[],
  facts: readonly Facts[],
  cards: readonly Story[],
): Story {
  const card = cards.find(({ from }) => from > title.at)?.from ?? blocks.length
  const tells = blocks.filter(({ at, dom }) => {
    const { endsSentence, mass } = facts[at]!
    return at > title.at && endsSentence && mass > SENTENCE && dom!.linkShare < LINKED
  })
  const above = tells.filter(({ at }) => at < card)
  const told = above.length > 0 ? above : tells.slice(0, 1)
  const most = massOf(told, facts) / 2
  const container = elementsAround(title).find(
    (element) =>
      massOf(
        told.filter(({ dom }) => dom!.above.includes(element)),
        facts,
      ) > most,
  )
  const held = blocks.filter(({ dom }) => container !== undefined && dom!.above.includes(container))
  return {
    kind: 'page',
    headline: title.at,
    from: held[0]?.at ?? title.at,
    to: held.at(-1)?.at ?? title.at,
    text: told[0]?.at ?? title.at + 1,
    href: soleLink(title),
    container,
    among: 1,
  }
}

function massOf(texts: readonly Block[], facts: readonly Facts[]): number {
  return texts.reduce((sum, { at }) => sum + facts[at]!.mass, 0)
}

/** What a card is at most: cards beside one another, mass in Latin-equivalent characters, blocks. Own choice, on pages with answers. */
const CARD = { fewest: 2, mass: 450, blocks: 8 }
/** Fewest cards with a linked line for a headline. */
const LINES = 3
/** Shortest and longest headline of a card, in Latin-equivalent characters; the shortest that is set as a heading beside a story. */
const HEADLINE = { least: 12, most: 200, shown: 5 }

/** Cards that stand beside one another, each an element with a linked headline and a few words on that other page. */
function storyCards(page: Page, facts: readonly Facts[], shortest: number): readonly Story[] {
  const heads = (kind: Block['kind'], least: number) =>
    page.blocks.filter((block) => {
      if (block.kind !== kind) return false
      const { mass } = facts[block.at]!
      return mass >= least && mass <= HEADLINE.most && leadsElsewhere(block) && !isInComment(block, page)
    })
  // a linked line by itself is a headline where several stand over a sentence on the other page
  return [
    ...cardsUnder(heads('heading', shortest), page.blocks, facts, CARD.fewest),
    ...cardsUnder(heads('paragraph', HEADLINE.least), page.blocks, facts, LINES, (from, to) =>
      tells(page.blocks.slice(from, to + 1), facts),
    ),
  ]
}

function cardsUnder(
  heads: readonly Block[],
  blocks: readonly Block[],
  facts: readonly Facts[],
  fewest: number,
  isCard: (from: number, to: number) => boolean = () => true,
): readonly Story[] {
  if (heads.length < fewest) return []
  const extents = extentsOf(blocks, facts, heads)
  const rows = new Map<number, Story[]>()
  for (const head of heads) {
    const found = cardOf(head, extents)
    if (found === undefined || !isCard(found.card.from, found.card.to)) continue
    const row = rows.get(found.beside)
    if (row === undefined) rows.set(found.beside, [found.card])
    else row.push(found.card)
  }
  return [...rows.values()].flatMap((row) =>
    row.length < fewest ? [] : row.map((card) => ({ ...card, among: row.length })),
  )
}

/** Holds a sentence outside links, and no heading. */
function tells(own: readonly Block[], facts: readonly Facts[]): boolean {
  return (
    own.every(({ kind }) => kind !== 'heading') &&
    own.some(({ at, dom }) => facts[at]!.endsSentence && dom!.linkShare < LINKED)
  )
}

/** Who wrote a comment, and when, is linked like a headline. */
function isInComment(block: Block, page: Page): boolean {
  for (const whole of wholesAround(block, page.wholes))
    if (whole.kind === 'post' && whole.comment === true) return true
  return false
}

interface Extent {
  readonly from: number
  to: number
  mass: number
  headlines: number
}

function extentsOf(
  blocks: readonly Block[],
  facts: readonly Facts[],
  heads: readonly Block[],
): ReadonlyMap<number, Extent> {
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

/**
 * The largest element around a headline that holds no other one, where it is small enough and holds more than the
 * headline; and the number of the element it stands in.
 */
function cardOf(
  head: Block,
  extents: ReadonlyMap<number, Extent>,
): { readonly card: Story; readonly beside: number } | undefined {
  let found: { readonly card: Story; readonly beside: number } | undefined
  const around = elementsAround(head)
  for (let step = 0; step + 1 < around.length; step++) {
    const container = around[step]!
    const { from, to, mass, headlines } = extents.get(container)!
    if (headlines > 1 || mass > CARD.mass || to - from >= CARD.blocks) break
    const { at } = head
    const card = {
      kind: 'card',
      headline: at,
      from,
      to,
      text: at + 1,
      href: soleLink(head),
      container,
      among: 1,
    } as const
    found = { card, beside: around[step + 1]! }
  }
  return found !== undefined && found.card.to > found.card.from ? found : undefined
}

/** Least mass of sentences in the article element of the page's headline, in Latin-equivalent characters. */
const ARTICLE = 60
/** Headings below this level head parts of a story. */
const DEEPEST = 3

/** Article elements with a headline of their own, below the headline of the page and outside its own article element. */
function otherArticles(
  title: Block,
  blocks: readonly Block[],
  facts: readonly Facts[],
  titleKeys: ReadonlySet<string>,
): readonly Story[] {
  const own = articleOf(title)
  if (own === undefined) return []
  const told = blocks.filter(({ at, dom }) => facts[at]!.endsSentence && dom!.above.includes(own))
  if (massOf(told, facts) < ARTICLE) return []
  const headlines = new Map<number, Block>()
  for (const block of blocks) {
    if (block.at < title.at || block.kind !== 'heading' || (block.level ?? 2) > DEEPEST) continue
    if (block.dom!.above.includes(own) || titleKeys.has(facts[block.at]!.key)) continue
    const other = articleOf(block)
    if (other !== undefined && !title.dom!.above.includes(other) && !headlines.has(other))
      headlines.set(other, block)
  }
  const extents = new Map<number, { readonly from: number; to: number }>()
  for (const { at, dom } of headlines.size === 0 ? [] : blocks)
    for (const number of dom!.above) {
      const extent = headlines.has(number) ? extents.get(number) : undefined
      if (extent !== undefined) extent.to = at
      else if (headlines.has(number)) extents.set(number, { from: at, to: at })
    }
  return [...headlines].map(([container, head]) => {
    const { from, to } = extents.get(container)!
    const href = soleLink(head)
    return {
      kind: 'article',
      headline: head.at,
      from,
      to,
      text: head.at + 1,
      href,
      container,
      among: headlines.size,
    }
  })
}

/** Number of the nearest article element above. */
function articleOf({ dom, place }: Block): number | undefined {
  if (dom === undefined || !('path' in place)) return undefined
  const steps = place.path.split('>')
  for (let i = steps.length - 2; i >= 0; i--)
    if (/^article(?:[.#]|$)/.test(steps[i]!)) return dom.above[dom.above.length - 1 - i]
  return undefined
}
