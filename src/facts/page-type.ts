import type { PageType } from '../core/article.ts'
import type { Facts, PageFacts } from '../core/facts.ts'
import type { Page } from '../core/page.ts'
import { KINDS } from '../words/page-types.ts'
import { addAddress } from './page-type/address.ts'
import { addBlocks } from './page-type/blocks.ts'
import { addHints } from './page-type/hints.ts'
import { PAGE_TYPE_BIAS, PAGE_TYPE_WEIGHTS } from './page-type/weights.ts'

/** A type less likely than this is not said: the page is something else. */
const LEAST = 0.3
/** Further than so many standard deviations from the mean, evidence counts no more. */
export const FARTHEST = 4

/** Everything a page's type is told by, by name; NaN is unknown. Address, markup and make-up of the text, no wording. */
export function pageEvidence(
  page: Page,
  facts: readonly Facts[],
  whole: Pick<PageFacts, 'mass' | 'densest'>,
): Record<string, number> {
  const out: Record<string, number> = {}
  addAddress(page.url, out)
  addHints(page.claims, out)
  addBlocks(page.blocks, facts, whole, out)
  return out
}

const WEIGHTS = Object.entries(PAGE_TYPE_WEIGHTS).map(([name, [mean, deviation, ...weights]]) => ({
  name,
  mean,
  deviation,
  weights,
}))

/** How likely the page is of each type, in the order of {@link KINDS}; the chances sum to 1. Unknown evidence says nothing. */
export function typeChances(evidence: Readonly<Record<string, number>>): readonly number[] {
  const scores = [...PAGE_TYPE_BIAS]
  for (const { name, mean, deviation, weights } of WEIGHTS) {
    const value = evidence[name] ?? Number.NaN
    if (Number.isNaN(value)) continue
    const far = Math.max(-FARTHEST, Math.min(FARTHEST, (value - mean) / deviation))
    for (let i = 0; i < scores.length; i++) scores[i]! += weights[i]! * far
  }
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

/** The likeliest type with its chance; `other` where no type is likely. */
export function likeliestType(chances: readonly number[]): {
  readonly type: PageType
  readonly chance: number
} {
  const chance = Math.max(...chances)
  const type = KINDS[chances.indexOf(chance)]
  return type === undefined || chance < LEAST ? { type: 'other', chance: 1 - chance } : { type, chance }
}
