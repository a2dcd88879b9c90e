import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import { rule } from '../core/rule.ts'

export default rule({
  id: 'above-headline',
  role: 'navigation',
  evidence: 'proof',
  door: 'html',
  doc: 'Stands above the headline, in a head of the page that does not hold it, or as a sentence where more is said below.',
  weight: 2.5,
  examples: [
    {
      name: 'what a weblog says of itself',
      html: `<title>On stopping a clock</title><header><h2>✗ Ticking</h2><p>✗ I have kept clocks for thirty years, and here I write about them.</p></header><p>✗ This weblog is read by four people, one of whom is its writer.</p>
        <main><header><p>Weights</p><h1>On stopping a clock</h1></header><p>Hold the pendulum, and do not touch the hands, which have never done anything to you.</p><p>Then write down what the time was, because somebody will ask you for it.</p></main>`,
    },
    {
      name: 'a headline that is said again under the story',
      html: `<title>On stopping a clock</title><p>Hold the pendulum, and do not touch the hands, which have never done anything to you.</p><h3>On stopping a clock</h3><p>One reader likes this.</p>`,
    },
  ],
  *see({ blocks, facts, whole }) {
    if (whole.headline === undefined) return
    const title = blocks[whole.headline]!
    const isSentence = ({ at }: Block) => facts[at]!.endsSentence && facts[at]!.mass > SENTENCE
    let [above, below] = [0, 0]
    for (const block of blocks) {
      if (!isSentence(block)) continue
      if (block.at < title.at) above += facts[block.at]!.mass
      else below += facts[block.at]!.mass
    }
    const own = headOf(title)
    for (const block of blocks.slice(0, title.at)) {
      if (facts[block.at]!.key === facts[title.at]!.key) continue
      const inHead = block.dom?.zone === 'header' && headOf(block) !== own
      if (inHead) yield { at: block.at, because: 'stands in a head of the page, above the headline' }
      else if (above < below && isSentence(block) && !isReadable(block, facts[block.at]!))
        yield { at: block.at, because: 'is said above the headline' }
    }
  },
})

/** A paragraph that Readability kept: the headline is said again further on, over a part. */
function isReadable({ dom }: Block, { mass }: Facts): boolean {
  return mass > PARAGRAPH && (dom?.readable ?? 0) >= 0.5
}
const PARAGRAPH = 100

/** Shorter ones are lines, in Latin-equivalent characters. */
const SENTENCE = 40

/** Number of the nearest head above. */
function headOf({ dom, place }: Block): number | undefined {
  if (dom === undefined || !('path' in place)) return undefined
  const steps = place.path.split('>')
  for (let i = steps.length - 1; i >= 0; i--)
    if (/^header(?:[.#[]|$)/.test(steps[i]!)) return [dom.number, ...dom.above][steps.length - 1 - i]
  return undefined
}
