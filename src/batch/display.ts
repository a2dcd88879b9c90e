import type { Writable } from 'node:stream'
import type { Display, Standing } from './progress.ts'
import { clock } from './terminal.ts'

export interface DisplayOptions {
  readonly to: Writable & { readonly isTTY?: boolean }
  readonly quiet: boolean
  readonly now?: () => number
}

const LOG_EVERY = 30_000
/** Redraws a second, and characters of the bar. */
const FPS = 5
const WIDTH = 24

/** A bar on a terminal; elsewhere a line of log now and then; nothing where quiet. */
export async function displayOn({
  to,
  quiet,
  now = () => performance.now(),
}: DisplayOptions): Promise<Display> {
  if (quiet) return { show() {}, end() {} }
  return to.isTTY ? bar(to) : log(to, now)
}

/** `12/40 pages  3.1/s  0:09 left  10 clean, 1 rejected, 1 failed` */
function lineOf({ done, expected, clean, rejected, failed, rate }: Standing): string {
  const parts = [`${done}${expected === undefined ? '' : `/${expected}`} pages`, `${rate.toFixed(1)}/s`]
  if (expected !== undefined && rate > 0) parts.push(`${clock(((expected - done) / rate) * 1000)} left`)
  parts.push(`${clean} clean, ${rejected} rejected, ${failed} failed`)
  return parts.join('  ')
}

async function bar(to: Writable): Promise<Display> {
  const {
    default: { Format, SingleBar },
  } = await import('cli-progress')
  let standing: Standing = { done: 0, clean: 0, rejected: 0, failed: 0, rate: 0 }
  const drawn = new SingleBar({
    stream: to,
    fps: FPS,
    barsize: WIDTH,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    // cut at the width of the terminal
    linewrap: true,
    // this program has its own way to end on a signal
    gracefulExit: false,
    format: (options, { progress }) =>
      `${standing.expected === undefined ? '' : `${Format.BarFormat(progress, options)} `}${lineOf(standing)}`,
  })
  drawn.start(0, 0)
  return {
    show(next) {
      standing = next
      drawn.setTotal(next.expected ?? 0)
      drawn.update(next.done)
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
