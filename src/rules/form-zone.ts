import { rule } from '../core/rule.ts'

export default rule({
  id: 'form-zone',
  role: 'interface',
  doc: 'Stands in a form.',
  weight: 2.4,
  examples: [
    {
      name: 'the element',
      html: `<main><p>The ferry to Tolm runs twice a day, and on Sundays it runs once and empty.</p></main><form><p>✗ Your wish</p></form>`,
    },
  ],
  *see({ blocks }) {
    for (const { at, dom } of blocks)
      if (dom?.zone === 'form') yield { at, because: 'stands in the element form' }
  },
})
