import type { FamilyCount } from '../../words/families.ts'
import { countOffers, countTopics } from '../../words/spam-counters.ts'
import { undisguised } from './disguise.ts'
import { isQuoted, MESSENGER } from './evidence.ts'
import type { Speech } from './speech.ts'
import {
  novelty,
  otherFunctional,
  ownFunctional,
  repetition,
  SEEN,
  scriptShares,
  surprise,
} from './speech.ts'
import { type Tally, tally } from './tally.ts'

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
  quoted: 'quotation marks',
  digits: 'numbers',
  capitals: 'names',
  many: 'more words than a phrase',
  offersNovel: 'an offer in words the page has nowhere else',
  foreignOffer: 'an offer in another language or script',
  listTopics: 'unwanted offers without a sentence',
  refrain: 'the same words again without a sentence',
  strangeRefrain: 'words the page does not have, again and again',
  alien: 'words of no grammar, spelt unlike the page’s and found nowhere else on it',
} as const
export type Trait = keyof typeof TRAITS
export const TRAIT_NAMES = Object.keys(TRAITS) as readonly Trait[]

/** A stretch of text, read once for all traits. */
export interface Reading {
  readonly seen: string
  readonly counts: Tally
  readonly topics: FamilyCount | undefined
  readonly offers: FamilyCount | undefined
}

/** Reads a stretch of text; `lexicon` false reads it as if no topic word were known. */
export function readingOf(text: string, lexicon = true): Reading {
  const seen = seenOf(text)
  const topics = lexicon ? countTopics(seen, SEEN) : undefined
  return { seen, counts: tally(seen), topics, offers: countOffers(seen, SEEN) }
}

const seenOf = (text: string): string => undisguised(text.length > SEEN ? text.slice(0, SEEN) : text)

/** The topics alone, where most texts have none. */
export function topicsIn(text: string): FamilyCount | undefined {
  return countTopics(seenOf(text), SEEN)
}

/** Shares from which a script, a language or repetition, if only in a part of the text, is a hint. */
const HINT = { letters: 0.1, functional: 0.03, repetition: 0.2 }

/** Share of function words below which words are no sentence. */
const GRAMMAR = 0.1

/** Whether anything in it hints at spam: a topic, an offer, another script or language, no grammar, words said again. */
export function hints({ counts, topics, offers }: Reading, speech: Speech, inside: boolean): boolean {
  if (topics !== undefined || (offers !== undefined && offers.all > 1)) return true
  const { foreign, latin } = scriptShares(counts, speech, inside)
  if (foreign > HINT.letters || latin > HINT.letters) return true
  if (otherFunctional(counts, speech) - ownFunctional(counts, speech) > counts.count * HINT.functional)
    return true
  return (
    counts.count >= 8 &&
    (counts.anyFunctional < counts.count * GRAMMAR || repetition(counts) >= HINT.repetition)
  )
}

/**
 * Traits of a stretch of text beside the page's speech. `inside` tells that the page's speech counted it too: then its own
 * words are taken off before.
 */
export function traitsOf(reading: Reading, speech: Speech, inside: boolean): Traits {
  const { seen, counts, topics, offers } = reading
  const { count, letters } = counts
  const n = Math.max(1, count)
  const shares = scriptShares(counts, speech, inside)
  const functionShare = counts.anyFunctional / n
  const ownShare = ownFunctional(counts, speech) / n
  const otherShare = otherFunctional(counts, speech) / n
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
  const unlike = surprise(seen, speech, inside)
  const values: Record<Trait, number> = {
    length: Math.log(Math.max(4, n)) - 3,
    foreign: shares.foreign,
    latin: shares.latin * enough,
    foreignList: shares.foreign * grammarless,
    grammarless,
    ungrammatical: enough * clip((speech.functionShare - ownShare) / Math.max(0.05, speech.functionShare)),
    language: enough * Math.max(0, otherShare - ownShare),
    marks: Math.max(0, Math.min(0.3, shares.marked - speech.markedShare * 1.5)) * enough,
    surprise: unlike,
    repetition: again,
    phrases: list,
    unended: /[.!?。！？…।]["'”’»）)\]】」』]*\s*$/u.test(seen.slice(-8)) ? 0 : 1,
    topics: Math.min(2, Math.log1p(topicWords)),
    topicShare,
    offers: Math.min(2.2, Math.log1p(offerWords)),
    offerShare,
    both: Math.min(1.6, Math.sqrt(topicShare * offerShare) * 4),
    contact: MESSENGER.test(seen) ? 1 : 0,
    novelty: novel * enough,
    novelTopics: Math.min(2, Math.log1p(topicWords)) * novel,
    quoted: isQuoted(seen) ? 1 : 0,
    digits: counts.digits / chars,
    capitals:
      counts.spaced < 3 ? 0 : Math.max(0, (counts.capitals - 1) / counts.spaced - speech.capitalShare),
    many: enough,
    offersNovel: Math.min(2.2, Math.log1p(offerWords)) * novel,
    foreignOffer: strange * Math.min(2.2, Math.log1p(offerWords + topicWords)),
    refrain: Math.max(list, grammarless) * again,
    strangeRefrain: again * novel,
    alien: grammarless * unlike * novel,
    listTopics: Math.max(list, grammarless) * Math.min(2.2, Math.log1p(offerWords + topicWords)),
  }
  const row = new Float64Array(TRAIT_NAMES.length)
  for (let i = 0; i < row.length; i++) row[i] = values[TRAIT_NAMES[i]!]
  return { values: row, family: topics?.family }
}

const clip = (value: number) => Math.max(-1, Math.min(1, value))

/** Share of a text's words said before in it, 0 to 1. */
export function repetitionOf(text: string): number {
  return repetition(tally(text))
}
