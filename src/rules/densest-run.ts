import { rule } from '../core/rule.ts'
import { isInside } from './shapes/place.ts'

export default rule({
  id: 'densest-run',
  role: 'body',
  doc: 'The block stands in the densest run of prose on the page, as far as the story reaches.',
  weight: 1.2,
  examples: [
    {
      name: 'between the first and the last paragraph of the story',
      page: `
        Home
        Contact
        ✗ The bakers of Ostrel went on strike on Monday, and the town had to do without bread for the first time.
        ✗ A long week
        ✗ Nobody knew how long it would last, but the queues before the two supermarkets grew longer every day.
        About us
        Imprint`,
    },
  ],
  *see(view) {
    const { whole, facts } = view
    if (whole.densest === undefined) return
    const [from, to] = whole.densest
    for (let at = from; at <= to; at++) {
      if (facts[at]!.letters > 0 && isInside(view, at))
        yield { at, because: 'stands in the densest run of prose' }
    }
  },
})
