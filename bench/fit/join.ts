import type { Rows } from './binning.ts'
import type { PageRows } from './page-rows.ts'

/** Rows of many pages in one table; rows that weigh nothing are left out. */
export function joinRows(
  pages: readonly PageRows[],
  weights: readonly (readonly number[])[],
  width: number,
): Rows {
  const used = pages.map((_, p) => weights[p]!.flatMap((weight, at) => (weight > 0 ? [at] : [])))
  const count = used.reduce((sum, rows) => sum + rows.length, 0)
  const rows = {
    count,
    width,
    values: new Float32Array(count * width),
    labels: new Float32Array(count),
    weights: new Float32Array(count),
    offsets: new Float32Array(count),
  }
  let row = 0
  pages.forEach(({ values, keep, offsets }, p) => {
    for (const at of used[p]!) {
      rows.values.set(values.subarray(at * width, (at + 1) * width), row * width)
      rows.labels[row] = keep[at]!
      rows.weights[row] = weights[p]![at]!
      rows.offsets[row] = offsets[at]!
      row++
    }
  })
  return rows
}
