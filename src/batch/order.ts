import PQueue from 'p-queue'

export interface OrderOptions<T> {
  readonly concurrency: number
  /** Items begun or waiting before the oldest unfinished one holds up the source. */
  readonly window: number
  /** What an item weighs, and how much may be in hand at once (one item always may). */
  readonly weigh?: (item: T) => number
  readonly budget?: number
  readonly signal?: AbortSignal
}

interface InHand<R> {
  readonly done: Promise<R>
  readonly weight: number
  settled: boolean
}

/**
 * Maps a stream, several items at a time, and yields the results in the order of the items, each as soon as it and
 * all before it are there, even while the source has nothing new. The source is asked only for what there is room for.
 * An error of the source is thrown after the results of what came before it.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T> | Iterable<T>,
  work: (item: T) => Promise<R>,
  options: OrderOptions<T>,
): AsyncGenerator<R, void, undefined> {
  const { concurrency, window, signal, weigh = () => 0, budget = Number.POSITIVE_INFINITY } = options
  const queue = new PQueue({ concurrency })
  const hand: InHand<R>[] = []
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
  let weight = 0
  let ended = false
  let asking = false
  let failure: { error: unknown } | undefined
  // one promise at a time: racing long-lived ones would remember every race
  let wake = (): void => {}
  const onAbort = (): void => wake()
  signal?.addEventListener('abort', onAbort)

  async function ask(): Promise<void> {
    asking = true
    try {
      const next = await iterator.next()
      if (next.done) ended = true
      else take(next.value)
    } catch (error) {
      failure = { error }
      ended = true
    }
    asking = false
    wake()
  }
  function take(item: T): void {
    const entry: InHand<R> = { done: queue.add(() => work(item)), weight: weigh(item), settled: false }
    const settle = (): void => {
      entry.settled = true
      wake()
    }
    entry.done.then(settle, settle)
    hand.push(entry)
    weight += entry.weight
  }

  try {
    while (!ended || hand.length > 0) {
      signal?.throwIfAborted()
      const room = hand.length < window && (weight < budget || hand.length === 0)
      if (!ended && !asking && room) void ask()
      if (hand[0]?.settled) {
        const oldest = hand.shift()!
        weight -= oldest.weight
        yield await oldest.done
      } else if (!ended || hand.length > 0)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
    if (failure) throw failure.error
  } finally {
    signal?.removeEventListener('abort', onAbort)
    queue.clear()
    // a source that waits for its next item cannot be stopped by waiting for it
    if (!ended) void Promise.resolve(iterator.return?.()).catch(() => {})
  }
}
