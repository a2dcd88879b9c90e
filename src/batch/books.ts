import { createHash } from 'node:crypto'
import { type Expected, placeMark } from './assemble-run.ts'
import { type Input, placeOf } from './input.ts'
import type { Shard } from './shard.ts'

/** Every `of`-th shard, from `index` (1-based). */
export interface Part {
  readonly index: number
  readonly of: number
}

export type Books = ReturnType<typeof openBooks>

/** Keeps the books of what came in, apart from the books of what went out. */
export function openBooks(only: Part | undefined) {
  const places = createHash('sha256')
  const digests: string[] = []
  let shards = 0
  let inputs = 0
  let ownShards = 0
  let ownInputs = 0
  let ownFailed = 0
  const mine = (index: number): boolean => !only || index % only.of === only.index - 1
  return {
    mine,
    note(input: Input): void {
      places.update(placeMark(placeOf(input)))
    },
    shard(shard: Shard): void {
      shards++
      inputs += shard.count
      if (!mine(shard.index)) return
      ownShards++
      ownInputs += shard.count
    },
    /** A shard is done. */
    done(index: number, digest: string, failed: number): void {
      digests[index] = digest
      ownFailed += failed
    },
    own: () => ({ shards: ownShards, inputs: ownInputs, failed: ownFailed }),
    total: (): Expected => ({
      shards,
      inputs,
      digest: createHash('sha256').update(digests.join('\n')).digest('hex'),
      places: places.copy().digest('hex'),
    }),
  }
}
