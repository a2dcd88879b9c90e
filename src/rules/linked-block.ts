import type { Block } from '../core/block.ts'
import { rule } from '../core/rule.ts'
import { type Whole, wholesAround } from '../core/whole.ts'
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
  // the posts of others that a story shows lead to where they stand
  seeBlock: (block, fact, _options, { page }) =>
    isLinked(block) && !(fact.endsSentence && isQuoted(block, page.wholes))
      ? 'is nothing but a link'
      : undefined,
})

function isQuoted(block: Block, wholes: readonly Whole[]): boolean {
  for (const { kind } of wholesAround(block, wholes)) if (kind === 'quote') return true
  return false
}
