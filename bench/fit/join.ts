import type { Rows } from './binning.ts'
import type { PageRows } from './page-rows.ts'
import { seeded } from './random.ts'

/** Share of the rows of this weight that are taken, 0 to 1; those taken weigh so much more. */
type Taking = (weight: number) => number

/**
 * Takes all heavy rows and a share of the light ones, in proportion to their weight, so that about `most` are left:
 * a menu word in a thousand says as much as all of them, and costs a thousandth.
 */
export function takingOf(weights: readonly (readonly number[])[], most: number): Taking {
  const sorted = Float64Array.from(weights.flatMap((own) => own.filter((weight) => weight > 0))).sort()
  let lighter = 0
  for (let i = 0; i < sorted.length; i++) {
    const heavier = sorted.length - i
    // With this border all heavier rows are taken, and of the lighter ones what the bound leaves.
    const border = lighter / (most - heavier)
    if (heavier < most && border <= sorted[i]!)
      return (weight) => (border > 0 ? Math.min(1, weight / border) : 1)
    lighter += sorted[i]!
  }
  return (weight) => Math.min(1, (weight * most) / lighter)
}

/**
 * Rows of many pages in one table of at most about `most` rows; rows that weigh nothing are left out. Offsets are 0:
 * the model answers in full, for it has the votes among its features.
 */
export function joinRows(
  pages: readonly PageRows[],
  weights: readonly (readonly number[])[],
  width: number,
  most = Number.POSITIVE_INFINITY,
): Rows {
  const share = takingOf(weights, most)
  const random = seeded(1)
  const used = weights.map((own) =>
    own.flatMap((weight, at) => (weight > 0 && random() < share(weight) ? [at] : [])),
  )
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
  pages.forEach(({ values, keep }, p) => {
    for (const at of used[p]!) {
      const weight = weights[p]![at]!
      rows.values.set(values.subarray(at * width, (at + 1) * width), row * width)
      rows.labels[row] = keep[at]!
      rows.weights[row] = weight / share(weight)
      row++
    }
  })
  return rows
}
