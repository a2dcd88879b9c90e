import type { Report } from './assemble-run.ts'
import type { SlowPage } from './tally.ts'
import { clock, printable } from './terminal.ts'

const TOP = 8

type Row = readonly [name: string, count: number | string, note?: string]

function top(title: string, counts: Readonly<Record<string, number>>): string[] {
  const rows = Object.entries(counts).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  if (rows.length === 0) return []
  const rest = rows.slice(TOP).reduce((sum, [, n]) => sum + n, 0)
  const shown: Row[] = rows.slice(0, TOP).map(([name, n]) => [name, n])
  return ['', title, ...table(rest > 0 ? [...shown, ['(others)', rest]] : shown)]
}

function table(rows: readonly Row[]): string[] {
  const names = Math.max(...rows.map(([name]) => printable(name, 60).length))
  const counts = Math.max(...rows.map(([, count]) => String(count).length))
  return rows.map(
    ([name, count]) => `  ${printable(name, 60).padEnd(names)}  ${String(count).padStart(counts)}`,
  )
}

/** What a person reads at the end of a run. */
export function summary(
  report: Report,
  slowest: readonly SlowPage[],
  { pages, ms }: { readonly pages: number; readonly ms: number },
): string {
  const lines = [
    ...table([
      ['pages', report.in],
      ['clean', report.clean],
      ['rejected', report.rejected],
      ['failed', report.failed],
      ['articles', report.articles],
    ]),
    ...(pages > 0 ? ['', `${pages} pages in ${clock(ms)}, ${(pages / (ms / 1000)).toFixed(1)}/s`] : []),
    ...top('rejected by', report.rejectedBy),
    ...top('failed by', report.failedBy),
    ...top('languages', report.languages),
    ...top('dropped blocks by rule', report.dropped.byRule),
  ]
  if (slowest.length > 0)
    lines.push(
      '',
      'slowest pages',
      ...table(slowest.map(({ id, ms }) => [id, `${(ms / 1000).toFixed(2)} s`])),
    )
  return `${lines.join('\n')}\n`
}
