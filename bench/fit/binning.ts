/** Rows to learn from; `values` is row-major, NaN is unknown. */
export interface Rows {
  readonly count: number
  readonly width: number
  readonly values: Float32Array
  /** Wanted answer of each row, 0 to 1. */
  readonly labels: Float32Array
  readonly weights: Float32Array
  /** Log-odds each row starts with. */
  readonly offsets: Float32Array
}

/** Values as small integers, column-major: 0 is unknown, `b` above it lies between cuts `b - 2` and `b - 1`. */
export interface Binned {
  readonly count: number
  readonly width: number
  readonly bins: Uint8Array
  /** Per column, ascending: a value below `cuts[k]` lies in bin `k + 1` or lower. */
  readonly cuts: readonly Float64Array[]
}

/** Bins per column, the one for unknown values included. */
export const BINS = 64

/** Rounds to so many significant digits: what the model file keeps. */
export function significant(value: number, digits = 4): number {
  return Number(value.toPrecision(digits))
}

/** A short number above `low` and not above `high`, so that it parts the two. */
function between(low: number, high: number): number {
  const middle = (low + high) / 2
  for (const digits of [3, 4, 6]) {
    const short = significant(middle, digits)
    if (short > low && short <= high) return short
  }
  return high
}

/** Rows looked at when cut points are chosen; more would not move a quantile. */
const LOOKED_AT = 50_000

/** Different known values of a column, ascending, and how often each was met. */
function distinct(values: Float32Array): { values: number[]; counts: number[] } {
  const step = Math.max(1, Math.floor(values.length / LOOKED_AT))
  const some = values.filter((value, row) => row % step === 0 && !Number.isNaN(value)).sort()
  const found: { values: number[]; counts: number[] } = { values: [], counts: [] }
  for (const value of some) {
    if (value === found.values.at(-1)) found.counts[found.counts.length - 1]!++
    else {
      found.values.push(value)
      found.counts.push(1)
    }
  }
  return found
}

/** Cut points that part a column's values into bins of about the same number of rows. */
export function cutsOf(column: Float32Array): Float64Array {
  const { values, counts } = distinct(column)
  const cuts: number[] = []
  const most = BINS - 2
  let left = counts.reduce((sum, count) => sum + count, 0)
  let held = counts[0] ?? 0
  for (let i = 1; i < values.length && cuts.length < most; i++) {
    const full = held >= left / (most - cuts.length + 1)
    if (full || values.length - i <= most - cuts.length) {
      cuts.push(between(values[i - 1]!, values[i]!))
      left -= held
      held = 0
    }
    held += counts[i]!
  }
  return Float64Array.from(cuts)
}

/** Bin of a value: 0 for unknown, else one more than the cuts not above it. */
export function binOf(value: number, cuts: Float64Array): number {
  if (Number.isNaN(value)) return 0
  let [low, high] = [0, cuts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (cuts[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low + 1
}

/** Bins all columns; `cuts` of an earlier binning may be given so that both agree. */
export function binRows(
  rows: Pick<Rows, 'count' | 'width' | 'values'>,
  cuts?: readonly Float64Array[],
): Binned {
  const { count, width, values } = rows
  const bins = new Uint8Array(count * width)
  const column = new Float32Array(count)
  const used: Float64Array[] = []
  for (let f = 0; f < width; f++) {
    for (let row = 0; row < count; row++) column[row] = values[row * width + f]!
    const own = cuts?.[f] ?? cutsOf(column)
    for (let row = 0; row < count; row++) bins[f * count + row] = binOf(column[row]!, own)
    used.push(own)
  }
  return { count, width, bins, cuts: used }
}
