import { rule, type View } from '../core/rule.ts'
import { isTimeLine } from './shapes/time-line.ts'

/** Most blocks between two times of one series. */
const STRIDE = 4

export default rule({
  id: 'teaser-series',
  role: 'related',
  doc: 'Titles or summaries that alternate with dates or times: a list of other pages.',
  weight: 2.8,
  options: { minTimes: { default: 3, min: 2, doc: 'Fewest times that make a series.' } },
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
      name: 'one date over one story is no series',
      page: `
        The lighthouse of Anglin Rock
        4 March 2031
        The keeper has lived alone on the rock for eleven years, and she does not mind.`,
    },
  ],
  *see(view, { minTimes }) {
    for (const times of series(view)) {
      if (times.length < minTimes) continue
      const [first, last] = reach(view, times)
      for (let at = first; at <= last; at++)
        yield { at, because: `is part of a list with ${times.length} dates` }
    }
  },
})

/** Groups of time lines that follow each other at a short stride. */
function series({ blocks, facts }: View): number[][] {
  const found: number[][] = []
  for (const { at, text } of blocks) {
    if (facts[at]!.digits === 0 || facts[at]!.chars > 48 || !isTimeLine(text, facts[at]!)) continue
    const open = found.at(-1)
    if (open !== undefined && at - open.at(-1)! <= STRIDE) open.push(at)
    else found.push([at])
  }
  return found
}

/** A series takes the block before its first time when times close the entries, and the one after its last when they open them. */
function reach({ blocks, facts }: View, times: readonly number[]): readonly [number, number] {
  const first = times[0]!
  const last = times.at(-1)!
  const stride = times.length > 1 ? times[1]! - first : 1
  const closes = last + 1 >= blocks.length || facts[last + 1]!.mass < 12
  if (closes || stride <= 1) return [Math.max(0, first - stride + 1), last]
  return [Math.max(0, first - stride + 1), last]
}
