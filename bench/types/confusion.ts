import { KINDS } from '../../src/words/page-types.ts'
import { groupBy, table } from '../table.ts'
import type { TypeRow } from './worker.ts'

export interface JudgedRow {
  readonly row: TypeRow
  readonly chances: readonly number[]
}

const answerOf = ({ chances }: JudgedRow) => KINDS[chances.indexOf(Math.max(...chances))]!
const isRight = (judged: JudgedRow) => answerOf(judged) === judged.row.type
const articleRight = ({ row, chances }: JudgedRow) => (row.type === 'article') === chances[0]! > 0.5
const share = (rows: readonly JudgedRow[], test: (row: JudgedRow) => boolean) =>
  rows.filter(test).length / rows.length

/** Per set and true type, what the pages were taken for, and how often that was right. */
export function confusion(judged: readonly JudgedRow[]): string {
  const lines = groupBy(judged, ({ row }) => row.set).flatMap(([set, own]) => [
    [set, String(own.length), share(own, isRight), share(own, articleRight), ...KINDS.map(() => '')],
    ...groupBy(own, ({ row }) => row.type).map(([type, some]) => [
      `  ${type}`,
      String(some.length),
      share(some, isRight),
      share(some, articleRight),
      ...KINDS.map((kind) => String(some.filter((one) => answerOf(one) === kind).length)),
    ]),
  ])
  return table(['set', 'pages', 'right', 'article or not', ...KINDS], lines)
}
