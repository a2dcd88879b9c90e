import type { Candidate } from './candidates.ts'

/** Prefix maximum over positions, with what attained it (a Fenwick tree). */
function prefixMaximum(size: number) {
  const values = new Float64Array(size + 2)
  const owners = new Int32Array(size + 2).fill(-1)
  return {
    raise(at: number, value: number, owner: number) {
      for (let i = at + 1; i < values.length; i += i & -i) {
        if (value <= values[i]!) continue
        values[i] = value
        owners[i] = owner
      }
    },
    upTo(at: number): readonly [value: number, owner: number] {
      let [value, owner] = [0, -1]
      for (let i = at + 1; i > 0; i -= i & -i) {
        if (values[i]! > value) [value, owner] = [values[i]!, owners[i]!]
      }
      return [value, owner]
    },
  }
}

// Neighbours may overlap by so many tokens: a three may straddle the end of a piece.
const OVERLAP = 6

/**
 * The heaviest chain of candidates whose pieces and stretches both go forward, at most one candidate a piece.
 * Candidates come in the order of their pieces. A candidate weighs its covered tokens, less where they are few.
 */
export function heaviestChain(
  candidates: readonly Candidate[],
  sizeOf: (piece: number) => number,
  length: number,
): Candidate[] {
  const reached = prefixMaximum(length + 1)
  const total = new Float64Array(candidates.length)
  const previous = new Int32Array(candidates.length)
  for (let start = 0, end = 0; start < candidates.length; start = end) {
    const { piece } = candidates[start]!
    for (; candidates[end]?.piece === piece; end++) {
      const { from, covered } = candidates[end]!
      const [before, owner] = reached.upTo(Math.min(from + OVERLAP, length))
      total[end] = before + covered * Math.sqrt(covered / Math.max(1, sizeOf(piece)))
      previous[end] = owner
    }
    for (let i = start; i < end; i++) reached.raise(Math.min(candidates[i]!.to, length), total[i]!, i)
  }
  let last = -1
  for (let i = 0, best = 0; i < total.length; i++) if (total[i]! > best) [best, last] = [total[i]!, i]
  const chain: Candidate[] = []
  for (let i = last; i >= 0; i = previous[i]!) chain.push(candidates[i]!)
  return chain.reverse()
}
