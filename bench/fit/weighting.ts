import type { Form } from '../forms.ts'
import type { PageRows } from './page-rows.ts'

/**
 * How much a block counts within its page: by its share of the gold's tokens (`f1`), the same with a share by the number
 * of blocks (`lines`), or by a flatter function of its size.
 */
export const WEIGHTINGS = ['lines', 'f1', 'sqrt', 'log'] as const
export type Weighting = (typeof WEIGHTINGS)[number]

/** With `lines`: how much every block counts as one line, however short. The rest goes by words. */
const LINES = 0.3
/** Fewest blocks a page's gold is taken to have, and fewest tokens. */
const LEAST = { lines: 4, tokens: 50 }

/** One block counts at most this share of the gold, all blocks of a page at most so many golds. */
const ROW_CAP = 0.25
const PAGE_CAP = 3

/** Group of a page: pages of one set and kind share a weight. */
export function groupOf({ set, type, form }: Pick<PageRows, 'set' | 'type' | 'form'>): string {
  return `${set}/${type === 'article' ? 'article' : 'other'}${form === 'whole' ? '' : `/${form}`}`
}

/** How much the forms of a page count, against the page as it is. */
const FORM_SHARES: Readonly<Record<Form, number>> = { whole: 1, cropped: 0.3 }

/** Share of each group in the whole; a group not named counts `DEFAULT_SHARE`. */
export const SHARES: Readonly<Record<string, number>> = {
  'n4k/article': 1.5,
  'fundus/article': 1.5,
  'zh/article': 0.8,
  'cjk/article': 0.8,
  'cjk/other': 0.2,
  'wcxb/article': 3,
  'wcxb/other': 1.5,
  'dragnet/article': 1,
  'daniel/article': 1,
  'harvestx/other': 0.3,
  'text-dumps/article': 3,
  'text-dumps/other': 0.5,
}
const DEFAULT_SHARE = 1

function sizeWeights({ mass, keep, bag }: PageRows, weighting: Weighting): number[] {
  const sizes = Array.from(mass, (size, at) => (Number.isNaN(keep[at]!) ? 0 : size))
  const words = sizes.map((size) => Math.min(ROW_CAP, size / Math.max(LEAST.tokens, bag.goldTotal)))
  if (weighting === 'f1') return words
  if (weighting === 'lines') {
    const wanted = keep.reduce((sum, share, at) => sum + (sizes[at]! > 0 ? share : 0), 0)
    const line = Math.min(ROW_CAP, 1 / Math.max(LEAST.lines, wanted))
    const lines = capped(sizes.map((size) => (size > 0 ? line : 0)))
    return capped(words).map((word, at) => (1 - LINES) * word + LINES * lines[at]!)
  }
  return sizes.map(weighting === 'sqrt' ? Math.sqrt : Math.log1p)
}

/** Weights of a page's blocks that together count no more than so many golds. */
function capped(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return total <= PAGE_CAP ? weights : weights.map((weight) => (weight * PAGE_CAP) / total)
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
      weighting === 'f1' || weighting === 'lines'
        ? Math.min(1, PAGE_CAP / Math.max(total, 1e-9))
        : 1 / Math.max(total, 1e-9)
    const share = (shares[groupOf({ ...page, form: 'whole' })] ?? DEFAULT_SHARE) * FORM_SHARES[page.form]
    const pageWeight = share / (counts.get(group) ?? 1)
    return own.map((weight) => weight * most * pageWeight)
  })
}
