import type { Block } from '../../core/block.ts'
import type { View } from '../../core/rule.ts'
import { extent } from './extent.ts'

/** Where a block stands against the story; a page without prose has no inside, before or after. */
export function isInside(view: View, at: number): boolean {
  const run = extent(view)
  return run !== undefined && at >= run[0] && at <= run[1]
}

export function isAfter(view: View, at: number): boolean {
  const run = extent(view)
  return run !== undefined && at > run[1]
}

export function isBefore(view: View, at: number): boolean {
  const run = extent(view)
  return run !== undefined && at < run[0]
}

/** The heading that prints the claimed title, else the first of level 1. */
export function headline({ blocks, whole }: View): Block | undefined {
  return whole.headline === undefined
    ? blocks.find(({ kind, level }) => kind === 'heading' && level === 1)
    : blocks[whole.headline]
}
