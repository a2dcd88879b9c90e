import { rule } from '../core/rule.ts'
import { lineOpening } from './shapes/phrase-lines.ts'

export default rule({
  id: 'donate-call',
  role: 'promo',
  doc: 'A call for donations.',
  weight: 3,
  evidence: { html: 'name', text: 'proof' },
  options: { maxMass: { default: 200, min: 10, doc: 'Longest text taken, in Latin-equivalent characters.' } },
  examples: [
    {
      name: 'calls',
      page: `
        ✗ Donate now
        ✗ Jetzt spenden
        ✗ Поддержите нас
        Donations to the lifeboat have doubled since the storm, and the crew has a new engine.`,
    },
  ],
  seeBlock: (block, fact, { maxMass }) => lineOpening(block, fact, 'donate', maxMass),
})
