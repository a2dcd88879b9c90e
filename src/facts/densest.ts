import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'

/** A block counts for prose when it reads like sentences; longer than this it counts no more. */
const LONGEST = 600
/** What a block that is no prose costs a run that goes on over it: about half a printed line. */
const COST = 35

/**
 * The run of neighbouring blocks that holds the most prose for what else it takes in: the maximum-sum segment
 * (Kadane's algorithm) over prose mass above zero and a fixed cost for anything else. Linear.
 */
export function densestRun(
  blocks: readonly Block[],
  facts: readonly Facts[],
): readonly [number, number] | undefined {
  let best = 0
  let run: readonly [number, number] | undefined
  let sum = 0
  let start = 0
  for (let at = 0; at < facts.length; at++) {
    if (sum <= 0) {
      sum = 0
      start = at
    }
    sum += proseMass(blocks[at]!, facts[at]!)
    if (sum > best) {
      best = sum
      run = [start, at]
    }
  }
  return run
}

/** Mass of a block as prose outside links, or a cost below zero. */
export function proseMass(block: Block, fact: Facts): number {
  const free = fact.mass * (1 - (block.dom?.linkShare ?? 0))
  const prose = fact.endsSentence ? free >= 25 : free >= 120 && fact.commas > 0
  return prose && !fact.trails && fact.repeats === 1
    ? Math.min(free, LONGEST)
    : -COST - (block.dom?.linkShare ?? 0) * COST
}
