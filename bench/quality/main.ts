/** Measures how well HTML pages are cleaned: `npm run bench:quality -- --data FOLDER`; see docs/measuring.md. */
import { writeFile } from 'node:fs/promises'
import { collect } from '../collect.ts'
import { digestOf, type Floor, floorName, floorOf, settleFloors } from '../floors.ts'
import { COMMON, countOf, floorFlags, listOf, readOptions, selectionOf, stop } from '../options.ts'
import { setFiles, toPage } from '../pages.ts'
import { groupBy } from '../table.ts'
import { errorReport } from './errors.ts'
import { type PageScore, scorePage } from './score.ts'
import {
  faults,
  fieldTable,
  languageTable,
  lengthTable,
  statusLines,
  summarize,
  summaryTable,
} from './summary.ts'
import { effectTable } from './without.ts'

const SETS = ['n4k', 'fundus', 'zh', 'cjk', 'wcxb']
const USAGE = `usage: npm run bench:quality -- --data FOLDER [--set ${SETS.join(',')}] [--types article] [--sample N]
  [--holdout even|odd|all] [--errors N] [--without] [--pipeline FILE] [--models FOLDER] [--jobs 2] [--json FILE]
  [--floors | --write-floors] [--accept-lower REASON]`

const values = readOptions({ ...COMMON, without: { type: 'boolean', default: false } }, USAGE)
if (!values.data) stop(USAGE)
const selection = selectionOf(values)
const errors = countOf('errors', values.errors)
const files = await setFiles(values.data, listOf(values.set) ?? SETS)
const pages: PageScore[] = []
const floors: Record<string, Floor> = {}
const say = (text: string) => process.stdout.write(text ? `${text}\n` : '')

for (const [set, file] of files) {
  const scores = await collect<PageScore>(file, {
    worker: new URL('./worker.ts', import.meta.url),
    settings: {
      pipeline: values.pipeline,
      models: values.models,
      errors: errors !== undefined,
      without: values.without,
    },
    jobs: countOf('jobs', values.jobs) ?? 2,
    selection,
    missing: (line, error) => {
      process.stderr.write(`${error}\n`)
      return scorePage(toPage(line, set), undefined, 0)
    },
  })
  pages.push(...scores)
  const types = groupBy(scores, (page) => page.type)
  const groups =
    types.length > 1 ? Object.fromEntries(types.map(([type, own]) => [`F1 ${type}`, summarize(own).F1!])) : {}
  floors[floorName(set, selection)] = floorOf(await digestOf(file), scores.length, {
    ...summarize(scores),
    ...faults(scores),
    ...groups,
  })
}

if (!pages.length) stop('no page was selected')
say(summaryTable(pages))
say(fieldTable(pages) && `\n${fieldTable(pages)}`)
say(`\n${lengthTable(pages)}`)
say(languageTable(pages) && `\n${languageTable(pages)}`)
say(statusLines(pages) && `\nnot clean: ${statusLines(pages)}`)
if (errors !== undefined) say(`\n${errorReport(pages, errors)}`)
if (values.without) say(`\n${effectTable(pages)}`)
if (values.json) await writeFile(values.json, pages.map((page) => `${JSON.stringify(page)}\n`).join(''))
process.exitCode = await settleFloors(floors, floorFlags(values), say)
