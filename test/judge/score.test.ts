import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Model, scorer, type Tree } from '../../src/judge/score.ts'

const FEATURES = ['a', 'b', 'c', 'd']
const thresholds = fc.integer({ min: -3, max: 3 })
const known = fc.oneof(
  { weight: 3, arbitrary: thresholds },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
)

/** A tree as nested questions. */
type Shape = number | { feature: number; threshold: number; unknownLeft: boolean; left: Shape; right: Shape }

const shapes = fc.letrec<{ tree: Shape }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.integer({ min: -50, max: 50 }),
    fc.record({
      feature: fc.nat(FEATURES.length - 1),
      threshold: thresholds,
      unknownLeft: fc.boolean(),
      left: tie('tree'),
      right: tie('tree'),
    }),
  ),
})).tree
const rows = fc.array(fc.tuple(known, known, known, known), { minLength: 1, maxLength: 5 })

it('answers as a walk from the root of every tree to a leaf would', () => {
  fc.assert(
    fc.property(fc.array(shapes, { maxLength: 4 }), rows, (trees, table) => {
      const scores = scorer(modelOf(trees)).scoreAll({
        rows: Float64Array.from(table.flat()),
        same: Uint8Array.from(FEATURES, (_, i) =>
          table.every((row) => Object.is(row[i], table[0]![i])) ? 1 : 0,
        ),
      })
      expect([...scores]).toEqual(
        table.map((row) => trees.reduce<number>((sum, tree) => sum + answer(tree, row), 0) + 1),
      )
    }),
  )
})

it('refuses a tree of more leaves than it has bits for', () => {
  let tree: Shape = 0
  for (let i = 0; i < 32; i++) tree = { feature: 0, threshold: i, unknownLeft: false, left: i, right: tree }
  expect(() => scorer(modelOf([tree]))).toThrow(RangeError)
})

function answer(shape: Shape, row: readonly number[]): number {
  if (typeof shape === 'number') return shape
  const value = row[shape.feature]!
  const isLeft = Number.isNaN(value) ? shape.unknownLeft : value < shape.threshold
  return answer(isLeft ? shape.left : shape.right, row)
}

function modelOf(shapes: readonly Shape[]): Model {
  return { version: 1, about: {}, features: FEATURES, bias: 1, trees: shapes.map(treeOf) }
}

function treeOf(shape: Shape): Tree {
  const nodes: {
    feature: number
    threshold: number
    left: number
    right: number
    unknownLeft: number
    value: number
  }[] = []
  const add = (part: Shape): number => {
    const at = nodes.length
    if (typeof part === 'number') {
      nodes.push({ feature: -1, threshold: 0, left: 0, right: 0, unknownLeft: 0, value: part })
      return at
    }
    const { feature, threshold, unknownLeft } = part
    const node = { feature, threshold, left: 0, right: 0, unknownLeft: unknownLeft ? 1 : 0, value: 0 }
    nodes.push(node)
    node.left = add(part.left)
    node.right = add(part.right)
    return at
  }
  add(shape)
  const column = (name: keyof (typeof nodes)[number]) => nodes.map((node) => node[name])
  return {
    feature: column('feature'),
    threshold: column('threshold'),
    left: column('left'),
    right: column('right'),
    unknownLeft: column('unknownLeft'),
    value: column('value'),
  }
}
