import type { Form } from '../forms.ts'
import { labelsOf } from '../labels.ts'
import type { BenchPage } from '../pages.ts'
import type { Examined } from '../subject.ts'
import { type Bag, bagOf } from './bag.ts'

/** All that fitting needs of one page. */
export interface PageRows {
  readonly id: string
  readonly set: string
  readonly type: string
  readonly site: string
  readonly door: 'html' | 'text'
  /** Row-major, one row a block. */
  readonly values: Float32Array
  /** Sum of the hand-set votes and the bias, per block. */
  readonly offsets: Float32Array
  /** Wanted answer per block, 0 to 1; NaN where the gold does not tell. */
  readonly keep: Float32Array
  /** Tokens per block. */
  readonly mass: Float32Array
  readonly bag: Bag
  /** In which form the page was read. */
  readonly form: Form
}

/** Turns an examined page with its answer into rows. */
export function pageRows(
  page: BenchPage,
  { view, offsets }: Pick<Examined, 'view' | 'offsets'>,
  values: ArrayLike<number>,
): Omit<PageRows, 'form'> {
  const labels = labelsOf(view.blocks, page)
  const { id, set, type, site, gold } = page
  const { door } = view.page
  return {
    ...{ id, set, type, site, door },
    values: Float32Array.from(values),
    offsets: Float32Array.from(offsets),
    keep: Float32Array.from(labels, ({ keep }) => keep ?? Number.NaN),
    mass: Float32Array.from(labels, ({ mass }) => mass),
    bag: bagOf(
      view.blocks.map(({ kind, text }) => (kind === 'figure' ? '' : text)),
      gold.text,
      door,
    ),
  }
}
