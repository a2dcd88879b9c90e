import { table } from '../table.ts'
import type { Lap } from './race.ts'

/** What one run of the bench measured. */
export interface Figures {
  readonly date: string
  readonly node: string
  readonly processor: string
  readonly versions: Readonly<Record<string, string>>
  readonly sets: readonly SetFigures[]
  /** Of `dechaff clean PAGE`, in milliseconds of CPU, and the page's size in bytes. */
  readonly command?: { readonly ms: number; readonly bytes: number }
  readonly memory: readonly Memory[]
}
export interface SetFigures {
  readonly set: string
  readonly door: 'html' | 'text'
  readonly pages: number
  /** Mean size of a page in UTF-8. */
  readonly bytes: number
  readonly laps: readonly Lap[]
}
export interface Memory {
  readonly how: string
  readonly pages: number
  readonly peak: number
  readonly first: number
  readonly second: number
}

const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0)
/** A quotient of figures, to two digits that count. */
const times = (value: number) => (Number.isFinite(value) ? value.toFixed(value < 10 ? 2 : 1) : '-')
const lapOf = ({ laps }: SetFigures, name: string) => laps.find((lap) => lap.name === name)
/** Megabytes a second. */
const rate = (bytes: number, ms: number) => bytes / 1e3 / ms

/** All figures of a set, for the terminal. */
export function setTable(figures: SetFigures): string {
  const own = lapOf(figures, 'dechaff')
  const parse5 = lapOf(figures, 'parse5')
  const rows = figures.laps.map(({ name, one, cold, warm, median, peak, failed }) => [
    name,
    one,
    cold,
    warm,
    median,
    cold / warm,
    warm / (parse5?.warm ?? Number.NaN),
    warm / (own?.warm ?? Number.NaN),
    rate(figures.bytes, cold),
    rate(figures.bytes, warm),
    mebibytes(peak),
    String(failed),
  ])
  const header = [
    'one page',
    'first 100',
    'warm',
    'median',
    'first/warm',
    '/ parse5',
    '/ dechaff',
    'MB/s first',
    'MB/s',
  ]
  return table([`${figures.set}: ${figures.pages} pages, CPU ms`, ...header, 'peak MiB', 'failed'], rows)
}

export function memoryLine({ how, pages, peak, first, second }: Memory): string {
  const growth = ((second / first - 1) * 100).toFixed(1)
  return `${pages} pages in one process, ${how}: peak ${mebibytes(peak)} MiB; first half up to ${mebibytes(first)}, second up to ${mebibytes(second)} MiB (${growth} %)`
}

/** The table of the documentation: a row a set, every other contender as a multiple of dechaff in the same run. */
export function markdownTable({ date, node, processor, versions, sets, command, memory }: Figures): string {
  const names = Object.keys(versions)
  const others = names.filter((name) => name !== 'dechaff' && name !== 'parse5')
  const html = sets.filter(({ door }) => door === 'html')
  const rows = html.map((figures) => {
    const own = lapOf(figures, 'dechaff')!
    const of = (name: string) => lapOf(figures, name)?.warm ?? Number.NaN
    return [
      `${figures.set} (${Math.round(figures.bytes / 1e3)} kB)`,
      ...[own.one, own.cold, own.warm].map((ms) => ms.toFixed(1)),
      times(own.cold / own.warm),
      times(own.warm / of('parse5')),
      ...others.map((name) => times(of(name) / own.warm)),
    ]
  })
  const header = [
    'pages',
    'one page, ms',
    'first 100',
    'warm',
    'first / warm',
    'warm / parse5',
    ...others.map((name) => `${name} / warm`),
  ]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const dumps = sets
    .filter(({ door }) => door === 'text')
    .map((figures) => {
      const own = lapOf(figures, 'dechaff')!
      return `${figures.set}: ${rate(figures.bytes, own.cold).toFixed(2)} MB of dump a second of CPU in the first 100, ${rate(figures.bytes, own.warm).toFixed(2)} warm.`
    })
  const told = names.map((name) => `${name} ${versions[name]}`).join(', ')
  return [
    `Measured on ${date} with Node ${node} on ${processor}: ${told}.`,
    '',
    line(header),
    line(header.map(() => '---')),
    ...rows.map(line),
    '',
    ...dumps,
    ...(command
      ? [
          `\`dechaff clean\` of a page of ${Math.round(command.bytes / 1e3)} kB, the whole process: ${(command.ms / 1e3).toFixed(2)} s of CPU.`,
        ]
      : []),
    ...memory.map((one) => `${memoryLine(one)}.`),
  ].join('\n')
}

const BEGIN = '<!-- bench:speed -->'
const END = '<!-- /bench:speed -->'

/** A document with the table in its place. */
export function withTable(document: string, written: string): string {
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`the document has no ${BEGIN} ... ${END}`)
  return `${document.slice(0, from + BEGIN.length)}\n${written}\n${document.slice(to)}`
}
