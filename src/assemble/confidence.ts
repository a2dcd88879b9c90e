import type { Facts } from '../core/facts.ts'
import type { Verdict } from '../core/vote.ts'

/**
 * How sure the judge was: the mean probability that a verdict is right, over the blocks kept and those nearly kept,
 * weighed by their text; spam beside them takes away up to half, and a page that is hardly an article some more.
 * 0 where nothing was kept.
 *
 * @param article chance that the page is an article; undefined where nobody asked.
 */
export function confidence(
  verdicts: readonly Verdict[],
  facts: readonly Facts[],
  article: number | undefined,
): number {
  let sure = 0
  let mass = 0
  let kept = false
  let [body, spam] = [0, 0]
  for (const { at, score, role, kept: keeps } of verdicts) {
    if (keeps) body += facts[at]!.mass
    else if (role === 'spam') spam += facts[at]!.mass
    if (!keeps && score < NEARLY) continue
    kept ||= keeps
    sure += facts[at]!.mass / (1 + Math.exp(-Math.abs(score)))
    mass += facts[at]!.mass
  }
  const doubt = OTHERWISE * (1 - (article ?? 1))
  const trust = (1 - doubt) * (1 - spam / Math.max(1, spam + body) / 2)
  return kept && mass > 0 ? Math.round((sure / mass) * trust * 1000) / 1000 : 0
}

/** Log-odds above which a dropped block was a close call: one in five. */
const NEARLY = -1.4

/** What a page that is certainly no article loses: what to keep of a shop or a list is a matter of taste. */
const OTHERWISE = 0.4
