/** Slope of log(cost) over log(size) by least squares: 1 is linear, 2 quadratic. */
export function exponent(sizes: readonly number[], costs: readonly number[]): number {
  const x = sizes.map(Math.log)
  const y = costs.map(Math.log)
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [meanOf(x), meanOf(y)]
  const covariance = x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0)
  return covariance / x.reduce((sum, value) => sum + (value - mx) ** 2, 0)
}
