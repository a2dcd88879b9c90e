/** One answered row: its log-odds, what was wanted (0 to 1) and its weight. */
export interface Answered {
  readonly score: number
  readonly label: number
  readonly weight: number
}

/** Weighted mean log-loss. */
export function logLoss(rows: readonly Answered[]): number {
  let [loss, total] = [0, 0]
  for (const { score, label, weight } of rows) {
    loss += weight * (Math.log1p(Math.exp(-Math.abs(score))) + Math.max(score, 0) - label * score)
    total += weight
  }
  return loss / total
}

/** Weighted chance that a row to keep scores above a row to drop; a part-kept row counts on both sides. */
export function areaUnderCurve(rows: readonly Answered[]): number {
  const sorted = [...rows].sort((a, b) => a.score - b.score)
  let [area, dropped, kept] = [0, 0, 0]
  for (let i = 0; i < sorted.length; ) {
    let [tiedKept, tiedDropped] = [0, 0]
    for (const { score } = sorted[i]!; i < sorted.length && sorted[i]!.score === score; i++) {
      tiedKept += sorted[i]!.weight * sorted[i]!.label
      tiedDropped += sorted[i]!.weight * (1 - sorted[i]!.label)
    }
    area += tiedKept * (dropped + tiedDropped / 2)
    dropped += tiedDropped
    kept += tiedKept
  }
  return area / (kept * dropped)
}
