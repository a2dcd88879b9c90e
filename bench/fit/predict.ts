import type { Tree } from '../../src/judge/score.ts'
import type { Boosted } from './boosting.ts'

function answer(tree: Tree, values: Float32Array, base: number): number {
  let node = 0
  for (let column = tree.feature[0]!; column >= 0; column = tree.feature[node]!) {
    const value = values[base + column]!
    const left = Number.isNaN(value) ? tree.unknownLeft[node] === 1 : value < tree.threshold[node]!
    node = left ? tree.left[node]! : tree.right[node]!
  }
  return tree.value[node]!
}

/** Log-odds of rows `from` to `to` under a model, their offsets, if any, included. */
export function predict(
  { bias, trees }: Boosted,
  rows: { readonly width: number; readonly values: Float32Array; readonly offsets?: Float32Array },
  [from, to]: readonly [number, number],
): Float64Array {
  const scores = new Float64Array(to - from)
  for (let row = from; row < to; row++) {
    let score = bias + (rows.offsets?.[row] ?? 0)
    for (const tree of trees) score += answer(tree, rows.values, row * rows.width)
    scores[row - from] = score
  }
  return scores
}
