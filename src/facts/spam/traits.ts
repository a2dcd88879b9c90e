import { SCRIPTS } from '../../core/facts.ts'
import { countOffers, countTopics } from '../../words/spam-counters.ts'
import { undisguised } from './disguise.ts'
import { eachPair, type Speech, WORD_MASK } from './speech.ts'
import { CHARACTERS, LANGUAGES, type Tally, tally } from './tally.ts'

/** Characters of a stretch of text looked at. */
export const SEEN = 1_500
const CONTACT =
  /(?:qq|wechat|微信|薇信|vx|wx|telegram|tg|whats ?app|line ?id|kakao|카톡|zalo|viber|skype|电报|телеграм|واتساب|t\.me\/|wa\.me\/)/i

const HAN = SCRIPTS.indexOf('Han')
const KANA = SCRIPTS.indexOf('Kana')
const LATIN = SCRIPTS.indexOf('Latin')
const NONE = SCRIPTS.indexOf('None')
const OTHER = SCRIPTS.indexOf('Other')

export interface Traits {
  readonly values: Float64Array
  /** Family of the most topic words, where there is one. */
  readonly family: string | undefined
}

/** What tells spam from the text around it; a person reads the second part. */
export const TRAITS = {
  length: 'its length',
  foreign: 'a script foreign to the page',
  latin: 'Latin letters on a page of another script',
  foreignList: 'a foreign script without grammar',
  grammarless: 'hardly a function word',
  ungrammatical: 'fewer function words than the page has',
  language: 'function words of another language',
  marks: 'letters the page’s language does not have',
  surprise: 'spelling unlike the page’s',
  repetition: 'the same words again and again',
  phrases: 'short phrases between separators',
  unended: 'no end of a sentence',
  topics: 'words of unwanted offers',
  topicShare: 'little but such words',
  offers: 'the voice of an offer',
  offerShare: 'little but the voice of an offer',
  both: 'unwanted goods in the voice of an offer',
  contact: 'a messenger’s name',
  novelty: 'words the page has nowhere else',
  novelTopics: 'an unwanted topic the page does not have',
  pageTopics: 'a page about the topic',
  quoted: 'quotation marks',
  digits: 'numbers',
  capitals: 'names',
  many: 'more words than a phrase',
  offersNovel: 'an offer in words the page has nowhere else',
  foreignOffer: 'an offer in another language or script',
  listTopics: 'unwanted offers without a sentence',
  refrain: 'the same words again without a sentence',
  strangeRefrain: 'words the page does not have, again and again',
} as const
export type Trait = keyof typeof TRAITS
export const TRAIT_NAMES = Object.keys(TRAITS) as readonly Trait[]

/**
 * Traits of a stretch of text beside the page's speech. `inside` tells that the page's speech counted it too: then its own
 * words are taken off before. `lexicon` false reads it as if no topic word were known.
 */
export function traitsOf(text: string, speech: Speech, inside: boolean, lexicon = true): Traits {
  const seen = undisguised(text.length > SEEN ? text.slice(0, SEEN) : text)
  const counts = tally(seen)
  const { count, letters } = counts
  const n = Math.max(1, count)
  const shares = scriptShares(counts, speech, inside)
  const functionShare = counts.anyFunctional / n
  const ownShare = ownFunctional(counts, speech) / n
  const otherShare = otherFunctional(counts, speech) / n
  const topics = lexicon ? countTopics(seen, SEEN) : undefined
  const offers = countOffers(seen, SEEN)
  const topicWords = topics?.all ?? 0
  const offerWords = offers?.all ?? 0
  const chars = Math.max(1, letters + counts.digits)
  const enough = Math.min(1, n / 8)
  const novel = novelty(counts, speech, inside)
  const phrases = counts.commas + counts.separators
  const list = phrases >= 3 ? Math.min(1, (4 * (phrases + 1)) / n) : 0
  const grammarless = enough * Math.max(0, 1 - functionShare / Math.max(0.05, speech.functionShare * 0.7))
  const strange = Math.min(1, shares.foreign + otherShare * 3 * enough)
  const topicShare = Math.min(1, (topics?.length ?? 0) / chars)
  const offerShare = Math.min(1, (offers?.length ?? 0) / chars)
  const again = repetition(counts)
  const values: Record<Trait, number> = {
    length: Math.log(Math.max(4, n)) - 3,
    foreign: shares.foreign,
    latin: shares.latin * enough,
    foreignList: shares.foreign * grammarless,
    grammarless,
    ungrammatical: enough * clip((speech.functionShare - ownShare) / Math.max(0.05, speech.functionShare)),
    language: enough * Math.max(0, otherShare - ownShare),
    marks: Math.max(0, Math.min(0.3, shares.marked - speech.markedShare * 1.5)) * enough,
    surprise: surprise(seen, speech, inside),
    repetition: again,
    phrases: list,
    unended: /[.!?。！？…।]["'”’»）)\]】」』]*\s*$/u.test(seen.slice(-8)) ? 0 : 1,
    topics: Math.min(2, Math.log1p(topicWords)),
    topicShare,
    offers: Math.min(2.2, Math.log1p(offerWords)),
    offerShare,
    both: Math.min(1.6, Math.sqrt(topicShare * offerShare) * 4),
    contact: CONTACT.test(seen) ? 1 : 0,
    novelty: novel * enough,
    novelTopics: Math.min(2, Math.log1p(topicWords)) * novel,
    pageTopics: Math.min(1, Math.max(0, speech.topics - (inside ? (topics?.words ?? 0) : 0)) / 4),
    quoted: /["“”«»「」『』„]/.test(seen) ? 1 : 0,
    digits: counts.digits / chars,
    capitals:
      counts.spaced < 3 ? 0 : Math.max(0, (counts.capitals - 1) / counts.spaced - speech.capitalShare),
    many: enough,
    offersNovel: Math.min(2.2, Math.log1p(offerWords)) * novel,
    foreignOffer: strange * Math.min(2.2, Math.log1p(offerWords + topicWords)),
    refrain: Math.max(list, grammarless) * again,
    strangeRefrain: again * novel,
    listTopics: Math.max(list, grammarless) * Math.min(2.2, Math.log1p(offerWords + topicWords)),
  }
  const row = new Float64Array(TRAIT_NAMES.length)
  for (let i = 0; i < row.length; i++) row[i] = values[TRAIT_NAMES[i]!]
  return { values: row, family: topics?.family }
}

const clip = (value: number) => Math.max(-1, Math.min(1, value))

/** Shares of the letters in scripts the page's prose hardly has; Latin words stand in every text and count apart. */
function scriptShares({ perScript, letters, marked }: Tally, speech: Speech, inside: boolean) {
  let [foreign, latin] = [0, 0]
  for (let i = 0; i < perScript.length; i++) {
    if (perScript[i] === 0 || i === NONE || i === OTHER) continue
    const own = (speech.perScript[i]! - (inside ? perScript[i]! : 0)) / Math.max(1, speech.letters)
    if (own > 0.12) continue
    const rare = 1 - own / 0.12
    if (i === LATIN) latin += perScript[i]! * rare
    // Han beside Kana is Japanese
    else if (i === HAN && speech.perScript[KANA]! > speech.letters / 10) continue
    else foreign += perScript[i]! * rare
  }
  const all = Math.max(1, letters)
  return { foreign: foreign / all, latin: latin / all, marked: marked / Math.max(1, perScript[LATIN]!) }
}

function ownFunctional({ functional }: Tally, { own }: Speech): number {
  let most = 0
  for (let i = 0; i < own.length; i++) if (own[i] === 1) most = Math.max(most, functional[i]!)
  return most
}

function otherFunctional({ functional }: Tally, { own }: Speech): number {
  let most = 0
  for (let i = 0; i < LANGUAGES.length; i++) if (own[i] === 0) most = Math.max(most, functional[i]!)
  return most - (functional[CHARACTERS]! > most ? most : 0)
}

/** Share of a text's words said before in it, 0 to 1. */
export function repetitionOf(text: string): number {
  return repetition(tally(text))
}

function repetition({ words }: Tally): number {
  if (words.length < 6) return 0
  return 1 - new Set(words).size / words.length
}

/** Share of the different words that stand nowhere else in the page's prose, 0 where the page says too little. */
function novelty({ words }: Tally, speech: Speech, inside: boolean): number {
  const others = speech.count - (inside ? words.length : 0)
  if (others < 60 || words.length === 0) return 0
  for (const word of words) TIMES[word & WORD_MASK]!++
  let [fresh, different] = [0, 0]
  for (const word of words) {
    const at = word & WORD_MASK
    const times = TIMES[at]!
    if (times === 0) continue
    TIMES[at] = 0
    different++
    if (speech.words[at]! - (inside ? times : 0) <= 0) fresh++
  }
  return (fresh / different) * Math.min(1, others / 200)
}

// Room to count in, all zeros again after each use: a table per stretch of text would cost more than what it counts.
const TIMES = new Uint16Array(WORD_MASK + 1)
const PAIRS = new Uint16Array(SEEN * 2)

/** Logarithms of what is seen so many times, and a bit more for what never was. */
const MANY = 4096
const LOGS = Float64Array.from({ length: MANY }, (_, seen) => Math.log(seen + 0.3))

/** How much less usual its pairs of letters are than the page's own, in nats above the page's mean; 0 to 2. */
function surprise(text: string, speech: Speech, inside: boolean): number {
  const count = eachPair(text, 0, Math.min(text.length, PAIRS.length), noted)
  const others = speech.pairCount - (inside ? count : 0)
  if (count < 20 || others < 600) return 0
  if (inside) for (let i = 0; i < count; i++) TIMES[PAIRS[i]!]!++
  let sum = count * Math.log(others + 0.3 * 800)
  for (let i = 0; i < count; i++) {
    const pair = PAIRS[i]!
    const seen = Math.max(0, speech.pairs[pair]! - TIMES[pair]!)
    sum -= seen < MANY ? LOGS[seen]! : Math.log(seen + 0.3)
  }
  if (inside) for (let i = 0; i < count; i++) TIMES[PAIRS[i]!] = 0
  return Math.max(0, Math.min(2, sum / count - speech.entropy)) * Math.min(1, others / 1500)
}

function noted(pair: number, at: number): void {
  PAIRS[at] = pair
}
