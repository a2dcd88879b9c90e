import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import type { Dump } from '../../core/dump.ts'
import { failedInput, type Input, LARGEST_PAGE, reasonOf, refusal } from '../input.ts'
import { byteReader, type Chunks, readAll } from './bytes.ts'
import type { FieldMap } from './fields.ts'
import { readJson, readJsonLines } from './jsonl.ts'
import { readMhtml } from './mhtml.ts'
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

export interface SourceOptions {
  readonly fields: FieldMap
  /** What standard input and the operands hold; default: found out. */
  readonly content?: Content
}

const tooLarge = (): Error => refusal('too-large', `is larger than ${LARGEST_PAGE} bytes`)

/** Every input under the operands, streamed, in a fixed order; `-` is standard input. */
export async function* openSources(
  operands: readonly string[],
  options: SourceOptions,
  stdin: Chunks = process.stdin,
): AsyncGenerator<Input> {
  for (const operand of operands) {
    if (operand === '-') yield* readStream('-', '-', stdin, options)
    else
      for await (const found of findFiles([operand]))
        yield* 'refused' in found ? [found] : openFile(found, options)
  }
}

async function* openFile(file: FoundFile, options: SourceOptions): AsyncGenerator<Input> {
  const { path } = file
  try {
    if (options.content === undefined && isNamedAsPage(path)) yield page(file)
    else {
      const head = await firstBytes(file)
      const content = options.content ?? sniffContent(path, head)
      if (sniffPacking(path, head)) yield* readStream(path, path, createReadStream(file.at), options)
      else if (content === 'page') yield page(file)
      else if (content === 'mhtml')
        yield { ...page(file), load: async () => ({ path, ...readMhtml(await load(file)) }) }
      else yield* readContainer(content, path, createReadStream(file.at), options)
    }
  } catch (error) {
    yield failedInput(path, path, reasonOf(error))
  }
}

const page = (file: FoundFile): Input => ({
  id: file.path,
  path: file.path,
  size: file.size,
  load: async (): Promise<Dump> => ({ path: file.path, bytes: await load(file) }),
})

async function load(file: FoundFile): Promise<Buffer> {
  if (file.size > LARGEST_PAGE) throw tooLarge()
  return readFile(file.at)
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
  chunks: Chunks,
  options: SourceOptions,
  layer = 0,
): AsyncGenerator<Input> {
  const reader = byteReader(chunks)
  const head = await reader.peek(SNIFF_BYTES)
  const packing = layer < 2 ? sniffPacking(name, head) : undefined
  if (packing) {
    yield* readStream(path, withoutPackedName(name), unpack(packing, drain(reader)), options, layer + 1)
    return
  }
  const content = options.content ?? sniffContent(name, head)
  yield* readContainer(content, path, drain(reader), options)
}

/** A reader's bytes as a stream again, with the error that broke it at the end. */
async function* drain(reader: ReturnType<typeof byteReader>): Chunks & AsyncGenerator<Uint8Array> {
  for (;;) {
    const part = await reader.take(64 * 1024)
    if (part.length > 0) yield part
    else break
  }
  const broken = reader.broken()
  if (broken) throw refusal(broken.code, broken.message)
}

async function* readContainer(
  content: Content,
  path: string,
  chunks: Chunks,
  options: SourceOptions,
): AsyncGenerator<Input> {
  if (content === 'warc') yield* readWarc(byteReader(chunks), path)
  else if (content === 'jsonl') yield* readJsonLines(byteReader(chunks), path, options.fields)
  else {
    const bytes = await readAll(chunks, LARGEST_PAGE).catch((error: unknown) => reasonOf(error))
    if (bytes === undefined) yield failedInput(path, path, reasonOf(tooLarge()))
    else if (!Buffer.isBuffer(bytes)) yield failedInput(path, path, bytes)
    else if (content === 'json') yield* readJson(bytes, path, options.fields)
    else
      yield {
        id: path,
        path,
        size: bytes.length,
        load: async () => (content === 'mhtml' ? readMhtml(bytes) : { bytes }),
      }
  }
}
