import { rule } from '../core/rule.ts'

export default rule({
  id: 'stranded-heading',
  role: 'boilerplate',
  hearing: 'neighbours',
  doc: 'A heading or short label under which nothing is kept: its section is dropped, so it goes with it.',
  weight: 1.8,
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
    let keptMass = 0
    for (const { at, kind } of blocks) {
      const fact = facts[at]!
      const label =
        kind === 'heading' || (fact.mass <= 60 && !fact.endsSentence && kind !== 'cell' && kind !== 'code')
      const above = keptMass
      if (leaning[at]! > 0) keptMass += fact.mass
      if (leaning[at]! <= 0 || !label || above === 0 || at + 1 >= blocks.length) continue
      let dropped = true
      for (let i = at + 1; i <= at + below && i < blocks.length && dropped; i++)
        if (leaning[i]! > 0) dropped = false
      if (dropped) yield { at, because: 'heads nothing that is kept' }
    }
  },
})
