import { rule } from '../core/rule.ts'

export default rule({
  id: 'cut-off-teaser',
  role: 'related',
  doc: 'Ends in an ellipsis, like the cut-off summaries of other pages; the more of them, the surer.',
  weight: 1.6,
  examples: [
    {
      name: 'summaries that break off',
      page: `
        ✗ The lock keepers of the northern canal have voted for a strike that may last until…
        ✗ A museum for knots opens its doors next to the old rope yard, and nobody knows how...
        ✗ Eleven ways to cook an eel, one of them without the eel, and what the butcher …
        He waited… but nobody came.`,
    },
    {
      name: 'one trailing thought in a story stays',
      page: `
        The keeper looked at the sea for a long time and said nothing at all, and then he said it again…
        It was late when they left.`,
    },
  ],
  *see({ blocks, facts }) {
    const found = blocks.filter(
      ({ at, kind }) => facts[at]!.trails && facts[at]!.mass >= 60 && kind !== 'code',
    )
    if (found.length < 2) return
    const strength = found.length >= 3 ? 1 : 0.6
    for (const { at } of found)
      yield { at, strength, because: `is one of ${found.length} texts that break off` }
  },
})
