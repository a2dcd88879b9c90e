import { type Block, leadsElsewhere } from '../core/block.ts'
import { rule } from '../core/rule.ts'
import { isStory } from '../facts/page-type.ts'

export default rule({
  id: 'heads-kept',
  role: 'body',
  hearing: 'neighbours',
  doc: 'A heading that leans out only slightly, is named for nothing, and heads a part that is kept; in a dump, what the same line goes on with.',
  weight: 2.1,
  options: {
    doubt: { default: 2, min: 0, doc: 'Leaning below zero that counts as slight, in log-odds.' },
    mass: { default: 120, min: 10, doc: 'Longest heading, in Latin-equivalent characters.' },
  },
  examples: [
    {
      name: 'over a part that is kept, and over one that is not',
      html: `<article><h2>✗- I. The claim</h2><p>+ The keeper wrote one letter a year, and it was always about the soup, which she thought too thin.</p>
        <h2>✗- II. The answer</h2><p>+ The answer came by boat, and it was soup, in a jar that was thicker than the last one.</p>
        <h2>- Elsewhere</h2><p>- A tram for the sea</p></article>`,
    },
    {
      name: 'a headline that leads to another page heads a card, not a part',
      html: `<article><p>+ The keeper wrote one letter a year, and it was always about the soup, which she thought too thin.</p>
        <h3>- <a href="/tram">A tram for the sea</a></h3><p>+ The rails were laid at low water, by night.</p></article>`,
    },
    {
      name: 'lines of their own in a dump',
      page: `
        - Letters
        ✗- Dear council,
        + The keeper wrote one letter a year, and it was always about the soup, which she thought too thin.`,
    },
  ],
  *see(view, { doubt, mass }) {
    const { blocks, facts, leaning, named } = view
    if (leaning === undefined) return
    // on a list of things, every heading may lead to what it is about
    const story = isStory(view.whole)
    for (const { at, kind, text, layout } of blocks) {
      if (layout !== undefined && isSalutation(text) && leaning[at]! <= 0 && leaning[at]! >= -doubt) {
        if ((leaning[at + 1] ?? 0) > 0 && named?.[at] !== 1)
          yield { at, because: 'goes on with the line below, which is kept' }
        continue
      }
      if (kind !== 'heading' || leaning[at]! > 0 || leaning[at]! < -doubt || named?.[at] === 1) continue
      if ((story && leadsElsewhere(blocks[at]!)) || facts[at]!.letters === 0) continue
      // a heading may have others below it before its part begins
      let below = at + 1
      while (below < blocks.length && blocks[below]!.kind === 'heading' && below - at < 3) below++
      if (below === blocks.length || leaning[below]! <= 0 || facts[at]!.mass > mass) continue
      if (blocks[at]!.layout !== undefined && !isOneLine(blocks[at]!, blocks[below]!)) continue
      yield { at, because: `heads "${blocks[below]!.text.slice(0, 40)}", which is kept` }
    }
  },
})

/** `Dear all,`: the line goes on below. */
const isSalutation = (text: string): boolean => text.length <= SALUTATION && /^\p{L}.+[,，]$/u.test(text)
const SALUTATION = 60

/** Cut out of one printed line, as a flattened list is with the heading above it. */
function isOneLine({ place: a }: Block, { place: b, layout }: Block): boolean {
  return layout?.cut === true && 'lines' in a && 'lines' in b && a.lines[0] === b.lines[0]
}
