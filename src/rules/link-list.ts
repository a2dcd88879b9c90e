import { rule } from '../core/rule.ts'
import { isLinked } from './shapes/line.ts'
import { runsOf } from './shapes/runs.ts'

export default rule({
  id: 'link-list',
  role: 'navigation',
  doc: 'Several short blocks in a row that are nothing but a link each.',
  weight: 2.2,
  door: 'html',
  options: {
    minRun: { default: 3, min: 2, doc: 'Fewest linked blocks in a row.' },
    maxMass: {
      default: 28,
      min: 5,
      doc: 'Mean length of the entries, in Latin-equivalent characters; titles are longer.',
    },
  },
  examples: [
    {
      name: 'a list of links',
      html: `<ul><li><a href="/a">✗ Harbour</a></li><li><a href="/b">✗ Market</a></li><li><a href="/c">✗ Chapel</a></li></ul>
        <p>A walk through the old town of Merrow takes an hour, or a day, if one talks to everybody.</p>
        <p><a href="/map">A map of the walk</a></p>`,
    },
  ],
  *see(view, { minRun, maxMass }) {
    for (const [from, to] of runsOf(view, minRun, (block) => isLinked(block) === true)) {
      const length = to - from + 1
      let mass = 0
      for (let at = from; at <= to; at++) mass += view.facts[at]!.mass
      if (mass / length > maxMass) continue
      for (let at = from; at <= to; at++)
        yield { at, because: `is one of ${length} blocks in a row that are links` }
    }
  },
})
