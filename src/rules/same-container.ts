import { rule } from '../core/rule.ts'
import { proseMass } from '../facts/densest.ts'

export default rule({
  id: 'same-container',
  role: 'body',
  doc: 'The block is a child of the element that holds most of the page’s prose.',
  weight: 1.2,
  door: 'html',
  options: { share: { default: 0.4, min: 0.1, max: 1, doc: 'Share of the prose the element must hold.' } },
  examples: [
    {
      name: 'siblings of the paragraphs',
      html: `<div><p>✗ The tram returned to Karvale after forty years, and the whole street came out to see it pass.</p>
        <h2>✗ A slow ride</h2>
        <p>✗ It needs nineteen minutes from the station to the sea, which is longer than the bus ever took.</p></div>
        <ul><li>Imprint</li></ul>`,
    },
    {
      name: 'a text dump has no elements',
      page: 'The tram returned to Karvale after forty years, and the street came out to see it.',
    },
  ],
  *see({ blocks, facts }, { share }) {
    const masses = new Map<number, number>()
    let total = 0
    for (const block of blocks) {
      if (block.dom === undefined) return
      const mass = proseMass(block, facts[block.at]!)
      if (mass <= 0) continue
      total += mass
      masses.set(block.dom.parent, (masses.get(block.dom.parent) ?? 0) + mass)
    }
    const best = [...masses].reduce((a, b) => (b[1] > a[1] ? b : a), [-1, 0])
    if (best[1] < total * share || total === 0) return
    for (const { at, dom } of blocks) {
      if (dom?.parent === best[0])
        yield { at, because: 'stands beside most of the prose, in the same element' }
    }
  },
})
