import type { Article, Outcome } from '../core/article.ts'
import { type ArticleFormat, type ArticleWriter, articleWriter } from '../render/article-file.ts'
import type { ArticleSource, Layout } from '../render/layout.ts'

export type Format = 'json' | ArticleFormat

/**
 * Outcomes in one format, each ending in a line break; empty where there is nothing to show. `alone`: one page is all there is, and
 * an article that is all there is of it is written as in a file of its own.
 */
export type Printer = (outcome: Outcome, alone?: boolean) => string

export const jsonLine: Printer = (outcome) => `${JSON.stringify(outcome)}\n`

export async function printer(format: Format, lines: Lines = {}): Promise<Printer> {
  if (format !== 'json') return articles(await articleWriter(format))
  const { layout, chunks } = lines
  if (chunks !== undefined) {
    const { chunkRecords } = await import('../render/chunks.ts')
    return eachArticle((article, source) => chunkRecords(article, source, chunks))
  }
  if (layout === undefined || layout === 'dechaff') return jsonLine
  const { inLayout } = await import('../render/layout.ts')
  return eachArticle((article, source) => [inLayout(layout, article, source)])
}

/** What is written instead of records of pages: articles as another tool reads them, or pieces of them. */
export interface Lines {
  readonly layout?: Layout | undefined
  /** Characters of a piece. */
  readonly chunks?: number | undefined
}

const eachArticle =
  (recordsOf: (article: Article, source: ArticleSource) => readonly object[]): Printer =>
  ({ id, input, articles }) =>
    articles
      .flatMap((article, at) => recordsOf(article, { page: id, part: at + 1, parts: articles.length, input }))
      .map((record) => `${JSON.stringify(record)}\n`)
      .join('')

function articles(writer: ArticleWriter): Printer {
  let written = 0
  return ({ articles, input }, alone = false) => {
    if (alone && articles.length === 1) return writer.file(articles[0]!, input)
    return articles
      .map((article) => `${written++ === 0 ? writer.opening : ''}${writer.section(article, input, written)}`)
      .join('')
  }
}
