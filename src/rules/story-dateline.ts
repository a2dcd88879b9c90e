import type { Block } from '../core/block.ts'
import { rule } from '../core/rule.ts'

export default rule({
  id: 'story-dateline',
  role: 'source',
  doc: 'The lines under the headline of one of several stories in a text dump that say when, by whom and where from.',
  hearing: 'neighbours',
  weight: 6,
  evidence: 'name',
  examples: [
    {
      name: 'two results of a search',
      page: `
        + Orchard counts its last apples
        ✗+ Valley Times - 4 May 2023
        + The orchard above the weir has counted its last apples, the owner said, because the slope is to become a reservoir for the town below it. He has given grafts of all thirty kinds to the school, which has planted them along its fence in the order of their ripening. Nobody knows yet whether they will take, but the caretaker waters them at dawn, before the pupils come, and keeps a list of every leaf, which hangs in the hall beside the clock and the map.
        + Bell returns to the tower
        ✗+ Valley Times - 9 May 2023
        + The bell of the tower has come back from the foundry with a new crown, three weeks before the feast, and was lifted by a crane that had been meant for the bridge. A crowd of some two hundred watched in the rain and sang when it was over. The sexton, who is ninety, rang it once by hand, as he had promised his wife, and then went home without another word to anybody at all, as he always does on such days.`,
    },
    {
      name: 'teasers are no stories',
      page: `
        + Orchard counts its last apples
        + 4 May 2023
        + The slope is to become a reservoir.
        + Bell returns to the tower
        + 9 May 2023
        + It was lifted by a crane.`,
    },
  ],
  *see({ blocks, whole }) {
    for (const { kind, headline, text, among } of whole.stories)
      for (let at = headline + 1; kind === 'full' && at < text; at++)
        if (!isOfLine(blocks[at]!, blocks[text]))
          yield { at, because: `stands between headline and text of one of ${among} stories` }
  },
})

/** Cut out of the line that the text begins in, as the heading of a flattened list is. */
function isOfLine({ place, layout }: Block, text: Block | undefined): boolean {
  if (layout?.cut !== true || text === undefined) return false
  return 'lines' in place && 'lines' in text.place && place.lines[0] === text.place.lines[0]
}
