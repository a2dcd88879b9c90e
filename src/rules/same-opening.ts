import { rule } from '../core/rule.ts'

/** `Series | title`: the part before the mark, with the mark. */
const PREFIX = /^[^|｜丨]{2,30}[|｜丨]/

export default rule({
  id: 'same-opening',
  role: 'related',
  doc: 'Titles that share a prefix before a separator, as entries of a series do: `On the river | ...`.',
  weight: 2.4,
  options: { minRun: { default: 3, min: 2, doc: 'Fewest titles with the same prefix.' } },
  examples: [
    {
      name: 'a series of reports',
      page: `
        ✗ On the river | The ferryman of Tolm
        ✗ On the river | Where the eels sleep
        ✗ On the river | A bridge nobody needs`,
    },
    {
      name: 'speakers of a conversation stay',
      page: `
        Ms Orr: When did you see the boat?
        Mr Hale: On Friday, I believe.
        Ms Orr: You believe?
        Ms Orr: Then who was on board?`,
    },
  ],
  *see({ blocks, facts }, { minRun }) {
    const byPrefix = new Map<string, number[]>()
    for (const { at, text, kind } of blocks) {
      const fact = facts[at]!
      if (fact.mass > 160 || fact.mass < 16 || kind === 'code' || fact.endsSentence) continue
      const prefix = PREFIX.exec(text)?.[0]
      if (prefix === undefined || text.length - prefix.length < 6) continue
      const list = byPrefix.get(prefix)
      if (list === undefined) byPrefix.set(prefix, [at])
      else list.push(at)
    }
    for (const [prefix, list] of byPrefix) {
      if (list.length < minRun) continue
      for (const at of list)
        yield { at, because: `is one of ${list.length} titles that open with "${prefix}"` }
    }
  },
})
