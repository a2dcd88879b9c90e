import {
  CLOSING,
  characterClass,
  DIGIT,
  FULL_STOP,
  IDEOGRAPH,
  LETTER,
  SPACE,
  STOP,
  UPPER,
  WORD,
} from '../../core/character.ts'
import { SCRIPTS } from '../../core/facts.ts'
import { isQuoted, makesDeal, offerRun, orderWords, reportsIn } from './evidence.ts'
import { offersOutright, type SpamScore, spamScore, spamScoreOfSuspect } from './score.ts'
import type { Speech } from './speech.ts'
import { tally } from './tally.ts'
import { topicsIn } from './traits.ts'

/** A stretch of a text that reads like spam. */
export interface Stretch extends Unit, SpamScore {
  /** The parts of it that were sure by themselves. */
  readonly sure: readonly Unit[]
  /** Known words of offers pasted into a sentence: it ends at the last of them. */
  readonly pasted?: boolean
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

/** What was found in a block's text. */
export interface Found {
  /** In order; the whole text where all of it is spam. */
  readonly stretches: readonly Stretch[]
  /** Spam that runs into a sentence so that nobody can tell where it ends: it stays. */
  readonly unsure: readonly Stretch[]
}

/**
 * Stretches of a block's text that are spam and begin and end where sentences do. A `title` is cut at the marks that join
 * titles instead of sentence ends.
 */
export function spamStretches(text: string, speech: Speech, title = false): Found {
  const units = title ? titleUnits(text) : unitsOf(text, speech)
  const scored = units.flatMap((unit) => takenApart(text, unit, speech))
  const taken = scored.map(isSure)
  const together = runsTogether(text, scored, taken, speech)
  for (let i = 0; i < scored.length; i++) if (together[i]) taken[i] = true
  const outright = title || text.length > PARAGRAPH ? undefined : offersOutright(text)
  if (!taken.includes(true)) return outright === undefined ? NOTHING_FOUND : wholly(text, outright)
  for (let i = 1; i < scored.length; i++)
    if (taken[i - 1] && follows(text, scored[i - 1]!, scored[i]!)) taken[i] = true
  for (let i = scored.length - 2; i >= 0; i--) if (taken[i + 1] && isBeside(scored[i]!)) taken[i] = true
  for (let i = 1; i < scored.length - 1; i++)
    if (taken[i - 1] && taken[i + 1] && isCrumb(text, scored[i]!)) taken[i] = true
  const found = joined(scored, taken).map((one) =>
    outright === undefined ? one : { ...one, outright: true as const },
  )
  const stretches = title ? found : found.filter((stretch) => stretch.pasted || isBounded(text, stretch))
  return { stretches, unsure: found.filter((stretch) => !stretches.includes(stretch)) }
}
const NOTHING_FOUND: Found = { stretches: [], unsure: [] }
/** Characters of a paragraph that may be one offer. */
const PARAGRAPH = 700

function wholly(text: string, score: SpamScore): Found {
  const whole = { from: 0, to: text.length }
  return { stretches: [{ ...whole, ...score, sure: [whole] }], unsure: [] }
}

/** A word or two between stretches that are spam: a brand in letters of the page's script. */
function isCrumb(text: string, { from, to }: Unit): boolean {
  return to - from <= CRUMB && !/[.!?。！？…।]/.test(text.slice(from, to - 1))
}
const CRUMB = 16

/** A sentence behind an order to a machine that orders something itself goes with it. */
function follows(text: string, before: Stretch, stretch: Stretch): boolean {
  if (isBeside(stretch)) return true
  return before.family === 'prompts' && orderWords(text.slice(stretch.from, stretch.to), 1) > 0
}

/**
 * Begins and ends where a sentence does. One end may lie where the text turns to another script, or before a capital:
 * spam has no stop of its own, but what stands around it is whole.
 */
function isBounded(text: string, { from, to }: Stretch): boolean {
  const opens = isOpening(text, from)
  const closes = isClosing(text, to)
  if (opens && closes) return true
  if (opens) return turns(text, to) || startsSentence(text, to)
  return closes && turns(text, from)
}

/** Nothing is before it but marks, or a stop, a line's end or a bracket. */
function isOpening(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const flags = characterClass(text.charCodeAt(i))
    if ((flags & STOP) !== 0 || /[\n【[（(<>|｜•·*#]/.test(text[i]!)) return true
    if ((flags & WORD) !== 0) return false
    if ((flags & (SPACE | CLOSING)) === 0 && !/[\s"'“”‘’«»-]/.test(text[i]!)) return false
  }
  return true
}

/** Ends with a stop, a stop or a line's end follows, or nothing is behind it but marks. */
function isClosing(text: string, to: number): boolean {
  if (
    /[.!?。！？…।"'”’»)）】]/.test(text[to - 1] ?? '') &&
    /[.!?。！？…।】]/.test(text.slice(Math.max(0, to - 3), to))
  )
    return true
  return (
    /^(?:[.!?。！？…।】\])）>|｜]|\s{0,3}\n)/.test(text.slice(to, to + 4)) ||
    !/[\p{L}\p{N}]/u.test(text.slice(to))
  )
}

/** Letters on both sides of a place are of two scripts. */
function turns(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && (characterClass(text.charCodeAt(before)) & LETTER) === 0) before--
  let after = at
  while (after < text.length && (characterClass(text.charCodeAt(after)) & LETTER) === 0) after++
  if (before < 0 || after >= text.length) return true
  const [a, b] = [characterClass(text.charCodeAt(before)) & 15, characterClass(text.charCodeAt(after)) & 15]
  return a !== b
}

/** A capital, or a script without any, behind a gap. */
function startsSentence(text: string, at: number): boolean {
  const next = /^\s+["“„«(]?(\S)/.exec(text.slice(at, at + 8))?.[1]
  if (next === undefined) return false
  return next.toLowerCase() === next.toUpperCase() ? !/\d/.test(next) : next === next.toUpperCase()
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
  const stretch = { ...spamScoreOfSuspect(text.slice(from, to), speech), from, to, sure: NOTHING.sure }
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
function takenApart(text: string, unit: Unit, speech: Speech): readonly Stretch[] {
  const whole = scoredUnit(text, unit, speech)
  const pasted = whole.family === undefined ? undefined : pastedInto(text, unit, whole, speech)
  if (pasted !== undefined) return pasted
  if (whole.score < SUSPICIOUS || unit.to - unit.from < 40 || whole.family === 'prompts') return [whole]
  let best: readonly [Stretch, Stretch] | undefined
  let most = 0
  for (const at of breaks(text, unit)) {
    const a = scoredUnit(text, { from: unit.from, to: at.to }, speech)
    if (!isSure(a)) continue
    const b = scoredUnit(text, { from: at.from, to: unit.to }, speech)
    const rest = text.slice(at.from, unit.to)
    // who sells says at the end how to get it
    if (b.score > CLEAN || !isClause(rest) || (whole.outright && makesDeal(rest))) continue
    const gain = a.score - 2 * b.score
    if (gain > most) {
      most = gain
      best = [a, b]
    }
  }
  return best === undefined ? [whole] : [...best]
}
const SUSPICIOUS = -2.5

/** Words enough, one of them a function word, to be a sentence that spam ran into. */
function isClause(text: string): boolean {
  const { count, anyFunctional } = tally(text)
  return count >= CLAUSE && anyFunctional > 0
}
const CLAUSE = 5

/** A sentence with a run of offers inside it: what is before and behind stays. */
function pastedInto(
  text: string,
  unit: Unit,
  whole: Stretch,
  speech: Speech,
): readonly Stretch[] | undefined {
  const sentence = text.slice(unit.from, unit.to)
  if (isQuoted(sentence) || reportsIn(sentence) > 0) return undefined
  const run = offerRun(sentence)
  if (run === undefined || run.to - run.from > sentence.length * PASTED) return undefined
  const rest = `${sentence.slice(0, run.from)} ${sentence.slice(run.to)}`
  if (tally(rest).anyFunctional < GRAMMAR || spamScore(rest, speech).score > CLEAN) return undefined
  // a sentence that goes on about the goods is an offer from end to end
  if (whole.outright && topicsIn(rest) !== undefined) return undefined
  const place = { from: unit.from + run.from, to: unit.from + run.to }
  const found = { ...whole, ...place, score: PASTED_SCORE, fits: true, sure: [place], pasted: true }
  const because = 'words of goods and offers inside a sentence'
  return [
    { ...NOTHING, from: unit.from, to: place.from },
    { ...found, because },
    { ...NOTHING, from: place.to, to: unit.to },
  ]
}
/** Share of a sentence that may be pasted, beyond which it is none; log-odds of what was. */
const PASTED = 0.75
const PASTED_SCORE = 4
/** Function words the rest of such a sentence has at least. */
const GRAMMAR = 2

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
      /\d/.test(char) ||
      (cased && (flags & UPPER) === 0) ||
      (!cased && (flags & IDEOGRAPH) === 0 && flags === 0)
    )
      continue
    found.push({ from: i, to: start })
  }
  if (found.length <= TRIES) return found
  return Array.from({ length: TRIES }, (_, i) => found[Math.floor((i * found.length) / TRIES)]!)
}

/** A stretch of a text, from one place to another, white space at its edges left out. */
export interface Unit {
  readonly from: number
  readonly to: number
}

/** Letters of another script in a row that make a unit of their own; of Latin ones, which stand in any text, more. */
const RUN = 6
const LATIN_RUN = 24
/** A script with less than this share of the page's letters is another one. */
const OWN = 0.12
const LATIN = SCRIPTS.indexOf('Latin')
const NONE = SCRIPTS.indexOf('None')
const HAN = SCRIPTS.indexOf('Han')
const KANA = SCRIPTS.indexOf('Kana')

/** Cuts a text where sentences end, where lines end, and where it turns to a script foreign to the page and back. */
export function unitsOf(text: string, speech: Speech): Unit[] {
  const foreign = foreignScripts(speech)
  const units: Unit[] = []
  let from = 0
  const cut = (at: number): void => {
    const unit = trimmed(text, from, at)
    if (unit.to > unit.from) units.push(unit)
    from = at
  }
  let strange: boolean | undefined
  let turn = 0
  let run = 0
  for (let i = 0; i < text.length; i++) {
    const flags = characterClass(text.charCodeAt(i))
    if ((flags & LETTER) !== 0) {
      const now = foreign[flags & 15] === 1
      if (strange === undefined) strange = now
      if (now === strange) {
        run = 0
        continue
      }
      if (run === 0) turn = i
      run++
      if (run < (now ? ((flags & 15) === LATIN ? LATIN_RUN : RUN) : 3)) continue
      cut(turn)
      strange = now
      run = 0
    } else if ((flags & STOP) !== 0 && ends(text, i, flags)) {
      while (i + 1 < text.length && (characterClass(text.charCodeAt(i + 1)) & (CLOSING | STOP)) !== 0) i++
      cut(i + 1)
      strange = undefined
      run = 0
    } else if (text[i] === '\n') {
      cut(i + 1)
      strange = undefined
      run = 0
    }
  }
  cut(text.length)
  return units
}

/** Scripts the page's prose hardly has, as flags. Beside Han, Kana never turns: Japanese mixes both in every sentence. */
function foreignScripts(speech: Speech): Uint8Array {
  const foreign = new Uint8Array(SCRIPTS.length)
  const isOwn = (script: number) => speech.perScript[script]! > speech.letters * OWN
  for (let i = 0; i < foreign.length; i++) {
    const mixed = (i === HAN && isOwn(KANA)) || (i === KANA && isOwn(HAN))
    foreign[i] = i === NONE || mixed || isOwn(i) ? 0 : 1
  }
  return foreign
}

/** A stop ends a sentence before white space or the end, a full-width one anywhere; not between digits, not in a row. */
function ends(text: string, at: number, flags: number): boolean {
  if ((flags & FULL_STOP) !== 0) return true
  let next = at + 1
  while (
    next < text.length &&
    next < at + 4 &&
    (characterClass(text.charCodeAt(next)) & (CLOSING | STOP)) !== 0
  )
    next++
  if (next >= text.length) return true
  const after = characterClass(text.charCodeAt(next))
  return (after & SPACE) !== 0 && (after & DIGIT) === 0
}

function trimmed(text: string, from: number, to: number): Unit {
  let [start, end] = [from, to]
  while (start < end && (characterClass(text.charCodeAt(start)) & SPACE) !== 0) start++
  while (end > start && (characterClass(text.charCodeAt(end - 1)) & SPACE) !== 0) end--
  return { from: start, to: end }
}

/** Marks between the parts of a title. */
const JOINT = /[|｜_]|\s[-–—·•»:]{1,2}\s|\s{2,8}/g

/** Cuts a title at the marks that join it to others. */
function titleUnits(text: string): Unit[] {
  const units: Unit[] = []
  let from = 0
  const cut = (to: number): void => {
    const unit = trimmed(text, from, to)
    if (unit.to > unit.from) units.push(unit)
  }
  for (const { index, 0: mark } of text.matchAll(JOINT)) {
    cut(index)
    from = index + mark.length
  }
  cut(text.length)
  return units
}
