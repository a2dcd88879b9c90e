import { SCRIPTS } from '../../core/facts.ts'
import { ordersMachine } from './orders.ts'
import type { Speech } from './speech.ts'
import { hints, readingOf, TRAIT_NAMES, TRAITS, type Trait, type Traits, traitsOf } from './traits.ts'
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
}

const AT = Object.fromEntries(TRAIT_NAMES.map((name, i) => [name, i])) as Record<Trait, number>
const ORDERED = Float64Array.from(TRAIT_NAMES, (name) => WEIGHTS[name])
/** Without any of these no text is spam, whatever the sum says: shapes that single lines of any page have are no proof. */
const HARD = evidence([
  ['foreign', 0.3],
  ['latin', 0.5],
  ['language', 0.12],
  ['topics', 0.6],
  ['offers', 1],
  ['strangeRefrain', 0.25],
  ['alien', 0.5],
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
  return weighed(traitsOf(readingOf(text), speech, inside))
}

/** The same for one of the many stretches nothing in which hints at spam: those are not weighed. */
export function spamScoreOfSuspect(text: string, speech: Speech): SpamScore {
  if (ordersMachine(text)) return ORDER
  const reading = readingOf(text)
  return hints(reading, speech, true) ? weighed(traitsOf(reading, speech, true)) : INNOCENT
}
const ORDER: SpamScore = {
  score: 6,
  sum: 6,
  family: 'prompts',
  because: 'speaks to machines and gives them orders',
  fits: true,
}
const INNOCENT: SpamScore = { score: -4, sum: -4, family: undefined, because: '', fits: true }

function weighed(traits: Traits): SpamScore {
  const { values, family } = traits
  let score = BIAS
  for (let i = 0; i < values.length; i++) score += values[i]! * ORDERED[i]!
  const fits =
    !anyOf(STRANGE, values) && !(values[AT.grammarless]! >= UNGRAMMATICAL && values[AT.length]! >= LONG)
  if (!anyOf(HARD, values)) return { score: Math.min(score, CLEAN), sum: score, family, because: '', fits }
  return { score, sum: score, family, because: score < 0 ? '' : reasons(traits), fits }
}

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
