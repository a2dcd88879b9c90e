import { gzipSync } from 'node:zlib'
import { type Input, type PageInput, reasonOf } from '../../src/batch/input.ts'
import type { Chunks } from '../../src/batch/sources/bytes.ts'
import type { Dump } from '../../src/core/dump.ts'

/** Bytes as a stream of small chunks, as a pipe would hand them over. */
export async function* chunked(bytes: Uint8Array | string, size = 7): Chunks & AsyncGenerator<Uint8Array> {
  const whole = Buffer.from(bytes)
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size)
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

export const textOf = (dump: Dump): string =>
  dump.html ?? dump.text ?? Buffer.from(dump.bytes ?? []).toString('utf8')

/** What an input comes to: `id: text` for a page, `id ! code` for one that is refused. */
export async function tell(input: Input): Promise<string> {
  if ('refused' in input) return `${input.id} ! ${input.refused.code}`
  try {
    return `${input.id}: ${textOf(await input.load())}`
  } catch (error) {
    return `${input.id} ! ${reasonOf(error).code}`
  }
}

export async function tellAll(inputs: AsyncIterable<Input>): Promise<string[]> {
  const lines: string[] = []
  for await (const input of inputs) lines.push(await tell(input))
  return lines
}

export const pageOf = (id: string, text: string): PageInput => ({
  id,
  size: Buffer.byteLength(text),
  load: () => Promise.resolve({ text }),
})

export const gzip = (text: string): Buffer => gzipSync(text)
