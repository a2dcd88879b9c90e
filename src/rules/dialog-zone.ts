import { rule } from '../core/rule.ts'

export default rule({
  id: 'dialog-zone',
  role: 'consent',
  doc: 'Stands in a dialog laid over the page.',
  weight: 2.6,
  door: 'html',
  examples: [
    {
      name: 'the element',
      html: `<main><p>The ferry to Tolm runs twice a day, and on Sundays it runs once and empty.</p></main><dialog open><p>✗ Before you go on</p></dialog>`,
    },
  ],
  seeBlock: ({ dom }) => (dom?.zone === 'dialog' ? 'stands in the element dialog' : undefined),
})
