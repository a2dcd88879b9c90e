import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Outcome } from '../core/article.ts'
import { BYTES_IN_HAND, weightOf, windowFor } from './clean-all.ts'
import { type Input, reasonOf } from './input.ts'
import { inOrder } from './order.ts'
import { refusedOutcome, without } from './outcome.ts'
import { type PoolOptions, startPool } from './pool.ts'
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
): Promise<{ pages: number; failed: number; gone: boolean }> {
  const { concurrency, failFast } = options
  const stop = stopAfter(options.signal)
  const pool = startPool(options.pool)
  let gone: NodeJS.ErrnoException | undefined
  let pages = 0
  let failed = 0
  to.on('error', (error) => {
    gone = error
  })
  try {
    const outcomes = inOrder(untilStopped(inputs, stop), (input) => cleanOne(pool, input), {
      concurrency,
      window: windowFor(concurrency),
      weigh: (input) => ('refused' in input ? 0 : input.size),
      budget: BYTES_IN_HAND,
      signal: stop.hard,
    })
    for await (const outcome of outcomes) {
      pages++
      if (outcome.status === 'failed') failed++
      if (!to.write(`${JSON.stringify(outcome)}\n`) && !gone)
        await Promise.race([once(to, 'drain'), once(to, 'close')]).catch(() => {})
      if (gone || to.destroyed || (failFast && outcome.status === 'failed')) break
    }
  } finally {
    stop.release()
    pool.close()
  }
  // a reader that has seen enough is no error; a full disk behind standard output is
  if (gone && gone.code !== 'EPIPE') throw gone
  return { pages, failed, gone: gone !== undefined || to.destroyed }
}

async function cleanOne(pool: ReturnType<typeof startPool>, input: Input): Promise<Outcome> {
  if ('refused' in input) return refusedOutcome(input)
  const loaded = await input.load().catch((error: unknown) => ({ reason: reasonOf(error) }))
  if ('reason' in loaded) return without(input, 'failed', loaded.reason)
  return pool.clean({ ...loaded, id: input.id }, weightOf(loaded))
}
