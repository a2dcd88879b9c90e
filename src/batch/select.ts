import { createHash } from 'node:crypto'
import { type Input, placeOf } from './input.ts'

/** The first `n` inputs. */
export async function* first(inputs: AsyncIterable<Input>, n: number): AsyncGenerator<Input> {
  if (n <= 0) return
  let left = n
  for await (const input of inputs) {
    yield input
    if (--left === 0) return
  }
}

/**
 * `n` inputs spread over all of them, the same ones every time: those whose places have the smallest hashes, in the order
 * they came. Holds what it chose until the source ends; files are held by name only.
 */
export async function* sample(inputs: AsyncIterable<Input>, n: number): AsyncGenerator<Input> {
  let chosen: { rank: string; at: number; input: Input }[] = []
  const keep = (): void => {
    chosen = chosen.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.at - b.at)).slice(0, n)
  }
  let at = 0
  for await (const input of inputs) {
    chosen.push({ rank: createHash('sha256').update(placeOf(input)).digest('hex'), at: at++, input })
    if (chosen.length >= 2 * n + 64) keep()
  }
  keep()
  for (const { input } of chosen.sort((a, b) => a.at - b.at)) yield input
}
