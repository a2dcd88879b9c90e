import type { Outcome } from '../core/article.ts'

export type Format = 'json' | 'md' | 'text'

/** One outcome in one format, ending in a line break; empty where there is nothing to show. */
export function printed(outcome: Outcome, format: Format): string {
  if (format === 'json') return `${JSON.stringify(outcome)}\n`
  const shown = outcome.articles.map((article) =>
    format === 'md' ? `${frontMatter(article)}${article.markdown}\n` : titled(article),
  )
  return shown.join(format === 'md' ? '\n---\n\n' : '\n\n')
}

type Article = Outcome['articles'][number]

function titled({ title, titleInferred, text }: Article): string {
  return title === undefined || titleInferred ? `${text}\n` : `${title}\n\n${text}\n`
}

const HEAD = [
  'title',
  'subtitle',
  'authors',
  'editors',
  'source',
  'site',
  'published',
  'modified',
  'language',
  'url',
] as const

/** YAML front matter; values as JSON strings, which YAML reads as they are. */
function frontMatter(article: Article): string {
  const lines = HEAD.flatMap((key) =>
    article[key] === undefined ? [] : [`${key}: ${JSON.stringify(article[key])}`],
  )
  return lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n\n`
}
