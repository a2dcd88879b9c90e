import type { Article, Outcome } from '../core/article.ts'
import { type PackedBlocks, packBlocks, unpackBlocks } from './packed-blocks.ts'

/**
 * A page's record as it lies in the report: blocks in columns, a line of an article's text told by the number of the
 * block that reads the same. Unpacks to what went in, but for `markdown`, `content` and digits nobody is shown.
 */
export interface PackedPage {
  readonly outcome: Omit<Outcome, 'articles' | 'blocks'>
  readonly articles: readonly PackedArticle[]
  readonly blocks?: PackedBlocks
}
type PackedArticle = Omit<ReviewArticle, 'text'> & { readonly text: readonly (number | string)[] }

/** An article and a page as the report knows them. */
export type ReviewArticle = Omit<Article, 'markdown' | 'content'>
export type ReviewPage = Omit<Outcome, 'articles'> & { readonly articles: readonly ReviewArticle[] }

export function packPage(page: Outcome): PackedPage {
  const { articles, blocks, ...outcome } = page
  const at = new Map((blocks ?? []).map((block, i) => [block.text, i]))
  return {
    outcome,
    articles: articles.map(({ text, markdown, content, ...rest }) => ({
      ...rest,
      text: text.split('\n').map((line) => at.get(line) ?? line),
    })),
    ...(blocks && { blocks: packBlocks(blocks) }),
  }
}

export function unpackPage({ outcome, articles, blocks }: PackedPage): ReviewPage {
  const unpacked = blocks && unpackBlocks(blocks)
  return {
    ...outcome,
    articles: articles.map(({ text, ...rest }) => ({
      ...rest,
      text: text.map((line) => (typeof line === 'number' ? unpacked![line]!.text : line)).join('\n'),
    })),
    ...(unpacked && { blocks: unpacked }),
  }
}
