import type { ExplainedBlock, Outcome } from '../../core/article.ts'
import { diffLines } from '../../samples/line-diff.ts'
import { fold } from '../../samples/phrase.ts'
import type { ReviewArticle, ReviewPage } from '../packed.ts'

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

/** Causes that are no rule. */
const READING = '(reading)'
const KEPT_ROLES = '(roles kept)'
const BIAS = '(bias)'
const UNKNOWN = '(not explained)'

/** Votes that follow from the other votes: blamed only where no rule of its own changed its mind. */
const FOLLOWS = new Set(['model', 'uncertain-page'])

/** Finds, for a line of text lost or gained, the rule whose vote on its block changed most that way. */
type FindCause = (line: string, gained: boolean) => string

function causesOf(a: ReviewPage, b: ReviewPage): FindCause {
  if (a.status !== b.status) {
    const gate = (b.status === 'clean' ? a : b).reason?.code ?? b.status
    return () => `gate ${gate}`
  }
  if (!a.blocks || !b.blocks) return () => UNKNOWN
  const [before, after] = [byText(a.blocks), byText(b.blocks)]
  return (line, gained) => {
    for (const text of textsOf(line)) {
      const [from, to] = [before.get(text), after.get(text)]
      if (from === undefined || to === undefined) continue
      const was = from.find((block) => block.kept !== gained)
      const is = to.find((block) => block.kept === gained)
      if (was && is) return movedBy(was, is, gained ? 1 : -1) ?? settingBehind(was, is)
    }
    return READING
  }
}

/** What the block of a line may read: the line, without the mark of a list item; of a row of a table, any cell. */
export function textsOf(line: string): readonly string[] {
  const cells = line.includes('\t') ? line.split('\t') : []
  return [line, line.trimStart().replace(/^(?:[-*•]|\d{1,4}[.)]) /, ''), ...cells].map(fold)
}

/** Where all rules said the same, the pipeline itself is another. */
function settingBehind(was: ExplainedBlock, is: ExplainedBlock): string {
  return Math.abs(was.score - is.score) > 0.0005 ? BIAS : KEPT_ROLES
}

function byText(blocks: readonly ExplainedBlock[]): Map<string, ExplainedBlock[]> {
  const found = new Map<string, ExplainedBlock[]>()
  // a block of verse or code is several lines
  for (const block of blocks)
    for (const line of new Set([block.text, ...block.text.split('\n')].map(fold)))
      found.set(line, [...(found.get(line) ?? []), block])
  return found
}

function movedBy(was: ExplainedBlock, is: ExplainedBlock, sign: number): string | undefined {
  const moved = new Map<string, number>()
  for (const { rule, weight } of was.votes) moved.set(rule, (moved.get(rule) ?? 0) - weight)
  for (const { rule, weight } of is.votes) moved.set(rule, (moved.get(rule) ?? 0) + weight)
  const ranked = [...moved]
    .map(([rule, change]) => ({ rule, push: sign * change, follows: FOLLOWS.has(rule) }))
    .filter(({ push }) => push > 0.0005)
    .sort((x, y) => Number(x.follows) - Number(y.follows) || y.push - x.push || (x.rule < y.rule ? -1 : 1))
  return ranked[0]?.rule
}
