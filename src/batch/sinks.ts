import { createHash } from 'node:crypto'
import { articleWriter } from '../render/article-file.ts'
import type { Layout } from '../render/layout.ts'
import { packed } from './pack.ts'
import { articleOf, type PageRecord } from './record.ts'
import type { Stage } from './results.ts'
import { uniqueNames } from './seen.ts'

/** Something records are written to, in order. Its files are whole when it is closed. */
export interface Sink {
  take(record: PageRecord): Promise<void>
  close(): Promise<void>
}

/** The bytes a record puts into one of the run's files; articles and blocks are copied as they are. */
export type LinesOf = (record: PageRecord) => readonly (string | Buffer)[]

/**
 * One article a line, under its page's id; `part` numbers the articles of one page from 1. Of the page's `input` it has
 * what the article does not say itself.
 */
export const articleLines: LinesOf = ({ card, articles }) => {
  const { limits, notes, input } = card
  const page = JSON.stringify(card.id)
  const { origin, retrieved, fields } = input
  const told = origin !== undefined || retrieved !== undefined || fields !== undefined
  const said = { ...(told && { input: { origin, retrieved, fields } }), limits, notes }
  const about = told || limits || notes ? `${JSON.stringify(said).slice(1, -1)},` : ''
  return articles.flatMap((line, at) => [
    `{"page":${page},"part":${at + 1},"parts":${articles.length},${about}`,
    line.subarray(1),
    LF,
  ])
}

/** The same in the shape another tool reads. */
export async function layoutLines(layout: Layout): Promise<LinesOf> {
  if (layout === 'dechaff') return articleLines
  const { inLayout } = await import('../render/layout.ts')
  return ({ card, articles }) =>
    articles.map((line, at) => {
      const source = { page: card.id, part: at + 1, parts: articles.length, input: card.input }
      return `${JSON.stringify(inLayout(layout, articleOf(line), source))}\n`
    })
}

/** One piece of an article a line, with what tells where it is from; `chunk` numbers the pieces of one article from 1. */
export async function chunkLines(size: number): Promise<LinesOf> {
  const { chunkRecords } = await import('../render/chunks.ts')
  return ({ card, articles }) =>
    articles.flatMap((line, at) =>
      chunkRecords(articleOf(line), { page: card.id, part: at + 1, input: card.input }, size).map(
        (record) => `${JSON.stringify(record)}\n`,
      ),
    )
}

export const rejectedLines: LinesOf = ({ card: { id, input, status, reason, dropped, limits, notes } }) =>
  status === 'rejected' ? [`${JSON.stringify({ id, input, status, reason, dropped, limits, notes })}\n`] : []

export const failedLines: LinesOf = ({ card: { id, input, status, reason, limits, notes } }) =>
  status === 'failed' ? [`${JSON.stringify({ id, input, status, reason, limits, notes })}\n`] : []

/** Every block of a page with its verdict, and where the page was found. */
export const explainLines: LinesOf = ({ card: { id, input, status, limits, notes }, blocks }) =>
  blocks
    ? [`${JSON.stringify({ id, input, status, limits, notes }).slice(0, -1)},"blocks":`, blocks, END]
    : []

const LF = Buffer.from('\n')
const END = Buffer.from('}\n')

/** A JSON Lines file; packed where its name ends in `.gz` or `.zst`. */
export async function lineSink(stage: Stage, name: string, linesOf: LinesOf): Promise<Sink> {
  const file = packed(name, await stage.create(name))
  return {
    async take(record) {
      for (const part of linesOf(record)) await file.write(part)
    },
    async close() {
      await file.close()
    },
  }
}

/** Files an article may have besides its line. */
export type ArticleFiles = 'md' | 'html' | 'txt'

/** One file an article, in `folder`. */
export async function pageSink(stage: Stage, folder: string, kind: ArticleFiles): Promise<Sink> {
  const writer = await articleWriter(kind === 'txt' ? 'text' : kind)
  const unique = uniqueNames()
  return {
    async take({ card, articles }) {
      for (const [at, line] of articles.entries()) {
        const name = unique(articleFileName(card.id, at + 1, articles.length))
        const file = await stage.create(`${folder}/${name}.${kind}`)
        await file.write(writer.file(articleOf(line), card.input))
        await file.close()
      }
    },
    async close() {},
  }
}

/**
 * A file name for an article: a slug of ASCII letters and digits that helps a reader, and a hash of the page's id that tells
 * pages apart from run to run. Nothing else of the input gets into it, so it names a plain file on any system.
 */
export function articleFileName(id: string, part: number, parts: number): string {
  const slug = id
    .slice(-200)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\.(?:x?html?|txt|mhtml?)$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(-48)
    .replace(/^-+|-+$/g, '')
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 12)
  return `${slug || 'page'}-${hash}${parts > 1 ? `-${part}` : ''}`
}
