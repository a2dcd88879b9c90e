import { rule } from '../core/rule.ts'

export default rule({
  id: 'second-copy',
  role: 'duplicate',
  hearing: 'neighbours',
  doc: 'A paragraph that stands on the page more than once, to the letter: only the copy that is likeliest the article’s is kept.',
  weight: 2,
  evidence: 'proof',
  options: {
    mass: { default: 90, min: 20, doc: 'Shortest paragraph, in Latin-equivalent characters: verses return.' },
  },
  examples: [
    {
      name: 'a lead above the text and in it',
      page: `
        - The bell is back
        ✗+ With patience and a good rope, the islanders say, one can bring back anything the sea has ever taken from them.
        + With patience and a good rope, the islanders say, one can bring back anything the sea has ever taken from them.
        + It began in March, when the bell of the chapel slid into the harbour during its own consecration.`,
    },
    {
      name: 'a copy that leans out, and a refrain',
      page: `
        - With patience and a good rope, the islanders say, one can bring back anything the sea has ever taken from them.
        + With patience and a good rope, the islanders say, one can bring back anything the sea has ever taken from them.
        + Heave away, haul away!
        + We are bound for the bay.
        + Heave away, haul away!`,
    },
  ],
  *see({ blocks, facts, leaning }, { mass }) {
    if (leaning === undefined) return
    const best = new Map<string, number>()
    const copies = blocks.filter(({ at, kind }) => {
      const fact = facts[at]!
      if (fact.repeats < 2 || fact.mass < mass || leaning[at]! <= 0) return false
      return kind === 'paragraph' || kind === 'quote' || kind === 'item'
    })
    for (const { at } of copies) {
      const { key } = facts[at]!
      const other = best.get(key)
      // equals: the later one stands in the text
      if (other === undefined || leaning[at]! >= leaning[other]!) best.set(key, at)
    }
    for (const { at } of copies)
      if (best.get(facts[at]!.key) !== at) yield { at, because: 'stands in the article a second time' }
  },
})
