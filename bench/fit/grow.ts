import type { Tree } from '../../src/judge/score.ts'
import { type Binned, significant } from './binning.ts'
import { type Histogram, histogramOf, less } from './histogram.ts'
import { bestSplit, type Split, type SplitBounds, type Sums } from './split.ts'

export interface GrowOptions extends SplitBounds {
  readonly leaves: number
  readonly rate: number
}

interface Leaf {
  readonly node: number
  readonly range: readonly [from: number, to: number]
  readonly sums: Histogram
  readonly split: Split | undefined
}

interface Growing {
  readonly tree: { [K in keyof Tree]: number[] }
  readonly order: Int32Array
  readonly spare: Int32Array
}

/** A split above every known value, so that only the unknown part from the known. */
const ALL_KNOWN = 1e9

function addNode({ tree }: Growing, { gradient, curvature }: Sums, { l2, rate }: GrowOptions): number {
  tree.feature.push(-1)
  tree.threshold.push(0)
  tree.left.push(-1)
  tree.right.push(-1)
  tree.unknownLeft.push(0)
  tree.value.push(significant((-gradient / (curvature + l2)) * rate))
  return tree.value.length - 1
}

/** Moves the rows that go left to the front of the range, both sides in their old order; gives the border. */
function partition({ order, spare }: Growing, data: Binned, [from, to]: Leaf['range'], split: Split): number {
  const first = split.column * data.count
  let [left, right] = [from, 0]
  for (let i = from; i < to; i++) {
    const row = order[i]!
    const bin = data.bins[first + row]!
    const goesLeft = bin === 0 ? split.unknownLeft : bin <= split.bin
    if (goesLeft) order[left++] = row
    else spare[right++] = row
  }
  order.set(spare.subarray(0, right), left)
  return left
}

/**
 * Grows one tree leaf by leaf, always cutting the leaf that gains most; adds its answers to `scores` and what each
 * column gained to `gains`.
 * The histogram method and the leaf-wise order are those of LightGBM (Ke et al., 2017).
 */
export function growTree(
  data: Binned,
  columns: readonly number[],
  gradient: Float32Array,
  curvature: Float32Array,
  options: GrowOptions,
  scores: Float64Array,
  gains: Float64Array,
): Tree {
  const binCounts = data.cuts.map((cuts) => cuts.length + 1)
  const empty = { feature: [], threshold: [], left: [], right: [], unknownLeft: [], value: [] }
  const order = Int32Array.from({ length: data.count }, (_, row) => row)
  const growing: Growing = { tree: empty, order, spare: new Int32Array(data.count) }
  const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0)
  const measure = (range: Leaf['range']) => histogramOf(data, columns, order, range, gradient, curvature)
  const leafOf = (range: Leaf['range'], sums: Histogram, total: Sums): Leaf => {
    const split = bestSplit(sums, columns, binCounts, total, options)
    return { node: addNode(growing, total, options), range, sums, split }
  }
  const whole: Leaf['range'] = [0, data.count]
  const leaves = [leafOf(whole, measure(whole), { gradient: sum(gradient), curvature: sum(curvature) })]
  while (leaves.length < options.leaves) {
    const at = richest(leaves)
    const { node, range, sums, split } = leaves[at]!
    if (!split) break
    const border = partition(growing, data, range, split)
    const [left, right]: Leaf['range'][] = [
      [range[0], border],
      [border, range[1]],
    ]
    const leftSmaller = border - range[0] <= range[1] - border
    const small = measure(leftSmaller ? left! : right!)
    const large = less(sums, small)
    const { tree } = growing
    tree.feature[node] = split.column
    gains[split.column]! += split.gain
    tree.threshold[node] = data.cuts[split.column]![split.bin - 1] ?? ALL_KNOWN
    tree.unknownLeft[node] = Number(split.unknownLeft)
    const below = leafOf(left!, leftSmaller ? small : large, split.left)
    const above = leafOf(right!, leftSmaller ? large : small, split.right)
    tree.left[node] = below.node
    tree.right[node] = above.node
    leaves.splice(at, 1, below, above)
  }
  for (const { node, range } of leaves) {
    for (let i = range[0]; i < range[1]; i++) scores[order[i]!]! += growing.tree.value[node]!
  }
  return growing.tree
}

function richest(leaves: readonly Leaf[]): number {
  let best = 0
  leaves.forEach(({ split }, at) => {
    if ((split?.gain ?? -1) > (leaves[best]!.split?.gain ?? -1)) best = at
  })
  return best
}
