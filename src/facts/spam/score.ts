import { SCRIPTS } from '../../core/facts.ts'
import { givesHandle, givesSite, isQuoted, makesDeal, ordersMachine, pitchOf, reportsIn } from './evidence.ts'
import type { Speech } from './speech.ts'
import {
  hints,
  type Reading,
  readingOf,
  TRAIT_NAMES,
  TRAITS,
  type Trait,
  type Traits,
  topicsIn,
  traitsOf,
} from './traits.ts'
import { BIAS, WEIGHTS } from './weights.ts'

/** How much like spam a stretch of text is. */
export interface SpamScore {
  /** Log-odds; what lacks hard evidence has none above -1. */
  readonly score: number
  /** Log-odds by all traits, evidence or none. */
  readonly sum: number
  /** Family of the offers, where words of it stand there. */
  readonly family: string | undefined
  /** What spoke for it most, in words. */
  readonly because: string
  /** Speaks the page's language in whole sentences, so that only its words are against it. */
  readonly fits: boolean
  /** Orders a machine about, or sells goods and says how to get them: proof enough without other text to compare with. */
  readonly outright?: true
}

const AT = Object.fromEntries(TRAIT_NAMES.map((name, i) => [name, i])) as Record<Trait, number>
const ORDERED = Float64Array.from(TRAIT_NAMES, (name) => WEIGHTS[name])
/** Without any of these no text is spam, whatever the sum says: shapes that single lines of any page have are no proof. */
const OFFERING = evidence([
  ['topics', 0.6],
  ['offers', 1],
  ['strangeRefrain', 0.25],
  ['alien', 0.5],
])
/** Another script or language is no proof either: a quotation has it. A list, words said again or one offer must be beside it. */
const FOREIGN = evidence([
  ['foreign', 0.3],
  ['latin', 0.5],
  ['language', 0.12],
])
const LISTED = evidence([
  ['grammarless', 0.5],
  ['repetition', 0.3],
  ['phrases', 0.6],
  ['offers', 0.6],
])
/** Without any of these it speaks like its page. */
const STRANGE = evidence([
  ['foreign', 0.3],
  ['latin', 0.5],
  ['language', 0.1],
  ['marks', 0.1],
])
/** Without function words, and long enough (twelve words, as the trait counts) for that to be strange. */
const UNGRAMMATICAL = 0.5
const LONG = -0.52
const NAMED = 3
const CLEAN = -1

interface Evidence {
  readonly at: number
  readonly least: number
}

function evidence(list: readonly (readonly [Trait, number])[]): readonly Evidence[] {
  return list.map(([name, least]) => ({ at: AT[name], least }))
}

function anyOf(list: readonly Evidence[], values: Float64Array): boolean {
  for (const { at, least } of list) if (values[at]! >= least) return true
  return false
}

/** Scores a stretch of text beside the page's speech; `inside` where the page's speech counted it too. */
export function spamScore(text: string, speech: Speech, inside = true): SpamScore {
  const reading = readingOf(text)
  return weighed(reading, traitsOf(reading, speech, inside))
}

/** The same for one of the many stretches nothing in which hints at spam: those are not weighed. */
export function spamScoreOfSuspect(text: string, speech: Speech): SpamScore {
  if (ordersMachine(text)) return ORDER
  const family = pitchOf(text, speech.prose)
  if (family !== undefined) return { ...ORDER, score: OUTRIGHT, sum: OUTRIGHT, family, because: PITCH }
  const reading = readingOf(text)
  return hints(reading, speech, true) ? weighed(reading, traitsOf(reading, speech, true)) : INNOCENT
}
const ORDER: SpamScore = {
  score: 6,
  sum: 6,
  family: 'prompts',
  because: 'speaks to machines and gives them orders',
  fits: true,
  outright: true,
}
const PITCH = 'sells to its reader what the page is not about'
const INNOCENT: SpamScore = { score: -4, sum: -4, family: undefined, because: '', fits: true }

function weighed(reading: Reading, traits: Traits): SpamScore {
  const { values, family } = traits
  let sum = BIAS
  for (let i = 0; i < values.length; i++) sum += values[i]! * ORDERED[i]!
  const isSentence = values[AT.grammarless]! < UNGRAMMATICAL || values[AT.unended] === 0
  const fits = !anyOf(STRANGE, values) && (isSentence || values[AT.length]! < LONG)
  const reports = isSentence ? reportsIn(reading.seen) : 0
  sum -= REPORTED * Math.log1p(reports)
  if (reports === 0 && isOutright(reading))
    return {
      score: Math.max(sum, OUTRIGHT),
      sum,
      family,
      because: DEAL,
      fits,
      outright: true,
    }
  const proven = anyOf(OFFERING, values) || (anyOf(FOREIGN, values) && anyOf(LISTED, values))
  const saying = anyOf(FOREIGN, values) && reading.topics === undefined && isQuoted(reading.seen)
  if (!proven || saying) return { score: Math.min(sum, CLEAN), sum, family, because: '', fits }
  return { score: sum, sum, family, because: sum < 0 ? '' : reasons(traits), fits }
}
/** Log-odds one, two, four words of report speak against a sentence: so much times the logarithm. */
const REPORTED = 2.5
/** Log-odds of a sentence that names unwanted goods, offers them and says what they cost or where they are had. */
const OUTRIGHT = 4

/**
 * Words of goods and of offers such a text has at least, each and together, and together where a name to call is given; a
 * phrase of goods (`buy diploma`) counts for two.
 */
const FEWEST = { topics: 2, offers: 1, all: 5, withHandle: 4 }
const PHRASE = 10
/** Words of offers that make one of any goods where the name of a site stands beside them, or of whom to call. */
const URGED = { site: 5, handle: 4 }
/** Goods, offers and share of the letters in them from which a text is nothing else. */
const DENSE = { topics: 3, offers: 3, share: 0.6 }

function isOutright({ seen, topics, offers, counts }: Reading): boolean {
  if (topics === undefined || offers === undefined || isQuoted(seen)) return false
  const said = topics.length + offers.length
  if (topics.all >= DENSE.topics && offers.all >= DENSE.offers && said >= counts.letters * DENSE.share)
    return true
  if (offers.all >= URGED.handle && givesHandle(seen)) return true
  if (offers.all >= URGED.site && givesSite(seen)) return true
  const goods = topics.length >= PHRASE ? topics.all + 1 : topics.all
  if (goods < FEWEST.topics || goods + offers.all < FEWEST.withHandle) return false
  if (topics.all + offers.all < FEWEST.all && !givesHandle(seen)) return false
  return makesDeal(seen)
}

/** The same for a paragraph, whose sentences say each a part of it. */
export function offersOutright(text: string): SpamScore | undefined {
  if (topicsIn(text) === undefined) return undefined
  const reading = readingOf(text)
  if (!isOutright(reading) || reportsIn(text) > 0) return undefined
  const { family } = reading.topics!
  return { score: OUTRIGHT, sum: OUTRIGHT, family, because: DEAL, fits: true, outright: true }
}
const DEAL = 'goods, a price or contact, and an offer'

function reasons({ values }: Traits): string {
  return TRAIT_NAMES.map((name, i) => ({ name, part: values[i]! * ORDERED[i]! }))
    .filter(({ part }) => part > 0.5)
    .sort((a, b) => b.part - a.part)
    .slice(0, NAMED)
    .map(({ name }) => TRAITS[name])
    .join(', ')
}

/** True where the page has enough prose to compare with. */
export function canCompare(speech: Speech): boolean {
  return speech.letters >= 120 && speech.perScript.some((letters, i) => letters > 60 && SCRIPTS[i] !== 'None')
}
