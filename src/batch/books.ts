import { createHash } from 'node:crypto'
import { type Expected, nameMark } from './assemble-run.ts'
import { seen, uniqueIds } from './seen.ts'
import type { Shard } from './shard.ts'

/** Every `of`-th shard, from `index` (1-based). */
export interface Part {
  readonly index: number
  readonly of: number
}

export type Books = ReturnType<typeof openBooks>

/** Keeps the books of what came in, apart from the books of what went out. */
export function openBooks(only: Part | undefined) {
  const contents = seen()
  const hash = createHash('sha256')
  const names = createHash('sha256')
  let shards = 0
  let inputs = 0
  let repeatedIds = 0
  let repeatedContents = 0
  let ownShards = 0
  let ownInputs = 0
  let ownFailed = 0
  const unique = uniqueIds()
  const mine = (index: number): boolean => !only || index % only.of === only.index - 1
  return {
    mine,
    name(id: string): string {
      const name = unique(id)
      if (name !== id) repeatedIds++
      names.update(nameMark(name))
      return name
    },
    content(digest: Buffer): void {
      if (!contents.add(digest)) repeatedContents++
    },
    shard(shard: Shard): void {
      shards++
      inputs += shard.count
      hash.update(shard.digest)
      if (!mine(shard.index)) return
      ownShards++
      ownInputs += shard.count
    },
    failed(n: number): void {
      ownFailed += n
    },
    own: () => ({ shards: ownShards, inputs: ownInputs, failed: ownFailed }),
    total: (): Expected => ({
      shards,
      inputs,
      digest: hash.copy().digest('hex'),
      names: names.copy().digest('hex'),
      repeatedIds,
      repeatedContents,
    }),
  }
}
