import { rule } from '../core/rule.ts'
import { extent } from './shapes/extent.ts'

export default rule({
  id: 'story-extent',
  role: 'body',
  doc: 'The block stands between the first and the last paragraph of the story, lists and short sections included.',
  weight: 1.2,
  examples: [
    {
      name: 'a list between paragraphs, and the end at a tail heading',
      page: `
        Home
        Contact
        ✗ The bakers of Ostrel went on strike on Monday, and the town had to do without bread for the first time.
        ✗ What they want
        ✗ Later mornings
        ✗ Warmer flour
        ✗ Nobody knew how long it would last, but the queues before the two supermarkets grew longer every day.
        Related stories
        The millers have asked for the same thing every year.`,
    },
  ],
  *see(view) {
    const run = extent(view)
    if (run === undefined) return
    for (let at = run[0]; at <= run[1]; at++) {
      if (view.facts[at]!.letters > 0)
        yield { at, because: 'stands between the first and the last paragraph of the story' }
    }
  },
})
