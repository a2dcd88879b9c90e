import type { Facts } from '../core/facts.ts'
import { COMMENT_ACTION, COMMENT_HEADING, LOGIN } from './comments.ts'
import { LEGAL } from './footer.ts'
import { COUNTED, INTERFACE } from './interface.ts'
import { BACK, CONTENTS, LANGUAGES, MENU, PAGING, SEARCH, SKIP } from './navigation.ts'
import { lineFinder, pack } from './phrases.ts'
import { ADVERTISEMENT, WIDGET } from './promotion.ts'
import { READ_MORE, RELATED } from './related.ts'
import { SHARE } from './share.ts'

/** Phrases that make whole lines. A block is looked up once for all lists, when it is measured. */
const LISTS = {
  advertisement: [ADVERTISEMENT],
  back: [BACK],
  'comment-action': [COMMENT_ACTION],
  'comment-heading': [COMMENT_HEADING],
  contents: [CONTENTS],
  counted: [COUNTED],
  interface: [INTERFACE],
  languages: [LANGUAGES],
  legal: [LEGAL],
  login: [LOGIN],
  menu: [MENU, BACK],
  paging: [PAGING],
  'read-more': [READ_MORE],
  related: [RELATED],
  search: [SEARCH],
  share: [SHARE],
  skip: [SKIP],
  widget: [WIDGET],
} as const

export type WholeLineList = keyof typeof LISTS
export const { find: findWholeLines, mayBegin: mayBeginWholeLine } = lineFinder<WholeLineList>(() =>
  pack(LISTS),
)

/** The whole block, letter case and signs aside, is a phrase of the list. */
export function reads(fact: Facts, list: WholeLineList): boolean {
  return fact.wholeLines[list] === true
}

/** The same without the numbers in it: `Current time 0:00`, `5 min read`. */
export function readsAmongNumbers(fact: Facts, list: WholeLineList): boolean {
  if (fact.digits === 0 || fact.digits > 8) return false
  return findWholeLines(fact.key.replace(/\p{N}/gu, ''))[list] === true
}

/** The same of a part of a block, by its folded text. */
export function partReads(key: string, list: WholeLineList): boolean {
  return findWholeLines(key)[list] === true
}

/** The same without a number before or after it: `Comments (12)`. */
export function readsCounted(fact: Facts, list: WholeLineList): boolean {
  if (fact.digits === 0 || fact.digits > 6) return reads(fact, list)
  return findWholeLines(fact.key.replace(COUNT, ''))[list] === true
}
const COUNT = /^\d{1,6}|\d{1,6}$/g
