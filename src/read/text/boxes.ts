import { type Line, RULED, scanLines } from './lines.ts'

/** Vertical strokes of boxes drawn with characters, as text browsers draw the borders of tables. */
const BAR = /[│┃║▏▕]/
const BARS = /[│┃║▏▕]/g
/** Bands of one width that make a table of data; fewer arrange a page. */
const ROWS = 3

/** Lines between two rules of a box, or all that stand together where there are none. */
interface Band {
  readonly lines: readonly Line[]
  /** Per line, what stands between its bars. */
  readonly parts: readonly (readonly string[])[]
  /** Number of cells; 0 where the lines have different numbers. */
  readonly cells: number
}

/**
 * Takes lines out of the boxes a text browser drew around them. A box of one row, or two, arranges a page: its cells are
 * read one after the other, each from top to bottom. One of several rows holds data, and becomes a table.
 */
export function unboxed(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(isBoxed)) return lines
  const out: Line[] = []
  for (let at = 0; at < lines.length; ) {
    if (!isBoxed(lines[at]!)) {
      out.push(lines[at++]!)
      continue
    }
    const { bands, next } = boxAt(lines, at)
    const table = bands.length >= ROWS && bands.every(({ cells }) => cells > 1 && cells === bands[0]!.cells)
    for (const band of bands) {
      const read = table ? rowOf(band) : cellsOf(band)
      for (const line of read) out.push(line)
    }
    at = next
  }
  return out
}

const isBoxed = ({ raw }: Line): boolean => BAR.test(raw[0]!) || BAR.test(raw[raw.length - 1]!)

/** The bands of a box that begins at a line; rules inside it part them. */
function boxAt(lines: readonly Line[], from: number): { bands: Band[]; next: number } {
  const bands: Band[] = []
  let band: Line[] = []
  const close = () => {
    if (band.length > 0) bands.push(bandOf(band))
    band = []
  }
  let next = from
  for (; next < lines.length; next++) {
    const line = lines[next]!
    if (line.flags & RULED && !isBoxed(line)) {
      if (!(lines[next + 1] && isBoxed(lines[next + 1]!)) || lines[next + 1]!.gap > 0) break
      close()
    } else if (!isBoxed(line) || (next > from && line.gap > 0)) break
    else if (!(line.flags & RULED)) band.push(line)
  }
  close()
  return { bands, next }
}

function bandOf(lines: readonly Line[]): Band {
  const parts = lines.map(({ raw }) => partsOf(raw))
  const cells = parts[0]!.length
  return { lines, parts, cells: parts.every(({ length }) => length === cells) ? cells : 0 }
}

/** What stands between the bars of a line; nothing stands before the first or behind the last. */
function partsOf(raw: string): string[] {
  const parts = raw.split(BARS)
  if (parts[0]!.trim() === '') parts.shift()
  if (parts.at(-1)?.trim() === '') parts.pop()
  return parts
}

/** The row of a table, as it is written between pipes. */
function rowOf({ lines, parts, cells }: Band): Line[] {
  const texts = Array.from({ length: cells }, (_, cell) =>
    parts
      .map((line) => line[cell]!.trim())
      .join(' ')
      .trim(),
  )
  return linesOf(`| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`, lines[0]!)
}

/** The lines of each cell, from top to bottom, cell after cell. */
function cellsOf({ lines, parts, cells }: Band): Line[] {
  const out: Line[] = []
  let gap = lines[0]!.gap
  for (let cell = 0; cell < Math.max(1, cells); cell++) {
    lines.forEach((line, at) => {
      for (const text of cells > 0 ? [parts[at]![cell]!] : parts[at]!) {
        const found = linesOf(text, line)
        if (found.length === 0) gap++
        for (const each of found) out.push({ ...each, gap })
        if (found.length > 0) gap = 0
      }
    })
    gap++
  }
  return out
}

/** A text read as a line that stands where another does; none where nothing in it is seen. */
function linesOf(text: string, { n, gap }: Line): Line[] {
  return scanLines(text).lines.map((line) => ({ ...line, n, gap }))
}
