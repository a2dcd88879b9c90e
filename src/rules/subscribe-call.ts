import { rule } from '../core/rule.ts'
import { lineOpening } from './shapes/phrase-lines.ts'

export default rule({
  id: 'subscribe-call',
  role: 'promo',
  doc: 'An offer of a subscription, or the note of a paywall.',
  weight: 3.2,
  evidence: 'proof',
  options: { maxMass: { default: 200, min: 10, doc: 'Longest text taken, in Latin-equivalent characters.' } },
  examples: [
    {
      name: 'offers',
      page: `
        ✗ Subscribe now
        ✗ Already a subscriber? Log in
        ✗ Jetzt testen
        ✗ 立即订阅
        Those who subscribed to the paper in its first year got a lamp, and most of the lamps still burn.`,
    },
  ],
  seeBlock: (block, fact, { maxMass }) => lineOpening(block, fact, 'subscribe', maxMass),
})
