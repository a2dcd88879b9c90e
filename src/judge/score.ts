import type { FeatureTable } from './features.ts'

/**
 * A gradient-boosted tree of a fitted model with 32 leaves at most, as parallel arrays, one entry a node; node 0 is the root.
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

/** Most leaves of a tree: a bit each. */
const LEAVES = 32

/**
 * The nodes of all trees, feature by feature and by rising threshold. Every tree begins with all its leaves; each node whose
 * right side a row takes strikes out those on its left, and the first leaf that remains is the row's. So no tree is walked,
 * and a feature's nodes are looked at up to the first that lies above its value (QuickScorer, Lucchese et al. 2015).
 */
interface Nodes {
  /** Where the nodes of a feature begin, one entry more than there are features. */
  readonly from: Int32Array
  readonly threshold: Float64Array
  readonly tree: Int32Array
  /** The leaves that remain right of a node, as bits. */
  readonly right: Int32Array
  /** 1 where an unknown value takes the right side. */
  readonly unknownRight: Uint8Array
  /** Answers of the leaves, {@link LEAVES} a tree. */
  readonly value: Float64Array
  readonly trees: number
}

/** @throws {RangeError} where a tree has more than 32 leaves. */
export function scorer(model: Model): Scorer {
  const width = model.features.length
  const nodes = layOut(model.trees, width)
  const scoreAll = ({ rows, same }: FeatureTable) => {
    const scores = new Float64Array(rows.length / width)
    addLeaves(nodes, rows, same, scores)
    for (let at = 0; at < scores.length; at++) scores[at]! += model.bias
    return scores
  }
  return {
    features: model.features,
    score: (row) => scoreAll({ rows: row, same: new Uint8Array(width) })[0]!,
    scoreAll,
    explain(row) {
      const weights = new Float64Array(width)
      for (const tree of model.trees) addChanges(tree, row, weights)
      return model.features
        .map((feature, i) => ({ feature, weight: weights[i]! }))
        .filter(({ weight }) => weight !== 0)
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1))
    },
  }
}

interface Node {
  readonly feature: number
  readonly threshold: number
  readonly tree: number
  readonly right: number
  readonly unknownRight: boolean
}

function layOut(trees: readonly Tree[], width: number): Nodes {
  const nodes: Node[] = []
  const value = new Float64Array(trees.length * LEAVES)
  for (const [tree, shape] of trees.entries()) {
    let leaves = 0
    const visit = (node: number): void => {
      const feature = shape.feature[node]!
      if (feature < 0) {
        value[tree * LEAVES + leaves++] = shape.value[node]!
        return
      }
      const first = leaves
      visit(shape.left[node]!)
      const right = ~((1 << leaves) - (1 << first))
      const unknownRight = shape.unknownLeft[node] !== 1
      nodes.push({ feature, threshold: shape.threshold[node]!, tree, right, unknownRight })
      visit(shape.right[node]!)
    }
    if (shape.feature.filter((feature) => feature < 0).length > LEAVES)
      throw new RangeError(`tree ${tree} of the model has more than ${LEAVES} leaves`)
    visit(0)
  }
  nodes.sort((a, b) => a.feature - b.feature || a.threshold - b.threshold)
  const from = new Int32Array(width + 1)
  for (const { feature } of nodes) from[feature + 1]!++
  for (let i = 0; i < width; i++) from[i + 1]! += from[i]!
  return {
    from,
    threshold: Float64Array.from(nodes, ({ threshold }) => threshold),
    tree: Int32Array.from(nodes, ({ tree }) => tree),
    right: Int32Array.from(nodes, ({ right }) => right),
    unknownRight: Uint8Array.from(nodes, ({ unknownRight }) => (unknownRight ? 1 : 0)),
    value,
    trees: trees.length,
  }
}

/** Adds up the answers of all trees for every row; what all rows have in common is asked once. */
function addLeaves(nodes: Nodes, rows: Float64Array, same: Uint8Array, sums: Float64Array): void {
  const { from, value, trees } = nodes
  const width = same.length
  const common = new Int32Array(trees).fill(-1)
  const asked: number[] = []
  for (let feature = 0; feature < width; feature++) {
    if (from[feature] === from[feature + 1]) continue
    if (same[feature] === 1) strike(nodes, feature, rows[feature]!, common)
    else asked.push(feature)
  }
  const left = new Int32Array(trees)
  for (let at = 0; at < sums.length; at++) {
    left.set(common)
    for (let i = 0; i < asked.length; i++) strike(nodes, asked[i]!, rows[at * width + asked[i]!]!, left)
    let sum = 0
    for (let tree = 0; tree < trees; tree++) {
      const leaves = left[tree]!
      sum += value[tree * LEAVES + 31 - Math.clz32(leaves & -leaves)]!
    }
    sums[at] = sum
  }
}

/** Strikes the leaves that a value of a feature rules out. */
function strike(nodes: Nodes, feature: number, known: number, left: Int32Array): void {
  const { from, threshold, tree, right, unknownRight } = nodes
  const end = from[feature + 1]!
  let node = from[feature]!
  for (; node < end && known >= threshold[node]!; node++) left[tree[node]!]! &= right[node]!
  if (Number.isNaN(known))
    for (; node < end; node++) if (unknownRight[node] === 1) left[tree[node]!]! &= right[node]!
}

/** Each step from a node to its child changes the answer by the difference of their values; the feature asked gets it (Saabas 2014). */
function addChanges(tree: Tree, row: Float64Array, weights: Float64Array): void {
  const { feature, threshold, left, right, unknownLeft, value } = tree
  let node = 0
  for (let asked = feature[node]!; asked >= 0; asked = feature[node]!) {
    const known = row[asked]!
    const isLeft = Number.isNaN(known) ? unknownLeft[node] === 1 : known < threshold[node]!
    const to = (isLeft ? left : right)[node]!
    weights[asked]! += value[to]! - value[node]!
    node = to
  }
}
