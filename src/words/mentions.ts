import type { Facts } from '../core/facts.ts'
import { COPYRIGHT_PARTS, CREDIT_PARTS, LICENCE_PARTS } from './footer.ts'
import { ORDERS } from './machine-orders.ts'
import { partFinder, SEARCHED } from './parts.ts'
import { DONATE_PARTS, NEWSLETTER_PARTS } from './promotion.ts'
import { OFFER_PARTS, OFFERS, SPAM, SPAM_TOPICS } from './spam.ts'

function parts(families: Readonly<Record<string, string>>): readonly string[] {
  return Object.values(families).flatMap((words) => words.toLowerCase().split('|'))
}

/** Words and phrases rules look for inside lines. A block is searched once for all lists, when it is measured. */
const LISTS = {
  copyright: COPYRIGHT_PARTS,
  credit: CREDIT_PARTS,
  donate: DONATE_PARTS,
  licence: LICENCE_PARTS,
  'machine-order': parts(ORDERS),
  newsletter: NEWSLETTER_PARTS,
  offer: OFFER_PARTS,
  'offer-voice': parts(OFFERS),
  spam: parts(SPAM),
  'spam-topic': parts(SPAM_TOPICS),
} as const

/** Lists of words as they are printed; those on spam are also looked for inside words, where it is glued. */
const WORDS: ReadonlySet<keyof typeof LISTS> = new Set([
  'copyright',
  'credit',
  'donate',
  'licence',
  'newsletter',
])

export const findMentions = partFinder<keyof typeof LISTS>(LISTS, WORDS)

/** The first phrase of a list a block has in its first 400 characters, in lower case. */
export function mention(fact: Facts, list: keyof typeof LISTS): string | undefined {
  return fact.mentions[list]
}

/** False where the text is sure to have none of the list: then nobody need look closer. */
export function mayMention(text: string, fact: Pick<Facts, 'mentions'>, list: keyof typeof LISTS): boolean {
  return text.length > SEARCHED || fact.mentions[list] !== undefined
}
