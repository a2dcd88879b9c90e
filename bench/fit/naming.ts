import type { Model, Tree } from '../../src/judge/model.ts'
import { CONTEXT } from '../subject.ts'
import type { Boosted } from './boosting.ts'

/** A model that names only the features it asks for, in the order of the table: the rest need not be computed. */
export function namingUsed(
  first: Boosted,
  second: Boosted | undefined,
  names: readonly string[],
): Pick<Model, 'features' | 'bias' | 'trees' | 'second'> {
  const asks = (trees: readonly Tree[], column: number) =>
    trees.some(({ feature }) => feature.includes(column))
  const wide = CONTEXT.length
  const used = names.map((_, column) => asks(first.trees, column) || asks(second?.trees ?? [], wide + column))
  let count = 0
  const renumbered = used.map((is) => (is ? count++ : -1))
  return {
    features: names.filter((_, column) => used[column]),
    bias: first.bias,
    trees: first.trees.map((tree) => renumber(tree, (column) => renumbered[column]!)),
    ...(second && {
      second: {
        context: CONTEXT,
        bias: second.bias,
        trees: second.trees.map((tree) =>
          renumber(tree, (column) => (column < wide ? column : wide + renumbered[column - wide]!)),
        ),
      },
    }),
  }
}

function renumber(tree: Tree, to: (column: number) => number): Tree {
  return { ...tree, feature: tree.feature.map((column) => (column < 0 ? column : to(column))) }
}
