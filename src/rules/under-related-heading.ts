import { rule, type View } from '../core/rule.ts'
import { phraseBook } from '../words/phrases.ts'
import { RELATED } from '../words/related.ts'
import { turnedBy } from './shapes/turned.ts'

const PHRASES = phraseBook(RELATED)

export default rule({
  id: 'under-related-heading',
  role: 'related',
  doc: 'Follows a heading over other pages: to the end of the page after the story, up to the next paragraph inside it.',
  weight: 2.4,
  examples: [
    {
      name: 'teasers that are whole sentences',
      page: `
        The last tram left the depot at midnight, and the drivers walked home together along the river.
        In the morning the rails were already gone, sold to a collector, and the street was quiet.
        Related stories
        ✗ A tram for the sea
        ✗ Two engineers want to lay rails along the old towpath.`,
    },
    {
      name: 'a box inside the story ends at the next paragraph',
      page: `
        The last tram left the depot at midnight, and the drivers walked home together along the river.
        Read more
        ✗ A tram for the sea
        In the morning the rails were already gone, sold to a collector, and the street was quiet.
        Nobody in the depot could say how it had come to that, though everybody had signed the papers.`,
    },
  ],
  *see(view) {
    for (const { at, heading } of turnedBy(view, headings(view))) {
      yield { at, because: `follows the heading "${view.blocks[heading]!.text}"` }
    }
  },
})

function headings({ blocks, facts }: View): readonly number[] {
  const found: number[] = []
  for (const { at } of blocks) if (facts[at]!.mass <= 80 && PHRASES.has(facts[at]!.key)) found.push(at)
  return found
}
