import { rule } from '../core/rule.ts'
import { mention } from '../words/mentions.ts'
import { lineOpening } from './shapes/phrase-lines.ts'

/** A sentence longer than this may tell of a newsletter. */
const CALL = 180
/** What a form says over its field may also be a step of instructions, where more follows. */
const FIELD = /^(?:please )?enter your e-?mail/i
const LABEL = 50
/** What no text on newsletters says. */
const CALLS = /^(?:sign up|subscribe|join|you|get) |\binbox\b/
/** Whose newsletter it is may stand between. */
const ASKS =
  /\b(?:sign up|signing up|subscrib\w+|abonn\w+|inscri\w+|iscri\w+|suscrí\w+|assin\w+|anmelden)\b.{0,40}\bnewsletters?\b|\bnewsletters?\W{1,4}(?:hier |jetzt )?(?:sign up|subscribe|abonnieren|anmelden|bestellen)\b/i
const TOLD = /^newsletters? \p{Ll}/iu

export default rule({
  id: 'newsletter',
  role: 'newsletter',
  doc: 'A call to take a newsletter, or what stands around its form.',
  weight: 3.4,
  evidence: 'proof',
  options: { maxMass: { default: 240, min: 10, doc: 'Longest text taken, in Latin-equivalent characters.' } },
  examples: [
    {
      name: 'calls',
      page: `
        ✗ Sign up for our newsletter
        ✗ Newsletter
        ✗ Inscrivez-vous à la newsletter et recevez chaque matin le meilleur du port.
        ✗ Enter your email address
        ✗ For more of this, make sure to sign up for our newsletter!
        ✗ This piece was first in the One Lamp newsletter. Sign up for it here.
        Enter your email, check the box under the oath, and wait for the letter that tells you when to row.
        The newsletter of the rowing club was written by hand until the secretary broke her wrist.
        Newsletters are read by fewer people than they are sent to, the club has found out in nine years of counting them.
        In every case, your newsletter has to pass the dog.`,
    },
  ],
  seeBlock(block, fact, { maxMass }) {
    if (fact.mass > LABEL && (block.kind === 'item' || FIELD.test(block.text))) return undefined
    // a sentence that begins with the mere word tells of them
    if (fact.mass > LABEL && fact.endsSentence && /^newsletter/i.test(block.text) && TOLD.test(block.text))
      return undefined
    const opens = lineOpening(block, fact, 'newsletter', maxMass)
    if (opens !== undefined || fact.mass < 16 || fact.mass > CALL) return opens
    const called = fact.key.includes('newsletter') ? ASKS.exec(block.text)?.[0] : undefined
    if (called !== undefined) return { strength: 0.8, because: `says "${called}"` }
    const found = mention(fact, 'newsletter')
    if (found === undefined) return undefined
    const said = { strength: 0.8, because: `says "${found}"` }
    return CALLS.test(found) ? said : { ...said, evidence: 'name' }
  },
})
