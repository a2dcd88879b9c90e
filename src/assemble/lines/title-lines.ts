import type { Claim } from '../../core/claim.ts'
import { hasCredits, isDateLine, readLine } from '../../facts/line.ts'
import type { Surroundings } from '../lines.ts'
import { claim } from './claims.ts'

/** Heaviest second line of a title, in Latin-equivalent characters. */
const HEAVIEST = 260

/** The title, and the line right under it that is neither byline nor text. */
export function titleLines(around: Surroundings): Claim[] {
  const { blocks, verdicts, title } = around
  if (title === undefined) return []
  const claims = [claim('title', blocks[title]!.text, 'title', title)]
  const subtitle = subtitleAt(around, title)
  if (subtitle !== undefined) claims.push(claim('subtitle', blocks[subtitle]!.text, 'subtitle', subtitle))
  if (title > 0 && verdicts[title - 1]?.role === 'kicker')
    claims.push(claim('kicker', blocks[title - 1]!.text, 'kicker', title - 1))
  return claims
}

function subtitleAt(around: Surroundings, title: number): number | undefined {
  const { blocks, facts, verdicts, body } = around
  const at = title + 1
  const [fact, below] = [facts[at], facts[at + 1]]
  if (at >= body || fact === undefined || below === undefined) return undefined
  if (verdicts[at]?.role === 'subtitle') return at
  if (fact.mass < 30 || fact.mass > HEAVIEST || fact.key === facts[title]!.key) return undefined
  if (readLine(blocks[at]!, fact) !== undefined || fact.endsSentence) return undefined
  const reading = readLine(blocks[at + 1]!, below)
  return reading !== undefined && (hasCredits(reading) || isDateLine(reading)) ? at : undefined
}
