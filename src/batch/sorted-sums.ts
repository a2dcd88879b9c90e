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

/** Sums up numbers by key, more keys than memory holds: sorted runs on the disk, merged at the end. */
export interface SortedSums {
  add(key: string, count: number): void
  /** Every key once, in the order of their UTF-16 units. To be read once, after the last `add`. */
  sums(): Iterable<Sum>
  /** Removes what lies on the disk. */
  close(): void
}

/** `near`: a path beside which there is room on the disk. */
export function sortedSums(near: string, limits: { readonly keys?: number } = {}): SortedSums {
  const most = limits.keys ?? KEYS
  let folder: string | undefined
  let held = new Map<string, number>()
  let characters = 0
  let runs: string[] = []
  let made = 0

  function write(sums: Iterable<Sum>): void {
    folder ??= mkdtempSync(join(dirname(resolve(near)), '.dechaff-'))
    const path = join(folder, String(made++))
    writeRun(path, sums)
    runs.push(path)
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
      while (runs.length > FAN) {
        const first = runs.slice(0, FAN)
        runs = runs.slice(FAN)
        write(merged(first.map(readRun)))
        for (const path of first) rmSync(path)
      }
      yield* merged([...runs.map(readRun), sortedOf(held)])
    },
    close() {
      held = new Map()
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
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
function writeRun(path: string, sums: Iterable<Sum>): void {
  const file = openSync(path, 'w')
  let text = ''
  const flush = (): void => {
    const bytes = Buffer.from(text)
    text = ''
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
  }
  try {
    for (const [key, sum] of sums) {
      text += `${sum}\t${key}\n`
      if (text.length >= CHUNK) flush()
    }
    flush()
  } finally {
    closeSync(file)
  }
}

function* readRun(path: string): Generator<Sum> {
  const file = openSync(path, 'r')
  const chunk = Buffer.allocUnsafe(CHUNK)
  const decoder = new TextDecoder()
  let open = ''
  try {
    for (;;) {
      const size = readSync(file, chunk)
      if (size === 0) return
      const lines = (open + decoder.decode(chunk.subarray(0, size), { stream: true })).split('\n')
      open = lines.pop()!
      for (const line of lines) {
        const tab = line.indexOf('\t')
        yield [line.slice(tab + 1), Number(line.slice(0, tab))]
      }
    }
  } finally {
    closeSync(file)
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
