import type { Facts } from '../../core/facts.ts'
import type { View } from '../../core/rule.ts'
import type { Sighting } from '../../core/vote.ts'
import { type OpeningList, opening } from '../../words/openings.ts'
import { reads, type WholeLineList } from '../../words/whole-lines.ts'

/** Lines that are, as a whole, one of the phrases. */
export function* linesReading({ blocks, facts }: View, list: WholeLineList, mass = 80): Iterable<Sighting> {
  for (const block of blocks) {
    const fact = facts[block.at]!
    if (reads(fact, list) && fact.mass <= mass && block.kind !== 'code')
      yield { at: block.at, because: `reads "${block.text}"` }
  }
}

/** Short lines that open with one of the phrases. `mass` is the longest line taken, in Latin-equivalent characters. */
export function* linesOpening({ blocks, facts }: View, list: OpeningList, mass: number): Iterable<Sighting> {
  for (const block of blocks) {
    const fact = facts[block.at]!
    const length = opening(fact, list)
    if (length === 0 || fact.mass > mass || fact.letters === 0 || block.kind === 'code') continue
    if (length === fact.key.length || length >= shortest(fact))
      yield { at: block.at, because: `opens with "${block.text.slice(0, length + 4).trim()}"` }
  }
}

/** An opening shorter than this says little unless it is the whole line. */
function shortest(fact: Facts): number {
  return fact.script === 'Han' || fact.script === 'Kana' || fact.script === 'Hangul' ? 4 : 10
}
