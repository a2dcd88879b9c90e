import type { Block } from '../core/block.ts'
import { rule } from '../core/rule.ts'
import { isLinked } from './shapes/line.ts'
import { isInside } from './shapes/place.ts'

export default rule({
  id: 'kept-neighbours',
  role: 'body',
  hearing: 'neighbours',
  doc: 'A block that leans out only slightly and is named for nothing, between blocks that are clearly the article’s; or a finished sentence right below one.',
  weight: 1.1,
  options: {
    doubt: { default: 1, min: 0, doc: 'Leaning below zero that counts as slight, in log-odds.' },
    gap: { default: 2, min: 1, doc: 'Blocks looked at on each side.' },
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
  *see({ blocks, facts, leaning, named, ...view }, { doubt, gap }) {
    if (leaning === undefined) return
    for (const block of blocks) {
      const { at } = block
      if (leaning[at]! > 0 || leaning[at]! < -doubt || named?.[at] === 1 || isLinked(block)) continue
      const above = strong(leaning, at, -1, gap)
      if (above === undefined) continue
      const below = strong(leaning, at, 1, gap)
      const fact = facts[at]!
      if (below !== undefined && isInside({ blocks, facts, ...view }, at)) {
        if (fact.endsSentence || (beside(block, blocks[above]!) && beside(block, blocks[below]!)))
          yield { at, because: 'has blocks of the article close above and below' }
      } else if (fact.endsSentence && above === at - 1 && beside(block, blocks[above]!))
        yield { at, because: 'is a finished sentence right below the article' }
    }
  },
})

/** The nearest block on one side that is clearly the article's, if one is near. */
function strong(leaning: ArrayLike<number>, at: number, step: number, gap: number): number | undefined {
  for (let i = at + step; i >= 0 && i < leaning.length && Math.abs(i - at) <= gap; i += step)
    if (leaning[i]! >= 1) return i
  return undefined
}

/** Children of one element, or parts of one thing; lines of a dump are all beside one another. */
function beside(a: Block, b: Block): boolean {
  return (
    a.dom === undefined || a.dom.parent === b.dom?.parent || (a.whole !== undefined && a.whole === b.whole)
  )
}
