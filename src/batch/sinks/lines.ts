import { createGzip, type Gzip } from 'node:zlib'
import type { Outcome } from '../../core/article.ts'
import { createDurable, type DurableFile } from '../durable.ts'
import type { Sink } from './sink.ts'

/** The lines an outcome puts into one of the run's files. */
export type LinesOf = (outcome: Outcome) => readonly object[]

/** One article a line, under its page's id; `part` numbers the articles of one page from 1. */
export const articleLines: LinesOf = ({ id, articles }) =>
  articles.map((article, at) => ({ page: id, part: at + 1, parts: articles.length, ...article }))

export const rejectedLines: LinesOf = ({ id, input, status, reason, dropped }) =>
  status === 'rejected' ? [{ id, input, status, reason, dropped }] : []

export const failedLines: LinesOf = ({ id, input, status, reason }) =>
  status === 'failed' ? [{ id, input, status, reason }] : []

/** Every block of a page with its verdict. */
export const explainLines: LinesOf = ({ id, status, blocks }) => (blocks ? [{ id, status, blocks }] : [])

/** A JSON Lines file; packed where its name ends in `.gz`. */
export async function lineSink(path: string, linesOf: LinesOf): Promise<Sink> {
  const file = await createDurable(path)
  const pack = path.endsWith('.gz') ? packer(file) : undefined
  return {
    async take(outcome) {
      const lines = linesOf(outcome)
      if (lines.length === 0) return
      const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
      await (pack ? pack.write(text) : file.write(text))
    },
    async close() {
      await pack?.end()
      await file.commit()
    },
    discard: () => file.discard(),
  }
}

function packer(file: DurableFile): { write(text: string): Promise<void>; end(): Promise<void> } {
  const gzip: Gzip = createGzip()
  const parts: Buffer[] = []
  gzip.on('data', (part: Buffer) => parts.push(part))
  const drain = async (): Promise<void> => {
    for (const part of parts.splice(0)) await file.write(part)
  }
  return {
    async write(text) {
      await new Promise((resolve) => gzip.write(text, resolve))
      await drain()
    },
    async end() {
      await new Promise<void>((resolve) => {
        gzip.once('end', resolve)
        gzip.end()
      })
      await drain()
    },
  }
}
