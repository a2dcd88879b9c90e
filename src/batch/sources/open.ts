import type { FileHandle } from 'node:fs/promises'
import { failedInput, type Input, LARGEST_PAGE, reasonOf, refusal } from '../input.ts'
import { tooLarge } from '../open-parcel.ts'
import { readArc } from './arc.ts'
import { type ByteReader, byteReader, type Chunks, readAll } from './bytes.ts'
import { readCsv } from './csv.ts'
import type { FieldMap } from './fields.ts'
import { readJson, readJsonLines } from './jsonl.ts'
import { type FoundFile, findFiles } from './paths.ts'
import { openRegular } from './regular.ts'
import {
  type Content,
  isNamedAsPage,
  SNIFF_BYTES,
  sniffContent,
  sniffPacking,
  withoutPackedName,
} from './sniff.ts'
import { isBehindTheEnd, unpack } from './unpack.ts'
import { readWarc } from './warc.ts'

/** Bytes read at once, and handed on at once. */
const CHUNK = 1024 * 1024
const PIECE = 64 * 1024

export interface SourceOptions {
  readonly fields: FieldMap
  /** What standard input and the operands hold; default: found out. */
  readonly content?: Content
  /** Told how many bytes of the named files have been gone through, now and then. */
  readonly passed?: (bytes: number) => void
}

/** Every input under the operands, streamed, in a fixed order; `-` is standard input. */
export async function* openSources(
  operands: readonly string[],
  options: SourceOptions,
  stdin: Chunks = process.stdin,
): AsyncGenerator<Input> {
  for (const operand of operands) {
    if (operand === '-') yield* readStream('-', '-', byteReader(stdin), options)
    else
      for await (const found of findFiles([operand]))
        yield* 'refused' in found ? [found] : openFile(found, options)
  }
}

/** The inputs in a file that was found. */
export async function* openFile(file: FoundFile, options: SourceOptions): AsyncGenerator<Input> {
  const { path } = file
  try {
    if (options.content === undefined && isNamedAsPage(path)) yield* page(file, false, options)
    else {
      const { handle, size } = await openRegular(file.at)
      try {
        const head = await firstBytes(handle)
        const content = options.content ?? sniffContent(path, head)
        const reader = (): ByteReader => byteReader(piecesOf(handle, size, options))
        if (sniffPacking(path, head)) yield* atLeastOne(path, readStream(path, path, reader(), options))
        else if (content === 'page' || content === 'mhtml') yield* page(file, content === 'mhtml', options)
        else yield* atLeastOne(path, readContainer(content, path, reader(), options))
      } finally {
        await handle.close()
      }
    }
  } catch (error) {
    yield failedInput(path, path, reasonOf(error))
  }
}

function* page(
  { path, at, size }: FoundFile,
  mhtml: boolean,
  { passed }: SourceOptions,
): Generator<Input, void, undefined> {
  passed?.(size)
  if (size > LARGEST_PAGE) yield failedInput(path, path, reasonOf(tooLarge()))
  else yield { place: path, size, parcel: { kind: 'file', path, at, mhtml } }
}

/** A file's bytes, as many as it had when it was opened. A piece has been gone through when the next one is asked for. */
async function* piecesOf(
  handle: FileHandle,
  size: number,
  { passed }: SourceOptions,
): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < size; ) {
    const most = Math.min(CHUNK, size - from)
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(most), 0, most, from)
    if (bytesRead === 0) return
    from += bytesRead
    for (let at = 0; at < bytesRead; at += PIECE) {
      const piece = buffer.subarray(at, Math.min(at + PIECE, bytesRead))
      yield piece
      passed?.(piece.length)
    }
  }
}

async function firstBytes(handle: FileHandle): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0)
  return buffer.subarray(0, bytesRead)
}

/** A file without a page in it is a record all the same. */
async function* atLeastOne(path: string, inputs: AsyncIterable<Input>): AsyncGenerator<Input> {
  let any = false
  for await (const input of inputs) {
    any = true
    yield input
  }
  if (!any) yield { id: path, path, status: 'rejected', refused: EMPTY }
}

const EMPTY = { code: 'empty', message: 'holds no pages', stage: 'source' } as const

/** A stream that may be packed, and packed again (`.warc.gz` inside `.zst`): two layers are undone, no more. */
async function* readStream(
  path: string,
  name: string,
  reader: ByteReader,
  options: SourceOptions,
  layer = 0,
): AsyncGenerator<Input> {
  const packing = layer < 2 ? sniffPacking(name, await reader.peek(4)) : undefined
  if (packing) {
    const inner = byteReader(unpack(packing, drain(reader)))
    yield* readStream(path, withoutPackedName(name), inner, options, layer + 1)
    return
  }
  yield* readContainer(options.content ?? (await contentOf(name, reader)), path, reader, options)
}

/** Whoever writes one record and waits for its answer writes no more before it: a whole first line is enough. */
async function contentOf(name: string, reader: ByteReader): Promise<Content> {
  const isRecord = (bytes: Buffer): boolean => /^\s*\{.*\n/.test(bytes.toString('latin1'))
  return sniffContent(name, await reader.peekUntil(SNIFF_BYTES, isRecord))
}

/** A reader's bytes as a stream again, with the error that broke it at the end. */
async function* drain(reader: ByteReader): AsyncGenerator<Uint8Array> {
  yield* piecesIn(reader)
  const broken = reader.broken()
  if (broken) throw refusal(broken.code, broken.message)
}

async function* readContainer(
  content: Content,
  path: string,
  reader: ByteReader,
  options: SourceOptions,
): AsyncGenerator<Input> {
  if (content === 'warc') yield* readWarc(reader, path)
  else if (content === 'arc') yield* readArc(reader, path)
  else if (content === 'jsonl') yield* readJsonLines(reader, path)
  else if (content === 'csv') yield* readCsv(reader, path, options.fields)
  else yield* readWhole(content, path, reader)
}

/** A file that is read as one: what was unpacked of a page before its data broke is cleaned, and said to be cut. */
async function* readWhole(
  content: 'page' | 'mhtml' | 'json',
  path: string,
  reader: ByteReader,
): AsyncGenerator<Input> {
  const bytes = await readAll(piecesIn(reader), LARGEST_PAGE)
  const broken = reader.broken()
  const behind = broken !== undefined && isBehindTheEnd(broken)
  const cut = broken !== undefined && !behind
  if (bytes === undefined) yield failedInput(path, path, reasonOf(tooLarge()))
  else if (cut && (broken.code !== 'truncated' || content === 'json' || bytes.length === 0))
    yield failedInput(path, path, broken)
  else if (content === 'json') yield* readJson(bytes, path)
  else {
    const dump = { id: path, path, bytes, ...(cut && { truncated: broken.message }) }
    const parcel =
      content === 'mhtml' ? ({ kind: 'mhtml', path, bytes } as const) : ({ kind: 'dump', dump } as const)
    yield { place: path, size: bytes.length, parcel }
  }
  if (behind) yield failedInput(`${path}#end`, path, broken)
}

async function* piecesIn(reader: ByteReader): AsyncGenerator<Uint8Array> {
  for (let part = await reader.some(); part; part = await reader.some()) yield part
}
