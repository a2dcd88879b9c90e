import { rule } from '../core/rule.ts'

export default rule({
  id: 'stranded-heading',
  role: 'boilerplate',
  hearing: 'neighbours',
  doc: 'A heading or short label under which nothing is kept: its section is dropped, so it goes with it.',
  weight: 1.2,
  options: { below: { default: 3, min: 1, doc: 'Blocks below that must lean out.' } },
  examples: [
    {
      name: 'the heading of a dropped list',
      page: `
        + The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.
        + Soup and birds
        + They came for the birds, she says, and stayed for the soup, which she makes from what is left.
        ✗+ From the islands
        - A tram for the sea
        - The last ferry
        - Who insures a mill?`,
    },
  ],
  *see({ blocks, facts, leaning }, { below }) {
    if (leaning === undefined) return
    let rest = 0
    for (const { at } of blocks) if (leaning[at]! > 0) rest += facts[at]!.mass
    const total = rest
    for (const { at, kind } of blocks) {
      if (leaning[at]! <= 0) continue
      const fact = facts[at]!
      rest -= fact.mass
      const label = kind === 'heading' || (fact.mass <= 60 && !fact.endsSentence && kind === 'paragraph')
      if (label && rest < total * 0.05 && rest + fact.mass < total && outBelow(leaning, at, below))
        yield { at, because: 'heads nothing that is kept' }
    }
  },
})

/** The blocks below, at least one, clearly lean out. */
function outBelow(leaning: ArrayLike<number>, at: number, below: number): boolean {
  const end = Math.min(at + below, leaning.length - 1)
  for (let i = at + 1; i <= end; i++) if (leaning[i]! > -0.5) return false
  // one last line below tells nothing of what stands above it
  return end > at + 1
}
