/** Milliseconds pages in hand get after a signal to stop. */
export const PATIENCE = 4000

/** A soft stop that turns hard: nothing new is begun once `soft` fires, and what is in hand is given up when `hard` does. */
export interface Stop {
  readonly hard: AbortSignal
  stopped(): boolean
  release(): void
}

export function stopAfter(soft: AbortSignal | undefined, patience = PATIENCE): Stop {
  const hard = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const harden = (): void => {
    timer = setTimeout(() => hard.abort(soft?.reason), patience)
  }
  if (soft?.aborted) harden()
  else soft?.addEventListener('abort', harden, { once: true })
  return {
    hard: hard.signal,
    stopped: () => soft?.aborted ?? false,
    release() {
      clearTimeout(timer)
      soft?.removeEventListener('abort', harden)
    },
  }
}

/** The items that come before the stop. */
export async function* untilStopped<T>(items: AsyncIterable<T>, stop: Stop): AsyncGenerator<T> {
  for await (const item of items) {
    if (stop.stopped()) return
    yield item
  }
}
