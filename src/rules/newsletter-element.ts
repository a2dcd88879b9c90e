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
      name: 'a letter in an element so named',
      html: `<div class="newsletter"><h2>Soup</h2>${'<p>The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them, who came for the birds and stayed for the soup, which she makes.</p>'.repeat(8)}<p>In winter she is alone.</p></div>`,
    },
    {
      name: 'an element so named, and prose in one',
      html: `<article><p>The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.</p></article>
        <div class="newsletter-signup"><p>✗ Every Friday, by post.</p></div>
        <div class="newsletter"><p>They came for the birds, she says, and stayed for the soup, which she makes from what is left, and from what the visitors bring, which is mostly too much of everything but salt. In winter she is alone again.</p></div>`,
    },
  ],
  *see({ blocks, facts }) {
    const named = blocks.flatMap((block) => {
      const because = blockNamed(block, NAMES)
      return because === undefined
        ? []
        : [{ at: block.at, mass: facts[block.at]!.mass, parent: block.dom!.parent, because }]
    })
    const held = new Map<number, number>()
    for (const { parent, mass } of named) held.set(parent, (held.get(parent) ?? 0) + mass)
    // an archive of newsletters names the element of each of them after it
    for (const { at, parent, mass, because } of named)
      if (mass < SHORT && held.get(parent)! < TEXT) yield { at, because }
  },
})

/** Heavier blocks are no call, and elements with so much text are no box, in Latin-equivalent characters. */
const SHORT = 150
const TEXT = 1000
