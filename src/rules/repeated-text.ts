import { rule } from '../core/rule.ts'
import { isBefore } from './shapes/place.ts'

export default rule({
  id: 'repeated-text',
  role: 'duplicate',
  doc: 'A paragraph that stands on the page twice: the copy is the deck above the story, or the later of the two.',
  weight: 2.4,
  evidence: 'name',
  examples: [
    {
      name: 'a standfirst taken from the last paragraph',
      page: `
        ✗ With patience and a good rope, the islanders say, one can bring back anything the sea has taken.
        It began in March, when the bell of the chapel slid into the harbour during its own consecration.
        Divers found it after a week, upside down, with an octopus in it, and they left it there for a month.
        With patience and a good rope, the islanders say, one can bring back anything the sea has taken.`,
    },
    {
      name: 'a later copy',
      page: `
        It began in March, when the bell of the chapel slid into the harbour during its own consecration.
        Divers found it after a week, upside down, with an octopus in it, and they left it there for a month.
        ✗ It began in March, when the bell of the chapel slid into the harbour during its own consecration.`,
    },
  ],
  *see(view) {
    const { blocks, facts, whole } = view
    const first = new Map<string, number>()
    for (const { at, kind } of blocks) {
      const fact = facts[at]!
      if (fact.repeats < 2 || fact.mass <= 60 || kind === 'code' || kind === 'cell') continue
      if (fact.repeat === 0) {
        first.set(fact.key, at)
        continue
      }
      const earlier = first.get(fact.key)
      if (earlier === undefined) continue
      const deck =
        fact.repeat === 1 &&
        (isBefore(view, earlier) || earlier === (whole.densest?.[0] ?? 0)) &&
        at > earlier + 1 &&
        whole.densest !== undefined &&
        at <= whole.densest[1] + 1 &&
        at > whole.densest[0] + 1
      yield { at: deck ? earlier : at, because: 'stands on the page a second time' }
    }
  },
})
