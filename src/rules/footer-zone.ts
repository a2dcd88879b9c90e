import { rule } from '../core/rule.ts'

export default rule({
  id: 'footer-zone',
  role: 'footer',
  doc: 'Stands in an element the page itself marks as its foot.',
  weight: 3,
  door: 'html',
  examples: [
    {
      name: 'the element',
      html: `<main><p>The ferry to Tolm runs twice a day, and on Sundays it runs once and empty.</p></main><footer><p>✗ Made on the island.</p></footer>`,
    },
  ],
  seeBlock: ({ dom }) => (dom?.zone === 'footer' ? 'stands in the element footer' : undefined),
})
