import type { FitRow } from './worker.ts'

export interface Fitted {
  readonly bias: number
  readonly weights: readonly number[]
}

/** Logistic regression by Newton's method with a ridge; both classes weigh the same. */
export function fitLogistic(rows: readonly FitRow[], ridge = 3, steps = 25): Fitted {
  const width = rows[0]!.values.length + 1
  let beta = new Float64Array(width)
  const spam = rows.filter((row) => row.spam).length
  const share = { true: rows.length / 2 / spam, false: rows.length / 2 / (rows.length - spam) }
  for (let step = 0; step < steps; step++) {
    const gradient = new Float64Array(width)
    const hessian = Array.from({ length: width }, () => new Float64Array(width))
    for (const row of rows) {
      const x = [1, ...row.values]
      let score = 0
      for (let i = 0; i < width; i++) score += beta[i]! * x[i]!
      const p = 1 / (1 + Math.exp(-score))
      const w = row.weight * (row.spam ? share.true : share.false)
      for (let i = 0; i < width; i++) {
        if (x[i] === 0) continue
        gradient[i]! += w * (Number(row.spam) - p) * x[i]!
        const own = hessian[i]!
        for (let j = 0; j < width; j++) own[j]! += w * p * (1 - p) * x[i]! * x[j]!
      }
    }
    for (let i = 0; i < width; i++) {
      if (i > 0) gradient[i]! -= ridge * beta[i]!
      hessian[i]![i]! += i > 0 ? ridge : 1e-6
    }
    const change = solve(hessian, gradient)
    beta = beta.map((value, i) => value + change[i]!)
  }
  return { bias: beta[0]!, weights: [...beta.slice(1)] }
}

function solve(matrix: Float64Array[], vector: Float64Array): Float64Array {
  const n = vector.length
  const a = matrix.map((row, i) => Float64Array.from([...row, vector[i]!]))
  for (let i = 0; i < n; i++) {
    let pivot = i
    for (let j = i + 1; j < n; j++) if (Math.abs(a[j]![i]!) > Math.abs(a[pivot]![i]!)) pivot = j
    ;[a[i], a[pivot]] = [a[pivot]!, a[i]!]
    for (let j = i + 1; j < n; j++) {
      const factor = a[j]![i]! / a[i]![i]!
      for (let k = i; k <= n; k++) a[j]![k]! -= factor * a[i]![k]!
    }
  }
  const out = new Float64Array(n)
  for (let i = n - 1; i >= 0; i--) {
    let sum = a[i]![n]!
    for (let j = i + 1; j < n; j++) sum -= a[i]![j]! * out[j]!
    out[i] = sum / a[i]![i]!
  }
  return out
}

export function scoreOf(values: readonly number[], { bias, weights }: Fitted): number {
  return values.reduce((sum, value, i) => sum + value * weights[i]!, bias)
}
