import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import { page as pageOf } from '../core/page.ts'
import { type View, view as viewOf } from '../core/rule.ts'
import type { Verdict } from '../core/vote.ts'

/** A heading's mass, and the least of a paragraph it stands before or after, in Latin-equivalent characters. */
const HEADING = { least: 8, most: 180 }
const PARAGRAPH = 100

/**
 * Gives the section headings of a text dump their kind: a dump marks none, but a short kept line that no stop ends,
 * between two paragraphs of the article, is one. HTML says itself what is a heading and is left alone.
 */
export function markHeadings(view: View, verdicts: readonly Verdict[]): View {
  if (view.page.door !== 'text') return view
  const kept = view.blocks.filter(({ at }) => verdicts[at]!.kept)
  const headings = new Set(
    kept.flatMap((block, i) => {
      const [before, after] = [kept[i - 1], kept[i + 1]]
      const between = isParagraph(before, view.facts) && isParagraph(after, view.facts)
      return between && readsLikeHeading(block, view.facts[block.at]!) ? [block.at] : []
    }),
  )
  if (headings.size === 0) return view
  const blocks = view.blocks.map((block) =>
    headings.has(block.at) ? { ...block, kind: 'heading' as const, level: 2 } : block,
  )
  return viewOf({ ...view, blocks, page: pageOf({ ...view.page, blocks }) })
}

function readsLikeHeading(block: Block, fact: Facts): boolean {
  if (block.kind !== 'paragraph' || block.layout?.bullet !== undefined || block.text.includes('\n'))
    return false
  if (fact.endsSentence || fact.trails || /[,;:，；：、]$/u.test(block.text)) return false
  return fact.mass >= HEADING.least && fact.mass <= HEADING.most && fact.digits < fact.letters
}

function isParagraph(block: Block | undefined, facts: readonly Facts[]): boolean {
  if (block === undefined || block.kind !== 'paragraph') return false
  const { endsSentence, mass } = facts[block.at]!
  return endsSentence && mass >= PARAGRAPH
}
