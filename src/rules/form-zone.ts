import { rule } from '../core/rule.ts'

export default rule({
  id: 'form-zone',
  role: 'interface',
  doc: 'Stands in a form.',
  weight: 2.4,
  door: 'html',
  examples: [
    {
      name: 'the element',
      html: `<main><p>The ferry to Tolm runs twice a day, and on Sundays it runs once and empty.</p></main><form><p>✗ Your wish</p></form>`,
    },
  ],
  seeBlock: ({ dom }) => (dom?.zone === 'form' ? 'stands in the element form' : undefined),
})
