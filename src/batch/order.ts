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
  const aborted = abortion(signal)
  let weight = 0
  let ended = false
  let failure: { error: unknown } | undefined
  let coming: Promise<'came'> | undefined

  const ask = (): Promise<'came'> =>
    Promise.resolve()
      .then(() => iterator.next())
      .then(take, (error: unknown) => {
        failure = { error }
        ended = true
      })
      .then(() => {
        coming = undefined
        return 'came' as const
      })
  const take = (next: IteratorResult<T, unknown>): void => {
    if (next.done) {
      ended = true
      return
    }
    const item = next.value
    const done = queue.add(() => work(item))
    done.catch(() => {})
    hand.push({ done, weight: weigh(item) })
    weight += weigh(item)
  }

  try {
    while (!ended || hand.length > 0) {
      signal?.throwIfAborted()
      const room = hand.length < window && (weight < budget || hand.length === 0)
      if (!ended && room) coming ??= ask()
      const first = hand[0]?.done.then(() => 'done' as const)
      const which = await Promise.race([aborted, ...(first ? [first] : []), ...(coming ? [coming] : [])])
      if (which !== 'done') continue
      const oldest = hand.shift()!
      weight -= oldest.weight
      yield await oldest.done
    }
    if (failure) throw failure.error
  } finally {
    queue.clear()
    // a source that waits for its next item cannot be stopped by waiting for it
    if (!ended) void Promise.resolve(iterator.return?.()).catch(() => {})
  }
}

/** Rejects when the signal fires; never settles otherwise. */
function abortion(signal: AbortSignal | undefined): Promise<never> {
  const promise = new Promise<never>((_, reject) => {
    if (signal) signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  promise.catch(() => {})
  return promise
}
