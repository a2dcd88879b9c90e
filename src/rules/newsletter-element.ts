import { rule } from '../core/rule.ts'
import { blockNamed } from './shapes/names.ts'

const NAMES =
  /(?:^|[\s_-])(?:newsletters?|newsletter-?(?:signup|form|box|widget|promo|wrapper|header|subscribe|title|description|text)|sign-?up|subscribe-?(?:form|box|widget)|mailchimp|mc4wp|email-?(?:signup|form|capture)|optin)(?:[\s_-]|$)/

export default rule({
  id: 'newsletter-element',
  role: 'newsletter',
  doc: 'A short text in an element named after a newsletter or a subscription.',
  weight: 2.8,
  evidence: 'proof',
  door: 'html',
  examples: [
    {
      name: 'an element so named, and prose in one',
      html: `<article><p>The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.</p></article>
        <div class="newsletter-signup"><p>✗ Every Friday, by post.</p></div>
        <div class="newsletter"><p>They came for the birds, she says, and stayed for the soup, which she makes from what is left, and from what the visitors bring, which is mostly too much of everything but salt. In winter she is alone again.</p></div>`,
    },
  ],
  seeBlock: (block, fact) => (fact.mass < 150 ? blockNamed(block, NAMES) : undefined),
})
