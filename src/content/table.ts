import type { BlockContent, DefinitionContent, PhrasingContent, Table, TableCell, TableRow } from 'mdast'
import { html, inlineMath, line, tidy } from './inline.ts'

/** A cell with its place in the table model of the HTML standard, 0-based. */
export interface PlacedCell {
  readonly row: number
  readonly column: number
  readonly head: boolean
  readonly children: PhrasingContent[]
}

/** Empty places for each cell a grid may have; one with more, made to be large, is written without its gaps. */
const GAPS = 50
const SMALL = 2000

/**
 * GFM's tables have neither spans nor blocks in their cells, and a value under another head would be worse than none.
 * So a cell stands in the row and the column where it begins, what it spans besides is empty, and its blocks are lines
 * (`<br>`). A table of HTML inside Markdown would say more, but neither readers of plain Markdown nor most tools that
 * take it read one. Rows and columns in which no cell begins are left out. A table without a head has an empty one.
 */
export function tableOf(cells: readonly PlacedCell[], headed: boolean): Table {
  const rows = numbered(cells.map(({ row }) => row))
  const columns = numbered(cells.map(({ column }) => column))
  const sparse = rows.size * columns.size > SMALL + GAPS * cells.length
  const grid = Array.from(rows, (): PlacedCell[] => [])
  for (const cell of cells) {
    const row = grid[rows.get(cell.row)!]!
    const column = sparse ? row.length : columns.get(cell.column)!
    // a table whose cells overlap loses none of them
    const before = row[column]
    row[column] = before === undefined ? cell : { ...before, children: lined([before, cell]) }
  }
  const width = Math.max(...grid.map((row) => row.length))
  const written = grid.map((row) => tableRow(row, width))
  const children = headed ? written : [tableRow([], width), ...written]
  return { type: 'table', align: Array.from({ length: width }, () => null), children }
}

/** Whether the first row is the head: it says so, or all that stands in it are header cells. */
export function hasHead(cells: readonly PlacedCell[], headRows: ReadonlySet<number>): boolean {
  const first = Math.min(...cells.map(({ row }) => row))
  return headRows.has(first) || cells.every(({ row, head }) => row !== first || head)
}

function numbered(values: readonly number[]): ReadonlyMap<number, number> {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  return new Map(sorted.map((value, i) => [value, i]))
}

function tableRow(row: readonly (PlacedCell | undefined)[], width: number): TableRow {
  const cells = Array.from(
    { length: width },
    (_, i): TableCell => ({ type: 'tableCell', children: row[i]?.children ?? [] }),
  )
  return { type: 'tableRow', children: cells }
}

function lined(cells: readonly PlacedCell[]): PhrasingContent[] {
  return joinLines(cells.map(({ children }) => children))
}

function joinLines(lines: readonly PhrasingContent[][]): PhrasingContent[] {
  return lines
    .filter(({ length }) => length > 0)
    .flatMap((one, i) => (i === 0 ? one : [html('<br>'), ...one]))
}

/** What a cell holds as the lines of one cell. */
export function cellContent(blocks: readonly (BlockContent | DefinitionContent)[]): PhrasingContent[] {
  return tidy(joinLines(blocks.flatMap(linesOf)))
}

function withTags(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.map((child): PhrasingContent => {
    if (child.type === 'break') return html('<br>')
    return 'children' in child ? ({ ...child, children: withTags(child.children) } as PhrasingContent) : child
  })
}

function linesOf(node: BlockContent | DefinitionContent): PhrasingContent[][] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [withTags(node.children)]
    case 'blockquote':
    case 'footnoteDefinition':
      return node.children.flatMap(linesOf)
    case 'list':
      return node.children.flatMap((item) => item.children.flatMap(linesOf))
    case 'table':
      return node.children.flatMap((row) => row.children.map(({ children }) => children))
    case 'code':
      return node.value
        .split('\n')
        .map((value) => (value.trim() === '' ? [] : [{ type: 'inlineCode', value }]))
    case 'math':
      return [[inlineMath(line(node.value))]]
    default:
      return []
  }
}
