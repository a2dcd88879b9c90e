import { rule } from '../core/rule.ts'
import { pageTitle } from '../facts/title.ts'

/** Evidence the title below needs: a word above an unsure title says nothing. */
const SURE = 3.5

export default rule({
  id: 'kicker',
  role: 'kicker',
  doc: 'The rubric: a word or two right above a sure title, set off from the menu above it.',
  weight: 1,
  options: {
    heaviest: { default: 30, min: 4, max: 100, doc: 'Longest rubric, in Latin-equivalent characters.' },
  },
  examples: [
    {
      name: 'a rubric over a heading',
      html: `<div><p>✗ Local matters</p><h1>Bridge over the Tolm reopens after two years of repairs</h1><p>By Ann Lee</p></div>
        <p>The bridge over the river Tolm opened to traffic again on Saturday, two years after the flood damaged its piers.</p>
        <p>Engineers replaced four of the seven arches, and the town paid half of the bill, the mayor said at the ceremony.</p>`,
    },
    {
      name: 'the last word of a menu is none',
      page: `
        Home
        Sport
        Culture
        Bridge over the Tolm reopens after two years of repairs
        By Ann Lee | The Harbour Daily | 14 June 2025
        The bridge over the river Tolm opened to traffic again on Saturday, two years after the flood damaged its piers.
        Engineers replaced four of the seven arches, and the town paid half of the bill, the mayor said at the ceremony.`,
    },
  ],
  *see(view, { heaviest }) {
    const { blocks, facts } = view
    const title = pageTitle(view)
    if (title === undefined || title.score < SURE || title.at === 0) return
    const at = title.at - 1
    const block = blocks[at]!
    const fact = facts[at]!
    if (fact.mass > heaviest || fact.letters < 3 || fact.endsSentence || fact.repeats > 2) return
    if (block.kind === 'item' || block.kind === 'cell' || fact.line !== undefined) return
    const siblings = block.dom !== undefined && block.dom.parent === blocks[title.at]!.dom?.parent
    if (at > 0 && facts[at - 1]!.mass <= heaviest && !siblings) return
    yield { at, because: 'is a word or two right above the title' }
  },
})
