import type { LimitHit } from '../../core/page.ts'
import { type Draft, PARAGRAPH } from './draft.ts'
import { itemShape, opensSpeech, readFlow, readQuote } from './flow.ts'
import { fold } from './fold.ts'
import { type Line, RULED, TABBED } from './lines.ts'
import { headingLevel, headingText, isDivFence, isFence, underlineLevel } from './markdown.ts'
import { type Dumped, push, pushText, type Reading } from './reading.ts'
import { textOf } from './unwrap.ts'

/** Reads the lines of a dump, top to bottom, into drafts. */
export function draftBlocks(dump: Dumped): { drafts: Draft[]; limits: LimitHit[] } {
  const reading: Reading = {
    drafts: [],
    limits: [],
    carried: 0,
    tables: 0,
    fencesFrom: 0,
    codeFrom: 0,
    region: undefined,
    regionTo: 0,
  }
  for (let at = 0; at < dump.lines.length; ) {
    const line = dump.lines[at]!
    if (line.flags & RULED || (dump.markdown && isDivFence(line.raw))) {
      reading.carried = Math.max(1, reading.carried, line.gap)
      at++
    } else at = readCode(dump, at, reading) ?? readTable(dump, at, reading) ?? readLine(dump, at, reading)
  }
  return reading
}

/** Each reader answers the index of the first line it left, or undefined where the line is not its own. */
function readCode(dump: Dumped, at: number, reading: Reading): number | undefined {
  const line = dump.lines[at]!
  if (at >= reading.fencesFrom && isFence(line.raw)) {
    const code = fencedCode(dump.lines, at)
    if (code === undefined) reading.fencesFrom = dump.lines.length
    else if (code.draft) push(reading, code.draft)
    return code?.next
  }
  const plain = dump.wrap === undefined && !dump.markers[at] ? plainCode(dump.lines, at) : undefined
  if (plain?.draft !== undefined) {
    push(reading, plain.draft)
    return plain.next
  }
  if (line.indent < 4 || at < reading.codeFrom || dump.markers[at]) return undefined
  const code = indentedCode(dump.lines, at)
  if (code?.draft === undefined) {
    if (code) reading.codeFrom = code.next
    return undefined
  }
  push(reading, code.draft)
  return code.next
}

const PIPE = 124
const mayDelimit = (code: number): boolean => code === PIPE || code === 45 || code === 58

function readTable(dump: Dumped, at: number, reading: Reading): number | undefined {
  const line = dump.lines[at]!
  const next = dump.lines[at + 1]
  let table: Table | undefined
  if (line.flags & TABBED) table = tabTable(dump.lines, at, reading.tables)
  if (line.raw.charCodeAt(0) === PIPE || (next && next.gap === 0 && mayDelimit(next.raw.charCodeAt(0))))
    table ??= pipeTable(dump.lines, at, reading.tables)
  if (table === undefined) return undefined
  reading.tables++
  for (const cell of table.cells) push(reading, cell)
  return table.next
}

function readLine(dump: Dumped, at: number, reading: Reading): number {
  if (at >= dump.links.listFrom) return readAddress(dump, at, reading)
  const line = dump.lines[at]!
  const span = { at, to: at + 1 }
  const alone = at === 0 || line.gap > 0 || reading.carried > 0
  const level = headingLevel(line.raw)
  if (level > 0 && (dump.markdown || level > 1 || alone)) {
    pushText(dump, reading, span, fold(headingText(line.raw, level)), { kind: 'heading', level })
    return at + 1
  }
  const marker = opensSpeech(dump, at) ? undefined : dump.markers[at]
  const below = marker || !alone ? 0 : underlineLevel(line, dump.lines[at + 1], dump.markdown)
  if (below > 0) {
    pushText(dump, reading, span, textOf(line), { kind: 'heading', level: below })
    return at + 1
  }
  return readQuote(dump, at, reading) ?? readFlow(dump, at, reading, marker)
}

/** A line of the closing list of addresses: a block of its own. */
function readAddress(dump: Dumped, at: number, reading: Reading): number {
  const marker = dump.markers[at]
  const { raw } = dump.lines[at]!
  const text = fold(marker ? raw.slice(marker.skip) : raw)
  pushText(dump, reading, { at, to: at + 1 }, text, marker ? itemShape(marker) : PARAGRAPH)
  return at + 1
}

/** A code block and the index of the first line behind it. */
interface CodeFound {
  readonly draft: Draft | undefined
  readonly next: number
}

/** Columns of indent from which lines may be code. */
const CODE_INDENT = 4
/** Share of lines that must read like code. */
const CODE_SHARE = 0.6

/** The fenced block opened by line `at`; undefined where nothing closes it. */
function fencedCode(lines: readonly Line[], at: number): CodeFound | undefined {
  const mark = lines[at]!.raw.slice(0, 3)
  let close = at + 1
  while (close < lines.length && !lines[close]!.raw.startsWith(mark)) close++
  if (close >= lines.length) return undefined
  const language = lines[at]!.raw.replaceAll(mark[0]!, '').trim().split(' ', 1)[0]!
  const inner = lines.slice(at + 1, close)
  if (inner.length === 0) return { draft: undefined, next: close + 1 }
  const draft = codeOf(inner, lines[at]!.indent, lines[at]!.gap)
  return { draft: language ? { ...draft, codeLanguage: language } : draft, next: close + 1 }
}

/** Lines set in by four columns or more that read like a program; undefined where they are prose or a list. */
function indentedCode(lines: readonly Line[], at: number): CodeFound | undefined {
  if (lines[at]!.indent < CODE_INDENT || !readsLikeCode(lines[at]!.raw)) return undefined
  let next = at
  let end = at
  let like = 0
  for (; next < lines.length; next++) {
    const line = lines[next]!
    if (line.indent < CODE_INDENT || (next > at && line.gap > 1) || isFence(line.raw)) break
    const program = (line.flags & RULED) > 0 || readsLikeCode(line.raw)
    if (next > at && line.gap > 0 && !program) break
    if (program) {
      like++
      end = next + 1
    }
  }
  if (end - at < 2 || like < (end - at) * CODE_SHARE) return { draft: undefined, next }
  const inner = lines.slice(at, end)
  return { draft: codeOf(inner, Math.min(...inner.map((line) => line.indent)), lines[at]!.gap), next: end }
}

/** Fewest lines of a program that is not set in, the share of them that must read like one, and the longest, in characters. */
const PLAIN = { lines: 3, share: 0.6, width: 400 }

/** A program between blank lines, at the margin: lines of code and hardly anything else; undefined where there is none. */
function plainCode(lines: readonly Line[], at: number): CodeFound | undefined {
  if (at > 0 && lines[at]!.gap === 0) return undefined
  let next = at
  let like = 0
  let signs = 0
  for (; next < lines.length && (next === at || lines[next]!.gap === 0); next++) {
    const { raw } = lines[next]!
    if (raw.length > PLAIN.width || isFence(raw) || isProse(raw)) return undefined
    if (readsLikeCode(raw) || SHELL.test(raw)) like++
    if (SIGNS.test(raw)) signs++
  }
  const count = next - at
  if (count < PLAIN.lines || like < count * PLAIN.share || signs < 2) return undefined
  const inner = lines.slice(at, next)
  return { draft: codeOf(inner, Math.min(...inner.map(({ indent }) => indent)), lines[at]!.gap), next }
}

/** What stands in programs and in no headings, credits or menus. */
const SIGNS = /[{};]$|[=+-]=|=>|\w\(.*\)|\$[\w({]|<\/\w|^#include|^#!\//
const SHELL =
  /^(?:#!\/|#include\b|if\b.*[\]:{)]|then$|fi$|done$|do$|else$|elif\b|esac$|end$|for\b.*[:{);]|while\b.*[:{)]|print\b|echo\b|set -|export \w+=|sudo |npm |pip |git |cd |\w+=\S|[A-Z_]+\s*\{|SELECT |FROM |WHERE )/

/** Words and a full stop at the end. */
const isProse = (raw: string): boolean =>
  /\p{L}[.!?…]["”’)]?$/u.test(raw) && (raw.match(/\p{L}{2,}/gu)?.length ?? 0) >= 6

function codeOf(lines: readonly Line[], margin: number, gap: number): Draft {
  const first = lines[0]!
  const last = lines.at(-1)!
  const text = lines
    .map(
      (line, at) =>
        '\n'.repeat(at === 0 ? 0 : line.gap + 1) + ' '.repeat(Math.max(0, line.indent - margin)) + line.raw,
    )
    .join('')
  return { kind: 'code', text, from: first.n, to: last.n, indent: first.indent, gap }
}

const OPENINGS = [
  '//',
  '/*',
  '</',
  '#include',
  'import ',
  'return',
  'def ',
  'var ',
  'let ',
  'const ',
  '$ ',
  '}',
]

function readsLikeCode(raw: string): boolean {
  const last = raw[raw.length - 1]!
  if (last === ';' || last === '{' || last === '}') return true
  if (last === ')' && raw.includes('(') && !raw.includes(' (')) return true
  if (raw.includes(' = ') || raw.includes('=>') || raw.includes('()')) return true
  return OPENINGS.some((opening) => raw.startsWith(opening))
}

/** A table found in a run of lines. */
interface Table {
  readonly cells: readonly Draft[]
  /** Index of the first line behind it. */
  readonly next: number
}

const ROW_PIPE = 124

/** A Markdown table beginning at line `at`: rows between pipes, the second one a row of dashes, or no such row at all. */
function pipeTable(lines: readonly Line[], at: number, table: number): Table | undefined {
  const first = lines[at]!
  const delimited = isDelimiter(lines[at + 1])
  if (first.raw.charCodeAt(0) !== ROW_PIPE && !(delimited && first.raw.includes('|'))) return undefined
  const fenced = (line: Line | undefined): boolean =>
    line !== undefined && line.raw.charCodeAt(0) === ROW_PIPE && line.raw.endsWith('|')
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
  let from = raw.charCodeAt(0) === ROW_PIPE ? 1 : 0
  for (let at = from; at < raw.length; at++) {
    if (raw.charCodeAt(at) !== ROW_PIPE || raw.charCodeAt(at - 1) === 92) continue
    cells.push(raw.slice(from, at))
    from = at + 1
  }
  if (from < raw.length) cells.push(raw.slice(from))
  return cells
}

/** Rows of one number of cells set apart by tabs, as browsers copy tables: at least two, standing together. */
function tabTable(lines: readonly Line[], at: number, table: number): Table | undefined {
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
