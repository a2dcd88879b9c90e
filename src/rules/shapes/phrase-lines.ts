import type { Block } from '../../core/block.ts'
import type { Facts } from '../../core/facts.ts'
import { type OpeningList, opening } from '../../words/openings.ts'
import { reads, type WholeLineList } from '../../words/whole-lines.ts'

/** What is said of a line that is, as a whole, one of the phrases. */
export function lineReading(
  { text, kind }: Block,
  fact: Facts,
  list: WholeLineList,
  mass = 80,
): string | undefined {
  if (fact.mass > mass || kind === 'code' || isValue(kind, fact) || !reads(fact, list)) return undefined
  return `reads "${text}"`
}

/** In a table a word as short as "no", "off", "N/A" or "X" is a value rather than what a button says. */
function isValue(kind: Block['kind'], { letters, script }: Facts): boolean {
  return kind === 'cell' && letters <= 3 && script === 'Latin'
}

/**
 * What is said of a short line that opens with one of the phrases. `mass` is the longest line taken, in
 * Latin-equivalent characters.
 */
export function lineOpening(
  { text, kind }: Block,
  fact: Facts,
  list: OpeningList,
  mass: number,
): string | undefined {
  const length = opening(fact, list)
  if (length === 0 || fact.mass > mass || fact.letters === 0 || kind === 'code') return undefined
  return length === fact.key.length || length >= shortest(fact)
    ? `opens with "${text.slice(0, length + 4).trim()}"`
    : undefined
}

/** An opening shorter than this says little unless it is the whole line. */
function shortest(fact: Facts): number {
  return fact.script === 'Han' || fact.script === 'Kana' || fact.script === 'Hangul' ? 4 : 10
}
