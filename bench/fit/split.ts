import { BINS } from './binning.ts'
import type { Histogram } from './histogram.ts'

export interface Sums {
  readonly gradient: number
  readonly curvature: number
}

export interface Split {
  readonly column: number
  /** Bins 1 to this one go left. */
  readonly bin: number
  readonly unknownLeft: boolean
  readonly gain: number
  readonly left: Sums
  readonly right: Sums
}

export interface SplitBounds {
  /** Added to the curvature of a leaf: pulls small leaves to 0. */
  readonly l2: number
  /** Least curvature on either side. */
  readonly least: number
}

const worth = (g: number, h: number, l2: number) => (g * g) / (h + l2)

/** The best cut of one leaf over the given columns, both ways round for unknown values; undefined where none helps. */
export function bestSplit(
  sums: Histogram,
  columns: readonly number[],
  binCounts: readonly number[],
  total: Sums,
  { l2, least }: SplitBounds,
): Split | undefined {
  let best: Split | undefined
  let gain = 1e-6 + worth(total.gradient, total.curvature, l2)
  for (const column of columns) {
    const base = column * BINS * 2
    const [unknownG, unknownH] = [sums[base]!, sums[base + 1]!]
    // Without unknown values the last cut would leave nothing on the right.
    const last = unknownH > 0 ? binCounts[column]! : binCounts[column]! - 1
    let [knownG, knownH] = [0, 0]
    for (let bin = 1; bin <= last; bin++) {
      knownG += sums[base + bin * 2]!
      knownH += sums[base + bin * 2 + 1]!
      for (let way = unknownH > 0 ? 1 : 0; way >= 0; way--) {
        const [leftG, leftH] = way ? [knownG + unknownG, knownH + unknownH] : [knownG, knownH]
        const [rightG, rightH] = [total.gradient - leftG, total.curvature - leftH]
        if (leftH < least || rightH < least) continue
        const found = worth(leftG, leftH, l2) + worth(rightG, rightH, l2)
        if (found <= gain) continue
        gain = found
        // Values never unknown in training go with the heavier side.
        const unknownLeft = unknownH > 0 ? way === 1 : leftH >= rightH
        const [left, right] = [sumsOf(leftG, leftH), sumsOf(rightG, rightH)]
        best = { column, bin, unknownLeft, gain: found, left, right }
      }
    }
  }
  return best && { ...best, gain: best.gain - worth(total.gradient, total.curvature, l2) }
}

const sumsOf = (gradient: number, curvature: number): Sums => ({ gradient, curvature })
