import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import type { Verdict } from '../core/vote.ts'
import { storyHeaders } from '../facts/story-headers.ts'

/** Blocks of one article, `at` inclusive. */
export type Range = readonly [from: number, to: number]

/**
 * Splits a page that holds several stories at their headers; a header under which nothing was kept opens no article.
 * A page with fewer than two such headers is one article.
 */
export function splitArticles(
  blocks: readonly Block[],
  facts: readonly Facts[],
  verdicts: readonly Verdict[],
): readonly Range[] {
  const whole: Range = [0, blocks.length - 1]
  const headers = storyHeaders(blocks, facts)
  const ranges = headers.map(
    ({ headline }, i): Range => [i === 0 ? 0 : headline, (headers[i + 1]?.headline ?? blocks.length) - 1],
  )
  const held = ranges.filter(([from, to]) => verdicts.slice(from, to + 1).some((verdict) => verdict.kept))
  return held.length < 2 ? [whole] : held
}
