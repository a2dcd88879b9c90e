import { rule } from '../core/rule.ts'
import { opening } from '../words/openings.ts'
import { isNamed } from './shapes/names.ts'

const TOPIC =
  /cookie|consent|gdpr|privacy|datenschutz|çerez|evästei|kakor|informasjonskapsler|süti|zgod|личн|персональн|кук|隐私|隱私|クッキー|쿠키|คุกกี้|עוגיות|تعريف الارتباط/i
const NAMES = /(?:^|[\s_-])(?:cookies?|consent|gdpr|ccpa|cmp|onetrust|didomi|cookiebot)(?:[\s_-]|$)/

export default rule({
  id: 'consent',
  role: 'consent',
  doc: 'Part of a banner that asks for consent to cookies and tracking.',
  weight: 3.6,
  evidence: 'proof',
  examples: [
    {
      name: 'a banner',
      page: `
        ✗ We use cookies to make this site work and to count visits.
        ✗ Accept all
        ✗ Cookie settings
        ✗ Diese Website verwendet Cookies
        The bakery sells cookies that are older than the street, or so its owner says.
        Accept all the help you can get, the old pilot said, and then do it alone.`,
    },
    {
      name: 'an element named after it',
      html: `<div id="cookie-banner"><p>✗ Our partners store data on your device.</p></div>
        <article><p>The law on tracking was passed in spring, and most firms have not read it to the end.</p></article>`,
    },
  ],
  seeBlock(block, fact) {
    if (fact.mass > 700 || fact.letters === 0) return undefined
    const length = opening(fact, 'consent')
    if (length > 0 && (length === fact.key.length || TOPIC.test(block.text.slice(0, 160))))
      return `asks for consent: "${block.text.slice(0, 40)}"`
    return isNamed(block, NAMES) ? `stands in an element named "${block.dom!.names}"` : undefined
  },
})
