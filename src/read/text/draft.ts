import type { BlockKind, Run } from '../../core/block.ts'

/** A block in the making: everything but its position, its list and the blank lines below it. */
export interface Draft {
  readonly kind: BlockKind
  readonly text: string
  readonly from: number
  readonly to: number
  readonly indent: number
  readonly gap: number
  readonly bullet?: string
  readonly ordinal?: number
  readonly level?: number
  readonly cut?: true
  readonly runs?: readonly Run[]
  readonly codeLanguage?: string
  /** Number of the table this cell belongs to, counted from 0. */
  readonly table?: number
  readonly row?: number
  readonly column?: number
  readonly head?: true
}
