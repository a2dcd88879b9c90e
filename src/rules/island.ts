import { rule } from '../core/rule.ts'

export default rule({
  id: 'island',
  role: 'boilerplate',
  hearing: 'neighbours',
  doc: 'A block that leans towards the article far from the rest of it, with nothing but boilerplate around.',
  weight: 0.8,
  door: 'text',
  options: { around: { default: 4, min: 2, doc: 'Blocks on each side that must lean out.' } },
  examples: [
    {
      name: 'a teaser among menu entries',
      page: `
        + The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.
        + They came for the birds, she says, and stayed for the soup, which she makes from what is left.
        + The council now wants to build a pier.
        - Home
        - News
        - Harbour
        - Weather
        ✗+ Two engineers want to lay rails along the towpath.
        - Contact
        - Imprint
        - Terms
        - Jobs`,
    },
  ],
  *see({ blocks, facts, leaning }, { around }) {
    if (leaning === undefined) return
    const main = heaviest(facts, leaning)
    for (const { at } of blocks) {
      if (leaning[at]! <= 0 || (at >= main[0] && at <= main[1])) continue
      let alone = true
      for (let i = 1; i <= around && alone; i++) {
        if (at - i >= 0 && leaning[at - i]! > 0) alone = false
        if (at + i < blocks.length && leaning[at + i]! > 0) alone = false
      }
      if (alone) yield { at, because: 'stands alone among blocks that are not of the article' }
    }
  },
})

/** The run of kept blocks, with gaps of up to three, that holds the most text. */
function heaviest(
  facts: readonly { readonly mass: number }[],
  leaning: ArrayLike<number>,
): readonly [number, number] {
  let best: readonly [number, number] = [-1, -1]
  let most = 0
  let from = -1
  let last = -1
  let mass = 0
  for (let at = 0; at < facts.length; at++) {
    if (leaning[at]! <= 0) continue
    if (from < 0 || at - last > 4) {
      from = at
      mass = 0
    }
    mass += facts[at]!.mass
    last = at
    if (mass > most) {
      most = mass
      best = [from, at]
    }
  }
  return best
}
