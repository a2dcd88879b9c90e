/** Fits the model of a pipeline: `npm run bench:fit -- --data FOLDER --out FILE`; see docs/measuring.md. */
import { writeFile } from 'node:fs/promises'
import type { Model } from '../../src/judge/model.ts'
import { collect } from '../collect.ts'
import { digestOf } from '../floors.ts'
import { COMMON, countOf, listOf, readOptions, selectionOf, stop } from '../options.ts'
import { setFiles } from '../pages.ts'
import { FEATURES } from '../subject.ts'
import { BOOSTING, type BoostingOptions, boost } from './boosting.ts'
import { cached, sourceDigest } from './cache.ts'
import { crossValidate } from './folds.ts'
import { joinRows } from './join.ts'
import type { PageRows } from './page-rows.ts'
import { foldScores, foldTable, useOfFeatures } from './report.ts'
import { rowWeights, SHARES, WEIGHTINGS, type Weighting } from './weighting.ts'

const SETS = ['n4k', 'fundus', 'zh', 'cjk', 'wcxb', 'text-dumps']
const USAGE = `usage: npm run bench:fit -- --data FOLDER [--out FILE] [--set ${SETS.join(',')}] [--holdout even|odd|all]
  [--share n4k/article=2 ...] [--weighting ${WEIGHTINGS.join('|')}] [--folds 4, 0 for none] [--without-feature NAME ...]
  [--trees N] [--leaves N] [--rate X] [--l2 X] [--least X] [--columns X] [--seed N] [--rows 250000] [--sample N] [--jobs 2]`

const number = { type: 'string' } as const
const values = readOptions(
  {
    ...COMMON,
    out: { type: 'string' },
    share: { type: 'string', multiple: true, default: [] },
    weighting: { type: 'string', default: 'f1' },
    folds: { type: 'string', default: '4' },
    rows: { type: 'string' },
    'without-feature': { type: 'string', multiple: true, default: [] },
    ...{
      trees: number,
      leaves: number,
      rate: number,
      l2: number,
      least: number,
      columns: number,
      seed: number,
    },
  },
  USAGE,
)
if (!values.data) stop(USAGE)
const weighting = values.weighting as Weighting
if (!WEIGHTINGS.includes(weighting)) stop(`--weighting is one of ${WEIGHTINGS.join(', ')}`)
const say = (line: string) => void process.stdout.write(`${line}\n`)
const selection = selectionOf(values)
const source = await sourceDigest()
const pages: PageRows[] = []
const digests: Record<string, string> = {}
for (const [set, file] of await setFiles(values.data, listOf(values.set) ?? SETS)) {
  const digest = await digestOf(file)
  digests[set] = digest
  const own = await cached(JSON.stringify([digest, source, selection, values.pipeline]), () =>
    collect<PageRows | undefined>(file, {
      worker: new URL('./worker.ts', import.meta.url),
      settings: { set, pipeline: values.pipeline },
      jobs: countOf('jobs', values.jobs) ?? 2,
      selection,
      missing: (_, error) => void process.stderr.write(`left out: ${error}\n`),
    }),
  )
  for (const page of own) if (page?.bag.goldTotal) pages.push(page)
}

const options = {
  ...BOOSTING,
  rows: countOf('rows', values.rows) ?? 250_000,
  ...given(['trees', 'leaves', 'rate', 'l2', 'least', 'columns', 'seed']),
}
const shares = {
  ...SHARES,
  ...Object.fromEntries(values.share.map((pair) => [pair.split('=')[0], Number(pair.split('=')[1])])),
}
const width = FEATURES.length
blind(values['without-feature'])
const weights = rowWeights(pages, weighting, shares)
const folds = Number(values.folds)
const checked =
  folds > 1 ? crossValidate(pages, weights, width, options, folds, say) : { folds: [], pages: [] }
if (folds > 1) say(`\n${foldTable(checked.pages, folds)}\n`)
if (values.out) await write(values.out)

function given(names: readonly (keyof BoostingOptions)[]): Partial<BoostingOptions> {
  const own = values as Partial<Record<keyof BoostingOptions, string>>
  return Object.fromEntries(
    names.flatMap((name) => (own[name] === undefined ? [] : [[name, Number(own[name])]])),
  )
}

/** Makes features unknown, to see what the model is without them. */
function blind(names: readonly string[]) {
  for (const name of names) {
    const column = FEATURES.indexOf(name)
    if (column < 0) stop(`no feature is called ${name}`)
    for (const { values: table } of pages)
      for (let i = column; i < table.length; i += width) table[i] = Number.NaN
  }
}

async function write(path: string) {
  const rows = joinRows(pages, weights, width, options.rows)
  const fitted = boost(rows, options)
  const about = {
    ...{ command: 'npm run bench:fit', data: digests, pages: pages.length, rows: rows.count },
    ...{ holdout: selection.holdout, weighting, shares, options },
    wordF1: foldScores(checked.pages),
  }
  const model: Model = { version: 1, about, features: FEATURES, ...fitted }
  const json = `${JSON.stringify(model)}\n`
  await writeFile(path, json)
  say(`${path}: ${fitted.trees.length} trees, ${(json.length / 1000).toFixed(0)} kB`)
  say(useOfFeatures(fitted, FEATURES))
}
