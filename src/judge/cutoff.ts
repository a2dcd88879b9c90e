/** No page is so uncertain that blocks below this log-odds are kept: about one in five. */
const LOWEST = -1.4

/**
 * The log-odds above which a page's blocks are best kept, 0 or below. Where the judge is sure, that is 0; where a whole
 * page is uncertain, keeping its likelier half gives a better F1 than keeping nothing that is below one half: the
 * threshold that maximises the expected F1 of the text kept (Lipton, Elkan and Naryanaswamy 2014).
 *
 * @param scores log-odds of each block.
 * @param masses text of each block, any unit.
 */
export function cutoff(scores: ArrayLike<number>, masses: ArrayLike<number>): number {
  const order = Array.from({ length: scores.length }, (_, at) => at).filter((at) => scores[at]! > LOWEST - 4)
  order.sort((a, b) => scores[b]! - scores[a]! || a - b)
  const chance = (at: number) => 1 / (1 + Math.exp(-scores[at]!))
  let expected = 0
  for (const at of order) expected += chance(at) * masses[at]!
  let [kept, right, best, threshold] = [0, 0, 0, 0]
  for (const at of order) {
    if (scores[at]! <= LOWEST) break
    kept += masses[at]!
    right += chance(at) * masses[at]!
    const f1 = (2 * right) / (kept + expected)
    if (scores[at]! > 0 ? f1 >= best : f1 > best) {
      best = f1
      threshold = Math.min(0, scores[at]! - 1e-6)
    }
  }
  return threshold
}
