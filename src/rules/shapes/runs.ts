import type { Block } from '../../core/block.ts'
import type { Facts } from '../../core/facts.ts'
import type { View } from '../../core/rule.ts'

/** Longest runs of neighbouring blocks that all pass the test, as inclusive ranges of `at`. */
export function* runsOf(
  { blocks, facts }: View,
  atLeast: number,
  test: (block: Block, fact: Facts) => boolean,
): Iterable<readonly [from: number, to: number]> {
  let from = -1
  for (let at = 0; at <= blocks.length; at++) {
    const inside = at < blocks.length && test(blocks[at]!, facts[at]!)
    if (inside && from < 0) from = at
    if (inside || from < 0) continue
    if (at - from >= atLeast) yield [from, at - 1]
    from = -1
  }
}
