import { characterClass, IDEOGRAPH, WORD } from '../../core/character.ts'
import type { Facts } from '../../core/facts.ts'

export interface KeywordList {
  readonly phrases: number
  /** Share of the words (pairs of characters, where a script has no spaces) that were said before, 0 to 1. */
  readonly repetition: number
}

/** Enough of a text to tell. */
const SAMPLE = 1200
const SPLIT = /[|｜,，、·•;；\n/]| - /
const MIN_PHRASES = 6
/** A phrase longer than this is a clause. */
const LONGEST = 40

/** Measures a text as a list of short phrases joined by separators; undefined where it is none. */
export function keywordList(text: string, fact: Facts): KeywordList | undefined {
  if (fact.separators + fact.commas < MIN_PHRASES - 1 && !text.includes(' - ')) return undefined
  const phrases = text
    .slice(0, SAMPLE)
    .split(SPLIT)
    .filter((phrase) => phrase.trim().length > 1)
  if (phrases.length < MIN_PHRASES) return undefined
  const long = phrases.filter((phrase) => phrase.length > LONGEST).length
  if (long > phrases.length * 0.1) return undefined
  return { phrases: phrases.length, repetition: repetition(phrases) }
}

function repetition(phrases: readonly string[]): number {
  const seen = new Set<string>()
  let words = 0
  for (const phrase of phrases) {
    for (const word of wordsOf(phrase.toLowerCase())) {
      words++
      seen.add(word)
    }
  }
  return words === 0 ? 0 : 1 - seen.size / words
}

function* wordsOf(phrase: string): Iterable<string> {
  let start = -1
  for (let i = 0; i <= phrase.length; i++) {
    const flags = i < phrase.length ? characterClass(phrase.charCodeAt(i)) : 0
    const ideograph = (flags & IDEOGRAPH) !== 0
    if (ideograph && i + 1 < phrase.length && (characterClass(phrase.charCodeAt(i + 1)) & IDEOGRAPH) !== 0)
      yield phrase.slice(i, i + 2)
    const inside = (flags & WORD) !== 0 && !ideograph
    if (inside && start < 0) start = i
    if (inside || start < 0) continue
    yield phrase.slice(start, i)
    start = -1
  }
}
