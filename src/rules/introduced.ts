import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import { rule, type View } from '../core/rule.ts'
import { READ_AS_ONE, type Whole, wholesAround } from '../core/whole.ts'
import { areLinks, isFormula, isLinked } from './shapes/line.ts'

export default rule({
  id: 'introduced',
  role: 'body',
  hearing: 'neighbours',
  doc: 'A list, table, listing or quotation right below a paragraph of the article that ends in a colon; a listing or formula right below any; a table or quotation between two. All in one element.',
  weight: 3,
  door: 'html',
  options: {
    doubt: { default: 2.5, min: 0, doc: 'Leaning below zero from which nothing is introduced, in log-odds.' },
  },
  examples: [
    {
      name: 'what a sentence announces, and what stands elsewhere',
      html: `<div><p>+ The keeper of Anglin Rock wrote to the council that she needed three things before the winter:</p>
        <ul><li>✗- rope</li><li>✗- lamp oil</li></ul>
        <p>+ The council answered with a list of its own, which it had printed on the back of her letter.</p>
        <pre>✗- rope: none</pre></div>
        <div><p>+ Her brother put it on a wall where everybody writes to everybody, and from there it came back to her:</p>
        <blockquote><a href="/x">✗- Kit Holm @kit</a><p>✗- She has two ropes.</p><p>- 12 hearts</p></blockquote></div>
        <div><p>+ The three things came in spring, on a boat that had been meant for another rock and another keeper.</p>
        <table><tr><th>✗- Thing</th><th>✗- Pieces</th></tr><tr><td>✗- lamp</td><td>✗- 2</td></tr></table>
        <p>+ She wrote to thank the council all the same, and asked whose lamps they were, for she liked to know.</p></div>
        <div><p>+ More on this subject stands in the weekly pages of the island, which are printed every other month:</p>
        <ul><li>- <a href="/a">Who owns a rock?</a></li><li>- <a href="/b">What gulls remember</a></li></ul></div>
        <ul><li>- Home</li><li>- Contact</li></ul>`,
    },
  ],
  *see(view, { doubt }) {
    const { blocks, facts, leaning, named } = view
    if (leaning === undefined) return
    for (const above of blocks) {
      const whole = leaning[above.at]! > 0 ? wholeBelow(above, view) : undefined
      if (whole === undefined) continue
      // the post of another network leads there
      if (whole.kind !== 'quote' && areLinks(blocks.slice(above.at + 1, whole.to + 1))) continue
      const announced = /[:：]$/u.test(above.text)
      const because = reason(above, whole, announced, view)
      if (because === undefined) continue
      for (let at = above.at + 1; at <= whole.to; at++) {
        const lean = leaning[at]!
        // what a cell reads is a datum
        if (lean > 0 || lean < -doubt || (named?.[at] === 1 && whole.kind !== 'table' && !announced)) continue
        if (whole.kind === 'quote' && isBesidePost(blocks[at]!, facts[at]!)) continue
        yield { at, strength: Math.min(1, (0.3 - lean) / MOST), because }
      }
    }
  },
})

/** What a post was given by its readers, and the link to it; not who wrote it. */
function isBesidePost(block: Block, { digits, endsSentence }: Facts): boolean {
  return !endsSentence && (digits > 0 || (isLinked(block) === true && !block.text.includes('@')))
}

/** What takes the least likely of them over even odds, in log-odds. */
const MOST = 3
/** Leaning from which a block is clearly the article's, in log-odds. */
const CLEAR = 0.7
/** A paragraph has this much text, in Latin-equivalent characters. */
const LEAST = 30

function isClearIn(parent: number, at: number, view: View): boolean {
  const block = view.blocks[at]
  return block?.dom?.above.includes(parent) === true && isClear(at, view)
}

function isClear(at: number, { blocks, facts, leaning }: View): boolean {
  return (leaning![at] ?? 0) >= CLEAR && facts[at]!.mass >= LEAST && blocks[at]!.kind !== 'heading'
}

/** The outermost whole that begins right below a block, with the figure it may stand in. */
function wholeBelow({ at }: Block, { page, blocks }: View): Pick<Whole, 'kind' | 'to'> | undefined {
  const below = blocks[at + 1]
  if (below !== undefined && isFormula(below)) return { kind: 'code', to: at + 1 }
  if (below?.whole === undefined) return undefined
  let found: Pick<Whole, 'kind' | 'to'> | undefined
  for (const { kind, from, to } of wholesAround(below, page.wholes)) {
    if (from !== at + 1) break
    if (READ_AS_ONE.has(kind)) found = { kind, to }
    else if (kind === 'figure' && found !== undefined) found = { kind: found.kind, to }
  }
  return found
}

function reason(
  above: Block,
  { kind, to }: Pick<Whole, 'kind' | 'to'>,
  announced: boolean,
  view: View,
): string | undefined {
  const { parent } = above.dom!
  if (!view.blocks[above.at + 1]!.dom!.above.includes(parent)) return undefined
  if (announced) return `is announced by "${above.text.slice(-40)}"`
  if (kind === 'code' && isClear(above.at, view)) return 'stands right below a paragraph of the article'
  const isBetween =
    (kind === 'table' || kind === 'quote') &&
    (above.kind === 'heading' || isClear(above.at, view)) &&
    [1, 2, 3].some((step) => isClearIn(parent, to + step, view))
  return isBetween ? 'stands between parts of the article' : undefined
}
