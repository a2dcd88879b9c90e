import {
  type BrotliDecompress,
  crc32,
  createBrotliDecompress,
  createInflateRaw,
  type InflateRaw,
} from 'node:zlib'
import { refusal, refusalFor } from '../input.ts'
import { type ByteReader, byteReader, type Chunks, type Places } from './bytes.ts'

export type Packing = 'gzip' | 'zstd' | 'brotli'

/**
 * A packed stream may grow to this many bytes whatever its ratio, and beyond them to this many times its packed
 * size. Pages pack about 5 to 20 times, very repetitive ones about 100; deflate can reach 1032 and brotli far more.
 */
const FREE_BYTES = 64 * 1024 * 1024
const LARGEST_RATIO = 200
/** Fed in small pieces, so that what one piece unpacks to stays affordable. */
const PIECE = 16 * 1024
/** What a damaged piece unpacks to before the damage is lost: a member begins with smaller ones. */
const FIRST_PIECE = 1024
const FIRST_BYTES = 64 * 1024
/** Largest window of a zstd frame that is accepted, that of `zstd --long`. */
const ZSTD_WINDOW = 128 * 1024 * 1024
const LONGEST_NAME = 64 * 1024

/** How the message ends where all of the stream was unpacked and something else stands behind it. */
const FOLLOWED = 'is followed by bytes that are not'
/** Whether what broke a stream stands behind its end: then everything in it is whole. */
export const isBehindTheEnd = ({ message }: { readonly message: string }): boolean =>
  message.endsWith(FOLLOWED)

const bomb = (): Error =>
  refusal('expansion', `unpacks to more than ${LARGEST_RATIO} times its size; taken for a bomb`)
const damaged = (packing: Packing, detail = 'is damaged, or ends too early'): Error =>
  refusal('truncated', `${packing} data ${detail}`)

/** Bytes in and out of a whole stream. */
interface Growth {
  fed: number
  made: number
}
const tooMuch = ({ made, fed }: Growth): boolean => made > FREE_BYTES && made > fed * LARGEST_RATIO

/** Where the members of a packed stream begin and end, in the stream and in what it unpacks to. */
export interface Members extends Places {
  note(packed: number, unpacked: number): void
}

/** Ends that are remembered: more than lie between a record's first byte and the end of it are of no use. */
const ENDS = 100_000

/** `offset`: where the stream begins in its file. */
export function membersFrom(offset: number): Members {
  let ends: { readonly packed: number; readonly unpacked: number }[] = []
  return {
    ahead: true,
    note(packed, unpacked) {
      if (ends.at(-1)?.unpacked !== unpacked) ends.push({ packed, unpacked })
      if (ends.length > ENDS) ends = ends.slice(ENDS / 2)
    },
    span(from, to) {
      ends = ends.slice(
        Math.max(
          0,
          ends.findIndex(({ unpacked }) => unpacked >= from),
        ),
      )
      const end = ends.find(({ unpacked }) => unpacked >= to)
      if (ends[0]?.unpacked !== from || end?.unpacked !== to) return undefined
      return { offset: offset + ends[0].packed, length: end.packed - ends[0].packed }
    },
  }
}

/** Exactly so many bytes; where the stream ends or breaks before, the error says so. */
async function takeAll(reader: ByteReader, size: number, packing: Packing): Promise<Buffer> {
  const bytes = await reader.take(size)
  if (bytes.length === size) return bytes
  throw endOf(reader, packing)
}

function endOf(reader: ByteReader, packing: Packing): Error {
  const broken = reader.broken()
  return broken ? refusalFor(broken) : damaged(packing)
}

/** At a place where the stream may end: true where it goes on. Padding with zeros is the end. */
async function goesOn(
  reader: ByteReader,
  packing: Packing,
  begins: (head: Buffer) => boolean,
): Promise<boolean> {
  if (begins(await reader.peek(4))) return true
  for (let part = await reader.some(); part; part = await reader.some())
    if (part.some((byte) => byte !== 0)) throw damaged(packing, FOLLOWED)
  if (reader.broken()) throw endOf(reader, packing)
  return false
}

/**
 * What a zlib stream gives for a reader's bytes, every whole byte of it before any error: `pipeline` and async iteration
 * throw away what is buffered when the stream breaks, so the output is collected as it appears. Bytes behind the end of
 * the compressed data are put back.
 */
async function* inflate(
  stream: InflateRaw | BrotliDecompress,
  packing: Packing,
  reader: ByteReader,
  growth: Growth,
): AsyncGenerator<Buffer> {
  let out: Buffer[] = []
  let fed = 0
  let finished = false
  let failure: Error | undefined
  stream.on('data', (part: Buffer) => {
    out.push(part)
    growth.made += part.length
    if (tooMuch(growth) && !failure) {
      failure = bomb()
      stream.destroy()
    }
  })
  stream.on('error', () => {
    failure ??= damaged(packing)
  })
  // a write that reaches the end of the data is never called back, and the stream is not closed
  const over = new Promise<void>((resolve) => {
    stream.once('close', resolve).once('end', () => {
      finished = true
      resolve()
    })
  })
  try {
    while (!finished && !failure) {
      const piece = await reader.take(fed < FIRST_BYTES ? FIRST_PIECE : PIECE)
      fed += piece.length
      growth.fed += piece.length
      if (piece.length > 0) await Promise.race([new Promise((resolve) => stream.write(piece, resolve)), over])
      else {
        stream.end()
        await over
      }
      yield* out
      out = []
      if (stream.bytesWritten < fed) await over
      if (finished) reader.unread(Buffer.from(piece.subarray(piece.length - (fed - stream.bytesWritten))))
    }
    yield* out
    if (failure) throw reader.broken() && fed === 0 ? endOf(reader, packing) : failure
  } finally {
    stream.destroy()
  }
}

/** Member by member (RFC 1952), each with its checksum: what stands before a damaged one is whole. */
async function* gunzip(chunks: Chunks, members?: Members): AsyncGenerator<Uint8Array> {
  const reader = byteReader(chunks)
  const growth = { fed: 0, made: 0 }
  do {
    members?.note(reader.at(), growth.made)
    await skipGzipHead(reader)
    let sum = 0
    let size = 0
    for await (const part of inflate(createInflateRaw(), 'gzip', reader, growth)) {
      sum = crc32(part, sum)
      size += part.length
      yield part
    }
    const tail = await takeAll(reader, 8, 'gzip')
    if (tail.readUInt32LE(0) !== sum || tail.readUInt32LE(4) !== size % 2 ** 32) throw damaged('gzip')
    members?.note(reader.at(), growth.made)
  } while (await goesOn(reader, 'gzip', (head) => head[0] === 0x1f && head[1] === 0x8b))
}

async function skipGzipHead(reader: ByteReader): Promise<void> {
  const head = await takeAll(reader, 10, 'gzip')
  const flags = head[3]!
  if (head[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8 || flags > 31) throw damaged('gzip')
  if (flags & 4) await takeAll(reader, (await takeAll(reader, 2, 'gzip')).readUInt16LE(0), 'gzip')
  for (const flag of [8, 16]) {
    let left = LONGEST_NAME
    while (flags & flag && (await takeAll(reader, 1, 'gzip'))[0] !== 0)
      if (--left === 0) throw damaged('gzip')
  }
  if (flags & 2) await takeAll(reader, 2, 'gzip')
}

async function* unbrotli(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const reader = byteReader(chunks)
  yield* inflate(createBrotliDecompress(), 'brotli', reader, { fed: 0, made: 0 })
  await goesOn(reader, 'brotli', () => false)
}

const isSkippable = (head: Buffer): boolean => head.length === 4 && head.readUInt32LE(0) >>> 4 === 0x184d2a5
const isFrame = (head: Buffer): boolean => head.length === 4 && head.readUInt32LE(0) === 0xfd2fb528

/** Frame by frame (RFC 8878), each with its checksum, which the library does not look at. */
async function* unzstd(chunks: Chunks, members?: Members): AsyncGenerator<Uint8Array> {
  const [{ Decompress }, xxhash] = await Promise.all([
    import('fzstd'),
    import('xxhash-wasm').then(({ default: load }) => load()),
  ])
  const reader = byteReader(chunks)
  const growth = { fed: 0, made: 0 }
  do {
    members?.note(reader.at(), growth.made)
    if (isSkippable(await reader.peek(4))) {
      for (let left = (await takeAll(reader, 8, 'zstd')).readUInt32LE(4); left > 0; left -= PIECE)
        await takeAll(reader, Math.min(left, PIECE), 'zstd')
      continue
    }
    const sum = xxhash.create64()
    let out: Uint8Array[] = []
    const stream = new Decompress((part) => {
      growth.made += part.length
      if (tooMuch(growth)) throw bomb()
      // the library reuses its window: keep a copy
      out.push(part.slice())
      sum.update(part)
    })
    for await (const { bytes, checksum } of frameParts(reader)) {
      growth.fed += bytes.length
      let failure: Error | undefined
      try {
        stream.push(bytes, checksum !== undefined)
      } catch (error) {
        failure = typeof (error as { code?: unknown }).code === 'number' ? damaged('zstd') : (error as Error)
      }
      yield* out
      out = []
      if (failure) throw failure
      if (checksum && checksum.readUInt32LE(0) !== Number(sum.digest() & 0xffffffffn)) throw damaged('zstd')
    }
    members?.note(reader.at(), growth.made)
  } while (await goesOn(reader, 'zstd', (head) => isFrame(head) || isSkippable(head)))
}

/** The header of a frame, its blocks, and its end with the checksum, if it has one (`null`: none). */
async function* frameParts(
  reader: ByteReader,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly checksum?: Buffer | null }> {
  const start = await takeAll(reader, 5, 'zstd')
  if (!isFrame(start.subarray(0, 4))) throw damaged('zstd')
  const flags = start[4]!
  const single = (flags & 0x20) !== 0
  const sizeBytes = [single ? 1 : 0, 2, 4, 8][flags >> 6]!
  const rest = await takeAll(reader, (single ? 0 : 1) + [0, 1, 2, 4][flags & 3]! + sizeBytes, 'zstd')
  if (windowOf(rest, single, sizeBytes) > ZSTD_WINDOW) throw bomb()
  yield { bytes: Buffer.concat([start, rest]) }
  for (let last = false; !last; ) {
    const head = await takeAll(reader, 3, 'zstd')
    const value = head.readUIntLE(0, 3)
    last = (value & 1) === 1
    const isRun = ((value >> 1) & 3) === 1
    yield { bytes: Buffer.concat([head, await takeAll(reader, isRun ? 1 : value >> 3, 'zstd')]) }
  }
  const checksum = (flags & 4) === 0 ? null : await takeAll(reader, 4, 'zstd')
  yield { bytes: checksum ?? new Uint8Array(0), checksum }
}

/** Bytes of window a frame asks for (RFC 8878, 3.1.1.1.2): a single segment is its own. */
function windowOf(rest: Buffer, single: boolean, sizeBytes: number): number {
  if (!single) {
    const base = 2 ** (10 + (rest[0]! >> 3))
    return base + (base / 8) * (rest[0]! & 7)
  }
  const at = rest.length - sizeBytes
  return sizeBytes === 8 ? Number(rest.readBigUInt64LE(at)) : rest.readUIntLE(at, sizeBytes)
}

/** Unpacks a stream. Throws a refusal after the last whole byte where the data is cut, damaged or a bomb. */
export function unpack(packing: Packing, chunks: Chunks, members?: Members): Chunks {
  if (packing === 'zstd') return unzstd(chunks, members)
  return packing === 'gzip' ? gunzip(chunks, members) : unbrotli(chunks)
}
