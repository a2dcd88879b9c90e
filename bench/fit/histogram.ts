import { BINS, type Binned } from './binning.ts'

/** Sums of gradient and curvature per column and bin, interleaved. */
export type Histogram = Float64Array

/** Sums the rows `order[from..to)` into their bins, for the given columns only. */
export function histogramOf(
  data: Binned,
  columns: readonly number[],
  order: Int32Array,
  [from, to]: readonly [number, number],
  gradient: Float32Array,
  curvature: Float32Array,
): Histogram {
  const sums = new Float64Array(data.width * BINS * 2)
  const size = to - from
  // Gathered once, they are read in a row for every column.
  const [g, h] = [new Float32Array(size), new Float32Array(size)]
  for (let i = 0; i < size; i++) {
    g[i] = gradient[order[from + i]!]!
    h[i] = curvature[order[from + i]!]!
  }
  const { bins, count } = data
  for (const column of columns) {
    const [first, base] = [column * count, column * BINS]
    for (let i = 0; i < size; i++) {
      const at = (base + bins[first + order[from + i]!]!) << 1
      sums[at] = sums[at]! + g[i]!
      sums[at + 1] = sums[at + 1]! + h[i]!
    }
  }
  return sums
}

/** What is left of a parent's sums without one child's. */
export function less(parent: Histogram, child: Histogram): Histogram {
  const rest = new Float64Array(parent.length)
  for (let i = 0; i < rest.length; i++) rest[i] = parent[i]! - child[i]!
  return rest
}
