import type { Facts } from '../core/facts.ts'
import { rule } from '../core/rule.ts'

export default rule({
  id: 'under-story-header',
  role: 'body',
  doc: 'The first block under the header of one of several stories in a text dump, be it a short heading, and the sentences that follow without a break.',
  hearing: 'neighbours',
  weight: 4,
  examples: [
    {
      name: 'text under its header',
      page: `
        + Orchard counts its last apples
        + Valley Times - 4 May 2023
        ✗+ The orchard above the weir has counted its last apples, the owner said, because the slope is to become a reservoir for the town below it. He has given grafts of all thirty kinds to the school, which has planted them along its fence in the order of their ripening. Nobody knows yet whether they will take, but the caretaker waters them at dawn, before the pupils come, and keeps a list of every leaf, which hangs in the hall beside the clock and the map.
        + Bell returns to the tower
        + Valley Times - 9 May 2023
        ✗+ The bell of the tower has come back from the foundry with a new crown, three weeks before the feast, and was lifted by a crane that had been meant for the bridge. A crowd of some two hundred watched in the rain and sang when it was over. The sexton, who is ninety, rang it once by hand, as he had promised his wife, and then went home without another word to anybody at all, as he always does on such days.`,
    },
    {
      name: 'one story needs no such help',
      page: `
        + Orchard counts its last apples
        + Valley Times - 4 May 2023
        + The slope is to become a reservoir.`,
    },
  ],
  *see({ facts, whole }) {
    for (const { kind, text, to: last } of whole.stories) {
      if (kind !== 'full') continue
      const to = last + 1
      if (text < to) yield { at: text, because: 'stands directly under the header of a story' }
      for (let at = text + 1; at < to; at++) {
        if (isSentence(facts[at]!))
          yield { at, strength: 0.5, because: 'goes on with the story under a header' }
        // one line between sentences is a heading or a number, two are the end
        else if (at + 1 === to || !isSentence(facts[at + 1]!)) break
      }
    }
  },
})

const isSentence = ({ endsSentence, trails, sentences }: Facts): boolean =>
  endsSentence && !trails && sentences > 0
