import { rule } from '../core/rule.ts'
import { phraseBook } from '../words/phrases.ts'
import { NEWSLETTER } from '../words/promotion.ts'
import { linesOpening } from './shapes/phrase-lines.ts'

const PHRASES = phraseBook(NEWSLETTER)

export default rule({
  id: 'newsletter',
  role: 'newsletter',
  doc: 'A call to take a newsletter, or what stands around its form.',
  weight: 3.4,
  options: { maxMass: { default: 240, min: 10, doc: 'Longest text taken, in Latin-equivalent characters.' } },
  examples: [
    {
      name: 'calls',
      page: `
        ✗ Sign up for our newsletter
        ✗ Newsletter
        ✗ Inscrivez-vous à la newsletter et recevez chaque matin le meilleur du port.
        ✗ Enter your email address
        The newsletter of the rowing club was written by hand until the secretary broke her wrist.`,
    },
  ],
  see: (view, { maxMass }) => linesOpening(view, PHRASES, maxMass),
})
