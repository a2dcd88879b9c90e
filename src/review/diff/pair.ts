import type { Outcome } from '../../core/article.ts'

/** One page in two runs; one side is missing where only the other run has it. */
export interface Pair {
  readonly id: string
  readonly a?: Outcome
  readonly b?: Outcome
}

/**
 * Brings the pages of two runs together by id, reading both in step: what stands in the same order is never held, and
 * what does not waits for its other half. A name that comes several times is paired in order.
 */
export async function* pairPages(a: AsyncIterable<Outcome>, b: AsyncIterable<Outcome>): AsyncGenerator<Pair> {
  const [left, right] = [side(a), side(b)]
  try {
    for (;;) {
      const [one, other] = await Promise.all([left.next(), right.next()])
      if (one === undefined && other === undefined) break
      if (one !== undefined && one.id === other?.id && !left.waits(one.id) && !right.waits(one.id)) {
        yield { id: one.id, a: one, b: other }
        continue
      }
      if (one) left.put(one)
      if (other) right.put(other)
      for (const id of new Set([one?.id, other?.id])) {
        if (id === undefined || !left.waits(id) || !right.waits(id)) continue
        yield { id, a: left.take(id)!, b: right.take(id)! }
      }
    }
    for (const page of left.rest()) yield { id: page.id, a: page }
    for (const page of right.rest()) yield { id: page.id, b: page }
  } finally {
    await Promise.all([left.close(), right.close()])
  }
}

function side(pages: AsyncIterable<Outcome>) {
  const iterator = pages[Symbol.asyncIterator]()
  const waiting = new Map<string, Outcome[]>()
  return {
    async next(): Promise<Outcome | undefined> {
      const { done, value } = await iterator.next()
      return done ? undefined : value
    },
    waits: (id: string) => waiting.has(id),
    put(page: Outcome) {
      waiting.set(page.id, [...(waiting.get(page.id) ?? []), page])
    },
    take(id: string): Outcome | undefined {
      const [first, ...others] = waiting.get(id) ?? []
      if (others.length > 0) waiting.set(id, others)
      else waiting.delete(id)
      return first
    },
    rest: () => [...waiting.values()].flat(),
    close: async () => void (await iterator.return?.()),
  }
}
