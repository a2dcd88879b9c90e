import { expect, test } from 'vitest'
import type { Rows } from '../../bench/fit/binning.ts'
import { BOOSTING, boost, sigmoid } from '../../bench/fit/boosting.ts'
import { predict } from '../../bench/fit/predict.ts'
import { seeded } from '../../bench/fit/random.ts'

const options = { ...BOOSTING, trees: 40, leaves: 6, rate: 0.3, l2: 1, least: 2, columns: 1 }

function rowsOf(values: number[][], labels: number[], more: Partial<Rows> = {}): Rows {
  const count = values.length
  return {
    count,
    width: values[0]!.length,
    values: Float32Array.from(values.flat()),
    labels: Float32Array.from(labels),
    weights: new Float32Array(count).fill(1),
    offsets: new Float32Array(count),
    ...more,
  }
}

/** Exclusive or of two columns; where the first is unknown the answer is the second. */
function exclusiveOr(count: number): Rows {
  const random = seeded(7)
  const values = Array.from({ length: count }, () => {
    const first = random() < 0.3 ? Number.NaN : random()
    return [first, random(), random()]
  })
  const labels = values.map(([a, b]) => (Number.isNaN(a) ? Number(b! > 0.5) : Number(a! > 0.5 !== b! > 0.5)))
  return rowsOf(values, labels)
}

const everything = (rows: Rows) => [0, rows.count] as const

test('learns exclusive or with unknown values', () => {
  const rows = exclusiveOr(2000)
  const scores = predict(boost(rows, options), rows, everything(rows))
  const right = scores.filter((score, row) => score > 0 === rows.labels[row]! > 0.5).length
  expect(right / rows.count).toBeGreaterThan(0.98)
})

test('adds nothing where the offsets already answer', () => {
  const random = seeded(3)
  const values = Array.from({ length: 4000 }, () => [random()])
  const offsets = Float32Array.from(values, ([value]) => (value! > 0.5 ? 2 : -2))
  const labels = Array.from(offsets, (offset) => sigmoid(offset))
  const rows = rowsOf(values, labels, { offsets })
  const scores = predict(boost(rows, options), rows, everything(rows))
  const most = scores.reduce((worst, score, row) => Math.max(worst, Math.abs(score - offsets[row]!)), 0)
  expect(most).toBeLessThan(0.05)
})

test('the same rows and seed give the same trees, another seed others', () => {
  const rows = exclusiveOr(500)
  const some = { ...options, columns: 0.67, trees: 5 }
  expect(boost(rows, some)).toEqual(boost(rows, some))
  expect(boost(rows, some)).not.toEqual(boost(rows, { ...some, seed: 2 }))
})

test('heavy rows win over many light ones', () => {
  const values = Array.from({ length: 100 }, () => [1])
  const labels = values.map((_, row) => Number(row < 10))
  const weights = Float32Array.from(values, (_, row) => (row < 10 ? 90 : 1))
  const rows = rowsOf(values, labels, { weights })
  expect(predict(boost(rows, options), rows, [0, 1])[0]).toBeGreaterThan(1)
})

test('every node carries an answer between those of its children, leaves stop at the bound', () => {
  const { trees } = boost(exclusiveOr(2000), options)
  for (const { feature, left, right, value } of trees) {
    expect(feature.filter((column) => column < 0).length).toBeLessThanOrEqual(options.leaves)
    feature.forEach((column, node) => {
      if (column < 0) return
      const below = [value[left[node]!]!, value[right[node]!]!]
      expect(value[node]!).toBeGreaterThanOrEqual(Math.min(...below) - 1e-3)
      expect(value[node]!).toBeLessThanOrEqual(Math.max(...below) + 1e-3)
    })
  }
})

test('a column that is only ever unknown or one value still parts rows', () => {
  const values = Array.from({ length: 200 }, (_, row) => [row % 2 ? Number.NaN : 5])
  const rows = rowsOf(
    values,
    values.map((_, row) => row % 2),
  )
  const scores = predict(boost(rows, options), rows, [0, 2])
  expect(scores[0]).toBeLessThan(-2)
  expect(scores[1]).toBeGreaterThan(2)
})
