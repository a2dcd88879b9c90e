import { rule } from '../core/rule.ts'
import { lineReading } from './shapes/phrase-lines.ts'

export default rule({
  id: 'advertisement',
  role: 'promo',
  doc: 'The label of an advertisement, or the note that the text goes on below one.',
  weight: 3.8,
  evidence: 'proof',
  examples: [
    {
      name: 'labels',
      page: `
        ✗ Advertisement
        ✗ Anzeige
        ✗ 广告
        ✗ La suite après cette publicité
        The advertisement showed a horse, and nobody understood what it was for.`,
    },
  ],
  seeBlock: (block, fact) => lineReading(block, fact, 'advertisement'),
})
