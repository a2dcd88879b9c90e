import { rule } from '../core/rule.ts'
import { timedSeries } from './shapes/timed-series.ts'

export default rule({
  id: 'teaser-series',
  role: 'related',
  doc: 'Titles or summaries that alternate with dates or times: a list of other pages.',
  weight: 3,
  options: { minTimes: { default: 3, min: 3, doc: 'Fewest times that make a series.' } },
  examples: [
    {
      name: 'sentences with a time under each',
      page: `
        ✗ A second lighthouse is to be built on the reef before the winter storms begin.
        ✗ 2031-03-04 09:45
        ✗ The ferry line has ordered two boats that run on hydrogen.
        ✗ 2031-03-04 09:40
        ✗ Fishermen ask for a later opening of the lock.
        ✗ 3 hours ago`,
    },
    {
      name: 'one date over one story is no series, nor are prices',
      page: `
        The lighthouse of Anglin Rock
        4 March 2031
        The keeper has lived alone on the rock for eleven years, and she does not mind.
        $29.99
        A lamp
        $12.50
        A rope
        $3.20`,
    },
  ],
  *see(view, { minTimes }) {
    for (const { from, to, times } of timedSeries(view)) {
      if (times < minTimes) continue
      for (let at = from; at <= to; at++) yield { at, because: `is part of a list with ${times} dates` }
    }
  },
})
