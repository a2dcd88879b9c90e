import { rule } from '../core/rule.ts'
import { isLinked } from './shapes/line.ts'
import { runsOf } from './shapes/runs.ts'

export default rule({
  id: 'link-list',
  role: 'navigation',
  doc: 'Several blocks in a row that are nothing but a link each.',
  weight: 2.2,
  options: { minRun: { default: 3, min: 2, doc: 'Fewest linked blocks in a row.' } },
  examples: [
    {
      name: 'a list of links',
      html: `<ul><li><a href="/a">✗ Harbour</a></li><li><a href="/b">✗ Market</a></li><li><a href="/c">✗ Chapel</a></li></ul>
        <p>A walk through the old town of Merrow takes an hour, or a day, if one talks to everybody.</p>
        <p><a href="/map">A map of the walk</a></p>`,
    },
  ],
  *see(view, { minRun }) {
    for (const [from, to] of runsOf(
      view,
      minRun,
      (block) => block.dom !== undefined && isLinked(block) === true,
    )) {
      for (let at = from; at <= to; at++)
        yield { at, because: `is one of ${to - from + 1} blocks in a row that are links` }
    }
  },
})
