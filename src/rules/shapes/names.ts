import type { Block } from '../../core/block.ts'
import type { Facts } from '../../core/facts.ts'
import type { View } from '../../core/rule.ts'
import type { Sighting } from '../../core/vote.ts'

/** True when a class or id word of the block's nearest elements matches; far ancestors carry such words too and lie. */
export function isNamed(block: Block, words: RegExp): boolean {
  const names = block.dom?.names
  return names !== undefined && names !== '' && words.test(names.length > 200 ? names.slice(0, 200) : names)
}

/** Blocks whose nearest elements are named after something, as far as `fits` lets them. */
export function* linesNamed(
  { blocks, facts }: View,
  words: RegExp,
  fits: (block: Block, fact: Facts) => boolean,
): Iterable<Sighting> {
  for (const block of blocks) {
    if (block.dom === undefined) return
    if (block.dom.names !== '' && fits(block, facts[block.at]!) && isNamed(block, words))
      yield { at: block.at, because: `stands in an element named "${block.dom.names.slice(0, 60)}"` }
  }
}
