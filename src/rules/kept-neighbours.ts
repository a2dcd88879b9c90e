import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import { rule, type View } from '../core/rule.ts'
import { isLinked } from './shapes/line.ts'
import { isInside } from './shapes/place.ts'

export default rule({
  id: 'kept-neighbours',
  role: 'body',
  hearing: 'neighbours',
  doc: 'A block that leans out only slightly and is named for nothing, between blocks that are clearly the article’s; or a finished sentence right below one.',
  weight: 3.3,
  options: {
    doubt: { default: 1, min: 0, doc: 'Leaning below zero that counts as slight, in log-odds.' },
    gap: { default: 2, min: 1, doc: 'Blocks looked at on each side.' },
    prose: {
      default: 3,
      min: 0,
      doc: 'The same leaning for a finished sentence of some length, or a formula, between two blocks of the article.',
    },
    closing: {
      default: 2.2,
      min: 0,
      doc: 'The same for a finished sentence right below the article, in the run of the story or right above its end.',
    },
  },
  examples: [
    {
      name: 'a line of dialogue, and a closing sentence',
      page: `
        + The keeper looked at the letter for a long time before she answered the postman’s question.
        ✗- “No.”
        + The postman, who had rowed for two hours, took it as an invitation to stay for supper.
        ✗- He left on Monday.
        - Home
        - Contact`,
    },
    {
      name: 'a closing sentence below a pointer at another page',
      page: `
        + The keeper looked at the letter for a long time before she answered the postman’s question.
        + The postman, who had rowed for two hours, took it as an invitation to stay for supper.
        = Read also: Who pays the postman?
        ✗- He left on Monday, with a sack of potatoes and an answer.
        = Share`,
    },
    {
      name: 'in a dump, a label between a paragraph and a label',
      page: `
        + The keeper looked at the letter for a long time before she answered the postman’s question.
        - Sponsor message
        - Now playing
        + The postman, who had rowed for two hours, took it as an invitation to stay for supper.`,
    },
  ],
  *see(view, { doubt, gap, prose, closing }) {
    const { blocks, facts, leaning, named } = view
    if (leaning === undefined) return
    for (const block of blocks) {
      const { at, kind } = block
      const lean = leaning[at]!
      if (lean > 0 || lean < -prose || named?.[at] === 1 || isLinked(block)) continue
      const above = strong(view, at, -1, gap)
      if (above === undefined) continue
      const below = strong(view, at, 1, gap)
      const { endsSentence } = facts[at]!
      const sentence = isParagraph(facts[at]!) || isFormula(block)
      const inside = isInside(view, at)
      if (below !== undefined && inside && (lean >= -doubt || sentence)) {
        if (
          endsSentence ||
          isFormula(block) ||
          (amid(view, at, above, below) && beside(block, blocks[above]!) && beside(block, blocks[below]!))
        )
          yield { at, strength: strengthOf(lean), because: 'has blocks of the article close above and below' }
      } else if (
        (endsSentence || kind === 'code') &&
        lean >= -closing &&
        closes(view, at, above, lean >= -doubt || inside)
      )
        yield { at, strength: strengthOf(lean), because: 'is a finished sentence right below the article' }
    }
  },
})

/** In a dump all lines are beside one another: two labels between paragraphs are a box as often as a part of the story. */
function amid({ page, facts }: View, at: number, above: number, below: number): boolean {
  if (page.door === 'html' || (above === at - 1 && below === at + 1)) return true
  return !isParagraph(facts[above]!) && !isParagraph(facts[below]!)
}

const isParagraph = ({ endsSentence, mass }: Facts): boolean => endsSentence && mass >= SENTENCE

/** Right below the article, but for lines named for something else; farther from even odds only where those follow, too, or nothing. */
function closes({ blocks, named }: View, at: number, above: number, likely: boolean): boolean {
  for (let i = above + 1; i < at; i++) if (named?.[i] !== 1) return false
  if (!beside(blocks[at]!, blocks[above]!)) return false
  return likely || (blocks[at]!.dom === undefined && named?.[at + 1] !== 0)
}

/** A sentence this long is a paragraph, in Latin-equivalent characters. */
const SENTENCE = 60

/** A formula set apart belongs to the sentence before it, and so does code that a dump marks as such. */
function isFormula({ runs, kind, layout }: Block): boolean {
  return (runs?.length === 1 && runs[0]!.math === 'display') || (kind === 'code' && layout !== undefined)
}

/** As much of the weight as takes the block over even odds, and a little more. */
function strengthOf(lean: number): number {
  return Math.min(1, Math.max(0.1, (0.3 - lean) / MOST))
}
const MOST = 3.3
/** Leaning from which a block is clearly the article's, in log-odds. */
const CLEAR = 0.7

/** Blocks named for something else that are passed over on the way in a dump, at most. */
const PASSED = 8

/** The nearest block on one side that is clearly the article's, if one is near; in a dump, what is named for something else is no step. */
function strong(
  { page, blocks, leaning, named }: View,
  at: number,
  step: number,
  gap: number,
): number | undefined {
  let left = gap
  for (
    let i = at + step;
    left > 0 && blocks[i] !== undefined && Math.abs(i - at) <= gap + PASSED;
    i += step
  ) {
    // a line of a whole that is kept is as sure as the whole
    const clear = page.door === 'text' && blocks[i]!.whole !== undefined ? 0 : CLEAR
    if (leaning![i]! > clear) return i
    if (page.door === 'html' || named?.[i] !== 1) left--
  }
  return undefined
}

/** Children of one element, or parts of one thing; lines of a dump are all beside one another. */
function beside(a: Block, b: Block): boolean {
  return (
    a.dom === undefined || a.dom.parent === b.dom?.parent || (a.whole !== undefined && a.whole === b.whole)
  )
}
