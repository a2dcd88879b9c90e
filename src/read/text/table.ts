import type { Draft } from './draft.ts'
import { fold } from './fold.ts'
import { type Line, RULED, TABBED } from './lines.ts'

/** A table found in a run of lines. */
export interface Table {
  readonly cells: readonly Draft[]
  /** Index of the first line behind it. */
  readonly next: number
}

const PIPE = 124

/** A Markdown table beginning at line `at`: rows between pipes, the second one a row of dashes, or no such row at all. */
export function pipeTable(lines: readonly Line[], at: number, table: number): Table | undefined {
  const first = lines[at]!
  const delimited = isDelimiter(lines[at + 1])
  if (first.raw.charCodeAt(0) !== PIPE && !(delimited && first.raw.includes('|'))) return undefined
  const fenced = (line: Line | undefined): boolean =>
    line !== undefined && line.raw.charCodeAt(0) === PIPE && line.raw.endsWith('|')
  if (!delimited && !(fenced(first) && fenced(lines[at + 1]) && lines[at + 1]!.gap === 0)) return undefined
  const cells: Draft[] = []
  let row = 0
  let next = at
  for (; next < lines.length; next++) {
    const line = lines[next]!
    if (next > at && (line.gap > 0 || !(delimited ? line.raw.includes('|') : fenced(line)))) break
    if (isDelimiter(line)) continue
    pushCells(cells, line, pipeCells(line.raw), { table, row, offset: 0, head: delimited && row === 0 })
    row++
  }
  return { cells, next }
}

/** `|---|:--:|`: dashes, colons, pipes and spaces, with at least one dash and one pipe. */
function isDelimiter(line: Line | undefined): boolean {
  if (line === undefined || line.gap > 0) return false
  const { raw } = line
  if (!raw.includes('-') || !raw.includes('|')) return false
  for (let at = 0; at < raw.length; at++) if (!'|-: '.includes(raw[at]!)) return false
  return true
}

function pipeCells(raw: string): string[] {
  const cells: string[] = []
  let from = raw.charCodeAt(0) === PIPE ? 1 : 0
  for (let at = from; at < raw.length; at++) {
    if (raw.charCodeAt(at) !== PIPE || raw.charCodeAt(at - 1) === 92) continue
    cells.push(raw.slice(from, at))
    from = at + 1
  }
  if (from < raw.length) cells.push(raw.slice(from))
  return cells
}

/** Rows of one number of cells set apart by tabs, as browsers copy tables: at least two, standing together. */
export function tabTable(lines: readonly Line[], at: number, table: number): Table | undefined {
  const first = lines[at]!
  if (!(first.flags & TABBED)) return undefined
  const second = lines[at + 1]
  if (second === undefined || second.gap > 0 || !(second.flags & TABBED)) return undefined
  const width = tabs(second.raw)
  const corner = tabs(first.raw) === width - 1 && first.indent === 8 ? 1 : 0
  if (tabs(first.raw) + corner !== width) return undefined
  const cells: Draft[] = []
  let next = at
  for (; next < lines.length; next++) {
    const line = lines[next]!
    const offset = next === at ? corner : 0
    if (next > at && (line.gap > 0 || !(line.flags & TABBED) || tabs(line.raw) !== width)) break
    pushCells(cells, line, line.raw.split('\t'), { table, row: next - at, offset, head: false })
  }
  return { cells, next }
}

function tabs(raw: string): number {
  let count = 0
  for (let at = raw.indexOf('\t'); at >= 0; at = raw.indexOf('\t', at + 1)) count++
  return count
}

interface RowPlace {
  readonly table: number
  readonly row: number
  readonly offset: number
  readonly head: boolean
}

function pushCells(cells: Draft[], line: Line, texts: readonly string[], place: RowPlace): void {
  const { table, row, offset, head } = place
  const { n, indent } = line
  texts.forEach((raw, at) => {
    const text = fold(raw)
    if (text.length === 0 || line.flags & RULED) return
    const gap = at === 0 && row === 0 ? line.gap : 0
    const column = at + offset
    cells.push({
      kind: 'cell',
      text,
      from: n,
      to: n,
      indent,
      gap,
      table,
      row,
      column,
      ...(head ? { head } : {}),
    })
  })
}
