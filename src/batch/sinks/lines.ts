import { createDurable } from '../durable.ts'
import type { PageRecord } from '../record.ts'
import { packed } from './pack.ts'
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

/** Every block of a page with its verdict, and where the page was found. */
export const explainLines: LinesOf = ({ card: { id, input, status }, blocks }) =>
  blocks ? [`${JSON.stringify({ id, input, status }).slice(0, -1)},"blocks":`, blocks, END] : []

const LF = Buffer.from('\n')
const END = Buffer.from('}\n')

/** A JSON Lines file; packed where its name ends in `.gz` or `.zst`. */
export async function lineSink(path: string, linesOf: LinesOf): Promise<Sink> {
  const file = packed(path, await createDurable(path))
  return {
    async take(record) {
      for (const part of linesOf(record)) await file.write(part)
    },
    close: () => file.commit(),
    discard: () => file.discard(),
  }
}
