import type { Facts } from '../../core/facts.ts'
import { COMMENT_HEADING } from '../../words/comments.ts'
import { phraseBook } from '../../words/phrases.ts'

const PHRASES = phraseBook(COMMENT_HEADING)
const COUNT = /^\d{1,6}|\d{1,6}$/g

/** A heading over readers' comments, with or without their number: `Comments (12)`, `12 Kommentare`. */
export function isCommentHeading(fact: Facts): boolean {
  if (fact.mass > 60 || fact.sentences > 1 || fact.letters === 0) return false
  return PHRASES.has(fact.digits > 0 && fact.digits <= 6 ? fact.key.replace(COUNT, '') : fact.key)
}
