import { createHash, type Hash } from 'node:crypto'
import type { Dump } from '../core/dump.ts'
import { weightOf } from './clean-all.ts'
import { failedInput, type Input, LARGEST_PAGE, type RefusedInput, reasonOf, refusal } from './input.ts'

/** A page with its bytes in hand, under a name no other input of the run has. */
export interface LoadedPage {
  readonly dump: Dump & { readonly id: string }
  readonly size: number
}
export type Member = LoadedPage | RefusedInput

/** Consecutive inputs that are cleaned, written and marked done together. */
export interface Shard {
  readonly index: number
  /** Number of inputs, also where they were not loaded. */
  readonly count: number
  /** Empty where the shard is another runner's. */
  readonly members: readonly Member[]
  /** SHA-256 over names and contents, in order. */
  readonly digest: string
}

export interface ShardOptions {
  /** Inputs of a shard; fewer where their bytes reach {@link SHARD_BYTES}. */
  readonly pages: number
  /** Which shards are this runner's. */
  readonly mine: (index: number) => boolean
  readonly name: (id: string) => string
  /** Told every content digest, in order. */
  readonly content?: (digest: Buffer) => void
}

/** A shard is closed when its inputs reach this many bytes, so that it can be held in memory. */
export const SHARD_BYTES = 32 * 1024 * 1024

/** Cuts a stream of inputs into shards. Where they are cut follows from the inputs alone. */
export async function* cutShards(inputs: AsyncIterable<Input>, options: ShardOptions): AsyncGenerator<Shard> {
  let members: Member[] = []
  let count = 0
  let bytes = 0
  let index = 0
  let hash = createHash('sha256')
  const close = (): Shard => {
    const shard = { index: index++, count, members, digest: hash.digest('hex') }
    members = []
    count = 0
    bytes = 0
    hash = createHash('sha256')
    return shard
  }
  for await (const input of inputs) {
    const id = options.name(input.id)
    if (options.mine(index)) {
      const member = await loadMember(input, id)
      const content = 'refused' in member ? undefined : contentDigest(member.dump)
      if (content) options.content?.(content)
      hash.update(digestOf(member, content))
      members.push(member)
    }
    count++
    bytes += 'refused' in input ? 0 : input.size
    if (count >= options.pages || bytes >= SHARD_BYTES) yield close()
  }
  if (count > 0) yield close()
}

async function loadMember(input: Input, id: string): Promise<Member> {
  if ('refused' in input) return { ...input, id }
  try {
    const dump = { ...(await input.load()), id }
    const size = weightOf(dump)
    if (size > LARGEST_PAGE) throw refusal('too-large', `is larger than ${LARGEST_PAGE} bytes`)
    return { dump, size }
  } catch (error) {
    return failedInput(id, input.path, reasonOf(error))
  }
}

/** Parts are told apart by their lengths, so that no two members can read alike. */
function add(hash: Hash, part: string | Uint8Array | undefined): void {
  hash.update(part === undefined ? '-;' : `${typeof part === 'string' ? 's' : 'b'}${part.length};`)
  if (part !== undefined) hash.update(part)
}

function digestOf(member: Member, content: Buffer | undefined): Buffer {
  const hash = createHash('sha256')
  if ('refused' in member) add(hash, JSON.stringify(member))
  else {
    const { id, path, url, contentType, retrieved, html, text } = member.dump
    const kind = html !== undefined ? 'html' : text !== undefined ? 'text' : 'bytes'
    for (const part of [id, path, url, contentType, retrieved, kind, content]) add(hash, part)
  }
  return hash.digest()
}

const contentDigest = (dump: Dump): Buffer =>
  createHash('sha256')
    .update(dump.bytes ?? dump.html ?? dump.text ?? '')
    .digest()
