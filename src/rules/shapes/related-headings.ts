import type { Facts } from '../../core/facts.ts'
import { opening } from '../../words/openings.ts'
import { reads } from '../../words/whole-lines.ts'

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
