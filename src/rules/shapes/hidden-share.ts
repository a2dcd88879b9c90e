import { isHidden } from '../../core/block.ts'
import type { View } from '../../core/rule.ts'

/** Share of the page's sentences, by mass, that stand in hidden blocks, 0 to 1. */
export function hiddenShare({ blocks, facts }: View): number {
  let [hidden, all] = [0, 0]
  for (const block of blocks) {
    const fact = facts[block.at]!
    if (!fact.endsSentence) continue
    all += fact.mass
    if (isHidden(block)) hidden += fact.mass
  }
  return all === 0 ? 0 : hidden / all
}
