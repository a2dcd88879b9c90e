import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import { rule } from '../core/rule.ts'
import { opening } from '../words/openings.ts'
import { holdsStory, namedElements } from './shapes/named-elements.ts'
import { isNamed } from './shapes/names.ts'

const TOPIC =
  /cookie|consent|gdpr|privacy|datenschutz|çerez|evästei|kakor|informasjonskapsler|süti|zgod|личн|персональн|кук|隐私|隱私|クッキー|쿠키|คุกกี้|עוגיות|تعريف الارتباط/i
const NAMES =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|ccpa|onetrust|didomi|cookiebot)(?:[\s_-]|$)|(?:^|\s)cmp(?:\s|$)/
/** Names of elements that tools for consent put around all of theirs. */
const AROUND =
  /^(?:onetrust|ot-sdk|optanon|cookie-?(?:law|consent|banner|notice|bar|popup|modal|overlay|settings|preferences)|cookieconsent|cookiebot|cybotcookiebot|cmp(?:box|wrapper)|didomi|usercentrics|qc-cmp|gdpr|ccpa|truste|sp_message|iubenda-cs|cc-(?:window|banner|overlay)|klaro|borlabs|tarteaucitron|axeptio|osano)/

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
        ✗ Waiting for your permission to load the lamp.
        The bakery sells cookies that are older than the street, or so its owner says.
        Accept all the help you can get, the old pilot said, and then do it alone.`,
    },
    {
      name: 'an element named after it',
      html: `<div class="cmp-text cmp-title__text"><p>A component for text is no banner.</p></div><div id="cookie-banner"><p>✗ Our partners store data on your device.</p></div>
        <div id="onetrust-consent-sdk"><div><div><div><p>✗ A small file is kept for up to thirteen months.</p></div></div></div></div>
        <article><p>The law on tracking was passed in spring, and most firms have not read it to the end.</p></article>`,
    },
  ],
  *see(view) {
    // the element of a banner may hold more than the page says
    const around = namedElements(AROUND, holdsStory(view, 1))
    for (const block of view.blocks) {
      const fact = view.facts[block.at]!
      if (fact.letters === 0) continue
      const element = around(block)
      if (element !== undefined)
        yield { at: block.at, because: `stands in an element named "${element.label}"` }
      else if (fact.mass <= LONGEST && asks(block, fact))
        yield { at: block.at, because: `asks for consent: "${block.text.slice(0, 40)}"` }
      else if (fact.mass <= LONGEST && isNamed(block, NAMES))
        yield { at: block.at, because: `stands in an element named "${block.dom!.names}"` }
    }
  },
})

/** Folded length of an opening that no sentence of a story has. */
const CLEAR = 26

/** Longest block taken for what it reads or its nearest names, in Latin-equivalent characters. */
const LONGEST = 700

function asks({ text }: Block, fact: Facts): boolean {
  const length = opening(fact, 'consent')
  return length > 0 && (length === fact.key.length || length >= CLEAR || TOPIC.test(text.slice(0, 160)))
}
