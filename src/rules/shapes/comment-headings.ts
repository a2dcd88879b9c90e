import type { Facts } from '../../core/facts.ts'
import { readsCounted } from '../../words/whole-lines.ts'

/** A heading over readers' comments, with or without their number: `Comments (12)`, `12 Kommentare`. */
export function isCommentHeading(fact: Facts): boolean {
  if (fact.mass > 60 || fact.sentences > 1 || fact.letters === 0) return false
  return readsCounted(fact, 'comment-heading')
}
