import type { Facts } from '../core/facts.ts'
import { COMMENT_FORM } from './comments.ts'
import { CONTACT, DISCLAIMER, NOTICE } from './footer.ts'
import { BACK_OPENING } from './navigation.ts'
import { openingFinder, pack } from './phrases.ts'
import { APP, CONSENT, DONATE, NEWSLETTER, SUBSCRIBE } from './promotion.ts'
import { RELATED_OPENING, SEE_ALSO } from './related.ts'
import { FOLLOW, SHARE_OPENING } from './share.ts'

/** Phrases rules look for at the start of lines. A block is compared once with all lists, when it is measured. */
const LISTS = {
  app: [APP],
  back: [BACK_OPENING],
  'comment-form': [COMMENT_FORM],
  consent: [CONSENT],
  contact: [CONTACT],
  disclaimer: [DISCLAIMER],
  donate: [DONATE],
  follow: [FOLLOW],
  newsletter: [NEWSLETTER],
  notice: [NOTICE],
  related: [RELATED_OPENING],
  'see-also': [SEE_ALSO],
  share: [SHARE_OPENING],
  subscribe: [SUBSCRIBE],
} as const

export type OpeningList = keyof typeof LISTS
export const findOpenings = openingFinder<OpeningList>(() => pack(LISTS))

/** Folded length of the longest phrase of a list the block opens with, ending where a word ends; 0 for none. */
export function opening(fact: Facts, list: OpeningList): number {
  return fact.openings[list] ?? 0
}
