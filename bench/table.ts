export type Cell = string | number | undefined

const show = (cell: Cell): string => {
  if (cell === undefined || Number.isNaN(cell)) return '-'
  if (typeof cell === 'string') return cell
  return cell.toFixed(3)
}

/** A table in plain text: the first column to the left, all others to the right. Numbers get three decimals; give counts as strings. */
export function table(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [header, ...rows.map((row) => row.map(show))]
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const pad = (text: string, column: number) =>
    column ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0)
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n')
}

/** Mean of the numbers that are there; NaN for none. */
export function mean(values: Iterable<number | undefined>): number {
  let [sum, count] = [0, 0]
  for (const value of values) {
    if (value === undefined || Number.isNaN(value)) continue
    sum += value
    count++
  }
  return count ? sum / count : Number.NaN
}

/** Middle value; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  if (!sorted.length) return Number.NaN
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Rows of a list under the value `key` gives, in the order of the keys. */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const name = key(row)
    const group = groups.get(name)
    if (group) group.push(row)
    else groups.set(name, [row])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}
