import type { Tree } from '../../src/judge/score.ts'
import { binRows, type Rows, significant } from './binning.ts'
import { type GrowOptions, growTree } from './grow.ts'
import { pick, seeded } from './random.ts'

export interface BoostingOptions extends GrowOptions {
  readonly trees: number
  /** Share of the columns each tree may look at, above 0 to 1. */
  readonly columns: number
  readonly seed: number
}

export const BOOSTING: BoostingOptions = {
  trees: 150,
  leaves: 12,
  rate: 0.1,
  l2: 5,
  least: 20,
  columns: 0.5,
  seed: 1,
}

export interface Boosted {
  readonly bias: number
  readonly trees: readonly Tree[]
  /** What each column took off the loss. */
  readonly gains: Float64Array
}

export const sigmoid = (score: number) => 1 / (1 + Math.exp(-score))

/** The constant that best answers for all rows above their offsets (Newton's method). */
function biasOf({ count, labels, weights, offsets }: Rows): number {
  let bias = 0
  for (let step = 0; step < 20; step++) {
    let [gradient, curvature] = [0, 1e-9]
    for (let row = 0; row < count; row++) {
      const chance = sigmoid(offsets[row]! + bias)
      gradient += weights[row]! * (chance - labels[row]!)
      curvature += weights[row]! * chance * (1 - chance)
    }
    bias -= Math.max(-1, Math.min(1, gradient / curvature))
  }
  return significant(bias)
}

/** Weights so scaled that their mean is 1: `least` and `l2` then count rows, whatever the weights meant. */
function scaled(weights: Float32Array): Float32Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => (weight * weights.length) / total)
}

/** Fits trees to the log-loss of the rows, above their offsets. The same rows and seed give the same trees. */
export function boost(given: Rows, options: BoostingOptions, progress?: (tree: number) => void): Boosted {
  const rows = { ...given, weights: scaled(given.weights) }
  const { count, labels, weights, offsets } = rows
  const data = binRows(rows)
  const useful = data.cuts.flatMap((cuts, column) =>
    cuts.length || hasBoth(data.bins, column, count) ? [column] : [],
  )
  const random = seeded(options.seed)
  const bias = biasOf(rows)
  const scores = Float64Array.from(offsets, (offset) => offset + bias)
  const [gradient, curvature] = [new Float32Array(count), new Float32Array(count)]
  const trees: Tree[] = []
  const gains = new Float64Array(rows.width)
  for (let t = 0; t < options.trees; t++) {
    for (let row = 0; row < count; row++) {
      const chance = sigmoid(scores[row]!)
      gradient[row] = weights[row]! * (chance - labels[row]!)
      curvature[row] = Math.max(1e-6, weights[row]! * chance * (1 - chance))
    }
    const chosen = pick(Math.max(1, Math.round(useful.length * options.columns)), useful.length, random)
    const columns = chosen.map((i) => useful[i]!)
    trees.push(growTree(data, columns, gradient, curvature, options, scores, gains))
    progress?.(t + 1)
  }
  return { bias, trees, gains }
}

/** A column without cuts still tells something where some rows know it and some do not. */
function hasBoth(bins: Uint8Array, column: number, count: number): boolean {
  const own = bins.subarray(column * count, (column + 1) * count)
  return own.includes(0) && own.some((bin) => bin > 0)
}
