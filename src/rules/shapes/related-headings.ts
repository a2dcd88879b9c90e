import type { Block } from '../../core/block.ts'
import type { Facts } from '../../core/facts.ts'
import { phraseBook } from '../../words/phrases.ts'
import { RELATED, RELATED_OPENING } from '../../words/related.ts'

const WHOLE = phraseBook(RELATED)
const OPENING = phraseBook(RELATED_OPENING)

/** A heading over a list of other pages: `Related stories`, 相关阅读, `More from the coast`. */
export function isRelatedHeading(block: Block, fact: Facts): boolean {
  if (fact.mass > 80 || fact.letters === 0) return false
  return (
    WHOLE.has(fact.key) ||
    (fact.mass <= 60 &&
      fact.words <= 7 &&
      !fact.endsSentence &&
      fact.commas === 0 &&
      OPENING.opens(block.text, fact.key) > 0)
  )
}
