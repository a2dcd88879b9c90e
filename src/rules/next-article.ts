import type { Block } from '../core/block.ts'
import { rule } from '../core/rule.ts'

export default rule({
  id: 'next-article',
  role: 'related',
  doc: 'Another story beside this one: an article element with a headline of its own, outside the one that holds the page’s title.',
  hearing: 'neighbours',
  weight: 4,
  evidence: 'proof',
  door: 'html',
  options: {
    minMass: {
      default: 60,
      min: 0,
      doc: 'Least prose of the article that holds the title, in Latin-equivalent characters.',
    },
  },
  examples: [
    {
      name: 'a second article with its own headline',
      html: `<title>The ferry will run every hour</title>
        <article><h1>The ferry will run every hour</h1><p>From May the ferry over the strait will run every hour, the harbour office said on Monday, and on Sundays it will wait for the last bus from the north of the island.</p>
        <p>The second boat was bought in autumn, painted in winter, and named after the keeper of the old lighthouse, who had asked for it in every one of her letters to the council for thirty years.</p></article>
        <article><h1>✗ Herring is back in the bay</h1><p>✗ The herring came back this spring, and nobody had expected it.</p></article>`,
    },
    {
      name: 'a list of articles, none of which is the page’s',
      html: `<title>All stories</title>
        <article><h1>The ferry will run every hour</h1><p>From May the ferry over the strait will run every hour.</p></article>
        <article><h1>Herring is back in the bay</h1><p>The herring came back this spring, and nobody had expected it.</p></article>`,
    },
  ],
  *see({ blocks, facts, whole }, { minMass }) {
    const title = whole.headline === undefined ? undefined : blocks[whole.headline]
    const own = title && articleOf(title)
    if (title === undefined || own === undefined) return
    const others = new Set<number>()
    let prose = 0
    for (const block of blocks) {
      const fact = facts[block.at]!
      const inside = block.dom!.above.includes(own)
      if (inside && fact.endsSentence) prose += fact.mass
      if (inside || block.at < title.at || block.kind !== 'heading' || (block.level ?? 2) > DEEPEST) continue
      const other = whole.titleKeys.has(fact.key) ? undefined : articleOf(block)
      if (other !== undefined && !title.dom!.above.includes(other)) others.add(other)
    }
    if (others.size === 0 || prose < minMass) return
    for (const { at, dom } of blocks)
      if (dom!.above.some((number) => others.has(number)))
        yield { at, because: 'stands in an article with a headline of its own, below the page’s' }
  },
})

/** Headings below this level head parts of a story. */
const DEEPEST = 3

/** Number of the nearest article element above. */
function articleOf({ dom, place }: Block): number | undefined {
  if (dom === undefined || !('path' in place)) return undefined
  const steps = place.path.split('>')
  for (let i = steps.length - 2; i >= 0; i--)
    if (/^article(?:[.#]|$)/.test(steps[i]!)) return dom.above[dom.above.length - 1 - i]
  return undefined
}
