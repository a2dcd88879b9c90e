import type { BlockKind, Run } from '../../core/block.ts'
import type { WholeKind } from '../../core/whole.ts'

/** Lines that are one thing without a mark that says so; those of one share the record. */
export interface Section {
  readonly kind: Extract<WholeKind, 'verse' | 'dialogue' | 'list'>
}

/** A block in the making: everything but its position, its list and the blank lines below it. */
export interface Draft {
  kind: BlockKind
  text: string
  from: number
  to: number
  indent: number
  gap: number
  bullet?: string
  ordinal?: number
  /** State of the box before a task. */
  checked?: boolean
  level?: number
  cut?: true
  runs?: readonly Run[]
  codeLanguage?: string
  /** What it is part of by the look of the lines around it. */
  section?: Section
  /** Number of the table this cell belongs to, counted from 0. */
  table?: number
  row?: number
  column?: number
  head?: true
}

/** What a line's marks say of its block. */
export type Shape = Pick<Draft, 'kind' | 'level' | 'bullet' | 'ordinal' | 'checked'>

export const PARAGRAPH: Shape = { kind: 'paragraph' }
