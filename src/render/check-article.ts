import type { Article } from '../core/article.ts'

/** @throws {TypeError} where what should be an article of a record is none. `call`: the function it was handed to. */
export function checkArticle(call: string, article: Article): void {
  if (typeof (article as Partial<Article> | null | undefined)?.text === 'string') return
  const outcome = typeof article === 'object' && article !== null && 'articles' in article
  throw new TypeError(
    `${call}() takes an article of a record${outcome ? ', not the record itself: take one of its articles' : ''}`,
  )
}

/** @throws {RangeError} where a value is none of those there are. */
export function checkOneOf(name: string, value: unknown, known: readonly string[]): void {
  if (!known.includes(value as string))
    throw new RangeError(
      `${name} must be one of ${known.join(', ')}, got ${JSON.stringify(value) ?? String(value)}`,
    )
}
