import type { Block } from '../core/block.ts'

/** Neighbouring blocks that are written as one thing. */
export type Unit =
  | { readonly kind: 'list'; readonly items: readonly Block[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (Block | undefined)[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'single'; readonly block: Block }

/** Columns and rows skipped (cells that were dropped, or span) are filled only as far as this. */
const GAP = 50

/** Gathers list items, cells of one table and paragraphs of one quotation; one pass, in the order given. */
export function units(blocks: readonly Block[]): Unit[] {
  const found: Unit[] = []
  for (let i = 0; i < blocks.length; ) {
    let end = i + 1
    while (end < blocks.length && belongTogether(blocks[end - 1]!, blocks[end]!)) end++
    found.push(unitOf(blocks.slice(i, end)))
    i = end
  }
  return found
}

function unitOf(blocks: readonly Block[]): Unit {
  const [first] = blocks
  if (first!.kind === 'item') return { kind: 'list', items: blocks }
  if (first!.kind === 'cell') return { kind: 'table', rows: rowsOf(blocks) }
  if (first!.kind === 'quote') return { kind: 'quote', blocks }
  return { kind: 'single', block: first! }
}

function belongTogether(a: Block, b: Block): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'quote') return true
  if (a.kind === 'cell') return a.group === b.group
  // a nested list has a group of its own and stands between the items of the outer one
  return a.kind === 'item' && (a.group === b.group || (a.depth ?? 1) > 1 || (b.depth ?? 1) > 1)
}

function rowsOf(cells: readonly Block[]): (Block | undefined)[][] {
  const rows: (Block | undefined)[][] = []
  let row: (Block | undefined)[] = []
  let last: Block | undefined
  for (const cell of cells) {
    if (last === undefined || cell.row === undefined || cell.row !== last.row) {
      row = []
      rows.push(row)
    }
    const column = cell.column ?? row.length
    while (row.length < column && row.length < GAP) row.push(undefined)
    row.push(cell)
    last = cell
  }
  return rows
}
