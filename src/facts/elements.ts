import type { Block } from '../core/block.ts'

/** Numbers of a block's own element and of those above, nearest first; none in a dump. */
export function elementsAround({ dom }: Block): readonly number[] {
  return dom === undefined ? [] : [dom.number, ...dom.above]
}

/**
 * What is summed up over the blocks an element holds, however deep, by the element's number. `adds` is asked once a block,
 * for what is then done to the sum of every element around it.
 */
export function overElements<Sum>(
  blocks: readonly Block[],
  startAt: (block: Block) => Sum,
  adds: (block: Block) => (sum: Sum) => void,
): ReadonlyMap<number, Sum> {
  const sums = new Map<number, Sum>()
  for (const block of blocks) {
    const { dom } = block
    if (dom === undefined) continue
    const add = adds(block)
    for (let step = -1; step < dom.above.length; step++) {
      const number = step < 0 ? dom.number : dom.above[step]!
      let sum = sums.get(number)
      if (sum === undefined) {
        sum = startAt(block)
        sums.set(number, sum)
      }
      add(sum)
    }
  }
  return sums
}
