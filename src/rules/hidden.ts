import { rule } from '../core/rule.ts'
import { hiddenShare } from './shapes/hidden-share.ts'

export default rule({
  id: 'hidden',
  role: 'hidden',
  doc: 'The page hides the block from its readers. Weak where most of the page is hidden: then a script was to show it.',
  weight: 2.2,
  evidence: 'name',
  door: 'html',
  options: {
    sheets: {
      default: false,
      doc: 'Takes what the page’s own style sheets hide, too; scripts take that back often.',
    },
    most: { default: 0.4, min: 0, max: 1, doc: 'Share of the page’s sentences that may be hidden.' },
  },
  examples: [
    {
      name: 'an attribute and a style',
      html: `<div hidden><p>✗ Not for you</p></div><p style="display:none">✗ Nor this</p>
        <p>Hidden behind the chapel lies the only orchard of the island, and nobody has ever hidden it well.</p>`,
    },
  ],
  *see(view, { most, sheets }) {
    const strength = hiddenShare(view) > most ? 0.3 : 1
    for (const { at, dom } of view.blocks) {
      const by = dom?.hidden ?? (sheets ? dom?.covered : undefined)
      if (by !== undefined) yield { at, because: `is hidden (${by})`, strength }
    }
  },
})
