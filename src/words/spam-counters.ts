import { type FamilyCounter, familyCounter, familyPlaces } from './families.ts'
import { ORDERS } from './machine-orders.ts'
import { OFFERS } from './offers.ts'
import { REPORTS } from './reports.ts'
import { SPAM } from './spam.ts'
import { SPAM_SUBJECTS } from './spam-subjects.ts'
import { SPAM_TOPICS } from './spam-topics.ts'

/** Words of unwanted offers in a text, by the family most often met; the topics are the broader list. */
export const countSpam = familyCounter(SPAM)
export const countTopics = familyCounter(SPAM_TOPICS)
/** Words of the voice that offers and urges. */
export const countOffers = familyCounter(OFFERS)
/** How many different words a text has of the subject each family of offers is about. */
export const subjectCounters: Readonly<Record<string, FamilyCounter>> = Object.fromEntries(
  Object.entries(SPAM_SUBJECTS).map(([family, words]) => [
    family,
    familyCounter({ [family]: `${words}|${SPAM_TOPICS[family] ?? words}` }),
  ]),
)
/** Words of those who report, warn and judge. */
export const countReports = familyCounter(REPORTS)
/** Where words of topics and of offers stand. */
export const topicPlaces = familyPlaces(SPAM_TOPICS)
export const offerPlaces = familyPlaces(OFFERS)
/** Words of topics, of offers, and of orders to machines: where a text has none, none of the three need be asked. */
export const countAny = familyCounter(
  Object.fromEntries(
    [SPAM_TOPICS, OFFERS, ORDERS].map((families, i) => [String(i), Object.values(families).join('|')]),
  ),
)
