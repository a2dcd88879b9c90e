import { SCRIPTS } from '../../core/facts.ts'
import { eachPair, type Speech, WORD_MASK } from './speech.ts'
import { CHARACTERS, type Tally } from './tally.ts'

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
