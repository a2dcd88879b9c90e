import type { RunWatch } from './run.ts'
import { clock } from './terminal.ts'

export interface Progress extends RunWatch {
  /** Number of pages to come, once it is known. */
  expect(pages: number): void
  end(): void
  /** The pages that took longest in this run. */
  slowest(): readonly { readonly id: string; readonly ms: number }[]
}

export interface ProgressOptions {
  readonly to: { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown }
  readonly quiet: boolean
  readonly now?: () => number
}

const REDRAW = 200
const LOG_EVERY = 30_000
const SLOWEST = 5
const WIDTH = 24

/** One line, redrawn, on a terminal; elsewhere a line of log now and then; nothing where quiet. */
export function progress({ to, quiet, now = () => performance.now() }: ProgressOptions): Progress {
  const began = now()
  const counts = { clean: 0, rejected: 0, failed: 0 }
  const slow: { id: string; ms: number }[] = []
  let done = 0
  let kept = 0
  let expected: number | undefined
  let drawn = began
  let dirty = false

  function line(): string {
    const elapsed = now() - began
    const rate = ((done - kept) / Math.max(elapsed, 1)) * 1000
    const parts = [`${done}${expected === undefined ? '' : `/${expected}`} pages`, `${rate.toFixed(1)}/s`]
    if (expected !== undefined && rate > 0) parts.push(`${clock(((expected - done) / rate) * 1000)} left`)
    const { clean, rejected, failed } = counts
    parts.push(`${clean} clean, ${rejected} rejected, ${failed} failed`)
    return parts.join('  ')
  }
  function bar(): string {
    if (!expected) return ''
    const full = Math.min(WIDTH, Math.round((done / expected) * WIDTH))
    return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} `
  }
  function draw(): void {
    if (quiet || now() - drawn < (to.isTTY ? REDRAW : LOG_EVERY)) return
    drawn = now()
    dirty = true
    to.write(to.isTTY ? `\r${`${bar()}${line()}`.slice(0, (to.columns ?? 80) - 1)}\u001b[K` : `${line()}\n`)
  }
  return {
    page(status, ms, name) {
      done++
      counts[status]++
      if (slow.length < SLOWEST || ms > slow.at(-1)!.ms) {
        slow.push({ id: name(), ms })
        slow.sort((a, b) => b.ms - a.ms)
        slow.splice(SLOWEST)
      }
      draw()
    },
    kept(before) {
      for (const status of ['clean', 'rejected', 'failed'] as const) counts[status] += before[status]
      const pages = before.clean + before.rejected + before.failed
      done += pages
      kept += pages
      draw()
    },
    expect(pages) {
      expected = pages
    },
    end() {
      if (dirty && to.isTTY) to.write('\r\u001b[K')
    },
    slowest: () => slow,
  }
}
