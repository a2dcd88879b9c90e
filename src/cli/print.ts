import type { Outcome } from '../core/article.ts'
import { type ArticleFormat, type ArticleWriter, articleWriter } from '../render/article-file.ts'

export type Format = 'json' | ArticleFormat

/** Outcomes in one format, each ending in a line break; empty where there is nothing to show. */
export type Printer = (outcome: Outcome) => string

export const jsonLine: Printer = (outcome) => `${JSON.stringify(outcome)}\n`

/** `alone`: one page is all there is, and an article that is all there is of it is written as in a file of its own. */
export async function printer(format: Format, alone: boolean): Promise<Printer> {
  return format === 'json' ? jsonLine : articles(await articleWriter(format), alone)
}

function articles(writer: ArticleWriter, alone: boolean): Printer {
  let written = 0
  return ({ articles, input }) => {
    if (alone && articles.length === 1) return writer.file(articles[0]!, input)
    return articles
      .map((article) => `${written++ === 0 ? writer.opening : ''}${writer.section(article, input, written)}`)
      .join('')
  }
}
