import type { Block } from '../../core/block.ts'
import { characterClass, IDEOGRAPH, LETTER, lowerCase } from '../../core/character.ts'
import { type Facts, SCRIPTS } from '../../core/facts.ts'
import { CHARACTERS, type Tally, tally } from './tally.ts'

/** How a page speaks: what a stretch of its text is compared with. */
export interface Speech {
  /** The prose itself, as far as it was looked at. */
  readonly prose: string
  /** How often each word occurs in the page's prose, by the low bits of its hash. */
  readonly words: Uint16Array
  readonly count: number
  /** Pairs of neighbouring letters of scripts with spaces, by the low bits of their hash. */
  readonly pairs: Uint16Array
  readonly pairCount: number
  /** Mean surprise of a pair of the page's own, in nats. */
  readonly entropy: number
  /** Letters of the page's prose by script. */
  readonly perScript: Uint32Array
  readonly letters: number
  /** Languages of the page, as flags over the places of `Tally.functional`. */
  readonly own: Uint8Array
  /** Share of the words of the page's prose that are function words of its languages. */
  readonly functionShare: number
  readonly markedShare: number
  readonly capitalShare: number
}

const WORD_MASK = 32767
const PAIR_MASK = 4095
/** Characters of prose looked at. */
const SAMPLE = 60_000
/** A language with this share of the leading one's function words is the page's own as well. */
const SECOND = 0.45

/** Measures how the prose of a page speaks; a page without any is measured by all its text. */
export function speechOf(blocks: readonly Block[], facts: readonly Facts[]): Speech {
  const prose = blocks.filter(({ at, kind }) => kind !== 'code' && isProse(facts[at]!))
  const text = (prose.length > 0 ? prose : blocks)
    .map((block) => block.text)
    .join('\n')
    .slice(0, SAMPLE)
  const counts = tally(text)
  const words = new Uint16Array(WORD_MASK + 1)
  for (const word of counts.words) words[word & WORD_MASK]!++
  const pairs = new Uint16Array(PAIR_MASK + 1)
  const pairCount = eachPair(text, 0, text.length, (pair) => void pairs[pair]!++)
  const own = ownLanguages(counts.functional)
  let functional = 0
  for (let i = 0; i < own.length; i++)
    if (own[i] === 1) functional = Math.max(functional, counts.functional[i]!)
  return {
    prose: text,
    words,
    count: counts.words.length,
    pairs,
    pairCount,
    entropy: entropyOf(pairs, pairCount),
    perScript: counts.perScript,
    letters: counts.letters,
    own,
    functionShare: functional / Math.max(1, counts.count),
    markedShare: counts.marked / Math.max(1, counts.perScript[SCRIPTS.indexOf('Latin')]!),
    capitalShare: counts.capitals / Math.max(1, counts.spaced),
  }
}

function isProse(fact: Facts): boolean {
  return fact.endsSentence ? fact.mass >= 30 : fact.mass >= 120
}

function ownLanguages(functional: Uint16Array): Uint8Array {
  const own = new Uint8Array(CHARACTERS + 1)
  let most = 0
  for (let i = 0; i < CHARACTERS; i++) most = Math.max(most, functional[i]!)
  for (let i = 0; i < CHARACTERS; i++) if (most > 0 && functional[i]! >= most * SECOND) own[i] = 1
  own[CHARACTERS] = 1
  return own
}

/** Tells every pair of neighbouring letters inside words of scripts with spaces, and its number; gives how many. */
function eachPair(text: string, from: number, to: number, tell: (pair: number, at: number) => void): number {
  let previous = 0
  let count = 0
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i)
    const flags = characterClass(unit)
    const letter = (flags & LETTER) !== 0 && (flags & IDEOGRAPH) === 0
    const next = letter ? lowerCase(unit, flags) : 32
    if (letter || previous !== 32) {
      tell((Math.imul(previous, 31) + Math.imul(next, 257)) & PAIR_MASK, count++)
    }
    previous = next
  }
  return count
}

function entropyOf(pairs: Uint16Array, count: number): number {
  let sum = 0
  for (let i = 0; i < pairs.length; i++) if (pairs[i]! > 0) sum -= pairs[i]! * Math.log(pairs[i]! / count)
  return count === 0 ? 0 : sum / count
}

/** Characters of a stretch of text looked at. */
export const SEEN = 1_500

const HAN = SCRIPTS.indexOf('Han')
const KANA = SCRIPTS.indexOf('Kana')
const LATIN = SCRIPTS.indexOf('Latin')
const NONE = SCRIPTS.indexOf('None')
const OTHER = SCRIPTS.indexOf('Other')

/** Shares of the letters in scripts the page's prose hardly has; Latin words stand in every text and count apart. */
export function scriptShares({ perScript, letters, marked }: Tally, speech: Speech, inside: boolean) {
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

export function ownFunctional({ functional }: Tally, { own }: Speech): number {
  let most = 0
  for (let i = 0; i < own.length; i++) if (own[i] === 1) most = Math.max(most, functional[i]!)
  return most
}

export function otherFunctional({ functional }: Tally, { own }: Speech): number {
  let most = 0
  for (let i = 0; i < CHARACTERS; i++) if (own[i] === 0) most = Math.max(most, functional[i]!)
  return most - (functional[CHARACTERS]! > most ? most : 0)
}

/** Share of the words said before, 0 to 1. */
export function repetition({ words }: Tally): number {
  if (words.length < 6) return 0
  return 1 - new Set(words).size / words.length
}

/** Share of the different words that stand nowhere else in the page's prose, 0 where the page says too little. */
export function novelty({ words }: Tally, speech: Speech, inside: boolean): number {
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
export function surprise(text: string, speech: Speech, inside: boolean): number {
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
