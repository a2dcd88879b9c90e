/** Measures the cost of cleaning against other tools: `npm run bench:speed -- --pages FOLDER`; see docs/measuring.md. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { collectorFlags } from '../../src/batch/child.ts'
import { countOf, listOf, readOptions, stop } from '../options.ts'
import { groupBy } from '../table.ts'
import { CONTENDERS, IN_PYTHON } from './contenders.ts'
import { commandOn, memoryOver, openField, type RacePage, race } from './race.ts'
import { racePages } from './race-pages.ts'
import {
  type Figures,
  type Memory,
  markdownTable,
  memoryLine,
  type SetFigures,
  setTable,
  withTable,
} from './report.ts'

const NAMES = [...Object.keys(CONTENDERS), ...IN_PYTHON]
const DOCUMENT = new URL('../../docs/measuring.md', import.meta.url)
const USAGE = `usage: npm run bench:speed -- --pages FOLDER of .html, .txt, .jsonl[.gz], or one such file[,more] [--sample 100 pages a set]
  [--contenders ${NAMES.join(',')}] [--python python3] [--memory 1000 pages, 0 for none] [--json FILE]
       npm run bench:speed -- --document FILE: writes the table of docs/measuring.md from such a file`

const values = readOptions(
  {
    pages: { type: 'string' },
    sample: { type: 'string', default: '100' },
    contenders: { type: 'string' },
    python: { type: 'string', default: 'python3' },
    memory: { type: 'string', default: '1000' },
    json: { type: 'string' },
    document: { type: 'string' },
  },
  USAGE,
)
const say = (line: string) => void process.stdout.write(`${line}\n`)

if (values.document !== undefined) {
  const figures = JSON.parse(readFileSync(values.document, 'utf8')) as Figures
  writeFileSync(DOCUMENT, withTable(readFileSync(DOCUMENT, 'utf8'), markdownTable(figures)))
  process.exit()
}

/** How the heap of a process is kept whose memory is measured. */
const HEAPS: Readonly<Record<string, readonly string[]>> = {
  'as Node keeps it': [],
  'grown by a half only': ['--heap-growing-percent=50'],
  'as `dechaff run` keeps it': collectorFlags(1024),
}
/** Size of the page the command is timed on, in characters. */
const COMMAND_PAGE = 100_000

const paths = listOf(values.pages) ?? stop(USAGE)
const sample = countOf('sample', values.sample)
const field = await openField(listOf(values.contenders) ?? NAMES, values.python, say)
const html: RacePage[] = []
const sets: SetFigures[] = []
for (const path of paths)
  for await (const { set, pages } of racePages(path, sample))
    for (const [door, own] of groupBy(pages, (page) => (page.html ? 'html' : 'text'))) {
      const names = door === 'html' ? field.names : field.names.filter((name) => name === 'dechaff')
      if (names.length === 0) continue
      if (door === 'html') html.push(...own)
      const size = own.reduce((sum, page) => sum + Buffer.byteLength(page.html ?? page.text ?? ''), 0)
      const laps = await race(field, names, own)
      const figures = {
        set,
        door: door as 'html' | 'text',
        pages: own.length,
        bytes: size / own.length,
        laps,
      }
      sets.push(figures)
      say(`\n${setTable(figures)}`)
    }
if (sets.length === 0) stop(`no pages (.html, .txt, .jsonl, .jsonl.gz) in ${paths.join(', ')}`)

const own = field.names.includes('dechaff') && html.length > 0
const command = own ? commandFigures() : undefined
if (command)
  say(`\ndechaff clean, ${command.bytes} bytes of HTML, the whole process: ${command.ms.toFixed(0)} ms`)
const memory: Memory[] = []
const count = Number(values.memory)
for (const [how, flags] of own && count > 0 ? Object.entries(HEAPS) : []) {
  const held = { how, pages: count, ...(await memoryOver(field, html, count, flags)) }
  memory.push(held)
  say(`\n${memoryLine(held)}`)
}
const figures: Figures = {
  date: new Date().toISOString().slice(0, 10),
  node: process.versions.node,
  processor: cpus()[0]?.model.trim() ?? 'a processor without a name',
  versions: field.versions,
  sets,
  ...(command && { command }),
  memory,
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, undefined, 1)}\n`)

function commandFigures(): { ms: number; bytes: number } {
  const far = ({ html = '' }: RacePage) => Math.abs(html.length - COMMAND_PAGE)
  const page = html.reduce((a, b) => (far(b) < far(a) ? b : a))
  const folder = mkdtempSync(join(tmpdir(), 'dechaff-speed-'))
  const file = join(folder, 'page.html')
  writeFileSync(file, page.html!)
  const ms = commandOn(file)
  rmSync(folder, { recursive: true })
  return { ms, bytes: Buffer.byteLength(page.html!) }
}
