import { rule } from '../core/rule.ts'

export default rule({
  id: 'footer-zone',
  role: 'footer',
  doc: 'Stands in an element the page itself marks as its foot.',
  weight: 3,
  examples: [
    {
      name: 'the element',
      html: `<main><p>The ferry to Tolm runs twice a day, and on Sundays it runs once and empty.</p></main><footer><p>✗ Made on the island.</p></footer>`,
    },
  ],
  *see({ blocks }) {
    for (const { at, dom } of blocks)
      if (dom?.zone === 'footer') yield { at, because: 'stands in the element footer' }
  },
})
