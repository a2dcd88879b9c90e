import { rule } from '../core/rule.ts'
import { pageTitle } from '../facts/title.ts'

const TEXT = `
        The bridge over the river Tolm opened to traffic again on Saturday, two years after the flood damaged its piers.
        Engineers replaced four of the seven arches, and the town paid half of the bill, the mayor said at the ceremony.`

export default rule({
  id: 'subtitle',
  role: 'subtitle',
  doc: 'The second line of a title: right below it and above the byline or date, shorter than a paragraph, without the full stop of a sentence.',
  weight: 1.5,
  options: {
    heaviest: { default: 240, min: 20, max: 1000, doc: 'Longest subtitle, in Latin-equivalent characters.' },
  },
  examples: [
    {
      name: 'between title and byline',
      page: `
        Bridge over the Tolm reopens after two years
        ✗ Four of seven arches replaced, town and state share the bill
        By Ann Lee | The Harbour Daily | 14 June 2025${TEXT}`,
    },
    {
      name: 'the first paragraph is none',
      page: `
        Bridge over the Tolm reopens after two years of repairs
        By Ann Lee | The Harbour Daily | 14 June 2025${TEXT}`,
    },
  ],
  *see(view, { heaviest }) {
    const { blocks, facts, whole } = view
    const title = pageTitle(view)
    if (title === undefined || title.at + 2 >= blocks.length) return
    const at = title.at + 1
    const fact = facts[at]!
    if (at >= (whole.densest?.[0] ?? 0) || fact.line !== undefined) return
    const below = facts[at + 1]!.line
    if (below === undefined || below.breadcrumb !== undefined) return
    if (fact.endsSentence || fact.mass < 30 || fact.mass > heaviest || fact.key === facts[title.at]!.key)
      return
    yield { at, because: 'stands between the title and the line that says who and when' }
  },
})
