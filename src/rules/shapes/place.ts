import type { Block } from '../../core/block.ts'
import type { View } from '../../core/rule.ts'
import { extent } from './extent.ts'
import { isProse } from './line.ts'

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

/** The headline of the page's own story: the heading that prints the claimed title, else the first of level 1. */
export function headline({ blocks, whole }: View): Block | undefined {
  const own = whole.stories.find(({ kind }) => kind === 'page')
  return own && blocks[own.headline]
}

/** Between the headline and the text; one sentence above it may be the deck. */
export function headsStory(view: View, at: number): boolean {
  const title = headline(view)
  if (title === undefined || at < title.at) return false
  return view.facts.slice(title.at + 1, at).filter(isProse).length <= 1
}
