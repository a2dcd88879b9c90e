import { rule } from '../core/rule.ts'
import { hasCredits, isDateLine } from '../facts/line.ts'
import { pageTitle } from '../facts/title.ts'

export default rule({
  id: 'header-line',
  role: 'byline',
  hearing: 'neighbours',
  doc: 'A short line between the title and the first paragraph, where one of these lines says who or when: names, dates, places, counts.',
  weight: 3,
  evidence: 'proof',
  options: {
    reach: { default: 8, min: 1, doc: 'Lines looked at below the title.' },
    mass: { default: 60, min: 10, doc: 'Longest such line, in Latin-equivalent characters.' },
  },
  examples: [
    {
      name: 'names without a cue, and a date',
      page: `
        - Old bridge over the Tolm reopens
        ✗+ Ann Lee and Tom Weir
        ✗+ March 3, 2024
        + The old bridge over the Tolm was opened again on Monday, after two years of repairs that cost more than planned.
        + Many people came to see it, and the mayor was the first to walk across.
        + Others came later`,
    },
    {
      name: 'a text that begins with short lines',
      page: `
        - Old bridge over the Tolm reopens
        + Over the bridge
        + we went again
        + The old bridge over the Tolm was opened again on Monday, after two years of repairs that cost more than planned.`,
    },
  ],
  *see(view, { reach, mass }) {
    const { blocks, facts, leaning } = view
    const title = pageTitle(view)
    if (title === undefined || leaning === undefined) return
    const lines: number[] = []
    let told = false
    let at = title.at + 1
    for (; at < blocks.length && at - title.at <= reach; at++) {
      const { endsSentence, line, mass: size } = facts[at]!
      if (endsSentence && size > mass) break
      if (size > mass || endsSentence) continue
      if (line !== undefined && (hasCredits(line) || isDateLine(line))) told = true
      if (leaning[at]! > 0 && blocks[at]!.kind !== 'heading') lines.push(at)
    }
    const begins = at < blocks.length && at - title.at <= reach && leaning[at]! > 0
    if (!told || !begins) return
    for (const line of lines) yield { at: line, because: 'stands with who and when between title and text' }
  },
})
