import { rule } from '../core/rule.ts'

export default rule({
  id: 'header-zone',
  role: 'navigation',
  doc: 'Stands in an element the page itself marks as a head; a story has one too.',
  weight: 0.7,
  door: 'html',
  examples: [
    {
      name: 'the element',
      html: `<header><p>✗ The Orm Courier</p></header><main><p>The ferry to Tolm runs twice a day, and on Sundays it runs once and empty.</p></main>`,
    },
  ],
  seeBlock: ({ dom }) => (dom?.zone === 'header' ? 'stands in the element header' : undefined),
})
