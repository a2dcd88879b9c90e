import { rule } from '../core/rule.ts'
import { blockNamed } from './shapes/names.ts'

const NAMES =
  /(?:^|[\s_-])(?:share|sharing|share-?(?:bar|buttons?|links?|tools?|this)|social|social-?(?:share|links?|media|icons?|buttons?|bar|follow)|addthis|sharethis|addtoany|sharedaddy|jp-relatedposts|follow-?us)(?:[\s_-]|$)/

export default rule({
  id: 'share-element',
  role: 'share',
  doc: 'A short text in an element named after sharing or social networks.',
  weight: 3,
  evidence: 'name',
  door: 'html',
  examples: [
    {
      name: 'an element so named, and prose in one',
      html: `<article><p>The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.</p></article>
        <div class="social-share"><span>✗ Pass it on</span></div>
        <div class="share"><p>They came for the birds, she says, and stayed for the soup, which she makes from what is left, and from what the visitors bring, which is mostly too much of everything but salt. In winter she is alone again.</p></div>`,
    },
  ],
  seeBlock: (block, fact) => (fact.mass < 80 && !fact.endsSentence ? blockNamed(block, NAMES) : undefined),
})
