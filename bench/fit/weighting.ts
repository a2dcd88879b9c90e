import type { PageRows } from './page-rows.ts'

/** How much a block counts within its page: by its share of the gold's tokens, or by a flatter function of its size. */
export const WEIGHTINGS = ['f1', 'sqrt', 'log'] as const
export type Weighting = (typeof WEIGHTINGS)[number]

/** One block counts at most this share of the gold, all blocks of a page at most so many golds. */
const ROW_CAP = 0.25
const PAGE_CAP = 3

/** Group of a page: pages of one set and kind share a weight. */
export function groupOf({ set, type }: { readonly set: string; readonly type: string }): string {
  return `${set}/${type === 'article' ? 'article' : 'other'}`
}

/** Share of each group in the whole; a group not named counts `DEFAULT_SHARE`. */
export const SHARES: Readonly<Record<string, number>> = {
  'n4k/article': 1.5,
  'fundus/article': 1.5,
  'zh/article': 0.8,
  'cjk/article': 0.8,
  'cjk/other': 0.2,
  'wcxb/article': 3,
  'wcxb/other': 1.5,
  'text-dumps/article': 3,
  'text-dumps/other': 0.5,
}
const DEFAULT_SHARE = 1

function sizeWeights({ mass, keep, bag }: PageRows, weighting: Weighting): number[] {
  const sizes = Array.from(mass, (size, at) => (Number.isNaN(keep[at]!) ? 0 : size))
  if (weighting === 'f1') return sizes.map((size) => Math.min(ROW_CAP, size / Math.max(50, bag.goldTotal)))
  return sizes.map(weighting === 'sqrt' ? Math.sqrt : Math.log1p)
}

/** Weight of every block of every page. Blocks without a label weigh nothing. */
export function rowWeights(
  pages: readonly PageRows[],
  weighting: Weighting,
  shares: Readonly<Record<string, number>>,
): number[][] {
  const counts = new Map<string, number>()
  for (const page of pages) counts.set(groupOf(page), (counts.get(groupOf(page)) ?? 0) + 1)
  return pages.map((page) => {
    const group = groupOf(page)
    const own = sizeWeights(page, weighting)
    const total = own.reduce((sum, weight) => sum + weight, 0)
    const most =
      weighting === 'f1' ? Math.min(1, PAGE_CAP / Math.max(total, 1e-9)) : 1 / Math.max(total, 1e-9)
    const pageWeight = (shares[group] ?? DEFAULT_SHARE) / (counts.get(group) ?? 1)
    return own.map((weight) => weight * most * pageWeight)
  })
}
