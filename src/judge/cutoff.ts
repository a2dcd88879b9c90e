/** No page is so uncertain that blocks below this log-odds are kept: about one in eight. */
const LOWEST = -2
/** Where keeping all above even odds promises a better F1 than this, nothing is to be mended. */
const GOOD_ENOUGH = 0.85
/**
 * Where nothing stands above even odds and so little is to be expected, in the unit of the masses and as a share of all,
 * there is nothing to mend: what is left of a page whose content a script would have brought are menus and notes.
 */
const WORTH_IT = { mass: 60, share: 0.25 }

/**
 * The log-odds above which a page's blocks are best kept, 0 or below. Where the judge is sure, that is 0; where a whole
 * page is uncertain, keeping its likelier half gives a better F1 than keeping only what is above even odds: the
 * threshold that maximises the expected F1 of the text kept (Lipton, Elkan and Naryanaswamy 2014).
 *
 * @param scores log-odds of each block.
 * @param masses text of each block, any unit.
 */
export function cutoff(scores: ArrayLike<number>, masses: ArrayLike<number>): number {
  const chance = Float64Array.from(scores, (score) => 1 / (1 + Math.exp(-score)))
  if (isGoodEnough(scores, masses, chance)) return 0
  const order = Array.from(chance.keys()).sort((a, b) => scores[b]! - scores[a]! || a - b)
  const expected = order.reduce((sum, at) => sum + chance[at]! * masses[at]!, 0)
  const total = order.reduce((sum, at) => sum + masses[at]!, 0)
  const worthIt = expected >= Math.min(WORTH_IT.mass, total * WORTH_IT.share)
  let [kept, right, best, threshold] = [0, 0, 0, 0]
  for (const at of order) {
    const score = scores[at]!
    if (score <= 0 && (score <= LOWEST || best >= GOOD_ENOUGH || (kept === 0 && !worthIt))) break
    kept += masses[at]!
    right += chance[at]! * masses[at]!
    const f1 = kept === 0 ? 0 : (2 * right) / (kept + expected)
    if (score > 0) best = f1
    else if (f1 > best) {
      best = f1
      threshold = score - 1e-6
    }
  }
  return threshold
}

/** Whether all above even odds is as good as it gets, which needs no order. */
function isGoodEnough(
  scores: ArrayLike<number>,
  masses: ArrayLike<number>,
  chance: ArrayLike<number>,
): boolean {
  let [kept, right, expected] = [0, 0, 0]
  for (let at = 0; at < scores.length; at++) {
    expected += chance[at]! * masses[at]!
    if (scores[at]! <= 0) continue
    kept += masses[at]!
    right += chance[at]! * masses[at]!
  }
  return kept > 0 && (2 * right) / (kept + expected) >= GOOD_ENOUGH
}
