/** Fits the weights of the traits of spam: `npx tsx bench/spam/fit/main.ts --data FOLDER`. */
import { writeFile } from 'node:fs/promises'
import { TRAIT_NAMES } from '../../../src/facts/spam/traits.ts'
import { collect } from '../../collect.ts'
import { countOf, listOf, readOptions, stop } from '../../options.ts'
import { setFiles } from '../../pages.ts'
import { fitLogistic, scoreOf } from './logistic.ts'
import type { FitRow } from './worker.ts'

const USAGE = 'usage: tsx bench/spam/fit/main.ts --data FOLDER [--sample 60] [--set n4k,wcxb] [--out FILE]'
const values = readOptions(
  {
    data: { type: 'string' },
    set: { type: 'string' },
    sample: { type: 'string', default: '60' },
    variants: { type: 'string', default: '6' },
    jobs: { type: 'string', default: '2' },
    out: { type: 'string' },
    json: { type: 'string' },
    show: { type: 'string', default: '25' },
  },
  USAGE,
)
if (!values.data) stop(USAGE)
const say = (text: string) => void process.stdout.write(`${text}\n`)

async function rowsOf(half: 'fit' | 'report'): Promise<FitRow[]> {
  const rows: FitRow[] = []
  const files = await setFiles(
    values.data!,
    listOf(values.set) ?? ['text-dumps', 'n4k', 'fundus', 'zh', 'cjk', 'wcxb'],
  )
  for (const [set, file] of files) {
    const found = await collect<FitRow[]>(file, {
      worker: new URL('./worker.ts', import.meta.url),
      settings: { set, half, variants: countOf('variants', values.variants), all: false },
      jobs: countOf('jobs', values.jobs) ?? 2,
      selection: {
        holdout: half === 'fit' ? 'even' : 'odd',
        sample: (countOf('sample', values.sample) ?? 60) * (set === 'wcxb' ? 2 : 1),
      },
      missing: (_line, error) => {
        process.stderr.write(`${error}\n`)
        return []
      },
    })
    rows.push(...found.flat())
  }
  return rows
}

const [train, test] = [await rowsOf('fit'), await rowsOf('report')]
if (values.json)
  await writeFile(
    values.json,
    [...train.map((r) => ({ ...r, half: 'fit' })), ...test.map((r) => ({ ...r, half: 'report' }))]
      .map((row) => `${JSON.stringify(row)}\n`)
      .join(''),
  )
const fitted = fitLogistic(train)
say(`${train.length} + ${test.length} rows`)
for (const [i, name] of TRAIT_NAMES.entries()) say(`${name.padEnd(16)} ${fitted.weights[i]!.toFixed(3)}`)
say(`bias ${fitted.bias.toFixed(3)}`)
for (const [name, rows] of [
  ['fit', train],
  ['report', test],
] as const) {
  const clean = rows
    .filter((row) => !row.spam)
    .map((row) => ({ ...row, score: scoreOf(row.values, fitted) }))
    .sort((a, b) => b.score - a.score)
  const spam = rows.filter((row) => row.spam).map((row) => ({ ...row, score: scoreOf(row.values, fitted) }))
  for (const rate of [0.0001, 0.0003, 0.001, 0.003]) {
    const threshold = clean[Math.floor(clean.length * rate)]!.score
    const gone = spam.filter(({ score }) => score > threshold).length / spam.length
    say(
      `${name}: clean taken ${rate}: threshold ${threshold.toFixed(2)}, spam found ${gone.toFixed(3)} of ${spam.length}`,
    )
  }
  if (name === 'report') {
    for (const row of clean.slice(0, Number(values.show))) say(`CLEAN ${row.score.toFixed(1)} ${row.note}`)
    for (const row of spam.sort((a, b) => a.score - b.score).slice(0, Number(values.show)))
      say(`SPAM ${row.score.toFixed(1)} ${row.note}`)
  }
}
if (values.out)
  await writeFile(
    values.out,
    JSON.stringify(
      {
        bias: fitted.bias,
        weights: Object.fromEntries(TRAIT_NAMES.map((name, i) => [name, fitted.weights[i]])),
      },
      null,
      1,
    ),
  )
