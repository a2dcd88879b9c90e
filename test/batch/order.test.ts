import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOrder } from '../../src/batch/order.ts'
import { collect } from './bytes-of.ts'

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
async function ticks(n: number): Promise<void> {
  for (let at = 0; at < n; at++) await tick()
}

describe('results in order', () => {
  it('come in the order of the items however long each takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(5), { maxLength: 40 }),
        fc.integer({ min: 1, max: 8 }),
        async (delays, concurrency) => {
          const items = delays.map((delay, at) => ({ delay, at }))
          const work = async ({ delay, at }: { delay: number; at: number }): Promise<number> => {
            await ticks(delay)
            return at
          }
          expect(await collect(inOrder(items, work, { concurrency, window: concurrency * 2 }))).toEqual(
            delays.map((_, at) => at),
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  it('hold up the source: never more in hand than the window or the budget', async () => {
    let handed = 0
    let taken = 0
    let most = 0
    function* source(): Generator<number> {
      for (let at = 0; at < 200; at++) {
        handed++
        most = Math.max(most, handed - taken)
        yield at
      }
    }
    const check = async (options: object): Promise<number> => {
      handed = 0
      taken = 0
      most = 0
      for await (const _ of inOrder(source(), async (n) => n, { concurrency: 2, window: 10, ...options })) {
        taken++
        await ticks(2)
      }
      expect(taken).toBe(200)
      return most
    }
    expect(await check({})).toBeLessThanOrEqual(11)
    expect(await check({ weigh: () => 10, budget: 30 })).toBeLessThanOrEqual(4)
  })

  it('never run more than the concurrency', async () => {
    let running = 0
    let most = 0
    const work = async (): Promise<void> => {
      most = Math.max(most, ++running)
      await ticks(3)
      running--
    }
    await collect(inOrder(Array(50).fill(0), work, { concurrency: 3, window: 20 }))
    expect(most).toBe(3)
  })

  it('are handed on while the source waits for its next item', async () => {
    let release = (): void => {}
    async function* source(): AsyncGenerator<string> {
      yield 'first'
      await new Promise<void>((resolve) => {
        release = resolve
      })
      yield 'second'
    }
    const results = inOrder(source(), async (text) => text.toUpperCase(), { concurrency: 4, window: 8 })
    expect((await results.next()).value).toBe('FIRST')
    release()
    expect((await results.next()).value).toBe('SECOND')
  })

  it('come before the error of the source', async () => {
    async function* source(): AsyncGenerator<number> {
      yield 1
      yield 2
      throw new Error('source broke')
    }
    const got: number[] = []
    const all = async (): Promise<void> => {
      for await (const n of inOrder(source(), async (n) => n, { concurrency: 2, window: 4 })) got.push(n)
    }
    await expect(all()).rejects.toThrow('source broke')
    expect(got).toEqual([1, 2])
  })

  it('end with the signal, even while everything hangs, and close the source', async () => {
    const controller = new AbortController()
    const never = new Promise<never>(() => {})
    let closed = false
    function* source(): Generator<number> {
      try {
        yield 1
        yield 2
      } finally {
        closed = true
      }
    }
    const results = inOrder(source(), () => never, { concurrency: 1, window: 1, signal: controller.signal })
    const next = results.next()
    await tick()
    controller.abort(new Error('enough'))
    await expect(next).rejects.toThrow('enough')
    await tick()
    expect(closed).toBe(true)
  })

  it('ask the source for nothing more once the caller has gone', async () => {
    let handed = 0
    function* source(): Generator<number> {
      for (;;) yield handed++
    }
    for await (const n of inOrder(source(), async (n) => n, { concurrency: 1, window: 3 })) if (n === 5) break
    const then = handed
    await ticks(5)
    expect(handed).toBe(then)
  })
})
