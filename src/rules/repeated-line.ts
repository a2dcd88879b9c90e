import { rule } from '../core/rule.ts'
import { isInside } from './shapes/place.ts'

export default rule({
  id: 'repeated-line',
  role: 'duplicate',
  doc: 'A short line outside the story that stands on the page several times, as buttons and menu entries do.',
  weight: 1.6,
  options: { minRepeats: { default: 2, min: 2, doc: 'Fewest times it stands there.' } },
  examples: [
    {
      name: 'a button under every teaser',
      page: `
        Eels
        ✗ Details
        Otters
        ✗ Details
        The otter came back to the canal in the year the factory closed.`,
    },
  ],
  seeBlock({ at, kind }, fact, { minRepeats }, view) {
    if (fact.repeats < minRepeats || fact.mass > 100 || fact.letters < 2) return undefined
    if (kind === 'cell' || kind === 'code') return undefined
    if (view.whole.titleKeys.has(fact.key) || isInside(view, at)) return undefined
    return { strength: fact.repeats > 2 ? 1 : 0.6, because: `stands on the page ${fact.repeats} times` }
  },
})
