/** Measures how well text dumps are cleaned: `npm run bench:text -- --data FOLDER`; see docs/measuring.md. */
import { writeFile } from 'node:fs/promises'
import { collect } from '../collect.ts'
import { digestOf, type Floor, floorName, floorOf, settleFloors } from '../floors.ts'
import { COMMON, countOf, floorFlags, listOf, readOptions, selectionOf, stop } from '../options.ts'
import { setFiles, toPage } from '../pages.ts'
import { errorReport } from '../quality/errors.ts'
import { type DumpScore, scoreDump } from './score.ts'
import { dumpTable, spamScores, spamTable, splitScores, splitTable, summarize } from './summary.ts'

const SETS = ['text-dumps', 'multi-dumps', 'spam-dumps']
const USAGE = `usage: npm run bench:text -- --data FOLDER [--set ${SETS.join(',')}] [--types article] [--sample N]
  [--holdout even|odd|all] [--errors N] [--pipeline FILE] [--models FOLDER] [--jobs 2] [--json FILE]
  [--floors | --write-floors] [--accept-lower REASON]`

const values = readOptions(COMMON, USAGE)
if (!values.data) stop(USAGE)
const selection = selectionOf(values)
const errors = countOf('errors', values.errors)
const files = await setFiles(values.data, listOf(values.set) ?? SETS)
const floors: Record<string, Floor> = {}
const all: DumpScore[] = []
const say = (text: string) => process.stdout.write(text ? `${text}\n` : '')

for (const [set, file] of files) {
  const dumps = await collect<DumpScore>(file, {
    worker: new URL('./worker.ts', import.meta.url),
    settings: { set, pipeline: values.pipeline, models: values.models, errors: errors !== undefined },
    jobs: countOf('jobs', values.jobs) ?? 2,
    selection,
    missing: (line, error) => {
      process.stderr.write(`${error}\n`)
      return scoreDump(toPage(line, set), undefined, 0)
    },
  })
  all.push(...dumps)
  if (!dumps.length) continue
  const [several, spammed] = [dumps.some((dump) => dump.split), dumps.some((dump) => dump.spam !== undefined)]
  say(`${set}\n${several ? splitTable(dumps) : spammed ? spamTable(dumps) : dumpTable(dumps)}\n`)
  const articles = dumps.filter((dump) => dump.type === 'article')
  const scores = several
    ? splitScores(dumps)
    : spammed
      ? spamScores(dumps)
      : { ...summarize(articles), empty: NaN, split: NaN }
  floors[floorName(set, selection)] = floorOf(await digestOf(file), dumps.length, scores)
}

const seconds = all.reduce((sum, { cpu }) => sum + cpu, 0) / 1000
const megabytes = all.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6
say(`${megabytes.toFixed(1)} MB in ${seconds.toFixed(1)} s of CPU: ${(megabytes / seconds).toFixed(1)} MB/s`)
if (errors !== undefined)
  say(
    `\n${errorReport(
      all.map((dump) => ({ ...dump, words: dump.lines })),
      errors,
    )}`,
  )
if (values.json) await writeFile(values.json, all.map((dump) => `${JSON.stringify(dump)}\n`).join(''))
process.exitCode = await settleFloors(floors, floorFlags(values), say)
