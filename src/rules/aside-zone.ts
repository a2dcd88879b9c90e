import { rule } from '../core/rule.ts'

export default rule({
  id: 'aside-zone',
  role: 'related',
  doc: 'Stands in an element the page itself marks as beside the story.',
  weight: 2.2,
  door: 'html',
  examples: [
    {
      name: 'the element',
      html: `<main><p>The ferry to Tolm runs twice a day, and on Sundays it runs once and empty.</p><aside><p>✗ Ferries of the north</p></aside></main>`,
    },
  ],
  seeBlock: ({ dom }) => (dom?.zone === 'aside' ? 'stands in the element aside' : undefined),
})
