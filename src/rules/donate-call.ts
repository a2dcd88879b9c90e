import { rule } from '../core/rule.ts'
import { mention } from '../words/mentions.ts'
import { lineOpening } from './shapes/phrase-lines.ts'

export default rule({
  id: 'donate-call',
  role: 'promo',
  doc: 'A call for donations or other support.',
  weight: 3,
  evidence: 'proof',
  options: { maxMass: { default: 200, min: 10, doc: 'Longest text taken, in Latin-equivalent characters.' } },
  examples: [
    {
      name: 'calls',
      page: `
        ✗ Donate now
        ✗ Jetzt spenden
        ✗ Поддержите нас
        ✗ Harbour Notes is written at night, and if you like what you find here, please think about becoming a paid subscriber.
        Donations to the lifeboat have doubled since the storm, and the crew has a new engine.
        If you value silence, sleep on the north side of the rock.
        Contribute soup to the meal of the keepers`,
    },
  ],
  seeBlock(block, fact, { maxMass }) {
    const opens = lineOpening(block, fact, 'donate', maxMass)
    if (opens !== undefined || fact.mass > maxMass || block.kind === 'quote') return opens
    const found = mention(fact, 'donate')
    return found === undefined ? undefined : `says "${found}"`
  },
})
