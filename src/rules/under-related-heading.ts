import type { Facts } from '../core/facts.ts'
import { rule } from '../core/rule.ts'
import { isCommentHeading } from './shapes/comment-headings.ts'
import { headsItsOwn, isPointer, isRelatedHeading } from './shapes/related-headings.ts'
import { turnedBy } from './shapes/turned.ts'

export default rule({
  id: 'under-related-heading',
  role: 'related',
  doc: 'Follows a heading over other pages: to the end of the page after the story, up to the next paragraph inside it.',
  weight: 2.4,
  evidence: 'name',
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
      name: 'entries with dates that say more than the story above them',
      page: `
        Tram depot closes
        3 May 2031
        The last tram left the depot at midnight, the drivers walked home.
        More from the town
        ✗ A tram for the sea
        ✗ 2 May 2031
        ✗ Two engineers want to lay rails along the old towpath, and have bought three hundred metres of them at an auction.
        ✗ The towpath is flooded
        ✗ 1 May 2031
        ✗ Since Thursday the old towpath has been under a foot of water, and the ducks have moved to the bandstand.`,
    },
    {
      name: 'lines under the last sentence of a page without paragraphs',
      page: `
        Tram driver wanted
        We are looking for a driver who likes the night.
        Similar jobs
        ✗ Depot clerk
        ✗ Painter of lamps`,
    },
    {
      name: 'a pointer at one page, inside a dump',
      page: `
        The last tram left the depot at midnight, and the drivers walked home together along the river.
        Read also: A tram for the sea
        In the morning the rails were gone.`,
    },
    {
      name: 'a box inside the story ends at the next paragraph',
      page: `
        The last tram left the depot at midnight, and the drivers walked home together along the river. Some sang, some counted the lamps, and one of them, who had driven the line for thirty years, kept his hand on the rail of the embankment as if it could still take him somewhere, to the sea perhaps, where the line had once been meant to end.
        Read more
        ✗ A tram for the sea
        In the morning the rails were already gone, sold to a collector, and the street was quiet.
        Nobody in the depot could say how it had come to that, though everybody had signed the papers. The mayor said that he had been on holiday, the director that he had been the mayor’s guest, and the secretary that she had only typed what she was given, which turned out to be true.`,
    },
  ],
  *see(view) {
    const heads = (fact: Facts, at: number) =>
      isRelatedHeading(fact) && !isPointer(view.blocks[at]!) && !headsItsOwn(view.blocks[at]!, view)
    for (const { at, heading, listed } of turnedBy(view, heads, isCommentHeading)) {
      const because = `follows the heading "${view.blocks[heading]!.text}"`
      yield listed ? { at, because, evidence: 'proof' } : { at, because }
    }
  },
})
