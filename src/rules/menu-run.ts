import { rule } from '../core/rule.ts'
import { extent } from './shapes/extent.ts'
import { isLabel } from './shapes/line.ts'
import { quantities } from './shapes/quantities.ts'
import { runsOf } from './shapes/runs.ts'

export default rule({
  id: 'menu-run',
  role: 'navigation',
  doc: 'A run of short lines that are no sentences, outside the story: a menu or a list of links.',
  weight: 2,
  options: {
    minRun: { default: 4, min: 2, doc: 'Fewest lines that make a run.' },
    maxMass: { default: 40, min: 10, doc: 'Longest line of a run, in Latin-equivalent characters.' },
  },
  examples: [
    {
      name: 'a menu above a story',
      page: `
        ✗ Home
        ✗ Island news
        ✗ Harbour
        ✗ Weather
        ✗ Contact
        The ferry to Tolm was cancelled again on Friday, and the islanders wrote their third letter to the ministry.
        It asks for nothing more than a timetable that is kept, or a reason, when it is not.`,
    },
    {
      name: 'amounts stay',
      page: `
        400 g dried peas
        2 leeks
        1 bay leaf
        3 l water`,
    },
    {
      name: 'short lines inside the story stay',
      page: `
        Everybody in the valley bakes this bread. The recipe came from an aunt in Perrin, who had it from a monk, and it needs only four things, or five, if one counts the patience that most people lack on an empty stomach.
        Flour
        Water
        Honey
        Salt
        Everything is mixed in the evening, covered with a cloth and left alone until the first bell, when the oven must be so hot that nobody wants to stand beside it any more. Then it is baked for as long as a psalm takes.`,
    },
  ],
  *see(view, { minRun, maxMass }) {
    const run = extent(view)
    const amounts = quantities(view)
    const runs = runsOf(
      view,
      minRun,
      (block, fact) =>
        fact.mass <= maxMass &&
        block.kind !== 'code' &&
        block.kind !== 'cell' &&
        amounts[block.at] === 0 &&
        isLabel(fact, maxMass) &&
        (run === undefined || block.at < run[0] || block.at > run[1]),
    )
    for (const [from, to] of runs) {
      const length = to - from + 1
      for (let at = from; at <= to; at++)
        yield {
          at,
          strength: Math.min(1, 0.5 + length / 20),
          because: `is one of ${length} short lines in a row`,
        }
    }
  },
})
