/** Fits the weights page types are told by: `npm run bench:types -- --data FOLDER`; see docs/measuring.md. */
import { writeFile } from 'node:fs/promises'
import { KINDS } from '../../src/words/page-types.ts'
import { collect } from '../collect.ts'
import { COMMON, countOf, listOf, readOptions, selectionOf, stop } from '../options.ts'
import { setFiles } from '../pages.ts'
import { foldOf } from '../site.ts'
import { confusion } from './confusion.ts'
import { fitSoftmax, predictSoftmax, type Softmax } from './softmax.ts'
import { weightsSource } from './source.ts'
import type { TypeRow } from './worker.ts'

const SETS = ['wcxb', 'n4k', 'fundus', 'zh', 'cjk', 'text-dumps']
const USAGE = `usage: npm run bench:types -- --data FOLDER [--set ${SETS.join(',')}] [--out src/facts/page-type/weights.ts]
  [--folds 4] [--l2 20] [--sample N] [--jobs 2] [--json FILE]`
/** News is plentiful, and a page's several dumps are one page. */
const WEIGHTS: Readonly<Record<string, number>> = { n4k: 0.5, fundus: 0.5, 'text-dumps': 0.2 }

const text = { type: 'string' } as const
const values = readOptions(
  { ...COMMON, out: text, folds: { ...text, default: '4' }, l2: { ...text, default: '20' } },
  USAGE,
)
if (!values.data) stop(USAGE)
const kinds: readonly string[] = KINDS
const rows: TypeRow[] = []
for (const [set, file] of await setFiles(values.data, listOf(values.set) ?? SETS)) {
  const found = await collect<TypeRow | undefined>(file, {
    worker: new URL('./worker.ts', import.meta.url),
    settings: { set },
    jobs: countOf('jobs', values.jobs) ?? 2,
    selection: selectionOf(values),
    missing: (_line, error) => stop(error),
  })
  rows.push(...found.filter((row) => row !== undefined && kinds.includes(row.type)).map((row) => row!))
}
const names = Object.keys(rows[0]?.evidence ?? {})
const valuesOf = ({ evidence }: TypeRow) => names.map((name) => evidence[name] ?? Number.NaN)

function modelOf(from: readonly TypeRow[]): Softmax {
  const examples = from.map((row) => ({
    values: valuesOf(row),
    label: kinds.indexOf(row.type),
    weight: WEIGHTS[row.set] ?? 1,
  }))
  return fitSoftmax(examples, kinds.length, Number(values.l2))
}

const folds = Number(values.folds)
const judged = Array.from({ length: folds }, (_, fold) => {
  const inside = (row: TypeRow) => foldOf(row.site, folds) === fold
  const model = modelOf(rows.filter((row) => !inside(row)))
  return rows.filter(inside).map((row) => ({ row, chances: predictSoftmax(model, valuesOf(row)) }))
}).flat()
process.stdout.write(`${confusion(judged)}\n`)
if (values.json)
  await writeFile(
    values.json,
    judged.map(({ row: { id }, chances }) => `${JSON.stringify({ id, chances })}\n`).join(''),
  )
if (values.out) await writeFile(values.out, weightsSource(names, modelOf(rows), rows.length))
