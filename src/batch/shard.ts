import { createHash } from 'node:crypto'
import { type Input, placeOf, sizeOf } from './input.ts'
import type { Part } from './lock.ts'
import { digestOfParcel } from './parcel.ts'

/** What is to be cleaned: one stream, or the splits of a list, each opened only by those who work on it. */
export type Inputs =
  | AsyncIterable<Input>
  | { readonly splits: number; open(split: number): AsyncIterable<Input> }

/** All of them as one stream. */
export async function* streamOf(inputs: Inputs): AsyncGenerator<Input> {
  if ('splits' in inputs) for (let at = 0; at < inputs.splits; at++) yield* inputs.open(at)
  else yield* inputs
}

export interface ShardId {
  /** Of the list; 0 where there is one stream. */
  readonly split: number
  /** Number in the split, from 0. */
  readonly index: number
}

/** Consecutive inputs of one split that are cleaned, written and marked done together. */
export interface Shard extends ShardId {
  /** Number of inputs, also where they are not kept. */
  readonly count: number
  /** Empty where the shard is another runner's. */
  readonly members: readonly Input[]
  /** Of a split's last shard: what the split holds, so that others can tell whether every shard is there. */
  readonly whole?: Whole
}

/** What a source handed out. */
export interface Whole {
  readonly shards: number
  readonly inputs: number
  /** Digest of the places the inputs were found at, in order. */
  readonly places: string
}

export interface ShardOptions {
  /** Inputs of a shard; fewer where their bytes reach {@link SHARD_BYTES}. */
  readonly pages: number
  /** Keep the inputs of this part only. */
  readonly only: Part | undefined
  /** Told every input that is read, in order. */
  readonly note: (input: Input) => void
}

/** A shard is closed when its inputs reach this many bytes, so that it can be held in memory. */
const SHARD_BYTES = 32 * 1024 * 1024

/** Whether a shard is of a part: every N-th shard of a stream, every N-th split of a list. */
export const isOf = (part: Part | undefined, listed: boolean, { split, index }: ShardId): boolean =>
  !part || (listed ? split : index) % part.of === part.index - 1

/**
 * Cuts inputs into shards, one at least of a stream and of each split of a list. Where they are cut follows from the inputs
 * alone. Splits of other parts are not opened.
 */
export async function* cutShards(inputs: Inputs, options: ShardOptions): AsyncGenerator<Shard> {
  if (!('splits' in inputs)) yield* cutStream(inputs, 0, options, (id) => isOf(options.only, false, id))
  else
    for (let split = 0; split < inputs.splits; split++)
      if (isOf(options.only, true, { split, index: 0 }))
        yield* cutStream(inputs.open(split), split, options, () => true)
}

async function* cutStream(
  inputs: AsyncIterable<Input>,
  split: number,
  options: ShardOptions,
  isMine: (id: ShardId) => boolean,
): AsyncGenerator<Shard> {
  const places = createHash('sha256')
  let members: Input[] = []
  let count = 0
  let bytes = 0
  let index = 0
  let all = 0
  // a full shard waits for the next input: only then it is known not to be the last one
  let full: Shard | undefined
  for await (const input of inputs) {
    if (full) yield full
    full = undefined
    options.note(input)
    places.update(placeMark(placeOf(input)))
    all++
    if (isMine({ split, index })) members.push(input)
    count++
    bytes += sizeOf(input)
    if (count < options.pages && bytes < SHARD_BYTES) continue
    full = { split, index: index++, count, members }
    members = []
    count = 0
    bytes = 0
  }
  const last = full ?? { split, index, count, members }
  yield { ...last, whole: { shards: last.index + 1, inputs: all, places: places.digest('hex') } }
}

/** What a place adds to the digest of places. */
export const placeMark = (place: string): string => `${place.length}:${place}`

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
