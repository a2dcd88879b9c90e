import type { Block } from '../../core/block.ts'
import type { Facts } from '../../core/facts.ts'
import { foldKey } from '../../core/fold.ts'
import { type OpeningList, opening } from '../../words/openings.ts'
import { partReads, reads, type WholeLineList } from '../../words/whole-lines.ts'

/** What is said of a line that is, as a whole, one of the phrases, or nothing but links that are. */
export function lineReading(block: Block, fact: Facts, list: WholeLineList, mass = 80): string | undefined {
  if (fact.mass > mass || block.kind === 'code' || isValue(block, fact)) return undefined
  return reads(fact, list) || linksReading(block, list) ? `reads "${block.text}"` : undefined
}

/** In a table a word as short as "no", "off", "N/A" or "X" is a value rather than what a button says. */
function isValue({ kind }: Block, { letters, script }: Facts): boolean {
  return letters <= 3 && script === 'Latin' && kind === 'cell'
}

function linksReading({ runs, dom }: Block, list: WholeLineList): boolean {
  if (dom === undefined || dom.linkShare < 0.9) return false
  const texts = (runs ?? []).map(({ text }) => text.trim()).filter((text) => text !== '')
  return texts.length > 1 && texts.every((text) => partReads(foldKey(text), list))
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

/** An opening of so many folded characters is all that stands before a colon: `Disclaimer: ...`. */
export function isLabelled(text: string, length: number): boolean {
  const colon = text.search(/[:：]/)
  return colon > 0 && colon < LONGEST && foldKey(text.slice(0, colon)).length === length
}
const LONGEST = 40

/** An opening shorter than this says little unless it is the whole line. */
function shortest(fact: Facts): number {
  return fact.script === 'Han' || fact.script === 'Kana' || fact.script === 'Hangul' ? 4 : 10
}
