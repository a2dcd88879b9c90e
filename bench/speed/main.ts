/** Measures the cost of cleaning against other tools: `npm run bench:speed -- --pages FOLDER`; see docs/measuring.md. */
import { collectorFlags } from '../../src/batch/child.ts'
import { countOf, listOf, readOptions, stop } from '../options.ts'
import { groupBy, table } from '../table.ts'
import { CONTENDERS } from './contenders.ts'
import { installed, type Lap, memoryOver, type RacePage, race } from './race.ts'
import { racePages } from './race-pages.ts'

const USAGE = `usage: npm run bench:speed -- --pages FOLDER of .html, .txt, .jsonl[.gz], or one such file[,more] [--sample 60 pages a set]
  [--contenders ${Object.keys(CONTENDERS).join(',')}] [--memory 1000 pages, 0 for none]`

const values = readOptions(
  {
    pages: { type: 'string' },
    sample: { type: 'string', default: '60' },
    contenders: { type: 'string' },
    memory: { type: 'string', default: '1000' },
  },
  USAGE,
)
const paths = listOf(values.pages) ?? stop(USAGE)
const sample = countOf('sample', values.sample)
const say = (line: string) => void process.stdout.write(`${line}\n`)

/** How the heap of a process is kept whose memory is measured. */
const HEAPS: Readonly<Record<string, readonly string[]>> = {
  'as Node keeps it': [],
  'grown by a half only': ['--heap-growing-percent=50'],
  'as `dechaff run` keeps it': collectorFlags(1024),
}
const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0)

function raceTable(set: string, laps: readonly Lap[]): string {
  const at = (name: string) => laps.find((lap) => lap.name === name)?.mean ?? Number.NaN
  const rows = laps.map(({ name, mean, median, cold, peak, failed }) => [
    name,
    mean,
    median,
    mean / at('parse5'),
    mean / at('dechaff'),
    cold,
    mebibytes(peak),
    String(failed),
  ])
  return table(
    [`${set}: CPU ms a page`, 'mean', 'median', '/ parse5', '/ dechaff', 'first round', 'peak MiB', 'failed'],
    rows,
  )
}

function textLine(set: string, pages: readonly RacePage[], { mean, peak }: Lap): string {
  const bytes = pages.reduce((sum, { text = '' }) => sum + Buffer.byteLength(text), 0)
  const speed = bytes / pages.length / 1e3 / mean
  return `${set}: ${pages.length} dumps, ${speed.toFixed(1)} MB of dump a second of CPU, ${mean.toFixed(2)} ms a dump, peak ${mebibytes(peak)} MiB`
}

const names = await installed(listOf(values.contenders) ?? Object.keys(CONTENDERS), say)
const html: RacePage[] = []
let raced = 0
for (const path of paths) {
  for await (const { set, pages } of racePages(path, sample)) {
    for (const [door, own] of groupBy(pages, (page) => (page.html ? 'html' : 'text'))) {
      if (door === 'html') {
        html.push(...own)
        say(`\n${raceTable(set, await race(names, own))}`)
      } else if (names.includes('dechaff')) {
        for (const lap of await race(['dechaff'], own)) say(`\n${textLine(set, own, lap)}`)
      }
      raced += own.length
    }
  }
}
if (raced === 0) stop(`no pages (.html, .txt, .jsonl, .jsonl.gz) in ${paths.join(', ')}`)
const count = Number(values.memory)
if (count > 0 && html.length && names.includes('dechaff')) {
  for (const [how, flags] of Object.entries(HEAPS)) {
    const { peak, first, second } = await memoryOver(html, count, flags)
    const growth = ((second / first - 1) * 100).toFixed(1)
    say(
      `\n${count} pages in one process, ${how}: peak ${mebibytes(peak)} MiB; first half up to ${mebibytes(first)}, second up to ${mebibytes(second)} MiB (${growth} %)`,
    )
  }
}
