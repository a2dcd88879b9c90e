import type { RunWatch } from './run.ts'

export interface Progress extends RunWatch {
  /** Number of pages to come, once it is known. */
  expect(pages: number): void
  end(): void
  /** The pages that took longest in this run. */
  slowest(): readonly { readonly id: string; readonly ms: number }[]
}

/** Where a run stands. */
export interface Standing {
  readonly done: number
  readonly expected?: number
  readonly clean: number
  readonly rejected: number
  readonly failed: number
  /** Pages a second, those taken over from an earlier run not counted. */
  readonly rate: number
}

/** Somewhere a standing is shown, as often as its reader likes. */
export interface Display {
  show(standing: Standing): void
  end(): void
}

const SLOWEST = 5

/** Counts what becomes of the pages of a run, and keeps `display` up to date. */
export function progress(display: Display, now = () => performance.now()): Progress {
  const began = now()
  const counts = { clean: 0, rejected: 0, failed: 0 }
  const slow: { id: string; ms: number }[] = []
  let kept = 0
  let expected: number | undefined

  function show(): void {
    const done = counts.clean + counts.rejected + counts.failed
    const rate = ((done - kept) / Math.max(now() - began, 1)) * 1000
    display.show({ done, ...counts, rate, ...(expected !== undefined && { expected }) })
  }
  return {
    page(status, ms, name) {
      counts[status]++
      if (slow.length < SLOWEST || ms > slow.at(-1)!.ms) {
        slow.push({ id: name(), ms })
        slow.sort((a, b) => b.ms - a.ms)
        slow.splice(SLOWEST)
      }
      show()
    },
    kept(before) {
      for (const status of ['clean', 'rejected', 'failed'] as const) counts[status] += before[status]
      kept += before.clean + before.rejected + before.failed
      show()
    },
    expect(pages) {
      expected = pages
    },
    end: () => display.end(),
    slowest: () => slow,
  }
}
