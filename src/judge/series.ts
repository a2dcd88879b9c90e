import { addSums, type Elements, SUM, SUMS } from './elements.ts'

/** Elements a template repeats, taken together: the cards of a list, the posts of a thread, the rows of a menu. */
export interface Series {
  /** Number of its items, by chain; and what they hold together, {@link SUMS} numbers a chain. */
  readonly count: Int32Array
  readonly held: Float64Array
  /** How unlike its items are: deviation of their mass over its mean. */
  readonly spread: (chain: number) => number
  /** Per block, the item it stands in, -1 for none: where the number of equals falls most on the way up. */
  readonly item: Int32Array
  /** Per block, the innermost item that holds more than this block. */
  readonly card: Int32Array
  /** Place of a series among the page's, by mass, 0 for the heaviest. */
  readonly rank: ReadonlyMap<number, number>
  /** Chain of the heaviest series whose items hold several blocks; -1 where there is none. */
  readonly main: number
}

/** Fewer equals are no series. */
const FEWEST = 3

export function series(tree: Elements): Series {
  const { chain, parent, below, owner } = tree
  let chains = 0
  for (const number of chain) if (number >= chains) chains = number + 1
  const count = new Int32Array(chains)
  const squares = new Float64Array(chains)
  const held = new Float64Array(chains * SUMS)
  for (let e = 0; e < chain.length; e++) {
    const of = chain[e]!
    count[of]!++
    squares[of]! += below[e * SUMS + SUM.mass]! ** 2
    addSums(held, of, below, e)
  }
  const item = new Int32Array(owner.length).fill(-1)
  const card = new Int32Array(owner.length).fill(-1)
  const masses = new Map<number, number>()
  for (let at = 0; at < owner.length; at++) {
    let steepest = 0
    for (let e = owner[at]!; e >= 0; e = parent[e]!) {
      const equals = count[chain[e]!]!
      if (equals < FEWEST) break
      if (card[at]! < 0 && below[e * SUMS + SUM.blocks]! >= 2) card[at] = e
      const up = parent[e]!
      const fall = equals / (up < 0 ? 1 : count[chain[up]!]!)
      if (fall <= 1 || fall < steepest) continue
      steepest = fall
      item[at] = e
    }
    const of = item[at]! < 0 ? -1 : chain[item[at]!]!
    if (of >= 0 && !masses.has(of)) masses.set(of, held[of * SUMS + SUM.mass]!)
  }
  const ranked = [...masses].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return {
    count,
    held,
    spread(of) {
      const mean = held[of * SUMS + SUM.mass]! / count[of]!
      return mean === 0 ? 0 : Math.sqrt(Math.max(0, squares[of]! / count[of]! - mean ** 2)) / mean
    },
    item,
    card,
    rank: new Map(ranked.map(([of], rank) => [of, rank])),
    main: ranked.find(([of]) => held[of * SUMS + SUM.blocks]! >= 2 * count[of]!)?.[0] ?? -1,
  }
}
