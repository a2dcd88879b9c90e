import { type Block, isHidden } from '../core/block.ts'
import { rule } from '../core/rule.ts'

/** Elements that unfold what follows them. */
const UNFOLDS = /^(?:button|summary|dt|label|a)$/

export default rule({
  id: 'hidden-beside',
  role: 'hidden',
  hearing: 'neighbours',
  doc: 'Hidden by a style of its own on a page whose story can be seen, and not under a heading or button that unfolds it: a summary for machines, a message, a tip.',
  weight: 5,
  door: 'html',
  options: {
    seen: {
      default: 0.7,
      min: 0,
      max: 1,
      doc: 'Share of the text leaning towards the article that is seen.',
    },
  },
  examples: [
    {
      name: 'a summary for machines, and a part that unfolds',
      html: `<article><div style="display:none"><p>✗+ For machines: the keeper writes letters.</p></div>
        <p>+ The keeper wrote one letter a year, and it was always about the soup, which she thought too thin, and about the gulls.</p>
        <p>+ The council answered every one of them, and always in the same words, which the keeper collected in a tin.</p>
        <h3>+ What did they write?</h3><div style="display:none"><p>+ That it would look into the matter.</p></div></article>`,
    },
  ],
  *see({ blocks, facts, leaning }, { seen }) {
    if (leaning === undefined) return
    let [shown, all] = [0, 0]
    for (const block of blocks) {
      if (leaning[block.at]! <= 0) continue
      all += facts[block.at]!.mass
      if (!isHidden(block)) shown += facts[block.at]!.mass
    }
    if (shown < all * seen) return
    let unfolds = false
    for (const block of blocks) {
      if (!isHidden(block)) unfolds = block.kind === 'heading' || UNFOLDS.test(block.dom!.tag)
      else if (!unfolds && leaning[block.at]! > 0 && isStyled(block))
        yield { at: block.at, because: 'is hidden by a style beside a story that is seen' }
    }
  },
})

function isStyled({ dom }: Block): boolean {
  // what a sheet hides a script often unfolds: only the element's own style counts
  const by = dom?.hidden
  return by === 'style' || by === 'offscreen' || by === 'clipped'
}
