import type { Outcome } from '../../core/article.ts'
import { diffLines } from '../../samples/line-diff.ts'
import type { ReviewArticle, ReviewPage } from '../packed.ts'
import { causesOf } from './cause.ts'

export interface ChangedLine {
  readonly text: string
  /** The rule, gate or other cause that moved it. */
  readonly by: string
}
export interface ChangedField {
  /** Which article, from 1. */
  readonly article: number
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}
/** What is different about a page whose result changed. */
export interface PageChange {
  readonly id: string
  readonly status: readonly [before: Outcome['status'], after: Outcome['status']]
  readonly articles: readonly [before: number, after: number]
  readonly lost: readonly ChangedLine[]
  readonly gained: readonly ChangedLine[]
  readonly fields: readonly ChangedField[]
}

/** Fields that follow from the text, or are compared as lines. */
const NOT_FIELDS = new Set([
  'text',
  'markdown',
  'content',
  'wordCount',
  'confidence',
  'evidence',
  'languages',
])

/** @returns what changed, or undefined where the result is the same. */
export function comparePages(a: ReviewPage, b: ReviewPage): PageChange | undefined {
  const cause = causesOf(a, b)
  const lines = diffLines(textOf(a), textOf(b)).filter(({ text }) => text.trim() !== '')
  const side = (mark: '-' | '+') =>
    lines.filter((line) => line.side === mark).map(({ text }) => ({ text, by: cause(text, mark === '+') }))
  const change: PageChange = {
    id: a.id,
    status: [a.status, b.status],
    articles: [a.articles.length, b.articles.length],
    lost: side('-'),
    gained: side('+'),
    fields: changedFields(a.articles, b.articles),
  }
  const { lost, gained, fields } = change
  const same =
    a.status === b.status &&
    a.articles.length === b.articles.length &&
    lost.length + gained.length + fields.length === 0
  return same ? undefined : change
}

export const textOf = (page: ReviewPage) => page.articles.map((article) => article.text).join('\n\n')

/** Articles are compared in their order, as far as both pages have one. */
function changedFields(before: readonly ReviewArticle[], after: readonly ReviewArticle[]): ChangedField[] {
  return before.slice(0, after.length).flatMap((old, i) => {
    const now = after[i]!
    const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
      (name) => !NOT_FIELDS.has(name),
    )
    return names.flatMap((field) => {
      const [was, is] = [old[field as keyof ReviewArticle] ?? null, now[field as keyof ReviewArticle] ?? null]
      return JSON.stringify(was) === JSON.stringify(is)
        ? []
        : [{ article: i + 1, field, before: was, after: is }]
    })
  })
}
