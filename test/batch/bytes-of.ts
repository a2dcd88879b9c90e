import { gzipSync } from 'node:zlib'
import type { Input, PageInput, RefusedInput } from '../../src/batch/input.ts'
import { type NamedDump, openParcel } from '../../src/batch/open-parcel.ts'
import type { Chunks } from '../../src/batch/sources/bytes.ts'
import { type FieldMap, PRESETS } from '../../src/batch/sources/fields.ts'
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

/** An input as the process that cleans would find it. */
export const openInput = (input: Input, fields: FieldMap = PRESETS.auto!): NamedDump | RefusedInput =>
  'refused' in input ? input : openParcel(input.parcel, input.place, fields).page

/** What an input comes to: `id: text` for a page, `id ! code` for one that is refused. */
export function tell(input: Input, fields?: FieldMap): string {
  const page = openInput(input, fields)
  return 'refused' in page ? `${page.id} ! ${page.refused.code}` : `${page.id}: ${textOf(page)}`
}

export async function tellAll(inputs: AsyncIterable<Input>, fields?: FieldMap): Promise<string[]> {
  const lines: string[] = []
  for await (const input of inputs) lines.push(tell(input, fields))
  return lines
}

export const pageOf = (id: string, text: string): PageInput => ({
  place: id,
  size: Buffer.byteLength(text),
  parcel: { kind: 'dump', dump: { id, text } },
})

export const gzip = (text: string): Buffer => gzipSync(text)
