import { rule } from '../core/rule.ts'

export default rule({
  id: 'story-headline',
  role: 'title',
  doc: 'The headline of one of several stories in a text dump: the line above a dated line, or above a paragraph about something else than the last, where such pairs repeat.',
  hearing: 'neighbours',
  weight: 6,
  evidence: 'name',
  examples: [
    {
      name: 'two stories of a digest',
      page: `
        ✗+ Ferry fares frozen until spring
        + Harbour Post · 2024-03-02 09:10
        + The council froze all ferry fares on Friday after months of protest from the islands, where families said that the crossing to school had become dearer than the school itself. The vote was nine to two, and the mayor called it a promise kept, if a late one, to everybody who lives by the water. Two members left the hall before the count and would not say why they had gone, nor when they would be back.
        ✗+ Mill on the heath to grind again
        + Heath Gazette · 2024-03-01 17:45
        + The old mill on the heath will grind rye again this autumn, the society that owns it said on Monday, forty years after its sails were taken down. A new axle of oak was cut in the winter by two carpenters who had never made one before, and who measured everything four times. The first flour is promised to the bakery at the foot of the hill, which has waited for it longer than its baker has lived.`,
    },
    {
      name: 'one story stays',
      page: `
        + Ferry fares frozen until spring
        + Harbour Post · 2024-03-02 09:10
        + The council froze all ferry fares on Friday after months of protest from the islands.`,
    },
  ],
  *see({ whole }) {
    for (const { kind, headline, among } of whole.stories)
      if (kind === 'full')
        yield { at: headline, because: `heads one of ${among} stories, above its dated line or its text` }
  },
})
