import type { Facts, Script } from '../../core/facts.ts'
import { mayMention } from '../../words/mentions.ts'
import { SEARCHED } from '../../words/parts.ts'
import { countAny, countOffers, countTopics } from '../../words/spam-counters.ts'
import type { Counts } from '../count.ts'
import { orderWords } from './evidence.ts'
import { lacksGrammar } from './tally.ts'

const SEEN = 6_000

/** Letters of another script that make a text worth a look, beside Latin ones and beside others. */
const STRANGE = { latin: 6, other: 25 }
/** Words without a function word among them, as lists for search engines have them. */
const LIST = { words: 10, share: 0.06, row: 10 }
/** Share of function words a text has where a row of words without any is strange. */
const PROSE = 0.15

export type Looked = Pick<Counts, 'script' | 'scriptShare' | 'letters' | 'words'> &
  Partial<Pick<Facts, 'functionShare' | 'mentions'>>

/** Whether a text is worth a closer look; cheap, because most texts are not. */
export function isSuspect(text: string, fact: Looked, main: Script): boolean {
  if (isStrange(fact, main)) return true
  if (fact.words >= LIST.words && fact.functionShare !== undefined && fact.functionShare < LIST.share)
    return true
  if (fact.functionShare !== undefined && fact.functionShare > PROSE && lacksGrammar(text, LIST.row))
    return true
  // One look for the words of three lists: most long texts have none. Short ones were searched when they were measured.
  if (text.length > SEARCHED && countAny(text, SEEN, 1) === undefined) return false
  return namesTopic(text, fact) || offers(text, 2, fact) || (text.length > 24 && ordersSome(text, fact))
}

/** Whether some sentence of it may give orders to a machine. */
function ordersSome(text: string, searched: Searched): boolean {
  if (!may(text, searched, 'machine-order')) return false
  return orderWords(text, 2, SEEN) === 2
}

/** Written in another script than the page, or some of it is. */
export function isStrange({ script, scriptShare, letters }: Looked, main: Script): boolean {
  if (script !== main && script !== 'None') return true
  const others = letters * (1 - scriptShare)
  return others >= (main === 'Latin' ? STRANGE.latin : STRANGE.other)
}

/** What was found when the block was measured spares most texts a search of their own. */
type Searched = Partial<Pick<Facts, 'mentions'>>
const may = (text: string, { mentions }: Searched, list: 'machine-order' | 'offer-voice' | 'spam-topic') =>
  mentions === undefined || mayMention(text, { mentions }, list)

export function namesTopic(text: string, searched: Searched): boolean {
  return may(text, searched, 'spam-topic') && countTopics(text, SEEN, 1) !== undefined
}

/** Has so many different words of an offer. */
export function offers(text: string, least: number, searched: Searched): boolean {
  return may(text, searched, 'offer-voice') && (countOffers(text, SEEN, least)?.all ?? 0) >= least
}

/** How many different words of unwanted goods and of the voice that offers them a text has. */
export function offersIn(text: string): number {
  return (countTopics(text, SEEN)?.all ?? 0) + (countOffers(text, SEEN)?.all ?? 0)
}
