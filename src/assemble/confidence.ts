import type { Facts } from '../core/facts.ts'
import type { Verdict } from '../core/vote.ts'

/**
 * How sure the judge was: the mean probability that a verdict is right, over the blocks kept and those nearly kept,
 * weighed by their text. 0 where nothing was kept.
 */
export function confidence(verdicts: readonly Verdict[], facts: readonly Facts[]): number {
  let sure = 0
  let mass = 0
  let kept = false
  for (const { at, score, kept: keeps } of verdicts) {
    if (!keeps && score < NEARLY) continue
    kept ||= keeps
    sure += facts[at]!.mass / (1 + Math.exp(-Math.abs(score)))
    mass += facts[at]!.mass
  }
  return kept && mass > 0 ? Math.round((sure / mass) * 1000) / 1000 : 0
}

/** Log-odds above which a dropped block was a close call: one in five. */
const NEARLY = -1.4
