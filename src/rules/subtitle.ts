import { rule } from '../core/rule.ts'
import { pageTitle } from '../facts/title.ts'
import { isNamed } from './shapes/names.ts'

const TEXT = `
        The bridge over the river Tolm opened to traffic again on Saturday, two years after the flood damaged its piers.
        Engineers replaced four of the seven arches, and the town paid half of the bill, the mayor said at the ceremony.`

/** What elements with a second line of the title are called. */
const NAMES =
  /(?:^|[\s_-])(?:sub-?title|sub-?head(?:line|ing)?|deck|dek|standfirst|tagline|chapo|sottotitolo|subtitulo|bajada|untertitel)(?:[\s_-]|$)/
/** Shortest, in Latin-equivalent characters: where an element is named for it, and where only the place tells. */
const SHORTEST = { named: 8, bare: 30 }

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
      name: 'in an element named for it',
      html: `<h1>Bridge over the Tolm reopens</h1><h3 class="subtitle">✗ Four arches, one bill</h3><p>The bridge over the river Tolm opened to traffic again on Saturday, two years after the flood damaged its piers.</p>`,
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
    if (fact.endsSentence || fact.mass > heaviest || fact.key === facts[title.at]!.key) return
    if (fact.mass >= SHORTEST.named && isNamed(blocks[at]!, NAMES)) {
      yield { at, because: `stands below the title in an element named "${blocks[at]!.dom!.names}"` }
      return
    }
    const below = facts[at + 1]!.line
    if (below === undefined || below.breadcrumb !== undefined || fact.mass < SHORTEST.bare) return
    yield { at, because: 'stands between the title and the line that says who and when' }
  },
})
