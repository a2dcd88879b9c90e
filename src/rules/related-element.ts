import { rule } from '../core/rule.ts'
import { blockNamed } from './shapes/names.ts'

const NAMES =
  /(?:^|[\s_-])(?:related|related-?(?:posts?|articles?|content|links?|news|stories|items?)|recommend(?:ed|ations?)?|recirc(?:ulation)?|more-?(?:stories|news|articles|from)|read-?(?:more|next|also)|most-?(?:read|popular|viewed)|trending|popular-?posts?|teasers?|promo|outbrain|taboola|also-?read|see-?also|siblings|up-?next|card(?:s|-title|-link)?)(?:[\s_-]|$)/

export default rule({
  id: 'related-element',
  role: 'related',
  doc: 'Mostly link, in an element named after related, recommended or other pages.',
  weight: 2.6,
  evidence: 'name',
  door: 'html',
  examples: [
    {
      name: 'an element so named, and prose in one',
      html: `<article><p>The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.</p></article>
        <div class="related-posts"><a href="/a">✗ A tram for the sea</a></div>
        <div class="related"><p>They came for the birds, she says, and stayed for the soup, which she makes from what is left, and from what the visitors bring, which is mostly too much of everything but salt. In winter she is alone again.</p></div>`,
    },
  ],
  seeBlock: (block, fact) =>
    (block.dom?.linkShare ?? 0) >= 0.5 && fact.mass < 300 ? blockNamed(block, NAMES) : undefined,
})
