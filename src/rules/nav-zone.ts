import { rule } from '../core/rule.ts'

export default rule({
  id: 'nav-zone',
  role: 'navigation',
  doc: 'Stands in an element the page itself marks as navigation.',
  weight: 2.5,
  door: 'html',
  examples: [
    {
      name: 'the nav element',
      html: `<nav><p>✗ Islands</p></nav><main><p>The islands of Orr are eleven, or twelve when the tide is out, and all of them have names.</p></main>`,
    },
  ],
  seeBlock: ({ dom }) => (dom?.zone === 'nav' ? 'stands in a navigation element' : undefined),
})
