import { tally } from '../tokens.ts'

export interface Overlap {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export function overlapOf(precision: number, recall: number): Overlap {
  const sum = precision + recall
  return { precision, recall, f1: sum ? (2 * precision * recall) / sum : 0 }
}

/** Size of the multiset intersection. */
export function shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0
  for (const [token, count] of a) common += Math.min(count, b.get(token) ?? 0)
  return common
}

/** Word precision, recall and F1 of two bags. Both empty is perfect, one empty is nothing. */
export function wordOverlap(got: readonly string[], wanted: readonly string[]): Overlap {
  if (!got.length || !wanted.length) return got.length === wanted.length ? overlapOf(1, 1) : overlapOf(0, 0)
  const common = shared(tally(got), tally(wanted))
  return overlapOf(common / got.length, common / wanted.length)
}
