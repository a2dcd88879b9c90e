import { createHash } from 'node:crypto'
import { type Input, isUnread } from './input.ts'
import type { Shard, ShardId, Whole } from './shard.ts'
import type { Tally } from './tally.ts'

/** What the source handed out, counted apart from what was written. */
export interface Expected {
  readonly splits: readonly Whole[]
  readonly inputs: number
  /** Digest of the inputs, by shard. */
  readonly digest: string
}

export type Books = ReturnType<typeof openBooks>

/** Keeps the books of what came in, apart from the books of what went out. */
export function openBooks() {
  const digests: string[][] = []
  const splits: Whole[] = []
  const own = { shards: 0, inputs: 0, failed: 0 }
  let opened = 0
  let shards = 0
  return {
    note(input: Input): void {
      if (!isUnread(input)) opened++
    },
    /** A shard came in; of one that is another part's, only its number is known. */
    shard({ split, count, whole }: Shard, mine: boolean): void {
      shards++
      if (whole) splits[split] = whole
      if (!mine) return
      own.shards++
      own.inputs += count
    },
    /** A shard is done. */
    done({ split, index }: ShardId, digest: string, failed: number): void {
      digests[split] ??= []
      digests[split][index] = digest
      own.failed += failed
    },
    /** Whether not one input of those that were read, for any part, could be opened. A part may have no splits of its own. */
    unread: () => shards > 0 && opened === 0,
    own: () => own,
    /** Those that are done, in order. */
    shards: (): readonly ShardId[] =>
      digests.flatMap((all, split) => all.flatMap((_, index) => ({ split, index }))),
    total: (): Expected => expectedOf(splits, digests),
  }
}

/** `digests`: of the shards of each split. */
export const expectedOf = (splits: readonly Whole[], digests: readonly (readonly string[])[]): Expected => ({
  splits,
  inputs: splits.reduce((sum, { inputs }) => sum + inputs, 0),
  digest: createHash('sha256').update(digests.flat().join('\n')).digest('hex'),
})

/** Every input exactly once, in exactly one of the three ways. `places`: digests of the places of each split. */
export function checkAccounts(report: Tally, expected: Expected, places: readonly string[]): void {
  const { in: seen, clean, rejected, failed } = report
  const sum = seen === expected.inputs && seen === clean + rejected + failed
  if (sum && expected.splits.some((split, at) => split.places !== places[at]))
    throw new Error('the accounts do not add up: not every page has its own record')
  if (sum) return
  throw new Error(
    `the accounts do not add up: ${expected.inputs} pages in, ${seen} recorded (${clean} clean, ${rejected} rejected, ${failed} failed)`,
  )
}
