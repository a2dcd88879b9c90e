import type { View } from '../core/rule.ts'

/** Blocks from the densest run of prose: below 0 before it, 0 inside; unknown on a page without prose. */
export function stepsToDensest({ whole }: View, at: number): number {
  if (whole.densest === undefined) return Number.NaN
  const [from, to] = whole.densest
  return at < from ? at - from : at > to ? at - to : 0
}

/** The same in shares of the page's mass. */
export function massToDensest({ whole }: View, massBefore: Float64Array, at: number): number {
  if (whole.densest === undefined) return Number.NaN
  const [from, to] = whole.densest
  if (at < from) return -(massBefore[from]! - massBefore[at + 1]!) / Math.max(1, whole.mass)
  return at > to ? (massBefore[at]! - massBefore[to + 1]!) / Math.max(1, whole.mass) : 0
}
