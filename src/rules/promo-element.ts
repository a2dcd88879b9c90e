import { rule } from '../core/rule.ts'
import { isStory } from '../facts/page-type.ts'
import { blockNamed } from './shapes/names.ts'

const NAMES =
  /(?:^|[\s_-])(?:ad|ads|advert|adverts|advertisement|advertising|ad-?(?:slot|unit|container|wrapper|label|box|banner|text)|adsbygoogle|dfp|gpt-ad|sponsor(?:ed)?|banner|promo-?(?:box|block|unit|banner)|commercial|anzeige|publicidad|publicite|reklama|werbung|iklan)(?:[\s_-]|$)/

/** Calls to action. */
const CALLS = /(?:^|[\s_-])(?:cta|call-?to-?action)(?:[\s_-]|$)/

export default rule({
  id: 'promo-element',
  role: 'promo',
  doc: 'A short text in an element named after advertising, or after a call to action beside a story.',
  weight: 2.6,
  evidence: 'name',
  door: 'html',
  examples: [
    {
      name: 'an element so named, and prose in one',
      html: `<article><p>The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.</p></article>
        <div class="ad-slot"><p>✗ A lamp for every room.</p></div>
        <div class="learn-cta"><p>✗ What would a lighthouse do for you?</p></div>
        <div class="ad"><p>They came for the birds, she says, and stayed for the soup, which she makes from what is left, and from what the visitors bring, which is mostly too much of everything but salt. In winter she is alone again.</p></div>`,
    },
  ],
  seeBlock(block, fact, _, { whole }) {
    if (fact.mass >= LONGEST) return undefined
    // on the page of a service, its calls are what it is there for
    return blockNamed(block, NAMES) ?? (isStory(whole) ? blockNamed(block, CALLS) : undefined)
  },
})

/** Longest text taken, in Latin-equivalent characters. */
const LONGEST = 160
