import type { Block } from '../core/block.ts'
import { rule } from '../core/rule.ts'
import type { Sighting } from '../core/vote.ts'
import { isHomeWord } from '../facts/byline/breadcrumb.ts'

export default rule({
  id: 'breadcrumb',
  role: 'breadcrumb',
  doc: 'The trail from the first page to this one: on one line with arrows or bars between, or as a row of links that begins with the first page.',
  weight: 3,
  evidence: 'name',
  options: {
    most: { default: 6, min: 2, max: 12, doc: 'Most links in a row still taken for a trail.' },
  },
  examples: [
    { name: 'Chinese', page: '✗ 首页> 国际频道> 国际要闻 > 正文\n大桥重新通车' },
    {
      name: 'slashes',
      page: '✗ Home / Harbour / The Bridge\nThey take the ferry / the bus / the bridge.',
    },
    {
      name: 'guillemets',
      page: '✗ Startseite » Politik » Europa\nEr sagte: »Die Brücke ist offen«, und ging.',
    },
    { name: 'numbers are no trail', page: '5 > 3 > 1' },
    {
      name: 'a row of links',
      html: `<ol class="breadcrumb"><li><a href="/">✗ Home</a></li><li><a href="/harbour">✗ Harbour</a></li></ol>
        <ul><li><a href="/">Home</a></li><li><a href="/a">Sport</a></li><li><a href="/b">Culture</a></li><li><a href="/c">Weather</a></li>
        <li><a href="/d">Travel</a></li><li><a href="/e">Shop</a></li><li><a href="/f">Jobs</a></li></ul>`,
    },
  ],
  *see({ blocks, facts }, { most }) {
    for (const block of blocks) {
      const trail = facts[block.at]!.line?.breadcrumb
      if (trail !== undefined) yield { at: block.at, because: `is a trail of ${trail.length} steps` }
      else if (block.dom !== undefined && isHomeWord(block.text)) yield* linkRow(blocks, block.at, most)
    }
  },
})

const TRAIL_NAMES = /crumb|\bpath\b|\btrail\b|pfad|ariane/

/** A short list of links that the markup itself calls a trail. */
function* linkRow(blocks: readonly Block[], at: number, most: number): Iterable<Sighting> {
  const { group, dom } = blocks[at]!
  if (group === undefined || !TRAIL_NAMES.test(dom!.names)) return
  let end = at
  while (end < blocks.length && blocks[end]!.group === group) end++
  if (end - at < 2 || end - at > most) return
  for (let i = at; i < end; i++) yield { at: i, because: 'is a step of a trail of links' }
}
