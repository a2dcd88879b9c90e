import { rule } from '../core/rule.ts'

export default rule({
  id: 'run-to-the-end',
  role: 'body',
  hearing: 'neighbours',
  doc: 'Near the end of a text dump that ends with its prose: what leans out only slightly there has no foot or list after it to belong to.',
  weight: 1.3,
  door: 'text',
  options: {
    doubt: { default: 1.2, min: 0, doc: 'Leaning below zero that counts as slight, in log-odds.' },
    gap: { default: 6, min: 1, doc: 'Blocks above among which one must clearly be the article’s.' },
  },
  examples: [
    {
      name: 'the last lines of a dump',
      page: `
        + The keeper looked at the letter for a long time before she answered the postman’s question, which was a simple one.
        ✗- What the island lost
        ✗- The boats never came back to the harbour, and the nets were sold to a museum on the mainland.`,
    },
    {
      name: 'a foot comes after it',
      page: `
        + The keeper looked at the letter for a long time before she answered the postman’s question, which was a simple one.
        - The boats never came back to the harbour, and the nets were sold to a museum on the mainland.
        - Home
        - Contact
        - Imprint`,
    },
  ],
  *see({ blocks, whole, leaning }, { doubt, gap }) {
    if (leaning === undefined || whole.densest === undefined) return
    const [from, to] = whole.densest
    if (to < blocks.length - 1) return
    let sure = Number.NEGATIVE_INFINITY
    for (let at = from; at <= to; at++) {
      if (leaning[at]! >= 1) sure = at
      if (leaning[at]! > 0 || leaning[at]! < -doubt || at - sure > gap) continue
      yield { at, because: 'ends a dump that ends with its prose' }
    }
  },
})
