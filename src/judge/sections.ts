import type { View } from '../core/rule.ts'

/** What a block's section, from one heading to the next, is made of; one entry a block. */
export interface Sections {
  /** Blocks since the heading; capped. */
  readonly since: Float64Array
  /** Share of the page's mass. */
  readonly mass: Float64Array
  /** Shares of the section's own mass that are sentences, and that stand in links. */
  readonly prose: Float64Array
  readonly linked: Float64Array
  /** Mean of the hand-set votes, by mass. */
  readonly hand: Float64Array
  /** Votes on the heading itself. */
  readonly headingHand: Float64Array
}

const FAR = 80

/** In a dump, where nothing is marked as a heading, a short line between blank lines that no stop ends opens a section. */
function opensSection({ blocks, facts }: View, at: number): boolean {
  const { kind, layout } = blocks[at]!
  if (kind === 'heading') return true
  if (layout === undefined || layout.blankBefore === 0 || layout.bullet !== undefined) return false
  const fact = facts[at]!
  return fact.mass < 60 && !fact.endsSentence && (blocks[at - 1]?.layout?.blankAfter ?? 1) > 0
}

export function sections(view: View, hand: Float64Array): Sections {
  const { blocks, facts, whole } = view
  const empty = () => new Float64Array(blocks.length)
  const out = {
    since: empty(),
    mass: empty(),
    prose: empty(),
    linked: empty(),
    hand: empty(),
    headingHand: empty(),
  }
  let start = 0
  for (let at = 1; at <= blocks.length; at++) {
    if (at < blocks.length && !opensSection(view, at)) continue
    let [mass, prose, linked, votes] = [0, 0, 0, 0]
    for (let i = start; i < at; i++) {
      const fact = facts[i]!
      mass += fact.mass
      if (fact.endsSentence) prose += fact.mass
      linked += fact.mass * (blocks[i]!.dom?.linkShare ?? 0)
      votes += fact.mass * hand[i]!
    }
    const whole1 = Math.max(1, mass)
    for (let i = start; i < at; i++) out.since[i] = Math.min(FAR, i - start)
    out.mass.fill(mass / Math.max(1, whole.mass), start, at)
    out.prose.fill(prose / whole1, start, at)
    out.linked.fill(linked / whole1, start, at)
    out.hand.fill(votes / whole1, start, at)
    out.headingHand.fill(hand[start] ?? 0, start, at)
    start = at
  }
  return out
}
