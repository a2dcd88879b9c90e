import type { Block } from '../../core/block.ts'
import type { Facts } from '../../core/facts.ts'
import type { View } from '../../core/rule.ts'
import { wholesAround } from '../../core/whole.ts'
import { opening } from '../../words/openings.ts'
import { reads } from '../../words/whole-lines.ts'
import { isClosingSection } from './closing-section.ts'

const POINTER = /^[^:：]{2,40}[:：]\s?\S.{3}/u

/** A line of a dump that names the other page itself, behind a colon, turns nothing below it. */
export function isPointer({ text, layout }: Block): boolean {
  return layout !== undefined && POINTER.test(text)
}

/** The title of a callout, and a summary, head what stands there with them; so does the heading of a closing section. */
export function headsItsOwn(block: Block, view: View): boolean {
  for (const { kind } of wholesAround(block, view.page.wholes))
    if (kind === 'callout' || kind === 'summary') return true
  return isClosingSection(block, view)
}

/** A heading over a list of other pages: `Related stories`, 相关阅读, `More from the coast`. */
export function isRelatedHeading(fact: Facts): boolean {
  if (fact.mass > 80 || fact.letters === 0) return false
  return (
    reads(fact, 'related') ||
    (fact.mass <= 60 &&
      fact.words <= 7 &&
      !fact.endsSentence &&
      fact.commas === 0 &&
      opening(fact, 'related') > 0)
  )
}
