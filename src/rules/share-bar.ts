import { rule } from '../core/rule.ts'
import { opening } from '../words/openings.ts'
import { reads } from '../words/whole-lines.ts'

export default rule({
  id: 'share-bar',
  role: 'share',
  doc: 'Words on the buttons that hand the page on to friends.',
  weight: 3.6,
  evidence: { html: 'proof', text: 'name' },
  options: {
    maxMass: {
      default: 80,
      min: 10,
      doc: 'Longest line taken for a button, in Latin-equivalent characters.',
    },
  },
  examples: [
    {
      name: 'buttons under the dateline',
      page: `
        By Mara Lind | The Orm Courier
        ✗ Share
        ✗ Share on WhatsApp
        ✗ 分享到：
        ✗ Condividi
        ✗ 点击右上角，发给朋友
        The two countries share a border of three thousand kilometres.`,
    },
  ],
  seeBlock({ text, kind }, fact, { maxMass }) {
    if (fact.mass > maxMass || kind === 'code') return undefined
    return reads(fact, 'share') || (!fact.endsSentence && opening(fact, 'share') > 0)
      ? `reads "${text}", as share buttons do`
      : undefined
  },
})
