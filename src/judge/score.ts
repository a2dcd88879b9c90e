import type { FeatureTable } from './features.ts'

/**
 * A gradient-boosted tree of a fitted model, as parallel arrays, one entry a node; node 0 is the root.
 * `feature[i]` is -1 for a leaf; otherwise a value below `threshold[i]` goes `left[i]`, else `right[i]`,
 * and an unknown value (NaN) goes left where `unknownLeft[i]` is 1. `value[i]` is the node's mean response
 * in log-odds: at a leaf it is the answer, inside it tells what each step changed.
 */
export interface Tree {
  readonly feature: readonly number[]
  readonly threshold: readonly number[]
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly unknownLeft: readonly number[]
  readonly value: readonly number[]
}

/**
 * A model fitted on pages with known answers. It answers in full: the votes of the first hearing, at the rules' own
 * weights, are among its features.
 */
export interface Model {
  readonly version: 1
  /** How it was made: command, data digest, seed, scores. */
  readonly about: Readonly<Record<string, unknown>>
  /** Those it asks for, in the order of a row. */
  readonly features: readonly string[]
  readonly bias: number
  readonly trees: readonly Tree[]
}

/** A model laid out for speed: trees as typed arrays. Made once per model, not per page. */
export interface Scorer {
  readonly features: readonly string[]
  /** Log-odds the model adds for one row of features; NaN is unknown. */
  readonly score: (row: Float64Array) => number
  /** The same for all rows of a page; what is the same in all of them is asked once. */
  readonly scoreAll: (table: FeatureTable) => Float64Array
  /** What each feature contributed, in log-odds, largest first. */
  readonly explain: (row: Float64Array) => readonly { readonly feature: string; readonly weight: number }[]
}

/** All nodes of all trees, one after another; `feature` is -1 at a leaf. */
interface Nodes {
  readonly roots: Int32Array
  readonly feature: Int16Array
  readonly threshold: Float64Array
  readonly left: Int32Array
  readonly right: Int32Array
  /** Where an unknown value goes. */
  readonly unknown: Int32Array
  readonly value: Float64Array
}

export function scorer(model: Model): Scorer {
  const nodes = layOut(model.trees)
  return {
    features: model.features,
    score: (row) => {
      const sums = new Float64Array(1)
      addLeaves(nodes, row, row.length, sums)
      return model.bias + sums[0]!
    },
    scoreAll({ rows, same }) {
      const width = model.features.length
      const scores = new Float64Array(rows.length / width)
      addLeaves(shortened(nodes, rows, same), rows, width, scores)
      for (let at = 0; at < scores.length; at++) scores[at]! += model.bias
      return scores
    },
    explain(row) {
      const weights = new Float64Array(model.features.length)
      for (const root of nodes.roots)
        walkTree(nodes, root, row, (feature, change) => {
          weights[feature]! += change
        })
      return model.features
        .map((feature, i) => ({ feature, weight: weights[i]! }))
        .filter(({ weight }) => weight !== 0)
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1))
    },
  }
}

function layOut(trees: readonly Tree[]): Nodes {
  const roots = new Int32Array(trees.length)
  for (let i = 1; i < trees.length; i++) roots[i] = roots[i - 1]! + trees[i - 1]!.feature.length
  const all = (pick: (tree: Tree, node: number, root: number) => number) =>
    trees.flatMap((tree, i) => tree.feature.map((_, node) => pick(tree, node, roots[i]!)))
  return {
    roots,
    feature: Int16Array.from(all((tree, node) => tree.feature[node]!)),
    threshold: Float64Array.from(all((tree, node) => tree.threshold[node]!)),
    left: Int32Array.from(all((tree, node, root) => root + tree.left[node]!)),
    right: Int32Array.from(all((tree, node, root) => root + tree.right[node]!)),
    unknown: Int32Array.from(
      all((tree, node, root) => root + (tree.unknownLeft[node] === 1 ? tree.left : tree.right)[node]!),
    ),
    value: Float64Array.from(all((tree, node) => tree.value[node]!)),
  }
}

/** The trees as they are for rows that have some features in common: nodes that ask for one of these are stepped over. */
function shortened(nodes: Nodes, rows: Float64Array, same: Uint8Array): Nodes {
  if (rows.length === 0) return nodes
  const { feature, threshold } = nodes
  const [left, right, unknown] = [nodes.left.slice(), nodes.right.slice(), nodes.unknown.slice()]
  const target = new Int32Array(feature.length)
  // children come after their parents, so that the way back finds every child's target known
  for (let node = feature.length - 1; node >= 0; node--) {
    target[node] = node
    const asked = feature[node]!
    if (asked < 0) continue
    left[node] = target[left[node]!]!
    right[node] = target[right[node]!]!
    unknown[node] = target[unknown[node]!]!
    if (same[asked] === 1)
      target[node] = childOf(rows[asked]!, threshold[node]!, left[node]!, right[node]!, unknown[node]!)
  }
  return { ...nodes, roots: nodes.roots.map((root) => target[root]!), left, right, unknown }
}

function childOf(known: number, limit: number, left: number, right: number, unknown: number): number {
  return known < limit ? left : known >= limit ? right : unknown
}

/** Adds to the sum of every row, tree by tree: a tree at a time stays in the processor's cache, all of them do not. */
function addLeaves(
  { roots, feature, threshold, left, right, unknown, value }: Nodes,
  rows: Float64Array,
  width: number,
  sums: Float64Array,
): void {
  for (let i = 0; i < roots.length; i++) {
    const root = roots[i]!
    for (let at = 0, start = 0; at < sums.length; at++, start += width) {
      let node = root
      let asked = feature[node]!
      while (asked >= 0) {
        const known = rows[start + asked]!
        const limit = threshold[node]!
        node = known < limit ? left[node]! : known >= limit ? right[node]! : unknown[node]!
        asked = feature[node]!
      }
      sums[at]! += value[node]!
    }
  }
}

/** Each step from a node to its child changes the answer by the difference of their values; the feature asked gets it (Saabas 2014). */
function walkTree(
  { feature, threshold, left, right, unknown, value }: Nodes,
  root: number,
  row: Float64Array,
  tell: (feature: number, change: number) => void,
): void {
  let node = root
  for (let asked = feature[node]!; asked >= 0; asked = feature[node]!) {
    const to = childOf(row[asked]!, threshold[node]!, left[node]!, right[node]!, unknown[node]!)
    tell(asked, value[to]! - value[node]!)
    node = to
  }
}
