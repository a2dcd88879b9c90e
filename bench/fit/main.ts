/** Fits the model of a pipeline: `npm run bench:fit -- --data FOLDER --out FILE`; see docs/measuring.md. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Model } from '../../src/judge/score.ts'
import { foldFile } from '../folded.ts'
import { COMMON, countOf, listOf, readOptions, selectionOf, stop } from '../options.ts'
import { FEATURES } from '../subject.ts'
import { BOOSTING, type Boosted, type BoostingOptions, boost } from './boosting.ts'
import { takeChances } from './chances.ts'
import { crossValidate } from './folds.ts'
import { joinRows } from './join.ts'
import { loadRows } from './load-rows.ts'
import { namingUsed } from './naming.ts'
import type { PageRows } from './page-rows.ts'
import { foldScores, foldTable, useOfFeatures } from './report.ts'
import { rowWeights, SHARES, WEIGHTINGS, type Weighting } from './weighting.ts'

const SETS = ['n4k', 'fundus', 'zh', 'cjk', 'wcxb', 'dragnet', 'daniel', 'harvestx', 'text-dumps']
const NUMBERS = ['trees', 'leaves', 'rate', 'l2', 'least', 'columns', 'seed', 'rows'] as const
const USAGE = `usage: npm run bench:fit -- --data FOLDER [--out FILE] [--set ${SETS.join(',')}] [--holdout even|odd|all]
  [--type-chances FILE] [--folds 4, 0 for none] [--fold-models FOLDER] [--share n4k/article=2 ...] [--weighting ${WEIGHTINGS.join('|')}]
  [--features N, only those that gain most] [--without-feature NAME ...] [--${NUMBERS.join(' N] [--')} N] [--sample N] [--jobs 2]`

const number = { type: 'string' } as const
const values = readOptions(
  {
    ...COMMON,
    ...{ out: number, 'fold-models': number, 'type-chances': number, features: number },
    share: { type: 'string', multiple: true, default: [] },
    weighting: { type: 'string', default: 'lines' },
    folds: { type: 'string', default: '4' },
    'without-feature': { type: 'string', multiple: true, default: [] },
    ...{ trees: number, leaves: number, rate: number, l2: number },
    ...{ least: number, columns: number, seed: number, rows: number },
  },
  USAGE,
)
if (!values.data) stop(USAGE)
const weighting = values.weighting as Weighting
if (!WEIGHTINGS.includes(weighting)) stop(`--weighting is one of ${WEIGHTINGS.join(', ')}`)
const say = (line: string) => void process.stdout.write(`${line}\n`)
const selection = selectionOf(values)
const { pages, digests } = await loadRows({
  data: values.data,
  sets: listOf(values.set) ?? SETS,
  selection,
  pipeline: values.pipeline,
  jobs: countOf('jobs', values.jobs) ?? 2,
})
if (values['type-chances']) await takeChances(pages, values['type-chances'])
hide(pages, values['without-feature'])

const options = { ...BOOSTING, rows: 120_000, ...givenNumbers() }
const shares = { ...SHARES, ...Object.fromEntries(values.share.map(shareOf)) }
const about = {
  ...{ command: 'npm run bench:fit', data: digests, pages: pages.length },
  ...{ holdout: selection.holdout, weighting, shares, options },
}
const width = FEATURES.length
const weights = rowWeights(pages, weighting, shares)
if (values.features) {
  // A short fit tells which features gain most; the others are hidden from the long ones.
  const { gains } = boost(joinRows(pages, weights, width, options.rows / 2), { ...options, trees: 60 })
  const ranked = FEATURES.map((name, column) => ({ name, gain: gains[column]! })).sort(
    (a, b) => b.gain - a.gain,
  )
  hide(
    pages,
    ranked.slice(Number(values.features)).map(({ name }) => name),
  )
}
const folds = Number(values.folds)
let wordF1 = {}
if (folds > 1) {
  const judged = await crossValidate(pages, weights, width, options, folds, async (fold, report, fitted) => {
    say(`fold ${fold}: log-loss ${report.logLoss.toFixed(4)}, area under the curve ${report.area.toFixed(4)}`)
    if (values['fold-models']) await writeFold(values['fold-models'], fold, fitted)
  })
  say(`\n${foldTable(judged, folds)}\n`)
  wordF1 = foldScores(judged)
}
if (values.out) {
  const rows = joinRows(pages, weights, width, options.rows)
  const fitted = boost(rows, options)
  const size = await writeModel(values.out, fitted, { ...about, rows: rows.count, wordF1 })
  say(`${values.out}: ${fitted.trees.length} trees from ${rows.count} rows, ${(size / 1000).toFixed(0)} kB`)
  say(`nodes by feature: ${useOfFeatures(fitted, FEATURES)}`)
}

function givenNumbers(): Partial<BoostingOptions & { rows: number }> {
  return Object.fromEntries(
    NUMBERS.flatMap((name) => (values[name] === undefined ? [] : [[name, Number(values[name])]])),
  )
}

function shareOf(pair: string): [string, number] {
  const [group, share] = pair.split('=')
  return group && Number(share) >= 0
    ? [group, Number(share)]
    : stop(`--share wants GROUP=NUMBER, not ${pair}`)
}

/** Makes features unknown, to see what the model is without them. */
function hide(from: readonly PageRows[], names: readonly string[]) {
  for (const name of names) {
    const column = FEATURES.indexOf(name)
    if (column < 0) stop(`no feature is called ${name}`)
    for (const { values: table } of from)
      for (let i = column; i < table.length; i += FEATURES.length) table[i] = Number.NaN
  }
}

async function writeFold(folder: string, fold: number, fitted: Boosted) {
  await mkdir(folder, { recursive: true })
  await writeModel(join(folder, foldFile(fold)), fitted, { ...about, withoutFold: fold })
}

/** Writes a model and gives its size in characters. */
async function writeModel(path: string, fitted: Boosted, record: Model['about']): Promise<number> {
  const model: Model = { version: 1, about: record, ...namingUsed(fitted, FEATURES) }
  const json = `${JSON.stringify(model)}\n`
  await writeFile(path, json)
  return json.length
}
