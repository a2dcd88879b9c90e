import { createHash } from 'node:crypto'
import { type Input, sizeOf } from './input.ts'
import { digestOfParcel } from './parcel.ts'

/** Consecutive inputs that are cleaned, written and marked done together. */
export interface Shard {
  readonly index: number
  /** Number of inputs, also where they are not kept. */
  readonly count: number
  /** Empty where the shard is another runner's. */
  readonly members: readonly Input[]
  /** Whether the inputs end with it. */
  readonly last: boolean
}

export interface ShardOptions {
  /** Inputs of a shard; fewer where their bytes reach {@link SHARD_BYTES}. */
  readonly pages: number
  /** Which shards are this runner's. */
  readonly mine: (index: number) => boolean
  /** Told every input, in order. */
  readonly note: (input: Input) => void
}

/** A shard is closed when its inputs reach this many bytes, so that it can be held in memory. */
export const SHARD_BYTES = 32 * 1024 * 1024

/** Cuts a stream of inputs into shards, one at least. Where they are cut follows from the inputs alone. */
export async function* cutShards(inputs: AsyncIterable<Input>, options: ShardOptions): AsyncGenerator<Shard> {
  let members: Input[] = []
  let count = 0
  let bytes = 0
  let index = 0
  // a full shard waits for the next input: only then it is known not to be the last one
  let full: Shard | undefined
  for await (const input of inputs) {
    if (full) yield full
    full = undefined
    options.note(input)
    if (options.mine(index)) members.push(input)
    count++
    bytes += sizeOf(input)
    if (count < options.pages && bytes < SHARD_BYTES) continue
    full = { index: index++, count, members, last: false }
    members = []
    count = 0
    bytes = 0
  }
  yield { ...(full ?? { index, count, members }), last: true }
}

/** Digest of an input, told without cleaning it. */
export async function digestOfInput(input: Input): Promise<string> {
  if ('refused' in input) return createHash('sha256').update(JSON.stringify(input)).digest('base64url')
  return digestOfParcel(input.parcel, input.place)
}

/** Digest of a shard, of those of its inputs in order. */
export const digestOfShard = (inputs: readonly string[]): string =>
  createHash('sha256').update(inputs.join('\n')).digest('hex')

/** The same, told without cleaning any. */
export async function digestOfMembers(members: readonly Input[]): Promise<string> {
  const digests: string[] = []
  for (const member of members) digests.push(await digestOfInput(member))
  return digestOfShard(digests)
}

/** Pages this small are handed over together, so many and so many bytes at most: handing over costs as much as a page. */
const SMALL = 16 * 1024
const MOST = 16
const MOST_BYTES = 64 * 1024

/** Neighbours that are worth handing over together; every other input is a group of its own. */
export function* groupsOf(members: readonly Input[]): Generator<readonly Input[]> {
  let group: Input[] = []
  let bytes = 0
  for (const member of members) {
    const small = !('refused' in member) && member.size <= SMALL
    const full = group.length === MOST || bytes + sizeOf(member) > MOST_BYTES
    if (group.length > 0 && (!small || full)) {
      yield group
      group = []
      bytes = 0
    }
    if (!small) yield [member]
    else {
      group.push(member)
      bytes += member.size
    }
  }
  if (group.length > 0) yield group
}
