import type { Block } from '../../core/block.ts'
import { fold } from './fold.ts'
import type { Found } from './found.ts'
import { isBareSiteName } from './site-names.ts'
import type { Witnesses } from './witnesses.ts'

const LONGEST = 160
const ENDS = /[.!?…](?=\s|$)|[。！？؟।]/g
/** Lines above the text that may be its headline, and how heavy one is, in Latin-equivalent characters. */
const ABOVE = 4
const LIGHTEST = 10

/**
 * A title nobody names: the text's first heading, the heaviest line right above it, or, where no line can be one, its first
 * sentence.
 */
export function inferredTitle(seen: Witnesses): (Found<string> & { readonly inferred: true }) | undefined {
  const { from, to, verdicts } = seen.input
  const kept = seen.blocks
    .slice(from, Math.min(to, from + 10) + 1)
    .filter((block) => verdicts[block.at]?.kept !== false)
  const first = kept[0]
  if (first === undefined) return undefined
  const heading = first.kind === 'heading' ? first : lineAbove(seen)
  if (heading !== undefined)
    return {
      value: heading.text,
      inferred: true,
      evidence: { from: 'line above the text', raw: heading.text },
    }
  const block = kept.find(({ text }) => /\p{L}/u.test(text)) ?? first
  return {
    value: (block.kind === 'heading' ? block.text : firstSentence(block.text))
      .split('\n')
      .map((line) => line.trim())
      .join(' '),
    inferred: true,
    evidence: { from: 'text', raw: block.text.slice(0, 500) },
  }
}

/** The heaviest of the lines right above the text that is no byline, no time, no sentence and no name of the site. */
function lineAbove({ blocks, names, input }: Witnesses): Block | undefined {
  const { from, facts } = input
  const lines = blocks.slice(Math.max(0, from - ABOVE), from).filter(({ text, at, kind }) => {
    const fact = facts[at]
    if (fact === undefined || fact.line !== undefined || fact.endsSentence || kind === 'caption') return false
    if (
      fact.mass < LIGHTEST ||
      text.length > LONGEST ||
      text.includes('\n') ||
      fact.digits * 3 > fact.letters
    )
      return false
    return fact.separators < 2 && fact.repeats === 1 && !isBareSiteName(fold(text), names)
  })
  const mass = ({ at }: Block) => facts[at]!.mass
  return lines.length === 0
    ? undefined
    : lines.reduce((best, next) => (mass(next) > mass(best) ? next : best))
}

function firstSentence(text: string): string {
  const head = text.slice(0, LONGEST + 1)
  for (const end of head.matchAll(ENDS)) {
    const length = end.index + end[0].length
    if (length >= 10) return head.slice(0, length)
  }
  if (text.length <= LONGEST) return text
  const space = head.lastIndexOf(' ')
  return head.slice(0, space > LONGEST / 2 ? space : LONGEST)
}
