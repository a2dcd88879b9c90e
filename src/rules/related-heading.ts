import { rule } from '../core/rule.ts'
import { headsItsOwn, isRelatedHeading } from './shapes/related-headings.ts'

export default rule({
  id: 'related-heading',
  role: 'related',
  doc: 'A heading over a list of other pages, such as "Related stories" or 相关阅读.',
  weight: 3.4,
  evidence: 'name',
  examples: [
    {
      name: 'headings of lists',
      page: `
        The last tram left the depot at midnight, and the drivers walked home together along the river.
        ✗ Related stories
        A tram for the sea
        ✗ 推荐阅读
        ✗ Mehr zum Thema
        ✗ Lire aussi :
        ✗ More from the coast`,
    },
    {
      name: 'a sentence that begins alike stays',
      page: `
        More from the sea than from the land was taken that year, as the tax lists of the harbour show.
        Recommended by his doctor to leave the city, he bought the smallest of the three islands.`,
    },
  ],
  seeBlock: (block, fact, _options, view) =>
    isRelatedHeading(fact) && !headsItsOwn(block, view)
      ? `reads "${block.text}", as headings over other pages do`
      : undefined,
})
