import { rule } from '../core/rule.ts'
import { opening } from '../words/openings.ts'
import { isInside } from './shapes/place.ts'

/** Folded length from which an opening is clear enough inside the story. */
const CLEAR = 20

export default rule({
  id: 'disclaimer',
  role: 'boilerplate',
  doc: 'A notice after the story: whose opinion it is, where it first stood, what may be copied.',
  weight: 3,
  evidence: 'name',
  options: {
    maxMass: { default: 600, min: 40, doc: 'Longest notice taken, in Latin-equivalent characters.' },
  },
  examples: [
    {
      name: 'notices under the story',
      page: `
        The council met on Tuesday, as it has done since the flood, and decided nothing, as it has done since.
        The next meeting is due in a week, and the agenda is the same, with the exception of the date.
        Imprint
        ✗ Disclaimer: opinions are the author’s own
        ✗ 本文仅代表作者个人观点`,
    },
    {
      name: 'a sentence in the story stays',
      page: `
        The views expressed in the letter were those of the whole crew, with the exception of the cook.
        He had written one of his own, in verse, and pinned it to the mast, where everybody could read it.`,
    },
  ],
  seeBlock({ at, text }, fact, { maxMass }, view) {
    const length = opening(fact, 'disclaimer')
    if (length === 0 || fact.mass > maxMass || fact.letters === 0) return undefined
    return length >= CLEAR || !isInside(view, at) ? `opens like a notice: "${text.slice(0, 40)}"` : undefined
  },
})
