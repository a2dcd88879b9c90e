import type { LimitHit } from '../../core/page.ts'
import { fencedCode, indentedCode } from './code.ts'
import { type Draft, PARAGRAPH } from './draft.ts'
import { itemShape, opensSpeech, readFlow, readQuote } from './flow.ts'
import { fold } from './fold.ts'
import { RULED, TABBED } from './lines.ts'
import { headingLevel, headingText, isFence, underlineLevel } from './markdown.ts'
import { type Dumped, push, pushText, type Reading } from './reading.ts'
import { pipeTable, type Table, tabTable } from './table.ts'
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
    if (line.flags & RULED) {
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
