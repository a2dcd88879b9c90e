import { characterClass, IDEOGRAPH, SPACE, UPPER, WORD } from '../character.ts'
import { type SpamScore, spamScoreOfSuspect } from './score.ts'
import type { Speech } from './speech.ts'
import { titleUnits, type Unit, unitsOf } from './units.ts'

/** A stretch of a text that reads like spam. */
export interface Stretch extends Unit, SpamScore {
  /** The parts of it that were sure by themselves. */
  readonly sure: readonly Unit[]
}

/** Log-odds from which a stretch is taken for spam, and those it takes beside one. */
const SURE = 2.6
/** The same for what speaks the page's language in sentences. */
const SURE_IF_FITTING = 3.3
const BESIDE = { score: -0.9, sum: 0.3 }
/** Log-odds below which what is left beside a stretch is none. */
const CLEAN = -1.5
/** Characters below which nothing is looked at. */
const SHORT = 12
/** A character of a script without spaces says as much as two letters. */
function shortest(text: string, at: number): number {
  return (characterClass(text.charCodeAt(at)) & IDEOGRAPH) === 0 ? SHORT : SHORT / 2
}
/** Places at which a unit is tried to be taken apart. */
const TRIES = 24

/**
 * Stretches of a block's text that are spam, in order; the whole text where all of it is. A `title` is cut at the marks
 * that join titles instead of sentence ends.
 */
export function spamStretches(text: string, speech: Speech, title = false): Stretch[] {
  const units = title ? titleUnits(text) : unitsOf(text, speech)
  const scored = units.flatMap((unit) => takenApart(text, unit, speech))
  const taken = scored.map(isSure)
  const together = runsTogether(text, scored, taken, speech)
  for (let i = 0; i < scored.length; i++) if (together[i]) taken[i] = true
  if (!taken.includes(true)) return []
  for (let i = 1; i < scored.length; i++) if (taken[i - 1] && isBeside(scored[i]!)) taken[i] = true
  for (let i = scored.length - 2; i >= 0; i--) if (taken[i + 1] && isBeside(scored[i]!)) taken[i] = true
  return joined(scored, taken)
}

function isBeside({ score, sum }: SpamScore): boolean {
  return score >= BESIDE.score || sum >= BESIDE.sum
}

/** Sentences in a row each of which is suspicious, none sure: together they may be. */
function runsTogether(
  text: string,
  scored: Stretch[],
  taken: readonly boolean[],
  speech: Speech,
): readonly boolean[] {
  const found = scored.map(() => false)
  for (let from = 0; from < scored.length; from++) {
    let to = from
    while (to < scored.length && !taken[to] && scored[to]!.score >= BESIDE.score) to++
    if (to - from > 1) {
      const unit = { from: scored[from]!.from, to: scored[to - 1]!.to }
      const whole = scoredUnit(text, unit, speech)
      if (isSure(whole)) {
        found.fill(true, from, to)
        scored[from] = { ...whole, to: scored[from]!.to }
      }
    }
    from = Math.max(from, to - 1)
  }
  return found
}

function isSure({ score, fits }: SpamScore): boolean {
  return score >= (fits ? SURE_IF_FITTING : SURE)
}

function joined(scored: readonly Stretch[], taken: readonly boolean[]): Stretch[] {
  const out: Stretch[] = []
  scored.forEach((stretch, i) => {
    const last = out.at(-1)
    if (!taken[i]) return
    if (last === undefined || !taken[i - 1]) out.push(stretch)
    else {
      const stronger = stretch.score > last.score ? stretch : last
      const sure = [...last.sure, ...stretch.sure]
      out[out.length - 1] = { ...stronger, sure, from: last.from, to: stretch.to }
    }
  })
  return out
}

function scoredUnit(text: string, { from, to }: Unit, speech: Speech): Stretch {
  if (to - from < shortest(text, from)) return { ...NOTHING, from, to }
  const { score, sum, family, because, fits } = spamScoreOfSuspect(text.slice(from, to), speech)
  const stretch = { from, to, score, sum, family, because, fits, sure: NOTHING.sure }
  return isSure(stretch) ? { ...stretch, sure: [{ from, to }] } : stretch
}
const NOTHING: Stretch = {
  from: 0,
  to: 0,
  score: CLEAN,
  sum: CLEAN,
  family: undefined,
  because: '',
  fits: true,
  sure: [],
}

/**
 * A unit whole, or spam and the sentence it runs into: a list without an end has no stop to part them. Only what is
 * suspicious as a whole is tried.
 */
function takenApart(text: string, unit: Unit, speech: Speech): Stretch[] {
  const whole = scoredUnit(text, unit, speech)
  if (whole.score < SUSPICIOUS || unit.to - unit.from < 40) return [whole]
  let best: readonly [Stretch, Stretch] | undefined
  let most = 0
  for (const at of breaks(text, unit)) {
    const a = scoredUnit(text, { from: unit.from, to: at.to }, speech)
    if (!isSure(a)) continue
    const b = scoredUnit(text, { from: at.from, to: unit.to }, speech)
    if (b.score > CLEAN) continue
    const gain = a.score - 2 * b.score
    if (gain > most) {
      most = gain
      best = [a, b]
    }
  }
  return best === undefined ? [whole] : [...best]
}
const SUSPICIOUS = -2.5

/** Gaps in a unit before a word that may begin a sentence: a capital, or any word of a script without them. */
function breaks(text: string, { from, to }: Unit): Unit[] {
  const found: Unit[] = []
  for (let i = from + SHORT; i < to - SHORT; i++) {
    if ((characterClass(text.charCodeAt(i)) & SPACE) === 0) continue
    const start = i
    while ((characterClass(text.charCodeAt(i)) & SPACE) !== 0) i++
    let first = i
    while (first < i + 2 && (characterClass(text.charCodeAt(first)) & WORD) === 0) first++
    const flags = characterClass(text.charCodeAt(first))
    const char = text[first] ?? ''
    const cased = char.toLowerCase() !== char.toUpperCase()
    if (
      (flags & WORD) === 0 ||
      (cased && (flags & UPPER) === 0) ||
      (!cased && (flags & IDEOGRAPH) === 0 && flags === 0)
    )
      continue
    found.push({ from: i, to: start })
  }
  if (found.length <= TRIES) return found
  return Array.from({ length: TRIES }, (_, i) => found[Math.floor((i * found.length) / TRIES)]!)
}
