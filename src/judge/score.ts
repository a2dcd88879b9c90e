import type { Model, Tree } from './model.ts'

/** A model laid out for speed: trees as typed arrays. Made once per model, not per page. */
export interface Scorer {
  readonly features: readonly string[]
  /** Log-odds the model adds for one row of features; NaN is unknown. */
  readonly score: (row: Float64Array) => number
  /** What each feature contributed, in log-odds, largest first. */
  readonly explain: (row: Float64Array) => readonly { readonly feature: string; readonly weight: number }[]
}

interface Compiled {
  readonly feature: Int16Array
  readonly threshold: Float64Array
  readonly left: Int16Array
  readonly right: Int16Array
  readonly unknownLeft: Uint8Array
  readonly value: Float64Array
}

export function scorer(model: Model): Scorer {
  const trees = model.trees.map(compile)
  return {
    features: model.features,
    score(row) {
      let sum = model.bias
      for (const tree of trees) sum += tree.value[leaf(tree, row)]!
      return sum
    },
    explain(row) {
      const weights = new Float64Array(model.features.length)
      for (const tree of trees)
        walkTree(tree, row, (feature, change) => {
          weights[feature]! += change
        })
      return model.features
        .map((feature, i) => ({ feature, weight: weights[i]! }))
        .filter(({ weight }) => weight !== 0)
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1))
    },
  }
}

function compile(tree: Tree): Compiled {
  return {
    feature: Int16Array.from(tree.feature),
    threshold: Float64Array.from(tree.threshold),
    left: Int16Array.from(tree.left),
    right: Int16Array.from(tree.right),
    unknownLeft: Uint8Array.from(tree.unknownLeft),
    value: Float64Array.from(tree.value),
  }
}

function next(tree: Compiled, node: number, row: Float64Array): number {
  const value = row[tree.feature[node]!]!
  const goesLeft = Number.isNaN(value) ? tree.unknownLeft[node] === 1 : value < tree.threshold[node]!
  return goesLeft ? tree.left[node]! : tree.right[node]!
}

function leaf(tree: Compiled, row: Float64Array): number {
  let node = 0
  while (tree.feature[node]! >= 0) node = next(tree, node, row)
  return node
}

/** Each step from a node to its child changes the answer by the difference of their values; the feature asked gets it (Saabas 2014). */
function walkTree(tree: Compiled, row: Float64Array, tell: (feature: number, change: number) => void): void {
  let node = 0
  while (tree.feature[node]! >= 0) {
    const to = next(tree, node, row)
    tell(tree.feature[node]!, tree.value[to]! - tree.value[node]!)
    node = to
  }
}
