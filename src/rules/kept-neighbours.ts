import type { Block } from '../core/block.ts'
import { rule } from '../core/rule.ts'
import { isLinked } from './shapes/line.ts'
import { isInside } from './shapes/place.ts'

export default rule({
  id: 'kept-neighbours',
  role: 'body',
  hearing: 'neighbours',
  doc: 'A block that leans out only slightly and is named for nothing, between blocks that are clearly the article’s; or a finished sentence right below one.',
  weight: 3.3,
  options: {
    doubt: { default: 1, min: 0, doc: 'Leaning below zero that counts as slight, in log-odds.' },
    gap: { default: 2, min: 1, doc: 'Blocks looked at on each side.' },
    prose: {
      default: 3,
      min: 0,
      doc: 'The same leaning for a finished sentence of some length between two blocks of the article.',
    },
  },
  examples: [
    {
      name: 'a line of dialogue, and a closing sentence',
      page: `
        + The keeper looked at the letter for a long time before she answered the postman’s question.
        ✗- “No.”
        + The postman, who had rowed for two hours, took it as an invitation to stay for supper.
        ✗- He left on Monday.
        - Home
        - Contact`,
    },
  ],
  *see(view, { doubt, gap, prose }) {
    const { blocks, facts, leaning, named } = view
    if (leaning === undefined) return
    for (const block of blocks) {
      const { at } = block
      const lean = leaning[at]!
      if (lean > 0 || lean < -prose || named?.[at] === 1 || isLinked(block)) continue
      const above = strong(leaning, at, -1, gap)
      if (above === undefined) continue
      const below = strong(leaning, at, 1, gap)
      const { endsSentence, mass } = facts[at]!
      const sentence = endsSentence && mass >= SENTENCE
      if (lean < -doubt && !(sentence && below !== undefined)) continue
      if (below !== undefined && isInside(view, at)) {
        if (endsSentence || (beside(block, blocks[above]!) && beside(block, blocks[below]!)))
          yield { at, strength: strengthOf(lean), because: 'has blocks of the article close above and below' }
      } else if (endsSentence && above === at - 1 && beside(block, blocks[above]!))
        yield { at, strength: strengthOf(lean), because: 'is a finished sentence right below the article' }
    }
  },
})

/** A sentence this long is a paragraph, in Latin-equivalent characters. */
const SENTENCE = 60

/** As much of the weight as takes the block over even odds, and a little more. */
function strengthOf(lean: number): number {
  return Math.min(1, Math.max(0.1, (0.3 - lean) / MOST))
}
const MOST = 3.3
/** Leaning from which a block is clearly the article's, in log-odds. */
const CLEAR = 0.7

/** The nearest block on one side that is clearly the article's, if one is near. */
function strong(leaning: ArrayLike<number>, at: number, step: number, gap: number): number | undefined {
  for (let i = at + step; i >= 0 && i < leaning.length && Math.abs(i - at) <= gap; i += step)
    if (leaning[i]! >= CLEAR) return i
  return undefined
}

/** Children of one element, or parts of one thing; lines of a dump are all beside one another. */
function beside(a: Block, b: Block): boolean {
  return (
    a.dom === undefined || a.dom.parent === b.dom?.parent || (a.whole !== undefined && a.whole === b.whole)
  )
}
