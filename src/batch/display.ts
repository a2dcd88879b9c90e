import type { Writable } from 'node:stream'
import type { Display, Standing } from './progress.ts'
import { clock } from './terminal.ts'

type Terminal = Writable & { readonly isTTY?: boolean; readonly columns?: number }

export interface DisplayOptions {
  readonly to: Terminal
  readonly quiet: boolean
  readonly now?: () => number
}

const LOG_EVERY = 30_000
/** Redraws a second. */
const FPS = 5
/** Characters of the bar at most, and those the rest of the line wants. */
const WIDTH = 24
const WORDS = 76

/** A bar on a terminal; elsewhere a line of log now and then; nothing where quiet. */
export async function displayOn({
  to,
  quiet,
  now = () => performance.now(),
}: DisplayOptions): Promise<Display> {
  if (quiet) return { show() {}, end() {} }
  return to.isTTY ? bar(to) : log(to, now)
}

/** `12/40 pages  3.1/s  0:09 left  10 clean, 1 rejected, 1 failed`; `12 pages  30%  ...` where only bytes are known. */
function lineOf({ done, expected, share, left, clean, rejected, failed, rate }: Standing): string {
  const parts = [`${done}${expected === undefined ? '' : `/${expected}`} pages`]
  if (expected === undefined && share !== undefined) parts.push(`${Math.floor(share * 100)}%`)
  parts.push(`${rate.toFixed(1)}/s`)
  if (left !== undefined) parts.push(`${clock(left)} left`)
  parts.push(`${clean} clean, ${rejected} rejected, ${failed} failed`)
  return parts.join('  ')
}

async function bar(to: Terminal): Promise<Display> {
  const {
    default: { Format, SingleBar },
  } = await import('cli-progress')
  let standing: Standing = { done: 0, clean: 0, rejected: 0, failed: 0, rate: 0 }
  const drawn = new SingleBar({
    stream: to,
    fps: FPS,
    barsize: Math.max(4, Math.min(WIDTH, (to.columns ?? 80) - WORDS)),
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    // cut at the width of the terminal
    linewrap: true,
    // this program has its own way to end on a signal
    gracefulExit: false,
    format: (options, { progress }) =>
      `${standing.share === undefined ? '' : `${Format.BarFormat(progress, options)} `}${lineOf(standing)}`,
  })
  drawn.start(1, 0)
  return {
    show(next) {
      standing = next
      drawn.setTotal(1)
      drawn.update(next.share ?? 0)
    },
    end: () => drawn.stop(),
  }
}

function log(to: Writable, now: () => number): Display {
  let said = now()
  return {
    show(standing) {
      if (now() - said < LOG_EVERY) return
      said = now()
      to.write(`${lineOf(standing)}\n`)
    },
    end() {},
  }
}
