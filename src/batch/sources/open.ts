import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { failedInput, type Input, LARGEST_PAGE, reasonOf, refusal } from '../input.ts'
import { tooLarge } from '../open-parcel.ts'
import { type ByteReader, byteReader, type Chunks, readAll } from './bytes.ts'
import { readCsv } from './csv.ts'
import type { FieldMap } from './fields.ts'
import { readJson, readJsonLines } from './jsonl.ts'
import { type FoundFile, findFiles } from './paths.ts'
import {
  type Content,
  isNamedAsPage,
  SNIFF_BYTES,
  sniffContent,
  sniffPacking,
  withoutPackedName,
} from './sniff.ts'
import { unpack } from './unpack.ts'
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

async function* openFile(file: FoundFile, options: SourceOptions): AsyncGenerator<Input> {
  const { path } = file
  try {
    if (options.content === undefined && isNamedAsPage(path)) yield* page(file, false, options)
    else {
      const head = await firstBytes(file)
      const content = options.content ?? sniffContent(path, head)
      if (sniffPacking(path, head))
        yield* readStream(path, path, byteReader(piecesOf(file, options)), options)
      else if (content === 'page' || content === 'mhtml') yield* page(file, content === 'mhtml', options)
      else yield* readContainer(content, path, byteReader(piecesOf(file, options)), options)
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

/** A file's bytes. A piece has been gone through when the next one is asked for. */
async function* piecesOf(file: FoundFile, { passed }: SourceOptions): AsyncGenerator<Uint8Array> {
  const chunks: AsyncIterable<Buffer> = createReadStream(file.at, { highWaterMark: CHUNK })
  for await (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += PIECE) {
      const piece = chunk.subarray(at, at + PIECE)
      yield piece
      passed?.(piece.length)
    }
}

async function firstBytes(file: FoundFile): Promise<Buffer> {
  const handle = await open(file.at)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

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
  for (let part = await reader.some(); part; part = await reader.some()) yield part
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
  else if (content === 'jsonl') yield* readJsonLines(reader, path)
  else if (content === 'csv') yield* readCsv(reader, path, options.fields)
  else {
    const bytes = await readAll(drain(reader), LARGEST_PAGE).catch((error: unknown) => reasonOf(error))
    if (bytes === undefined) yield failedInput(path, path, reasonOf(tooLarge()))
    else if (!Buffer.isBuffer(bytes)) yield failedInput(path, path, bytes)
    else if (content === 'json') yield* readJson(bytes, path, options.fields)
    else {
      const parcel =
        content === 'mhtml'
          ? ({ kind: 'mhtml', path, bytes } as const)
          : ({ kind: 'dump', dump: { id: path, path, bytes } } as const)
      yield { place: path, size: bytes.length, parcel }
    }
  }
}
