import type { Model } from '../../src/judge/score.ts'
import type { Boosted } from './boosting.ts'

/** A model that names only the features it asks for, in the order of the table: the rest need not be computed. */
export function namingUsed(
  { bias, trees }: Boosted,
  names: readonly string[],
): Pick<Model, 'features' | 'bias' | 'trees'> {
  const used = names.map((_, column) => trees.some(({ feature }) => feature.includes(column)))
  let count = 0
  const renumbered = used.map((is) => (is ? count++ : -1))
  return {
    features: names.filter((_, column) => used[column]),
    bias,
    trees: trees.map((tree) => ({
      ...tree,
      feature: tree.feature.map((column) => (column < 0 ? column : renumbered[column]!)),
    })),
  }
}
