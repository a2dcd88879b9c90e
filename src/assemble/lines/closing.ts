import type { Claim } from '../../core/claim.ts'
import type { LineReading } from '../../core/line-reading.ts'
import { bareNames } from '../../facts/byline.ts'
import { hasCredits } from '../../facts/line.ts'
import type { Surroundings } from './claims.ts'
import { claim, creditClaims, dateClaims, isControl } from './claims.ts'
import { underHeading } from './header.ts'

/** The end of the text proper in which a credit may have been kept as a paragraph. */
const KEPT = 4

/** A note says what it is: in brackets, after a label, with a role of its own; "By Ann Lee" may head the next story. */
const NOTE = /^[[(（【]|[:：=＝／]|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u
const BY: ReadonlySet<string> = new Set(['author', 'byline'])

/**
 * Notes after the text: the author's (作者为…), the editor's, the paper and page it was first printed in. A date alone is
 * left out, since what follows an article is dated too.
 */
export function closingClaims(around: Surroundings): Claim[] {
  const { blocks, facts, verdicts, body, to, last } = around
  const claims: Claim[] = []
  for (let at = Math.max(body + 1, to - KEPT); at <= last; at++) {
    const reading = facts[at]!.line
    const credits = reading !== undefined && hasCredits(reading)
    // the foot of a post often says who wrote it
    if (at > to && endsSearch(verdicts[at]?.role) && !(credits && verdicts[at]?.role === 'footer')) break
    if (reading === undefined || !credits || isNextHeader(reading)) continue
    const own = at <= to + 1 || NOTE.test(blocks[at]!.text)
    claims.push(...creditClaims(blocks[at]!, reading).filter(({ field }) => own || !BY.has(field)))
    if (reading.printPage !== undefined) claims.push(...dateClaims(blocks[at]!, reading))
  }
  if (!claims.some(({ field }) => field === 'author'))
    claims.push(...underHeading(around, to - 1, last), ...signature(around))
  return claims
}

/** Lightest sentence a name may stand under, in Latin-equivalent characters. */
const SENTENCE = 30

/** The writer's name alone under the last sentence, as papers of some countries sign. */
function signature({ blocks, facts, verdicts, to, last }: Surroundings): Claim[] {
  for (const at of [to, to + 1]) {
    if (
      at > last ||
      at < 1 ||
      facts[at]!.repeats > 1 ||
      isControl(verdicts[at]) ||
      endsSearch(verdicts[at]?.role) ||
      !facts[at - 1]!.endsSentence ||
      facts[at - 1]!.mass < SENTENCE
    )
      continue
    const { text, level } = blocks[at]!
    const [name, ...others] = level === undefined ? bareNames(text) : []
    const words = text.split(' ').length
    if (name === text && others.length === 0 && words > 1 && words < 5)
      return [claim('author', name, 'name-line', at)]
  }
  return []
}

/** After the first comment, teaser or title nothing speaks of this article any more. */
function endsSearch(role: string | undefined): boolean {
  return role === 'title' || role === 'comment' || role === 'related' || role === 'footer'
}

/** An outlet with a date heads the next story; under an article the paper is named with its page, or alone. */
function isNextHeader({ source, dates, printPage, authors }: LineReading): boolean {
  return source !== undefined && (dates?.length ?? 0) > 0 && printPage === undefined && authors?.length === 0
}
