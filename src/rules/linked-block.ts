import { rule } from '../core/rule.ts'
import { isLinked } from './shapes/line.ts'

export default rule({
  id: 'linked-block',
  role: 'related',
  doc: 'The whole block, a title or a sentence, is one link to somewhere else.',
  weight: 2,
  door: 'html',
  examples: [
    {
      name: 'a teaser between paragraphs',
      html: `<p>The bridge of Onder was built twice, because the first one was forgotten in a flood.</p>
        <p><a href="/ferry">✗ Why the ferry never came back</a></p>
        <p>It is told that <a href="/mason">the mason</a> was paid in eels, and that he was content with it.</p>`,
    },
  ],
  seeBlock: (block) => (isLinked(block) ? 'is nothing but a link' : undefined),
})
