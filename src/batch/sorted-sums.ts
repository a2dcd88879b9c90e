import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Keys held in memory before they are written to the disk, and how many characters they may have together. */
const KEYS = 200_000
const CHARACTERS = 24_000_000
/** Runs that are read side by side. */
const FAN = 64
const CHUNK = 128 * 1024

/** A key, which holds no line break, and the sum of what was added to it. */
export type Sum = readonly [key: string, sum: number]

/** A file without a name: the system frees it however this process ends. */
export interface Scratch {
  /** @returns where the bytes begin. */
  append(bytes: Uint8Array): number
  /** Fills `bytes` with what begins at `from`. */
  read(bytes: Uint8Array, from: number): void
  close(): void
}

/** `near`: a path beside which there is room on the disk. */
export function openScratch(near: string): Scratch {
  const folder = mkdtempSync(join(dirname(resolve(near)), '.dechaff-'))
  const file = openSync(join(folder, 'scratch'), 'wx+')
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    remove()
  } catch {
    // Windows removes no open file; it goes when it is closed
  }
  let end = 0
  return {
    append(bytes) {
      const from = end
      for (let done = 0; done < bytes.length; )
        done += writeSync(file, bytes, done, bytes.length - done, end + done)
      end += bytes.length
      return from
    },
    read(bytes, from) {
      for (let done = 0; done < bytes.length; ) {
        const size = readSync(file, bytes, done, bytes.length - done, from + done)
        if (size === 0) throw new Error('a file of this process was cut from outside')
        done += size
      }
    },
    close() {
      closeSync(file)
      remove()
    },
  }
}

/** Sums up numbers by key, more keys than memory holds: sorted runs on the disk, merged at the end. */
export interface SortedSums {
  add(key: string, count: number): void
  /** Every key once, in the order of their UTF-16 units. To be read once, after the last `add`. */
  sums(): Iterable<Sum>
  /** Removes what lies on the disk. */
  close(): void
}

/** Bytes of a file. */
interface Run {
  readonly from: number
  readonly size: number
}
/** Up to {@link FAN} runs in one file. */
interface Bundle {
  readonly file: Scratch
  readonly runs: Run[]
}

/** `near`: as {@link openScratch} takes it. */
export function sortedSums(near: string, limits: { readonly keys?: number } = {}): SortedSums {
  const most = limits.keys ?? KEYS
  let held = new Map<string, number>()
  let characters = 0
  let bundles: Bundle[] = []

  function write(sums: Iterable<Sum>): void {
    if ((bundles.at(-1)?.runs.length ?? FAN) === FAN) bundles.push({ file: openScratch(near), runs: [] })
    const { file, runs } = bundles.at(-1)!
    runs.push(writeRun(file, sums))
  }

  function spill(): void {
    write(sortedOf(held))
    held = new Map()
    characters = 0
  }

  return {
    add(key, count) {
      const before = held.get(key)
      held.set(key, (before ?? 0) + count)
      if (before !== undefined) return
      characters += key.length
      if (held.size >= most || characters >= CHARACTERS) spill()
    },
    *sums() {
      while (bundles.length > 1) {
        const [first, ...others] = bundles as [Bundle, ...Bundle[]]
        bundles = others
        try {
          write(merged(readBundle(first)))
        } finally {
          first.file.close()
        }
      }
      yield* merged([...bundles.flatMap(readBundle), sortedOf(held)])
    },
    close() {
      held = new Map()
      for (const { file } of bundles.splice(0)) file.close()
    },
  }
}

function sortedOf(sums: ReadonlyMap<string, number>): Iterator<Sum> & Iterable<Sum> {
  const keys = [...sums.keys()].sort()
  return (function* () {
    for (const key of keys) yield [key, sums.get(key)!] as const
  })()
}

/** One line a key, its sum first. */
function writeRun(file: Scratch, sums: Iterable<Sum>): Run {
  const run = { from: file.append(Buffer.alloc(0)), size: 0 }
  let text = ''
  const flush = (): void => {
    const bytes = Buffer.from(text)
    file.append(bytes)
    run.size += bytes.length
    text = ''
  }
  for (const [key, sum] of sums) {
    text += `${sum}\t${key}\n`
    if (text.length >= CHUNK) flush()
  }
  flush()
  return run
}

const readBundle = ({ file, runs }: Bundle): Generator<Sum>[] => runs.map((run) => readRun(file, run))

function* readRun(file: Scratch, { from, size }: Run): Generator<Sum> {
  const chunk = Buffer.allocUnsafe(CHUNK)
  const decoder = new TextDecoder()
  let open = ''
  for (let done = 0; done < size; ) {
    const piece = chunk.subarray(0, Math.min(CHUNK, size - done))
    file.read(piece, from + done)
    done += piece.length
    const lines = (open + decoder.decode(piece, { stream: true })).split('\n')
    open = lines.pop()!
    for (const line of lines) {
      const tab = line.indexOf('\t')
      yield [line.slice(tab + 1), Number(line.slice(0, tab))]
    }
  }
}

interface Head {
  readonly run: Iterator<Sum>
  now: Sum
}

/** Runs side by side, equal keys added up: a heap of their heads. */
function* merged(runs: readonly Iterator<Sum>[]): Generator<Sum> {
  const heads: Head[] = []
  for (const run of runs) {
    const { value, done } = run.next()
    if (!done) heads.push({ run, now: value })
  }
  for (let at = heads.length >> 1; at >= 0; at--) sink(heads, at)
  try {
    while (heads.length > 0) {
      const [key] = heads[0]!.now
      let sum = 0
      while (heads.length > 0 && heads[0]!.now[0] === key) {
        sum += heads[0]!.now[1]
        advance(heads)
      }
      yield [key, sum]
    }
  } finally {
    for (const run of runs) run.return?.()
  }
}

function advance(heads: Head[]): void {
  const { value, done } = heads[0]!.run.next()
  if (!done) heads[0]!.now = value
  else {
    const last = heads.pop()!
    if (heads.length > 0) heads[0] = last
  }
  sink(heads, 0)
}

function sink(heads: Head[], from: number): void {
  for (let at = from; ; ) {
    let least = at
    for (const child of [2 * at + 1, 2 * at + 2])
      if (child < heads.length && heads[child]!.now[0] < heads[least]!.now[0]) least = child
    if (least === at) return
    const moved = heads[at]!
    heads[at] = heads[least]!
    heads[least] = moved
    at = least
  }
}
