import { hash53 } from '../core/hash.ts'
import { bandsOf, jaccard, shinglesOf } from '../twins/sketch.ts'
import { openScratch, sortedSums } from './sorted-sums.ts'

/** A text that may have twins. */
export interface TwinRecord {
  readonly id: string
  readonly text: string
  /** ISO 8601; what is known of it. */
  readonly published?: string | undefined
  /** Of the set that is only compared with. */
  readonly other?: boolean
}

export type KeepRule = 'longest' | 'earliest' | 'first'

export interface TwinOptions {
  /** Which record of a cluster is kept. Default `longest`. */
  readonly keep?: KeepRule
  /** Least Jaccard similarity of twins, of their sets of five words. Default 0.7. */
  readonly atLeast?: number
  /** Only pairs of one record of the set and one of the other count. Default false. */
  readonly against?: boolean
  /** A path beside which there is room on the disk. */
  readonly near: string
}

/** What is told of a record that has a twin. */
export interface Twin {
  readonly id: string
  /** The smallest id of the cluster. */
  readonly cluster: string
  readonly clusterSize: number
  readonly keep: boolean
  /** Its most similar twin. */
  readonly nearest: string
  readonly jaccard: number
}

/** In a band with more records, each is compared with a few only. */
const CROWD = 24
const FEW = 4
const ENDLESS = '\uffff'

/**
 * Finds near-duplicates: candidates that share a band of MinHash, verified by the exact Jaccard similarity of their
 * shingles, joined into clusters. Shingles, bands and candidates lie on the disk; in memory are some 40 bytes a
 * record, and the ids of those that have twins. Twins come sorted by cluster and id, whatever order the records had.
 */
export async function findTwins(
  records: AsyncIterable<TwinRecord> | Iterable<TwinRecord>,
  options: TwinOptions,
): Promise<{ readonly twins: readonly Twin[]; readonly dropped: ReadonlySet<number> }> {
  const { atLeast = 0.7, keep = 'longest', against = false, near } = options
  const store = openStore(near)
  const bands = sortedSums(near)
  const pairs = sortedSums(near)
  try {
    for await (const record of records) {
      const shingles = shinglesOf(record.text)
      const at = store.add(record, shingles)
      if (shingles.length === 0) continue
      const rank = hash53(record.id).toString(36).padStart(11, '0')
      for (const band of bandsOf(shingles)) bands.add(`${band} ${rank} ${at}`, 1)
    }
    const mayPair = (a: number, b: number): boolean => !against || store.isOther(a) !== store.isOther(b)
    for (const group of groupsOf(bands.sums()))
      for (const [a, b] of pairsOf(group, mayPair))
        pairs.add(`${String(Math.min(a, b)).padStart(10, '0')} ${Math.max(a, b)}`, 1)
    const links = linksOf(store.size())
    let held: { at: number; shingles: Uint32Array } | undefined
    for (const [pair] of pairs.sums()) {
      const [a, b] = pair.split(' ').map(Number) as [number, number]
      // pairs come sorted by their first
      if (held?.at !== a) held = { at: a, shingles: store.shingles(a) }
      const similarity = jaccard(held.shingles, store.shingles(b))
      if (similarity >= atLeast) links.join(a, b, similarity, store.id)
    }
    return clustersOf(links, store, keep, against)
  } finally {
    bands.close()
    pairs.close()
    store.close()
  }
}

/** The records of a band each, in the order of their ids' hashes. */
function* groupsOf(sums: Iterable<readonly [string, number]>): Generator<readonly number[]> {
  let band = ''
  let group: number[] = []
  for (const [key] of sums) {
    const [name, , at] = key.split(' ') as [string, string, string]
    if (name !== band) {
      if (group.length > 1) yield group
      band = name
      group = []
    }
    group.push(Number(at))
  }
  if (group.length > 1) yield group
}

/** All pairs of a small group; of a crowd, each with the first of it and with those next to it. */
function* pairsOf(
  group: readonly number[],
  mayPair: (a: number, b: number) => boolean,
): Generator<readonly [number, number]> {
  const firsts = group.slice(0, FEW)
  for (let i = 1; i < group.length; i++) {
    const partners = group.length <= CROWD ? group.slice(0, i) : [...firsts, ...group.slice(i - FEW, i)]
    for (const partner of partners)
      if (partner !== group[i] && mayPair(partner, group[i]!)) yield [partner, group[i]!]
  }
}

/** Which records are twins of which, and of each its most similar one. */
interface Links {
  join(a: number, b: number, similarity: number, id: (at: number) => string): void
  root(at: number): number
  nearest(at: number): number
  similarity(at: number): number
}

function linksOf(size: number): Links {
  const parents = Int32Array.from({ length: size }, (_, at) => at)
  const near = new Int32Array(size).fill(-1)
  const best = new Float64Array(size)
  const root = (at: number): number => {
    let top = at
    while (parents[top] !== top) {
      parents[top] = parents[parents[top]!]!
      top = parents[top]!
    }
    return top
  }
  return {
    join(a, b, similarity, id) {
      parents[root(a)] = root(b)
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const) {
        const closer = similarity - best[one]!
        if (closer < 0 || (closer === 0 && near[one]! >= 0 && id(near[one]!) < id(other))) continue
        near[one] = other
        best[one] = similarity
      }
    },
    root,
    nearest: (at) => near[at]!,
    similarity: (at) => best[at]!,
  }
}

function clustersOf(links: Links, store: Store, keep: KeepRule, against: boolean) {
  const clusters = new Map<number, number[]>()
  for (let at = 0; at < store.size(); at++) {
    if (links.nearest(at) < 0) continue
    const root = links.root(at)
    const members = clusters.get(root)
    if (members) members.push(at)
    else clusters.set(root, [at])
  }
  const twins: Twin[] = []
  const dropped = new Set<number>()
  for (const members of clusters.values()) {
    const ids = members.map(store.id).sort()
    // what is compared with is there already
    const kept = against ? -1 : members.reduce((a, b) => (isBefore(store, keep, b, a) ? b : a))
    for (const at of members) {
      if (against && store.isOther(at)) continue
      if (at !== kept) dropped.add(at)
      twins.push({
        id: store.id(at),
        cluster: ids[0]!,
        clusterSize: members.length,
        keep: at === kept,
        nearest: store.id(links.nearest(at)),
        jaccard: Math.round(links.similarity(at) * 1000) / 1000,
      })
    }
  }
  twins.sort((a, b) => compare(a.cluster, b.cluster) || compare(a.id, b.id))
  return { twins, dropped }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Whether `a` is to be kept rather than `b`; ties go to the smaller id. */
function isBefore(store: Store, keep: KeepRule, a: number, b: number): boolean {
  if (keep === 'first') return a < b
  const order =
    keep === 'longest' ? store.length(b) - store.length(a) : compare(store.published(a), store.published(b))
  return order < 0 || (order === 0 && store.id(a) < store.id(b))
}

type Store = ReturnType<typeof openStore>

/** What is known of each record: its shingles, id and date on the disk, where they lie in memory. */
function openStore(near: string) {
  const file = openScratch(near)
  const places = growing()
  const sizes = growing()
  const lengths = growing()
  const others: boolean[] = []

  function bytesAt(place: number, size: number): Buffer {
    const bytes = Buffer.alloc(size)
    file.read(bytes, place)
    return bytes
  }
  /** Id and date stand behind the shingles. */
  function namesOf(at: number): { id: string; published: string } {
    const from = places.at(at) + 4 * sizes.at(at)
    const [id, published] = JSON.parse(bytesAt(from, places.at(at + 1) - from).toString()) as [string, string]
    return { id, published }
  }
  return {
    add({ id, text, published, other = false }: TwinRecord, shingles: Uint32Array): number {
      const names = Buffer.from(JSON.stringify([id, published ?? ENDLESS]))
      const set = Buffer.from(shingles.buffer, shingles.byteOffset, shingles.byteLength)
      const bytes = Buffer.concat([set, names])
      const place = file.append(bytes)
      const at = others.length
      places.set(at, place)
      places.set(at + 1, place + bytes.length)
      sizes.set(at, shingles.length)
      lengths.set(at, text.length)
      others.push(other)
      return at
    },
    size: () => others.length,
    isOther: (at: number) => others[at]!,
    length: (at: number) => lengths.at(at),
    id: (at: number) => namesOf(at).id,
    published: (at: number) => namesOf(at).published,
    shingles(at: number): Uint32Array {
      const bytes = bytesAt(places.at(at), 4 * sizes.at(at))
      return new Uint32Array(bytes.buffer, bytes.byteOffset, sizes.at(at))
    },
    close: () => file.close(),
  }
}

/** Numbers in a row, as many as come. */
function growing() {
  let held = new Float64Array(1024)
  return {
    at: (index: number): number => held[index]!,
    set(index: number, value: number): void {
      if (index >= held.length) {
        const more = new Float64Array(2 * held.length)
        more.set(held)
        held = more
      }
      held[index] = value
    },
  }
}
