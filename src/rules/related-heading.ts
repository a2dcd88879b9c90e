import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import { rule } from '../core/rule.ts'
import { opening } from '../words/openings.ts'
import { isAfter } from './shapes/place.ts'
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
      name: 'a heading with its list on one line, below the story',
      page: `
        The last tram left the depot at midnight, and the drivers walked home together along the river.
        ✗ You might also like A tram for the sea Ten walks along a towpath Who insures a mill? The inn that nobody sold`,
    },
    {
      name: 'a sentence that begins alike stays',
      page: `
        More from the sea than from the land was taken that year, as the tax lists of the harbour show.
        Recommended by his doctor to leave the city, he bought the smallest of the three islands.`,
    },
  ],
  seeBlock(block, fact, _options, view) {
    if (isRelatedHeading(fact) && !headsItsOwn(block, view))
      return `reads "${block.text}", as headings over other pages do`
    return holdsList(block, fact) && isAfter(view, block.at)
      ? `opens like a heading over other pages, and holds them`
      : undefined
  },
})

/** A line of a dump in which the other pages stand behind their heading. */
function holdsList({ layout }: Block, fact: Facts): boolean {
  if (layout === undefined || fact.mass <= HEADING || fact.mass > LIST || fact.endsSentence) return false
  return opening(fact, 'related') >= OPENING
}
/** Longest heading and longest line with a list in it, in Latin-equivalent characters; shortest opening that is sure. */
const HEADING = 60
const LIST = 600
const OPENING = 10
