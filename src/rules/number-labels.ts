import { rule } from '../core/rule.ts'
import { quantities } from './shapes/quantities.ts'
import { runsOf } from './shapes/runs.ts'

export default rule({
  id: 'number-labels',
  role: 'widget',
  doc: 'Words and bare counts that alternate (`Happy` `0` `Sad` `0`), or words with a count each: a poll, a mood, a counter.',
  weight: 3,
  options: { minRun: { default: 4, min: 2, doc: 'Fewest blocks in a row.' } },
  examples: [
    {
      name: 'moods with their counts',
      page: `
        ✗ Happy
        ✗ 0
        ✗ Sad
        ✗ 3
        ✗ Bored
        ✗ 12`,
    },
    {
      name: 'counts behind the words',
      page: `
        ✗ 开心 0
        ✗ 难过 2
        ✗ 点赞 11
        ✗ 飘过 0`,
    },
    {
      name: 'fares and ingredients stay',
      page: `
        Child 4.20
        Bicycle 3.00
        Dog 2.10
        Trailer 18.00
        2 eggs
        1 l milk
        500 g flour
        3 apples`,
    },
    {
      name: 'numbered sections stay',
      page: 'Chapter 1\nThe tide was out when they found the boat.\nChapter 2\nNobody asked whose it was.',
    },
  ],
  *see(view, { minRun }) {
    const amounts = quantities(view)
    const runs = runsOf(
      view,
      minRun,
      (block, fact) =>
        fact.chars <= 16 &&
        fact.sentences === 0 &&
        amounts[block.at] === 0 &&
        block.kind !== 'cell' &&
        block.kind !== 'code' &&
        block.kind !== 'heading',
    )
    for (const [from, to] of runs) {
      let counts = 0
      let alternating = 0
      for (let at = from; at <= to; at++) {
        const fact = view.facts[at]!
        if (fact.digits > 0 && fact.digits <= 5) counts++
        if (fact.letters === 0 && fact.digits > 0 && at > from && view.facts[at - 1]!.digits === 0)
          alternating++
      }
      const length = to - from + 1
      if (alternating < length * 0.35 && counts < length * 0.8) continue
      for (let at = from; at <= to; at++)
        yield { at, because: `is one of ${length} labels and counts in a row` }
    }
  },
})
