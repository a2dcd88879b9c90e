import { foldedWords, words } from '../tokens.ts'

/** What word F1 of any choice of blocks needs, without the texts: tokens the gold knows, by number. */
export interface Bag {
  /** How often the gold has each of its tokens. */
  readonly gold: Int32Array
  readonly goldTotal: number
  /** Tokens of each block, known to the gold or not. */
  readonly sizes: Int32Array
  /** Numbers of the tokens the gold knows, block after block; block `at` has `[starts[at], starts[at + 1])`. */
  readonly known: Int32Array
  readonly starts: Int32Array
}

/** Counts blocks against a gold text; text dumps are counted as their benchmark does. */
export function bagOf(texts: readonly string[], gold: string, door: 'html' | 'text'): Bag {
  const tokensOf = door === 'html' ? words : foldedWords
  const numbers = new Map<string, number>()
  const counts: number[] = []
  const goldTokens = tokensOf(gold)
  for (const token of goldTokens) {
    const number = numbers.get(token) ?? numbers.size
    numbers.set(token, number)
    counts[number] = (counts[number] ?? 0) + 1
  }
  const [sizes, known, starts] = [[] as number[], [] as number[], [0]]
  for (const text of texts) {
    const tokens = tokensOf(text)
    sizes.push(tokens.length)
    for (const token of tokens) {
      const number = numbers.get(token)
      if (number !== undefined) known.push(number)
    }
    starts.push(known.length)
  }
  return {
    gold: Int32Array.from(counts),
    goldTotal: goldTokens.length,
    sizes: Int32Array.from(sizes),
    known: Int32Array.from(known),
    starts: Int32Array.from(starts),
  }
}

/** Word F1 of the chosen blocks. */
export function f1OfChoice(bag: Bag, chosen: (at: number) => boolean): number {
  const left = Int32Array.from(bag.gold)
  let [common, total] = [0, 0]
  bag.sizes.forEach((size, at) => {
    if (!chosen(at)) return
    total += size
    for (let i = bag.starts[at]!; i < bag.starts[at + 1]!; i++) {
      const number = bag.known[i]!
      if (left[number]! <= 0) continue
      left[number]!--
      common++
    }
  })
  if (!total || !bag.goldTotal) return total === bag.goldTotal ? 1 : 0
  return (2 * common) / (total + bag.goldTotal)
}
