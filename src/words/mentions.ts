import type { Facts } from '../core/facts.ts'
import { COPYRIGHT_PARTS, CREDIT_PARTS, LICENCE_PARTS } from './footer.ts'
import { partFinder } from './parts.ts'
import { NEWSLETTER_PARTS } from './promotion.ts'
import { OFFER_PARTS, SPAM } from './spam.ts'

/** Words and phrases rules look for inside lines. A block is searched once for all lists, when it is measured. */
const LISTS = {
  copyright: COPYRIGHT_PARTS,
  credit: CREDIT_PARTS,
  licence: LICENCE_PARTS,
  newsletter: NEWSLETTER_PARTS,
  offer: OFFER_PARTS,
  spam: Object.values(SPAM).flatMap((words) => words.toLowerCase().split('|')),
} as const

export const findMentions = partFinder<keyof typeof LISTS>(LISTS)

/** The first phrase of a list a block has in its first 400 characters, in lower case. */
export function mention(fact: Facts, list: keyof typeof LISTS): string | undefined {
  return fact.mentions[list]
}
