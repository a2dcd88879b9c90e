import type { CellWhole, RowWhole } from '../core/whole.ts'
import { attributeOf, attributesOf, type DomElement, type DomNode, ELEMENT } from './dom.ts'

/** Enough of a table to tell. */
const LOOK = 400
/** A cell this long, in characters, holds a part of the page, not a datum. */
const LONG = 400

/**
 * Whether a table holds data rather than arranges the page: it has header cells or a caption, or at least two rows of
 * two cells that are two in three of its rows, and no table, heading or long text stands in its cells.
 */
export function isDataTable(table: DomElement): boolean {
  let nodes = 0
  let cells = 0
  let rows = 0
  let inRow = 0
  let pairs = 0
  let headed = false
  let arranged = false
  const look = (node: DomNode): void => {
    for (
      let child = node.firstChild;
      child !== null && nodes < LOOK && !arranged;
      child = child.nextSibling
    ) {
      nodes++
      if (child.nodeType !== ELEMENT) {
        if ((child.textContent?.length ?? 0) > LONG) arranged = true
        continue
      }
      const name = (child as DomElement).localName
      if (name === 'table' || name === 'form' || /^h[1-4]$/.test(name)) arranged = true
      else if (name === 'tr') {
        rows++
        inRow = 0
      } else if (name === 'td') {
        cells++
        if (++inRow === 2) pairs++
      } else if (name === 'th' || name === 'caption' || name === 'thead') headed = true
      look(child)
    }
  }
  look(table)
  return !arranged && (headed || (rows >= 2 && cells >= rows * 2) || (pairs >= 2 && pairs * 3 >= rows * 2))
}

/** Place and spans of a cell, as the table model has it. */
export type Slot = Pick<CellWhole, 'row' | 'column' | 'rowSpan' | 'columnSpan' | 'head'>

export interface TableModel {
  readonly rows: ReadonlyMap<DomElement, Pick<RowWhole, 'row' | 'section'>>
  readonly cells: ReadonlyMap<DomElement, Slot>
}

/** The standard's bounds of spans. */
const WIDEST = 1_000
const HIGHEST = 65_534

/**
 * Forms a table (HTML Standard, 4.9.12.1), with its groups of rows in the order browsers show them: the first head,
 * bodies, feet. Only what belongs to this table is looked at, not what stands in its cells.
 */
export function tableModel(table: DomElement): TableModel {
  const rows = new Map<DomElement, Pick<RowWhole, 'row' | 'section'>>()
  const cells = new Map<DomElement, Slot>()
  for (const { section, rows: group } of rowGroups(table)) {
    const first = rows.size
    // for every column, the row below what reaches down into it
    const reach: number[] = []
    group.forEach((tr, i) => {
      const row = first + i
      rows.set(tr, { row, section })
      let column = 0
      for (const cell of childrenNamed(tr, 'td', 'th')) {
        while ((reach[column] ?? 0) > row) column++
        const spans = spansOf(cell)
        const columnSpan = Math.min(spans.columns, Math.max(1, WIDEST - column))
        const rowSpan = spans.rows === 0 ? group.length - i : Math.min(spans.rows, group.length - i)
        for (let x = column; x < column + columnSpan; x++) reach[x] = row + rowSpan
        const head = partOf(cell) === 'th' || section === 'head'
        cells.set(cell, { row, column, rowSpan, columnSpan, head })
        column += columnSpan
      }
    })
  }
  return { rows, cells }
}

interface RowGroup {
  readonly section: RowWhole['section']
  readonly rows: DomElement[]
}

function rowGroups(table: DomElement): RowGroup[] {
  let head: RowGroup | undefined
  const bodies: RowGroup[] = []
  const feet: RowGroup[] = []
  let bare: RowGroup | undefined
  for (const child of childrenNamed(table, 'thead', 'tbody', 'tfoot', 'tr')) {
    const part = partOf(child)
    if (part === 'tr') {
      if (bare === undefined) {
        bare = { section: 'body', rows: [] }
        bodies.push(bare)
      }
      bare.rows.push(child)
      continue
    }
    bare = undefined
    const rows = [...childrenNamed(child, 'tr')]
    if (part === 'thead' && head === undefined) head = { section: 'head', rows }
    else if (part === 'tfoot') feet.push({ section: 'foot', rows })
    else bodies.push({ section: 'body', rows })
  }
  return head === undefined ? [...bodies, ...feet] : [head, ...bodies, ...feet]
}

function* childrenNamed(parent: DomElement, ...names: readonly string[]): Generator<DomElement> {
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType !== ELEMENT) continue
    const element = child as DomElement
    const part = partOf(element)
    if (names.includes(part)) yield element
    // between the parts of a table by roles others may stand that only arrange them
    else if (part === 'div' && parent.localName === 'div') yield* childrenNamed(element, ...names)
  }
}

/** Roles of the parts of a table whose elements are others (WAI-ARIA 1.2), by the elements they stand for. */
const PART_BY_ROLE: ReadonlyMap<string, string> = new Map([
  ['table', 'table'],
  ['rowgroup', 'tbody'],
  ['row', 'tr'],
  ['grid', 'table'],
  ['cell', 'td'],
  ['gridcell', 'td'],
  ['columnheader', 'th'],
  ['rowheader', 'th'],
])
const MAY_BE_PART = new Set(['div', 'span', 'section', 'ul', 'ol', 'li', 'p', 'dl', 'dt', 'dd'])

/** The element of a table an element is, by its name or by its role. */
export function partOf(element: DomElement): string {
  const name = element.localName
  if (!MAY_BE_PART.has(name)) return name
  return PART_BY_ROLE.get((attributeOf(element, 'role') ?? '').trim().toLowerCase()) ?? name
}

/** Columns at least 1; 0 rows stand for all that are left. */
function spansOf(cell: DomElement): { columns: number; rows: number } {
  let columns = 1
  let rows = 1
  for (const { name, value } of attributesOf(cell)) {
    if (name === 'colspan' || name === 'aria-colspan')
      columns = Math.min(WIDEST, Math.max(1, number(value, 1)))
    else if (name === 'rowspan' || name === 'aria-rowspan') rows = Math.min(HIGHEST, number(value, 1))
  }
  return { columns, rows }
}

/** A number as the standard reads one: digits, whatever follows them. */
function number(value: string, otherwise: number): number {
  const digits = /^\s*\+?(\d{1,9})/.exec(value)
  return digits === null ? otherwise : Number(digits[1])
}
