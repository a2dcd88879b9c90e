import type { Claim } from '../../core/claim.ts'
import type { LineReading } from '../../core/line-reading.ts'
import { hasCredits } from '../../facts/line.ts'
import type { Surroundings } from '../lines.ts'
import { creditClaims, dateClaims } from './claims.ts'

/** The end of the text proper in which a credit may have been kept as a paragraph. */
const KEPT = 4

/** A note says what it is: in brackets, after a label, with a role of its own; "By Ann Lee" may head the next story. */
const NOTE = /^[[(（【]|[:：=＝／]|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u
const BY: ReadonlySet<string> = new Set(['author', 'byline'])

/**
 * Notes after the text: the author's (作者为…), the editor's, the paper and page it was first printed in. A date alone is
 * left out, since what follows an article is dated too.
 */
export function closingClaims({ blocks, facts, verdicts, body, to, last }: Surroundings): Claim[] {
  const claims: Claim[] = []
  for (let at = Math.max(body + 1, to - KEPT); at <= last; at++) {
    if (at > to && endsSearch(verdicts[at]?.role)) break
    const reading = facts[at]!.line
    if (reading === undefined || !hasCredits(reading) || isNextHeader(reading)) continue
    const own = at <= to + 1 || NOTE.test(blocks[at]!.text)
    claims.push(...creditClaims(blocks[at]!, reading).filter(({ field }) => own || !BY.has(field)))
    if (reading.printPage !== undefined) claims.push(...dateClaims(blocks[at]!, reading))
  }
  return claims
}

/** After the first comment, teaser or title nothing speaks of this article any more. */
function endsSearch(role: string | undefined): boolean {
  return role === 'title' || role === 'comment' || role === 'related' || role === 'footer'
}

/** An outlet with a date heads the next story; under an article the paper is named with its page, or alone. */
function isNextHeader({ source, dates, printPage, authors }: LineReading): boolean {
  return source !== undefined && (dates?.length ?? 0) > 0 && printPage === undefined && authors?.length === 0
}
