import type { Reason } from '../../core/article.ts'
import { reasonOf } from '../input.ts'

export type Chunks = AsyncIterable<Uint8Array>

/** Bytes of a file: of a packed one, as they lie there. */
export interface Span {
  readonly offset: number
  readonly length: number
}

/** Tells where the bytes from one place of a stream to another lie in the file, where they lie there by themselves. */
export interface Places {
  span(from: number, to: number): Span | undefined
  /** Whether that is known only when what stands behind them was asked for: of packed streams. */
  readonly ahead: boolean
}

/** One line of a byte stream, without its line feed. */
export interface Line {
  readonly bytes: Buffer
  /** False where the line was longer than asked for: `bytes` is its beginning, the rest is gone. */
  readonly whole: boolean
  /** True where the stream ended, or broke, before a line feed. */
  readonly open?: true
}

/**
 * Reads a byte stream piece by piece. An error of the stream ends it, and is kept: what came before it is whole,
 * and the caller says in its own record that something is missing.
 */
export interface ByteReader {
  /** Up to `n` bytes without taking them; fewer only at the end. */
  peek(n: number): Promise<Buffer>
  /** Up to `n` bytes without taking them, or fewer once they are `enough`. */
  peekUntil(n: number, enough: (bytes: Buffer) => boolean): Promise<Buffer>
  /** The next bytes, as many as come at once; undefined at the end. */
  some(): Promise<Buffer | undefined>
  /** The next `n` bytes; fewer only at the end. */
  take(n: number): Promise<Buffer>
  /** The next line, or undefined at the end. */
  line(longest: number): Promise<Line | undefined>
  /** Passes over empty lines that are at hand already and says how many: millions of them are cheap that way. */
  passBlank(): number
  /** Puts bytes back in front. */
  unread(bytes: Buffer): void
  /** What broke the stream, once it has been reached. */
  broken(): Reason | undefined
  /** How many bytes have been taken. */
  at(): number
  /** Where the bytes from there to here lie in the file; undefined where they cannot be read again by themselves. */
  span(from: number): Promise<Span | undefined>
}

const LF = 10
const CR = 13

export function byteReader(chunks: Chunks | Iterable<Uint8Array>, places?: Places): ByteReader {
  const source = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]()
  let held: Buffer[] = []
  let size = 0
  let received = 0
  let ended = false
  let broken: Reason | undefined

  async function more(): Promise<boolean> {
    if (ended) return false
    try {
      const next = await source.next()
      if (!next.done) {
        held.push(Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength))
        size += next.value.byteLength
        received += next.value.byteLength
        return true
      }
    } catch (error) {
      broken = reasonOf(error)
    }
    ended = true
    return false
  }

  async function fill(n: number): Promise<void> {
    while (size < n && (await more())) {}
  }

  function shift(n: number): Buffer {
    const parts: Buffer[] = []
    let left = Math.min(n, size)
    size -= left
    while (left > 0) {
      const first = held[0]!
      if (first.length > left) {
        parts.push(first.subarray(0, left))
        held[0] = first.subarray(left)
        left = 0
      } else {
        parts.push(first)
        held.shift()
        left -= first.length
      }
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
  }

  async function dropLine(): Promise<void> {
    for (;;) {
      const at = held[0]?.indexOf(LF) ?? -1
      if (at >= 0) {
        shift(at + 1)
        return
      }
      shift(held[0]?.length ?? 0)
      if (held.length === 0 && !(await more())) return
    }
  }

  async function peek(n: number): Promise<Buffer> {
    await fill(n)
    if (held.length > 1 && held[0]!.length < n) held = [Buffer.concat(held)]
    return held[0]?.subarray(0, n) ?? Buffer.alloc(0)
  }

  function passBlank(): number {
    const bytes = held[0]
    if (bytes === undefined) return 0
    let lines = 0
    let at = 0
    for (; ; lines++) {
      if (bytes[at] === LF) at++
      else if (bytes[at] === CR && bytes[at + 1] === LF) at += 2
      else break
    }
    if (at > 0) shift(at)
    return lines
  }

  return {
    peek,
    async peekUntil(n, enough) {
      for (;;) {
        if (held.length > 1) held = [Buffer.concat(held)]
        const bytes = held[0]?.subarray(0, n) ?? Buffer.alloc(0)
        if (bytes.length === n || enough(bytes) || !(await more())) return bytes
      }
    },
    async some() {
      while (size === 0 && (await more())) {}
      return size > 0 ? shift(held[0]!.length) : undefined
    },
    async take(n) {
      await fill(n)
      return shift(n)
    },
    async line(longest) {
      let looked = 0
      let piece = 0
      for (;;) {
        for (; piece < held.length; looked += held[piece++]!.length) {
          const at = held[piece]!.indexOf(LF)
          if (at < 0) continue
          const bytes = shift(looked + at + 1)
          return bytes.length - 1 <= longest
            ? { bytes: bytes.subarray(0, -1), whole: true }
            : { bytes: bytes.subarray(0, longest), whole: false }
        }
        if (looked > longest) {
          const bytes = Buffer.from(shift(longest))
          await dropLine()
          return { bytes, whole: false }
        }
        if (!(await more())) return size > 0 ? { bytes: shift(size), whole: true, open: true } : undefined
      }
    },
    passBlank,
    unread(bytes) {
      if (bytes.length === 0) return
      held.unshift(bytes)
      size += bytes.length
    },
    broken: () => broken,
    at: () => received - size,
    async span(from) {
      if (!places?.ahead) return places?.span(from, received - size)
      // empty lines behind a record are packed with it
      while ((await peek(2)).length > 0 && passBlank() > 0) {}
      return places.span(from, received - size)
    },
  }
}

/** Everything a stream holds, or undefined where it is more than `most` bytes. Errors of the stream pass through. */
export async function readAll(chunks: Chunks, most: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of chunks) {
    size += part.length
    if (size > most) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts, size)
}
