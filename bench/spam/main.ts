/** Measures how well injected spam is found and what it costs clean pages: `npm run bench:spam -- --data FOLDER`. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { collect } from '../collect.ts'
import { countOf, listOf, readOptions, stop } from '../options.ts'
import { setFiles } from '../pages.ts'
import { groupBy, mean, table } from '../table.ts'
import { isWholeLine, type SpamPlace } from './places.ts'
import { checkTraps } from './traps.ts'
import type { PageScore, SpamScore } from './worker.ts'

const SETS = ['text-dumps', 'n4k', 'fundus', 'zh', 'cjk', 'wcxb']
const USAGE = `usage: npm run bench:spam -- --data FOLDER [--set ${SETS.join(',')}] [--sample 60] [--variants 4]
  [--half report|fit] [--only seen|hidden|clean] [--seed NAME] [--errors N] [--pipeline FILE] [--jobs 2] [--json FILE]`

const values = readOptions(
  {
    data: { type: 'string' },
    set: { type: 'string' },
    types: { type: 'string' },
    sample: { type: 'string', default: '60' },
    variants: { type: 'string', default: '4' },
    half: { type: 'string', default: 'report' },
    only: { type: 'string' },
    seed: { type: 'string', default: 'spam' },
    holdout: { type: 'string', default: 'all' },
    pipeline: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    errors: { type: 'string' },
    json: { type: 'string' },
  },
  USAGE,
)
if (!values.data) stop(USAGE)
const say = (text: string) => void process.stdout.write(`${text}\n`)
const files = await setFiles(values.data, listOf(values.set) ?? SETS)
const errors = countOf('errors', values.errors) ?? 0
const all: PageScore[] = []

for (const [set, file] of files) {
  for (const pass of values.only ? [values.only] : ['seen', 'hidden']) {
    if (pass === 'hidden' && set === 'text-dumps') continue
    const scores = await collect<PageScore>(file, {
      worker: new URL('./worker.ts', import.meta.url),
      settings: {
        set,
        pipeline: values.pipeline,
        half: values.half,
        seed: values.seed,
        variants: pass === 'clean' ? 0 : countOf('variants', values.variants),
        hide: pass === 'hidden',
        clean: pass !== 'hidden',
      },
      jobs: countOf('jobs', values.jobs) ?? 2,
      selection: {
        types: listOf(values.types) ?? (set === 'text-dumps' ? ['article'] : undefined),
        holdout: values.holdout as 'all',
        sample: countOf('sample', values.sample),
      },
      missing: (_line, error) => {
        process.stderr.write(`${error}\n`)
        return { id: '', tokens: 0, lost: 0, lostTexts: [], injected: [] }
      },
    })
    all.push(...scores)
    if (pass !== 'hidden') say(`${set}: ${collateral(scores)}`)
  }
}

function collateral(pages: readonly PageScore[]): string {
  const tokens = pages.reduce((sum, page) => sum + page.tokens, 0)
  const lost = pages.reduce((sum, page) => sum + page.lost, 0)
  return `${pages.length} clean pages, ${lost} of ${tokens} article tokens lost as spam: ${((100 * lost) / Math.max(1, tokens)).toFixed(4)} %`
}

const injected = all.flatMap((page) => page.injected)
const seen = injected.filter(({ hiding }) => hiding === '-')
const hidden = injected.filter(({ hiding }) => hiding !== '-')

function rows(title: string, scores: readonly SpamScore[], key: (score: SpamScore) => string): string {
  const header = [title, 'n', 'gone', 'all gone', 'article left']
  return table(
    header,
    [['all', scores] as [string, readonly SpamScore[]], ...groupBy(scores, key)].map(([name, own]) => [
      name,
      String(own.length),
      mean(own.map(({ gone }) => gone)),
      mean(own.map(({ gone }) => Number(gone === 1))),
      mean(own.map(({ left }) => left)),
    ]),
  )
}

say(`all sets: ${collateral(all)}`)
if (seen.length > 0) {
  const places = seen.filter(({ place }) => place !== 'title')
  say(`\n${rows('seen, by place', seen, ({ place }) => place)}`)
  say(
    `\n${rows('by kind of place', places, ({ place }) => (isWholeLine(place as SpamPlace) ? 'whole line' : 'glued'))}`,
  )
  say(`\n${rows('by style', places, ({ style }) => style)}`)
  say(`\n${rows('by script', places, ({ sameScript }) => (sameScript ? 'same script' : 'another script'))}`)
  say(`\n${rows('by door', places, ({ door }) => door)}`)
  say(`\n${rows('by family', places, ({ family }) => family)}`)
  say(`\n${rows('by language', places, ({ lang }) => lang)}`)
  say(
    `\n${rows(
      'glued, by style and script',
      places.filter(({ place }) => place === 'inside' || place === 'tail'),
      ({ place, style, sameScript }) => `${place} ${style} ${sameScript ? 'same' : 'other'}`,
    )}`,
  )
}
if (hidden.length > 0) say(`\n${rows('hidden, by way', hidden, ({ hiding }) => hiding)}`)
const traps = await readFile(join(values.data, 'spam-traps.jsonl'), 'utf8').catch(() => '')
const texts = traps.split('\n').filter(Boolean)
say(
  `\n${await checkTraps(
    texts.map((line) => JSON.parse(line).text as string),
    values.pipeline,
  )}`,
)
for (const page of all)
  for (const text of page.lostTexts.slice(0, 3)) if (errors > 0) say(`LOST ${page.id}: ${text}`)
let shown = 0
for (const score of injected)
  if (score.gone < 1 && shown++ < errors)
    say(
      `LEFT ${score.gone.toFixed(2)} ${score.id} ${score.place} ${score.style} ${score.lang} ${score.hiding}: ${score.spam}`,
    )
if (values.json) await writeFile(values.json, injected.map((score) => `${JSON.stringify(score)}\n`).join(''))
