import type { FileHandle } from 'node:fs/promises'
import { failedInput, type Input, LARGEST_PAGE, reasonOf, refusal, refusalFor, withOrigin } from '../input.ts'
import { tooLarge } from '../open-parcel.ts'
import { readArc } from './arc.ts'
import { type ByteReader, byteReader, type Chunks, type Places, readAll } from './bytes.ts'
import { readCsv } from './csv.ts'
import type { FieldMap } from './fields.ts'
import { readJson, readJsonLines } from './jsonl.ts'
import type { Entry } from './list.ts'
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
import { isBehindTheEnd, membersFrom, unpack } from './unpack.ts'
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
    if (operand === '-') yield* readStream(streamOf('-'), byteReader(stdin), options)
    else
      for await (const found of findFiles([operand]))
        yield* 'refused' in found ? [found] : openFile(found, options)
  }
}

/** A stream with what is known of it before it is read. */
interface Stream {
  /** Of the file the bytes are in. */
  readonly path: string
  /** What the places of pages begin with: the path, and where only a part is read, its beginning. */
  readonly name: string
  /** As the bytes would be called if they were a file. */
  readonly file: string
  /** Where the stream begins in the file; undefined where nobody can read it twice. */
  readonly offset?: number
}

const streamOf = (path: string): Stream => ({ path, name: path, file: path })

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
        const stream = { ...streamOf(path), offset: 0 }
        const reader = byteReader(piecesOf(handle, 0, size, options), placesFrom(0))
        if (sniffPacking(path, head)) yield* atLeastOne(stream, readStream(stream, reader, options))
        else if (content === 'page' || content === 'mhtml') yield* page(file, content === 'mhtml', options)
        else yield* atLeastOne(stream, readContainer(content, stream, reader, options))
      } finally {
        await handle.close()
      }
    }
  } catch (error) {
    yield failedInput(path, path, reasonOf(error))
  }
}

/** The inputs in a file, or a part of one, that a list names. No byte outside the part is read. */
export async function* openEntry(entry: Entry, options: SourceOptions): AsyncGenerator<Input> {
  const { file: path, offset, length } = entry
  const at = Buffer.from(path)
  const name = offset === undefined ? path : `${path}@${offset}`
  try {
    const { handle, size } = await openRegular(at)
    try {
      if (offset === undefined) yield* openFile({ path, at, size }, options)
      else {
        const stream = { path, name, file: path, offset }
        const to = length === undefined ? size : offset + length
        const reader = byteReader(piecesOf(handle, offset, to, options), placesFrom(offset))
        yield* atLeastOne(stream, readStream(stream, reader, options))
      }
    } finally {
      await handle.close()
    }
  } catch (error) {
    yield failedInput(name, path, reasonOf(error))
  }
}

/** Of bytes that are not packed. */
const placesFrom = (offset: number): Places => ({
  ahead: false,
  span: (from, to) => ({ offset: offset + from, length: to - from }),
})

function* page(
  { path, at, size }: FoundFile,
  mhtml: boolean,
  { passed }: SourceOptions,
): Generator<Input, void, undefined> {
  passed?.(size)
  if (size > LARGEST_PAGE) yield failedInput(path, path, reasonOf(tooLarge()))
  else yield { place: path, size, parcel: { kind: 'file', path, at, mhtml } }
}

/** A part of a file, or all it had when it was opened. A piece has been gone through when the next one is asked for. */
async function* piecesOf(
  handle: FileHandle,
  start: number,
  end: number,
  { passed }: SourceOptions,
): AsyncGenerator<Uint8Array> {
  for (let from = start; from < end; ) {
    const most = Math.min(CHUNK, end - from)
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(most), 0, most, from)
    if (bytesRead === 0) throw refusal('truncated', `the file ends at byte ${from}, before byte ${end}`)
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
async function* atLeastOne({ path, name }: Stream, inputs: AsyncIterable<Input>): AsyncGenerator<Input> {
  let any = false
  for await (const input of inputs) {
    any = true
    yield input
  }
  if (!any) yield { id: name, path, status: 'rejected', refused: EMPTY }
}

const EMPTY = { code: 'empty', message: 'holds no pages', stage: 'source' } as const

/** A stream that may be packed, and packed again (`.warc.gz` inside `.zst`): two layers are undone, no more. */
async function* readStream(
  stream: Stream,
  reader: ByteReader,
  options: SourceOptions,
  layer = 0,
): AsyncGenerator<Input> {
  const { file, offset } = stream
  const packing = layer < 2 ? sniffPacking(file, await reader.peek(4)) : undefined
  if (packing) {
    // of what is packed twice no part can be read by itself
    const members = offset === undefined || layer > 0 ? undefined : membersFrom(offset)
    const inner = byteReader(unpack(packing, drain(reader), members), members)
    yield* readStream({ ...stream, file: withoutPackedName(file) }, inner, options, layer + 1)
    return
  }
  yield* readContainer(options.content ?? (await contentOf(file, reader)), stream, reader, options)
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
  if (broken) throw refusalFor(broken)
}

async function* readContainer(
  content: Content,
  stream: Stream,
  reader: ByteReader,
  options: SourceOptions,
): AsyncGenerator<Input> {
  const { path, name } = stream
  if (content === 'warc') yield* readWarc(reader, path, name)
  else if (content === 'arc') yield* readArc(reader, path, name)
  else if (content === 'jsonl') yield* readJsonLines(reader, path, name)
  else if (content !== 'csv') yield* readWhole(content, stream, reader)
  else if (name === path) yield* readCsv(reader, path, options.fields)
  else yield failedInput(name, path, NAMELESS)
}

const NAMELESS = {
  code: 'no-field-names',
  message: 'is a part of a CSV file, whose first row names the fields; list the whole file',
  stage: 'source',
} as const

/** A file that is read as one: what was unpacked of a page before its data broke is cleaned, and said to be cut. */
async function* readWhole(
  content: 'page' | 'mhtml' | 'json',
  { path, name }: Stream,
  reader: ByteReader,
): AsyncGenerator<Input> {
  const from = reader.at()
  const bytes = await readAll(piecesIn(reader), LARGEST_PAGE)
  const broken = reader.broken()
  const behind = broken !== undefined && isBehindTheEnd(broken)
  const cut = broken !== undefined && !behind
  if (bytes === undefined) yield failedInput(name, path, reasonOf(tooLarge()))
  else if (cut && (broken.code !== 'truncated' || content === 'json' || bytes.length === 0))
    yield failedInput(name, path, broken)
  else if (content === 'json') yield* readJson(bytes, path, name)
  else {
    const dump = { id: name, path, bytes, ...(cut && { truncated: broken.message }) }
    const parcel =
      content === 'mhtml' ? ({ kind: 'mhtml', path, bytes } as const) : ({ kind: 'dump', dump } as const)
    const origin = name === path ? undefined : await reader.span(from)
    yield withOrigin({ place: name, size: bytes.length, parcel }, origin)
  }
  if (behind) yield failedInput(`${name}#end`, path, broken)
}

async function* piecesIn(reader: ByteReader): AsyncGenerator<Uint8Array> {
  for (let part = await reader.some(); part; part = await reader.some()) yield part
}
