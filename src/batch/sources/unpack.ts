import { type BrotliDecompress, createBrotliDecompress, createGunzip, type Gunzip } from 'node:zlib'
import { refusal } from '../input.ts'
import type { Chunks } from './bytes.ts'

export type Packing = 'gzip' | 'zstd' | 'brotli'

/**
 * A packed stream may grow to this many bytes whatever its ratio, and beyond them to this many times its packed
 * size. Pages pack about 5 to 20 times, very repetitive ones about 100; deflate can reach 1032 and brotli far more.
 */
const FREE_BYTES = 64 * 1024 * 1024
const LARGEST_RATIO = 200
/** Fed in small pieces, so that what one piece unpacks to stays affordable. */
const PIECE = 16 * 1024
/** Largest window of a zstd frame that is accepted, that of `zstd --long`. */
const ZSTD_WINDOW = 128 * 1024 * 1024

const bomb = (): Error =>
  refusal('expansion', `unpacks to more than ${LARGEST_RATIO} times its size; taken for a bomb`)
const damaged = (packing: Packing, detail: string): Error => refusal('truncated', `${packing} data ${detail}`)
const tooMuch = (out: number, fed: number): boolean => out > FREE_BYTES && out > fed * LARGEST_RATIO

async function* pieces(chunks: Chunks): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE)
  }
}

/**
 * What a zlib stream gives for `chunks`, every whole byte of it before any error: `pipeline` and async iteration
 * throw away what is buffered when the stream breaks, so the output is collected as it appears.
 */
async function* inflate(stream: Gunzip | BrotliDecompress, packing: Packing, chunks: Chunks) {
  let out: Buffer[] = []
  let fed = 0
  let made = 0
  let failure: Error | undefined
  let finished = false
  let last: Uint8Array = new Uint8Array(0)
  stream.on('data', (part: Buffer) => {
    out.push(part)
    made += part.length
    if (tooMuch(made, fed) && !failure) {
      failure = bomb()
      stream.destroy()
    }
  })
  stream.on('error', () => {
    failure ??= damaged(packing, 'is damaged, or ends too early')
  })
  stream.on('end', () => {
    finished = true
  })
  const closed = new Promise<void>((resolve) => stream.once('close', resolve))
  try {
    for await (const piece of pieces(chunks)) {
      if (finished) {
        if (piece.every((byte) => byte === 0)) continue
        failure = damaged(packing, 'is followed by bytes that are not')
        break
      }
      fed += piece.length
      last = piece
      await Promise.race([new Promise((resolve) => stream.write(piece, resolve)), closed])
      yield* out
      out = []
      if (failure) break
    }
    if (!failure) {
      stream.end()
      await closed
    }
    yield* out
    // node takes what follows the last member for padding and says nothing
    const left = last.subarray(last.length - Math.min(fed - stream.bytesWritten, last.length))
    if (!failure && left.some((byte) => byte !== 0))
      failure = damaged(packing, 'is followed by bytes that are not')
    if (failure) throw failure
  } finally {
    stream.destroy()
  }
}

/** Bytes of window the frame header asks for (RFC 8878, 3.1.1.1.2), or 0 where it has no window descriptor. */
function zstdWindow(header: Uint8Array): number {
  const single = (header[4] ?? 0) & 0x20
  const descriptor = header[5] ?? 0
  if (single) return 0
  const base = 2 ** (10 + (descriptor >> 3))
  return base + (base / 8) * (descriptor & 7)
}

async function* unzstd(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const { Decompress } = await import('fzstd')
  let out: Uint8Array[] = []
  let fed = 0
  let made = 0
  const stream = new Decompress((part) => {
    made += part.length
    if (tooMuch(made, fed)) throw bomb()
    // the library reuses its window: keep a copy
    out.push(part.slice())
  })
  const push = (piece: Uint8Array, last: boolean): Error | undefined => {
    try {
      stream.push(piece, last)
    } catch (error) {
      return typeof (error as { code?: unknown }).code === 'number'
        ? damaged('zstd', 'is damaged, or ends too early')
        : (error as Error)
    }
    return undefined
  }
  for await (const piece of pieces(chunks)) {
    if (fed === 0 && zstdWindow(piece) > ZSTD_WINDOW) throw bomb()
    fed += piece.length
    const failure = push(piece, false)
    yield* out
    out = []
    if (failure) throw failure
  }
  const failure = push(new Uint8Array(0), true)
  yield* out
  if (failure) throw failure
}

/** Unpacks a stream. Throws a refusal after the last whole byte where the data is cut, damaged or a bomb. */
export function unpack(packing: Packing, chunks: Chunks): Chunks {
  if (packing === 'zstd') return unzstd(chunks)
  return inflate(packing === 'gzip' ? createGunzip() : createBrotliDecompress(), packing, chunks)
}
