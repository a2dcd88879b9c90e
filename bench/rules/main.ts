/** Measures what every rule's word is worth: `npm run bench:rules -- --data FOLDER --models FOLDER`; see docs/measuring.md. */
import { writeFile } from 'node:fs/promises'
import { RULES } from '../../src/rules/all.ts'
import { collect } from '../collect.ts'
import { COMMON, countOf, listOf, readOptions, selectionOf, stop } from '../options.ts'
import { setFiles } from '../pages.ts'
import { noTally, type PageTallies, type Tally } from './tally.ts'

const SETS = ['n4k', 'fundus', 'zh', 'cjk', 'wcxb', 'dragnet', 'daniel', 'text-dumps']
const USAGE = `usage: npm run bench:rules -- --data FOLDER [--models FOLDER] [--set ${SETS.join(',')}] [--types article]
  [--sample N] [--holdout even|odd|all] [--pipeline FILE] [--jobs 2] [--out FILE.md]`

const values = readOptions({ ...COMMON, out: { type: 'string' } as const }, USAGE)
if (!values.data) stop(USAGE)
const selection = selectionOf(values)
/** By rule, then by door. */
const tallies = new Map<string, { html: Tally; text: Tally }>()
let pages = 0
for (const [, file] of await setFiles(values.data, listOf(values.set) ?? SETS)) {
  const found = await collect<PageTallies | undefined>(file, {
    worker: new URL('./worker.ts', import.meta.url),
    settings: { pipeline: values.pipeline, models: values.models },
    jobs: countOf('jobs', values.jobs) ?? 2,
    selection,
    missing: (_, error) => {
      process.stderr.write(`${error}\n`)
      return undefined
    },
  })
  for (const page of found) {
    if (page === undefined) continue
    pages++
    for (const [rule, tally] of Object.entries(page.rules)) {
      const own = tallies.get(rule) ?? { html: noTally(), text: noTally() }
      tallies.set(rule, own)
      for (const key of Object.keys(tally) as (keyof Tally)[]) own[page.door][key] += tally[key]
    }
  }
}

const evidence = new Map(RULES.map((rule) => [rule.id, rule.evidence]))
const share = (part: number, whole: number) => (whole === 0 ? '' : (part / whole).toFixed(2))
const rows = [...tallies]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .flatMap(([rule, doors]) =>
    (['html', 'text'] as const).flatMap((door) => {
      const { fired, right, outvoted, outvotedRight, decided, decidedRight } = doors[door]
      if (fired === 0) return []
      const cells = [rule, evidence.get(rule)?.[door] ?? 'judge', door, fired, share(right, fired)]
      const when = [outvoted, share(outvotedRight, outvoted), decided, share(decidedRight, decided)]
      return [`| ${[...cells, ...when].join(' | ')} |`]
    }),
  )
const table = [
  '| rule | evidence | door | blocks | right | outvoted | right then | decided | right then |',
  '|---|---|---|---|---|---|---|---|---|',
  ...rows,
].join('\n')
const text = `# What the rules' words are worth

Made by \`npm run bench:rules\` (see [measuring.md](measuring.md)) over ${pages} pages with known answers, each cleaned with the
model that saw no page of its site. A rule is *right* where its word agrees with the answer: for the article where the block
belongs to it, against where it does not. It is *outvoted* where the verdict went the other way, and it *decided* where the
verdict would have been another without it. A name that is right when it is outvoted should count for more, a hint that is
wrong when it decides for less.

${table}
`
if (values.out) await writeFile(values.out, text)
else process.stdout.write(text)
