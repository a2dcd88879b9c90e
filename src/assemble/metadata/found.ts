import type { Evidence } from '../../core/article.ts'
import type { Claim } from '../../core/claim.ts'

/** A field's value with where it came from. */
export interface Found<T> {
  readonly value: T
  readonly evidence: Evidence
}

const ALTERNATIVES = 5

/** What evidence says of a claim's place: `json-ld NewsArticle.headline`, `line byline`. */
export function placeOf(claim: Claim): string {
  return claim.key.startsWith(claim.from) ? claim.key : `${claim.from} ${claim.key}`
}

/** Evidence for a value read off `claim`; other claims with another value are its alternatives. */
export function evidence(claim: Claim, others: readonly Claim[] = [], raw = claim.value): Evidence {
  const said = new Set([claim.value])
  const alternatives = others
    .filter((other) => !said.has(other.value) && said.add(other.value))
    .slice(0, ALTERNATIVES)
    .map((other) => ({ value: other.value, from: placeOf(other) }))
  const { cut } = claim
  return { from: placeOf(claim), raw, ...(cut && { cut }), ...(alternatives.length > 0 && { alternatives }) }
}

/** The claim's own value as a field. */
export function foundIn(claim: Claim | undefined, others: readonly Claim[] = []): Found<string> | undefined {
  return claim && { value: claim.value, evidence: evidence(claim, others) }
}
