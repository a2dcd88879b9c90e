import { rule } from '../core/rule.ts'
import { isProse } from './shapes/line.ts'

export default rule({
  id: 'between-prose',
  role: 'body',
  doc: 'A short block with paragraphs close above and below it: a heading, a list item, a line of dialogue or verse.',
  weight: 1.3,
  options: { gap: { default: 4, min: 1, doc: 'Blocks looked at on each side for a paragraph.' } },
  examples: [
    {
      name: 'a heading and two items',
      page: `
        Home
        The orchard of Brennick has three hundred kinds of apple, and nobody alive can name them all.
        ✗ What grows there
        ✗ Red Maiden
        ✗ Old Harvester
        Each of them was grafted by hand, most of them by the same family, over some two hundred years.
        Contact`,
    },
  ],
  *see({ blocks, facts }, { gap }) {
    const below = new Int32Array(blocks.length).fill(-1)
    for (let at = blocks.length - 2; at >= 0; at--)
      below[at] = isProse(facts[at + 1]!) ? at + 1 : below[at + 1]!
    let above = -1
    for (const { at, dom } of blocks) {
      const fact = facts[at]!
      if (isProse(fact)) above = at
      else if (
        above >= 0 &&
        below[at]! >= 0 &&
        fact.letters > 0 &&
        fact.repeats === 1 &&
        (dom?.linkShare ?? 0) < 0.5
      ) {
        const distance = Math.max(at - above, below[at]! - at)
        if (distance <= gap)
          yield {
            at,
            strength: 1 - (distance - 1) / (gap + 1),
            because: 'has paragraphs close above and below',
          }
      }
    }
  },
})
