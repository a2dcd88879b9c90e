import { rule } from '../core/rule.ts'
import { reads } from '../words/whole-lines.ts'
import { isLabel, isLinked } from './shapes/line.ts'

export default rule({
  id: 'contents-list',
  role: 'navigation',
  doc: 'A table of contents: its heading, and the short lines after it that stand again on the page as headings.',
  weight: 2.4,
  evidence: 'name',
  options: { maxEntries: { default: 40, min: 1, doc: 'Most entries taken after the heading.' } },
  examples: [
    {
      name: 'entries that return as headings',
      page: `
        ✗ Contents
        ✗ How tides work
        ✗ Reading a table
        How tides work
        The moon pulls at the sea, and the sea follows, though never as quickly as one would expect.
        Reading a table
        A tide table gives two heights and four times a day, and the rest is done by eye.`,
    },
    {
      name: 'contents of a box stay',
      page: `
        The contents
        A knife, two letters and a ring lay in the box, which nobody had opened in a hundred years.`,
    },
  ],
  *see({ blocks, facts }, { maxEntries }) {
    for (const block of blocks) {
      if (facts[block.at]!.mass > 60 || !reads(facts[block.at]!, 'contents')) continue
      const entries: number[] = []
      for (let at = block.at + 1; at <= block.at + maxEntries && at < blocks.length; at++) {
        const fact = facts[at]!
        if (!isLabel(fact, 120) || fact.repeats === 1 || fact.repeat > 0) break
        entries.push(at)
      }
      // a list of links is the page's own; without links it may be a book's, which belongs to it
      const strength = entries.some((at) => isLinked(blocks[at]!)) ? 1 : 0.3
      if (entries.length > 0) yield { at: block.at, strength, because: 'heads a table of contents' }
      for (const at of entries)
        yield { at, strength, because: 'stands again on the page, as an entry of the contents does' }
    }
  },
})
