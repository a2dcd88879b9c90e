import type { Article } from '../../src/core/article.ts'
import type { Gold } from '../pages.ts'

/** A field's score from 0 to 1; absent where the gold does not have the field. */
export interface FieldScores {
  title?: number
  authors?: number
  published?: number
  /** The same minute, where the gold names one. */
  minute?: number
  source?: number
  editor?: number
}

/** Case, width, quote, dash and space differences do not count. */
export function fold(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u00b4`]/g, "'")
    .replace(/[\u201c\u201d\u00ab\u00bb\u201e]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

type Names = readonly string[] | string | null | undefined

function people(names: Names): Set<string> {
  const list = typeof names === 'string' ? [names] : (names ?? [])
  const parts = list.flatMap((name) => (name ?? '').split(/,|;|&|\n| and /))
  return new Set(parts.map((part) => fold(part).replace(/^by /, '')).filter(Boolean))
}

/** F1 of two lists of people, by name; undefined where none is wanted. */
export function namesF1(got: Names, wanted: Names): number | undefined {
  const [a, b] = [people(got), people(wanted)]
  if (!b.size) return undefined
  const common = [...b].filter((name) => a.has(name)).length
  return (2 * common) / (a.size + b.size)
}

const dayOf = (moment: string | null | undefined) => moment?.match(/\d{4}-\d{2}-\d{2}/)?.[0]
const MINUTE = /(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})[\d:.]*(Z|[+-]\d{2}:?\d{2})?/

/** Whether two moments name the same minute: of the world where both have an offset, else as printed. */
function sameMinute(got: string | undefined, wanted: string | null | undefined): number | undefined {
  const [a, b] = [MINUTE.exec(got ?? ''), MINUTE.exec(wanted ?? '')]
  if (!b) return undefined
  const instant = (found: RegExpExecArray) => Date.parse(`${found[1]}T${found[2]}${found[3]}`)
  if (a?.[3] && b[3]) return Number(instant(a) === instant(b))
  return Number(a?.[1] === b[1] && a?.[2] === b[2])
}

const equal = <T>(got: T | undefined, wanted: T | undefined) => (wanted ? Number(got === wanted) : undefined)

/**
 * What became of a field: `right`; `wrong`, an answer the gold contradicts; `missed`, none or less than the gold has;
 * `absent`, rightly so; `invented`, an answer where the gold says there is none.
 */
export type Fate = 'right' | 'wrong' | 'missed' | 'absent' | 'invented'
export const FATES = ['right', 'wrong', 'missed', 'absent', 'invented'] as const satisfies readonly Fate[]

export const FATED = ['title', 'authors', 'published', 'source', 'editor'] as const
export type Fates = { readonly [field in (typeof FATED)[number]]?: Fate }

function fate(got: ReadonlySet<string>, wanted: ReadonlySet<string>): Fate {
  if (wanted.size === 0) return got.size === 0 ? 'absent' : 'invented'
  if ([...got].some((value) => !wanted.has(value))) return 'wrong'
  return got.size === wanted.size ? 'right' : 'missed'
}

const single = (value: string | undefined) => new Set(value ? [value] : [])

/** The fate of every field the gold speaks of, be it only to say that there is none. */
export function fieldFates(article: Article | undefined, gold: Gold): Fates {
  const fates: Record<(typeof FATED)[number], () => Fate> = {
    title: () => fate(single(fold(article?.title)), single(fold(gold.title))),
    authors: () => fate(people(article?.authors), people(gold.authors)),
    published: () => fate(single(dayOf(article?.published)), single(dayOf(gold.published))),
    source: () => fate(single(fold(article?.source)), single(fold(gold.source))),
    editor: () => fate(people(article?.editors), people(gold.editor)),
  }
  return Object.fromEntries(FATED.filter((field) => field in gold).map((field) => [field, fates[field]()]))
}

/** Scores an article's fields against the gold, over the fields the gold has. */
export function fieldScores(article: Article | undefined, gold: Gold): FieldScores {
  const scores: Record<keyof FieldScores, number | undefined> = {
    title: equal(fold(article?.title), fold(gold.title)),
    authors: namesF1(article?.authors, gold.authors),
    published: equal(dayOf(article?.published), dayOf(gold.published)),
    minute: sameMinute(article?.published, gold.published),
    source: equal(fold(article?.source), fold(gold.source)),
    editor: namesF1(article?.editors, gold.editor),
  }
  return Object.fromEntries(Object.entries(scores).filter(([, value]) => value !== undefined))
}
