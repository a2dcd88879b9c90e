import { rule } from '../core/rule.ts'
import { extent } from './shapes/extent.ts'

export default rule({
  id: 'outside-run',
  role: 'boilerplate',
  doc: 'The block stands before the first or after the last paragraph of the story; the farther away, the surer.',
  weight: 1.6,
  options: { reach: { default: 6, min: 1, doc: 'Blocks after which distance makes no more difference.' } },
  examples: [
    {
      name: 'menu and foot around a story',
      page: `
        ✗ Home
        ✗ Contact
        The bakers of Ostrel went on strike on Monday, and the town had to do without bread for the first time.
        Nobody knew how long it would last, but the queues before the two supermarkets grew longer every day.
        ✗ About us`,
    },
    { name: 'a page without prose has no outside', page: 'Home\nContact' },
  ],
  *see(view, { reach }) {
    const run = extent(view)
    if (run === undefined) return
    const [from, to] = run
    for (const { at } of view.blocks) {
      if (at >= from && at <= to) continue
      const distance = at < from ? from - at : at - to
      const strength = 0.5 + (0.5 * Math.min(distance, reach)) / reach
      yield {
        at,
        strength,
        because: `stands ${distance} ${at < from ? 'before' : 'after'} the story`,
      }
    }
  },
})
