import { FARTHEST } from '../../src/facts/page-type.ts'

/** What one page says, and what it is: values (NaN unknown), the number of its class, its weight. */
export interface Example {
  readonly values: readonly number[]
  readonly label: number
  readonly weight: number
}

/** Per column its mean and deviation over known values, and per class a weight; and the classes' constants. */
export interface Softmax {
  readonly columns: readonly { readonly mean: number; readonly deviation: number }[]
  readonly weights: readonly (readonly number[])[]
  readonly bias: readonly number[]
}

const STEPS = 400
const RATE = 0.05

/** Multinomial logistic regression with a penalty on squared weights, by full-batch Adam: no chance is involved. */
export function fitSoftmax(examples: readonly Example[], classes: number, l2: number): Softmax {
  const width = examples[0]?.values.length ?? 0
  const columns = Array.from({ length: width }, (_, column) => spread(examples, column))
  const rows = examples.map(({ values }) => [...standardized(values, columns), 1])
  const size = width + 1
  const state = {
    weights: new Float64Array(classes * size),
    first: new Float64Array(classes * size),
    second: new Float64Array(classes * size),
  }
  for (let step = 1; step <= STEPS; step++)
    adam(state, gradient(state.weights, rows, examples, classes, l2), step)
  const weight = (row: number, column: number) => state.weights[row * size + column]!
  return {
    columns,
    weights: columns.map((_, column) =>
      Array.from({ length: classes }, (_unused, row) => weight(row, column)),
    ),
    bias: Array.from({ length: classes }, (_, row) => weight(row, width)),
  }
}

function spread(examples: readonly Example[], column: number) {
  const known = examples.map(({ values }) => values[column]!).filter((value) => !Number.isNaN(value))
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
  const square = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length)
  return { mean, deviation: Math.max(0.001, Math.sqrt(square)) }
}

function standardized(values: readonly number[], columns: Softmax['columns']): number[] {
  return values.map((value, i) => {
    const { mean, deviation } = columns[i]!
    return Number.isNaN(value) ? 0 : Math.max(-FARTHEST, Math.min(FARTHEST, (value - mean) / deviation))
  })
}

function chancesOf(weights: Float64Array, row: readonly number[], classes: number): number[] {
  const size = row.length
  const scores = Array.from({ length: classes }, (_, k) => {
    let score = 0
    for (let i = 0; i < size; i++) score += weights[k * size + i]! * row[i]!
    return score
  })
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

function gradient(
  weights: Float64Array,
  rows: readonly (readonly number[])[],
  examples: readonly Example[],
  classes: number,
  l2: number,
): Float64Array {
  const size = rows[0]?.length ?? 0
  // the constants, last of each class, are not penalised
  const slope = weights.map((weight, i) => (i % size === size - 1 ? 0 : l2 * weight))
  rows.forEach((row, r) => {
    const { label, weight } = examples[r]!
    const chances = chancesOf(weights, row, classes)
    for (let k = 0; k < classes; k++) {
      const error = weight * (chances[k]! - (k === label ? 1 : 0))
      for (let i = 0; i < size; i++) slope[k * size + i]! += error * row[i]!
    }
  })
  return slope
}

/** One step of Adam (Kingma and Ba 2015) with its usual constants; the last steps are smaller. */
function adam(
  { weights, first, second }: { weights: Float64Array; first: Float64Array; second: Float64Array },
  slope: Float64Array,
  step: number,
): void {
  const rate = RATE * (step > STEPS * 0.7 ? 0.3 : 1)
  for (let i = 0; i < weights.length; i++) {
    first[i] = 0.9 * first[i]! + 0.1 * slope[i]!
    second[i] = 0.999 * second[i]! + 0.001 * slope[i]! ** 2
    const mean = first[i]! / (1 - 0.9 ** step)
    const square = second[i]! / (1 - 0.999 ** step)
    weights[i]! -= (rate * mean) / (Math.sqrt(square) + 1e-8)
  }
}

/** Chances of the classes for values the model may never have seen. */
export function predictSoftmax({ columns, weights, bias }: Softmax, values: readonly number[]): number[] {
  const size = columns.length + 1
  const flat = new Float64Array(bias.length * size)
  bias.forEach((constant, k) => {
    weights.forEach((row, i) => {
      flat[k * size + i] = row[k]!
    })
    flat[k * size + size - 1] = constant
  })
  return chancesOf(flat, [...standardized(values, columns), 1], bias.length)
}
