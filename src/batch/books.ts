import { createHash } from 'node:crypto'
import { type Input, isUnread, placeOf } from './input.ts'
import type { Part } from './lock.ts'
import type { Whole } from './run-folder.ts'
import type { Shard } from './shard.ts'
import type { Tally } from './tally.ts'

/** What the source handed out, counted apart from what was written. */
export interface Expected extends Whole {
  /** Digest of the inputs, by shard. */
  readonly digest: string
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
  let opened = 0
  const mine = (index: number): boolean => !only || index % only.of === only.index - 1
  return {
    mine,
    note(input: Input): void {
      places.update(placeMark(placeOf(input)))
      if (!isUnread(input)) opened++
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
    /** Whether the source had not one input, for any part, that could be opened. */
    unread: () => opened === 0,
    own: () => ({ shards: ownShards, inputs: ownInputs, failed: ownFailed }),
    whole: (): Whole => ({ shards, inputs, places: places.copy().digest('hex') }),
    total: (): Expected => ({
      shards,
      inputs,
      digest: digestOfShards(digests),
      places: places.copy().digest('hex'),
    }),
  }
}

/** Digest of all inputs, of those of the shards in order. */
export const digestOfShards = (digests: readonly string[]): string =>
  createHash('sha256').update(digests.join('\n')).digest('hex')

/** Every input exactly once, in exactly one of the three ways. */
export function checkAccounts(report: Tally, expected: Expected, places: string): void {
  const { in: seen, clean, rejected, failed } = report
  const sum = seen === expected.inputs && seen === clean + rejected + failed
  if (sum && places !== expected.places)
    throw new Error('the accounts do not add up: not every page has its own record')
  if (sum) return
  throw new Error(
    `the accounts do not add up: ${expected.inputs} pages in, ${seen} recorded (${clean} clean, ${rejected} rejected, ${failed} failed)`,
  )
}

/** What a place adds to the digest of places. */
export const placeMark = (place: string): string => `${place.length}:${place}`
