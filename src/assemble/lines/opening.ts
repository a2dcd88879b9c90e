import type { Claim } from '../../core/claim.ts'
import { parseDateline } from '../../facts/byline/dateline.ts'
import type { Surroundings } from '../lines.ts'
import { claim } from './claims.ts'

/** Paragraphs of the text that may open with a dateline: a lead may stand before the report. */
const PARAGRAPHS = 4

/** Place, agency and reporters named at the start of the text's first paragraphs. */
export function openingClaims({ blocks, facts, verdicts, body, to }: Surroundings): Claim[] {
  let seen = 0
  for (let at = body; at <= to && seen < PARAGRAPHS; at++) {
    if (verdicts[at] !== undefined && !verdicts[at]!.kept) continue
    if (facts[at]!.mass < 60) continue
    seen++
    const line = parseDateline(blocks[at]!.text)
    if (line === undefined) continue
    const claims: Claim[] = []
    if (line.place !== undefined) claims.push(claim('dateline', line.place, 'opening', at))
    if (line.source !== undefined) claims.push(claim('source', line.source, 'opening', at))
    for (const name of line.authors) claims.push(claim('author', name, 'opening', at))
    return claims
  }
  return []
}
