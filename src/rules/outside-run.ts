import { rule } from '../core/rule.ts'

export default rule({
  id: 'outside-run',
  role: 'boilerplate',
  doc: 'The block stands before or after the densest run of prose; the farther away, the surer.',
  weight: 1.4,
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
  *see({ whole, blocks }, { reach }) {
    if (whole.densest === undefined) return
    const [from, to] = whole.densest
    for (const { at } of blocks) {
      if (at >= from && at <= to) continue
      const distance = at < from ? from - at : at - to
      const strength = 0.5 + (0.5 * Math.min(distance, reach)) / reach
      yield {
        at,
        strength,
        because: `stands ${distance} ${at < from ? 'before' : 'after'} the densest run of prose`,
      }
    }
  },
})
