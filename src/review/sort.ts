import type { IndexEntry } from './index-of.ts'

/** Orders of the list of pages, in words. */
export const ORDERS = {
  worst: 'Worst first',
  dropped: 'Most dropped first',
  flips: 'Most flipped first',
  given: 'As they came',
} as const
export type Order = keyof typeof ORDERS

/**
 * Numbers of pages in an order; pages that are alike stay as they came. Worst: pages that failed, then those that were
 * refused, then the articles the judge was least sure of.
 */
export function sortPages(
  pages: readonly IndexEntry[],
  numbers: readonly number[],
  order: Order,
  flips: (number: number) => number,
): readonly number[] {
  if (order === 'given') return [...numbers].sort((a, b) => a - b)
  const rank = (number: number): number => {
    const page = pages[number]!
    if (order === 'flips') return -flips(number)
    if (order === 'dropped') return -shareDropped(page)
    const { status, confidence = 0 } = page
    return status === 'failed' ? -2 : status === 'rejected' ? -1 : confidence
  }
  const ranks = new Map(numbers.map((number) => [number, rank(number)]))
  return [...numbers].sort((a, b) => ranks.get(a)! - ranks.get(b)! || a - b)
}

/** Share of a page's blocks that were dropped, 0 to 1. */
function shareDropped({ kept, dropped }: IndexEntry): number {
  return kept + dropped === 0 ? 0 : dropped / (kept + dropped)
}
