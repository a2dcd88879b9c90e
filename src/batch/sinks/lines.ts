import { createGzip, type Gzip } from 'node:zlib'
import { createDurable, type DurableFile } from '../durable.ts'
import type { PageRecord } from '../record.ts'
import type { Sink } from './sink.ts'

/** The bytes a record puts into one of the run's files; articles and blocks are copied as they are. */
export type LinesOf = (record: PageRecord) => readonly (string | Buffer)[]

/** One article a line, under its page's id; `part` numbers the articles of one page from 1. */
export const articleLines: LinesOf = ({ card, articles }) => {
  const page = JSON.stringify(card.id)
  return articles.flatMap((line, at) => [
    `{"page":${page},"part":${at + 1},"parts":${articles.length},`,
    line.subarray(1),
    LF,
  ])
}

export const rejectedLines: LinesOf = ({ card: { id, input, status, reason, dropped } }) =>
  status === 'rejected' ? [`${JSON.stringify({ id, input, status, reason, dropped })}\n`] : []

export const failedLines: LinesOf = ({ card: { id, input, status, reason } }) =>
  status === 'failed' ? [`${JSON.stringify({ id, input, status, reason })}\n`] : []

/** Every block of a page with its verdict. */
export const explainLines: LinesOf = ({ card: { id, status }, blocks }) =>
  blocks ? [`${JSON.stringify({ id, status }).slice(0, -1)},"blocks":`, blocks, END] : []

const LF = Buffer.from('\n')
const END = Buffer.from('}\n')

/** A JSON Lines file; packed where its name ends in `.gz`. */
export async function lineSink(path: string, linesOf: LinesOf): Promise<Sink> {
  const file = await createDurable(path)
  const pack = path.endsWith('.gz') ? packer(file) : undefined
  return {
    async take(record) {
      for (const part of linesOf(record)) await (pack ? pack.write(part) : file.write(part))
    },
    async close() {
      await pack?.end()
      await file.commit()
    },
    discard: () => file.discard(),
  }
}

/** Bytes collected before they are packed. */
const PIECE = 64 * 1024

function packer(file: DurableFile): { write(text: string | Buffer): Promise<void>; end(): Promise<void> } {
  const gzip: Gzip = createGzip()
  const parts: Buffer[] = []
  let waiting: Buffer[] = []
  let size = 0
  gzip.on('data', (part: Buffer) => parts.push(part))
  const drain = async (): Promise<void> => {
    for (const part of parts.splice(0)) await file.write(part)
  }
  const pack = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting)
    waiting = []
    size = 0
    await new Promise((resolve) => gzip.write(bytes, resolve))
    await drain()
  }
  return {
    async write(text) {
      const bytes = Buffer.from(text)
      waiting.push(bytes)
      size += bytes.length
      if (size >= PIECE) await pack()
    },
    async end() {
      await pack()
      await new Promise<void>((resolve) => {
        gzip.once('end', resolve)
        gzip.end()
      })
      await drain()
    },
  }
}
