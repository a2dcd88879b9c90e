import { rule, type View } from '../core/rule.ts'
import { mention } from '../words/mentions.ts'
import { countSpam } from '../words/spam-counters.ts'
import { runsOf } from './shapes/runs.ts'

export default rule({
  id: 'keyword-lines',
  role: 'spam',
  doc: 'Short lines in a row, no sentences, many of which name unwanted offers of one family.',
  weight: 3.4,
  evidence: 'name',
  options: {
    minRun: { default: 4, min: 3, doc: 'Fewest lines in a row.' },
    maxRun: { default: 60, min: 4, doc: 'Most lines in a row; longer runs are menus of many things.' },
    share: { default: 0.5, min: 0.2, max: 1, doc: 'Share of the lines that must name an offer.' },
  },
  examples: [
    {
      name: 'offers line by line',
      page: `
        The ferry to Tolm was cancelled again on Friday, and the islanders wrote their third letter to the ministry.
        ✗ cheap viagra overnight
        ✗ cialis overnight delivery
        ✗ viagra best price
        ✗ overnight levitra`,
    },
    {
      name: 'a menu with one such entry stays',
      page: `
        Harbour
        Casino
        Chapel
        Lighthouse
        Museum`,
    },
  ],
  *see(view, { minRun, share }) {
    const runs = runsOf(
      view,
      minRun,
      (block, fact) => fact.mass >= 6 && fact.mass <= 90 && fact.sentences === 0 && block.kind !== 'code',
    )
    for (const [from, to] of runs) {
      const hits = offers(view, from, to)
      if (hits < 2 || hits < (to - from + 1) * share) continue
      for (let at = from; at <= to; at++)
        yield { at, because: `is one of ${to - from + 1} short lines, ${hits} of which name offers` }
    }
  },
})

function offers({ blocks, facts }: View, from: number, to: number): number {
  let hits = 0
  for (let at = from; at <= to; at++) if (mention(facts[at]!, 'spam') && countSpam(blocks[at]!.text)) hits++
  return hits
}
