/** A line of a difference: in both, only in the old, or only in the new text. */
export interface DiffLine {
  readonly side: ' ' | '-' | '+'
  readonly text: string
}

/** Cells of the table of common runs; above it the middle is told as replaced whole. */
const MOST_CELLS = 4_000_000

/** Line by line difference; equal heads and tails are cut first, the rest is the longest common subsequence. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const same = (lines: readonly string[]) => lines.map((text): DiffLine => ({ side: ' ', text }))
  const middle = diffMiddle(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  return [...same(a.slice(0, head)), ...middle, ...same(a.slice(a.length - tail))]
}

/** Only the changed lines, each run with `around` equal lines on either side, runs parted by `...`. */
export function changedLines(diff: readonly DiffLine[], around = 1): readonly string[] {
  const near = (at: number) =>
    diff.slice(Math.max(0, at - around), at + around + 1).some((line) => line.side !== ' ')
  const lines: string[] = []
  for (const [at, line] of diff.entries()) {
    if (near(at)) lines.push(`${line.side} ${line.text}`)
    else if (lines.length > 0 && lines.at(-1) !== '...') lines.push('...')
  }
  return lines.at(-1) === '...' ? lines.slice(0, -1) : lines
}

function diffMiddle(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  const gone = (text: string): DiffLine => ({ side: '-', text })
  const come = (text: string): DiffLine => ({ side: '+', text })
  if (a.length * b.length > MOST_CELLS || a.length === 0 || b.length === 0)
    return [...a.map(gone), ...b.map(come)]
  const common = commonLengths(a, b)
  const out: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      out.push({ side: ' ', text: a[i]! })
      i++
      j++
    } else if (common[i + 1]![j]! >= common[i]![j + 1]!) out.push(gone(a[i++]!))
    else out.push(come(b[j++]!))
  }
  return [...out, ...a.slice(i).map(gone), ...b.slice(j).map(come)]
}

/** `table[i][j]`: length of the longest common subsequence of `a` from i and `b` from j. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] =
        a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}
