import { type Cell, groupBy, mean, table } from '../table.ts'
import type { Boosted } from './boosting.ts'
import type { PageReport } from './folds.ts'
import { groupOf } from './weighting.ts'

/** Word F1 by group: votes alone, with the model, picking by label; then the model's in each fold. */
export function foldTable(pages: readonly PageReport[], folds: number): string {
  const numbers = Array.from({ length: folds }, (_, fold) => fold)
  const header = [
    'word F1',
    'pages',
    'votes',
    'model',
    'adapted',
    'labels',
    ...numbers.map((fold) => `fold ${fold}`),
  ]
  const row = ([group, own]: readonly [string, readonly PageReport[]]): Cell[] => [
    group,
    String(own.length),
    mean(own.map((page) => page.votes)),
    mean(own.map((page) => page.model)),
    mean(own.map((page) => page.adapted)),
    mean(own.map((page) => page.labels)),
    ...numbers.map((fold) => mean(own.filter((page) => page.fold === fold).map((page) => page.model))),
  ]
  return table(header, groupBy(pages, ({ page }) => groupOf(page)).map(row))
}

/** Mean word F1 of the cross-validated model by group, for the model's own record. */
export function foldScores(pages: readonly PageReport[]): Record<string, number> {
  const groups = groupBy(pages, ({ page }) => groupOf(page))
  return Object.fromEntries(
    groups.map(([group, own]) => [group, Number(mean(own.map((page) => page.model)).toFixed(4))]),
  )
}

/** How often each feature parts a node, the busiest first. */
export function useOfFeatures({ trees }: Boosted, names: readonly string[]): string {
  const uses = new Map(names.map((name) => [name, 0]))
  for (const { feature } of trees) {
    for (const column of feature) {
      const name = names[column]
      if (name !== undefined) uses.set(name, (uses.get(name) ?? 0) + 1)
    }
  }
  return [...uses]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
}
