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
  let prose = 0
  for (let i = title.at + 1; i < at; i++) if (isProse(view.facts[i]!) && ++prose > 1) return false
  return true
}

/** A folded line holds a title the page claims, of so many folded characters at least: with a kicker or a byline around it. */
export function holdsTitle(key: string, { whole }: View, least = 0): boolean {
  for (const title of whole.titleKeys)
    if (title.length >= Math.max(TITLE, least) && key.includes(title)) return true
  return false
}
/** Shortest title that is told from words another line repeats, in folded characters. */
const TITLE = 20
