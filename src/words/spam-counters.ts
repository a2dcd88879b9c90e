import { familyCounter } from './families.ts'
import { OFFERS } from './offers.ts'
import { SPAM } from './spam.ts'
import { SPAM_TOPICS } from './spam-topics.ts'

/** Words of unwanted offers in a text, by the family most often met; the topics are the broader list. */
export const countSpam = familyCounter(SPAM)
export const countTopics = familyCounter(SPAM_TOPICS)
/** Words of the voice that offers and urges. */
export const countOffers = familyCounter(OFFERS)
