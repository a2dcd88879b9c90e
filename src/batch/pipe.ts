import type { Writable } from 'node:stream'
import { BYTES_IN_HAND, windowFor } from './clean-all.ts'
import { type Input, isUnread, sizeOf } from './input.ts'
import { inOrder } from './order.ts'
import { refusedOutcome } from './outcome.ts'
import { type Pool, type PoolOptions, startPool } from './pool.ts'
import { lineOf, readRecord } from './record.ts'
import { stopAfter, untilStopped } from './stop.ts'

export interface PipeOptions {
  readonly pool: PoolOptions
  readonly concurrency: number
  readonly signal?: AbortSignal
  readonly failFast?: boolean
}

/**
 * Cleans a stream of inputs to a stream of outcomes, one JSON record a line, in order, each written as soon as it is
 * there: a program that writes one record and waits for the answer gets it. Nothing is kept, so a name may come twice.
 * Returns how many failed. Ends quietly where the reader has gone away.
 */
export async function pipe(
  inputs: AsyncIterable<Input>,
  to: Writable,
  options: PipeOptions,
): Promise<{ pages: number; failed: number; gone: boolean; unread: boolean }> {
  const { concurrency, failFast } = options
  const stop = stopAfter(options.signal)
  const pool = startPool(options.pool)
  let gone: NodeJS.ErrnoException | undefined
  let pages = 0
  let failed = 0
  let opened = 0
  to.on('error', (error) => {
    gone = error
  })
  try {
    const outcomes = inOrder(untilStopped(inputs, stop), (input) => cleanOne(pool, input), {
      concurrency,
      window: windowFor(concurrency),
      weigh: sizeOf,
      budget: BYTES_IN_HAND,
      signal: stop.hard,
    })
    for await (const { status, line, unread } of outcomes) {
      pages++
      if (!unread) opened++
      if (status === 'failed') failed++
      if (!to.write(line) && !gone) await drained(to)
      if (gone || to.destroyed || (failFast && status === 'failed')) break
    }
  } finally {
    stop.release()
    pool.close()
  }
  // a reader that has seen enough is no error; a full disk behind standard output is
  if (gone && gone.code !== 'EPIPE') throw gone
  return { pages, failed, gone: gone !== undefined || to.destroyed, unread: opened === 0 }
}

/** Until there is room again, or never will be. */
function drained(to: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      to.off('drain', done).off('close', done)
      resolve()
    }
    if (to.destroyed) resolve()
    else to.on('drain', done).on('close', done)
  })
}

async function cleanOne(
  pool: Pool,
  input: Input,
): Promise<{ status: string; line: string; unread: boolean }> {
  const unread = isUnread(input)
  if ('refused' in input)
    return { status: input.status, line: `${JSON.stringify(refusedOutcome(input))}\n`, unread }
  const { status, record } = await pool.clean(input)
  return { status, line: lineOf(readRecord(record)), unread }
}
