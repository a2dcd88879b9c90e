import type { Block } from '../../core/block.ts'

/** True when a class or id word of the block's nearest elements matches; far ancestors carry such words too and lie. */
export function isNamed(block: Block, words: RegExp): boolean {
  const names = block.dom?.names
  return names !== undefined && names !== '' && words.test(names.length > 200 ? names.slice(0, 200) : names)
}

/** What is said of a block whose nearest elements are named after something. */
export function blockNamed(block: Block, words: RegExp): string | undefined {
  return isNamed(block, words) ? `stands in an element named "${block.dom!.names.slice(0, 60)}"` : undefined
}
