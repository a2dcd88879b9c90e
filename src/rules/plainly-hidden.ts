import { hiddenBy, isHidden } from '../core/block.ts'
import { rule, type View } from '../core/rule.ts'
import { hiddenShare } from './shapes/hidden-share.ts'
import { isProse } from './shapes/line.ts'
import { isInside } from './shapes/place.ts'

export default rule({
  id: 'plainly-hidden',
  role: 'hidden',
  doc: 'The page hides the block, by attributes, styles or its own style sheets, and shows nearly all other sentences. Sentences below the first paragraph may be the folded rest of the story, but not between two others; colours and what stands in for scripts prove nothing.',
  weight: 2.2,
  evidence: 'proof',
  door: 'html',
  options: {
    most: { default: 0.2, min: 0, max: 1, doc: 'Share of the page’s sentences that may be hidden.' },
  },
  examples: [
    {
      name: 'an attribute, and a class that shows nothing',
      html: `<head><style>.machines { display: none }</style></head><div class="machines"><p>✗ Orchards, told briefly</p></div><p hidden>✗ An error.</p>
        <p>Hidden behind the chapel lies the only orchard of the island, and nobody has ever hidden it well.</p>`,
    },
    {
      name: 'the folded rest of a story',
      html: `<head><style>.more { display: none }</style></head><p>Hidden behind the chapel lies the only orchard of the island, and nobody has ever hidden it well. Its wall is lower than a goat, and its gate has been lent to the harbour.</p>
        <p>The apples are small, and there are eleven trees. In a good year each of the two hundred islanders gets a pie, and in a bad one they share the smell of it.</p><div class="more"><p>They ripen in October.</p><b>✗ Close</b></div>`,
    },
    {
      name: 'a line between two paragraphs that are shown',
      html: `<p>Hidden behind the chapel lies the only orchard of the island, and nobody has ever hidden it well. Its wall is lower than a goat, and its gate has been lent to the harbour.</p>
        <p hidden>✗ To be checked with the priest.</p>
        <p>The apples are small, and there are eleven trees. In a good year each of the two hundred islanders gets a pie, and in a bad one they share the smell of it.</p>`,
    },
    {
      name: 'what unfolds in a line, and panels of which one is shown at a time',
      html: `<head><style>.note { display: none }</style></head><p>Hidden behind the chapel lies the only orchard of the island, and nobody has ever hidden it well. <span class="note">✗ See the map.</span></p>
        <div role="tabpanel"><p>The apples are small, and there are eleven trees. In a good year each of the two hundred islanders gets a pie, and in a bad one they share the smell of it.</p></div>
        <div role="tabpanel" hidden><p>The pears are smaller.</p></div>`,
    },
    {
      name: 'a page that a script was to show',
      html: `<head><style>.body { display: none }</style></head><p>The orchard</p><div class="body">
        <p>Hidden behind the chapel lies the only orchard of the island, and nobody has ever hidden it well.</p></div>`,
    },
  ],
  *see(view, { most }) {
    const hidden = view.blocks.flatMap((block) => {
      const by = hiddenBy(block)
      return by === undefined || by === 'colour' || by === 'noscript' ? [] : [{ at: block.at, by }]
    })
    if (hidden.length === 0 || hiddenShare(view) > most) return
    const first = view.facts.findIndex(
      (fact, at) => isProse(fact) && isInside(view, at) && !isHidden(view.blocks[at]!),
    )
    for (const { at, by } of hidden) {
      const folded = view.facts[at]!.endsSentence && first >= 0 && at > first && !isInterposed(view, at)
      if (!folded) yield { at, because: `is hidden (${by}) on a page that shows the rest` }
    }
  },
})

/** Hidden blocks between two that are shown, at most: more are a part of the page. */
const STEPS = 12
/** Shorter ones may be the labels of what folds, in Latin-equivalent characters. */
const SENTENCE = 40

/** Between two paragraphs of one element that are shown: the rest of a story stands below what is shown of it. */
function isInterposed({ blocks, facts }: View, at: number): boolean {
  let above = at - 1
  while (above >= at - STEPS && above >= 0 && isHidden(blocks[above]!)) above--
  let below = at + 1
  while (below <= at + STEPS && below < blocks.length && isHidden(blocks[below]!)) below++
  const [before, after] = [blocks[above], blocks[below]]
  if (before === undefined || isHidden(before)) return false
  // what unfolds in a line that is whole without it is a remark on it
  if (before.dom!.number === blocks[at]!.dom!.number)
    return facts[above]!.endsSentence && !facts[above]!.trails
  // a style sheet folds what stands between paragraphs, for one to open it
  if (after === undefined || isHidden(after) || blocks[at]!.dom!.hidden === undefined) return false
  return (
    before.dom!.parent === after.dom!.parent &&
    blocks[at]!.dom!.above.includes(before.dom!.parent) &&
    [above, below].every((one) => facts[one]!.endsSentence && facts[one]!.mass >= SENTENCE)
  )
}
