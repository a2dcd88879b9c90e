import { familyCounter } from './families.ts'
import { MACHINES } from './machine-orders.ts'
import { OFFERS } from './offers.ts'
import { SPAM } from './spam.ts'
import { SPAM_TOPICS } from './spam-topics.ts'

/** Words of unwanted offers in a text, by the family most often met; the topics are the broader list. */
export const countSpam = familyCounter(SPAM)
export const countTopics = familyCounter(SPAM_TOPICS)
/** Words of the voice that offers and urges. */
export const countOffers = familyCounter(OFFERS)
/** Words of topics, of offers, and of machines spoken to: where a text has none, none of the three need be asked. */
export const countAny = familyCounter(
  Object.fromEntries(
    [SPAM_TOPICS, OFFERS, MACHINES].map((families, i) => [String(i), Object.values(families).join('|')]),
  ),
)
