import { rule, type View } from '../core/rule.ts'
import { extent } from './shapes/extent.ts'
import { isProse } from './shapes/line.ts'

export default rule({
  id: 'between-prose',
  role: 'body',
  doc: 'A short block with paragraphs close above and below it: a heading, a list item, a line of dialogue or verse.',
  weight: 0.8,
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
  *see(view, { gap }) {
    const { facts } = view
    const run = extent(view)
    if (run === undefined) return
    const below = proseBelow(view, run[1])
    let above = -1
    for (let at = run[0]; at <= run[1]; at++) {
      const fact = facts[at]!
      if (isProse(fact)) above = at
      else if (above >= 0 && below[at]! >= 0 && fact.letters > 0 && fact.repeats === 1) {
        const distance = Math.max(at - above, below[at]! - at)
        if (distance <= gap && (view.blocks[at]!.dom?.linkShare ?? 0) < 0.5)
          yield {
            at,
            strength: 1 - (distance - 1) / (gap + 1),
            because: 'has paragraphs close above and below',
          }
      }
    }
  },
})

/** Per block up to `to`, the next paragraph below it, or -1. */
function proseBelow({ facts }: View, to: number): Int32Array {
  const below = new Int32Array(to + 1).fill(-1)
  for (let at = to - 1; at >= 0; at--) below[at] = isProse(facts[at + 1]!) ? at + 1 : below[at + 1]!
  return below
}
