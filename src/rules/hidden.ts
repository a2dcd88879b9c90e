import { rule } from '../core/rule.ts'

export default rule({
  id: 'hidden',
  role: 'hidden',
  doc: 'The page hides the block from its readers.',
  weight: 2.2,
  examples: [
    {
      name: 'an attribute and a style',
      html: `<div hidden><p>✗ Not for you</p></div><p style="display:none">✗ Nor this</p>
        <p>Hidden behind the chapel lies the only orchard of the island, and nobody has ever hidden it well.</p>`,
    },
  ],
  *see({ blocks }) {
    for (const { at, dom } of blocks)
      if (dom?.hidden !== undefined) yield { at, because: `is hidden (${dom.hidden})` }
  },
})
