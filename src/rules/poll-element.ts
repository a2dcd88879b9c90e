import { rule } from '../core/rule.ts'
import { blockNamed } from './shapes/names.ts'

const NAMES =
  /(?:^|[\s_-])(?:polls?|poll-?(?:box|widget|question|container|wrapper|answers?)|opinion-?poll|survey|quiz|voting|umfrage|sondage|encuesta|sondaggio|enquete|опрос)(?:[\s_-]|$)/

export default rule({
  id: 'poll-element',
  role: 'widget',
  doc: 'A short text in an element named after a poll or a quiz.',
  weight: 2.8,
  evidence: 'proof',
  door: 'html',
  examples: [
    {
      name: 'an element so named, and prose in one',
      html: `<article><p>The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.</p></article>
        <div class="poll"><p>✗ Should the birds pay?</p><button>✗ They should</button></div>
        <div class="survey"><p>They came for the birds, she says, and stayed for the soup, which she makes from what is left, and from what the visitors bring, which is mostly too much of everything but salt. In winter she is alone again.</p></div>`,
    },
  ],
  seeBlock: (block, fact) => (fact.mass < 150 ? blockNamed(block, NAMES) : undefined),
})
