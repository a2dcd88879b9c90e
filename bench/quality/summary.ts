import { FATED, FATES, type FieldScores } from '../score/fields.ts'
import type { PageLines } from '../score/page-lines.ts'
import { overlapOf } from '../score/words.ts'
import { type Cell, groupBy, mean, table } from '../table.ts'
import type { PageScore } from './score.ts'

/** Scores of a group of pages, by name, from 0 to 1. */
export type Scores = Readonly<Record<string, number>>

const FIELDS = [
  'title',
  'authors',
  'published',
  'minute',
  'source',
  'editor',
] as const satisfies (keyof FieldScores)[]

const shareOf = (rows: readonly PageScore[], test: (row: PageScore) => boolean) =>
  rows.filter(test).length / rows.length

const shareOfLines = (rows: readonly PageScore[], test: (lines: PageLines) => boolean) =>
  mean(rows.map(({ lines }) => lines && Number(test(lines))))

/** Lines, each counted once, and the shares of pages with a wrong one, with a missing one, and with neither. */
function lineScores(rows: readonly PageScore[]): Scores {
  return {
    'line F': mean(rows.map(({ lines }) => lines?.f1)),
    'line P': mean(rows.map(({ lines }) => lines?.precision)),
    'line R': mean(rows.map(({ lines }) => lines?.recall)),
    junk: shareOfLines(rows, ({ junk }) => junk),
    lost: shareOfLines(rows, ({ lost }) => lost),
    whole: shareOfLines(rows, ({ junk, lost }) => !junk && !lost),
  }
}

/** Upper bounds of the gold's length, in characters. */
const LENGTHS = [300, 1000, 2500, Number.POSITIVE_INFINITY]

/** Words and lines by the length of the gold, over articles: short ones are lost in what stands around them. */
export function lengthTable(pages: readonly PageScore[]): string {
  const articles = pages.filter(({ type }) => type === 'article')
  const rows = LENGTHS.flatMap((most, i): Cell[][] => {
    const least = LENGTHS[i - 1] ?? 0
    const own = articles.filter(({ gold }) => gold >= least && gold < most)
    if (own.length === 0) return []
    const { F1, P, R } = summarize(own)
    const name = most === Number.POSITIVE_INFINITY ? `${least} and more` : `${least} to ${most}`
    return [[name, String(own.length), F1, P, R, ...Object.values(lineScores(own))]]
  })
  return rows.length
    ? table(['gold, characters', 'pages', 'F1', 'P', 'R', ...Object.keys(lineScores(pages))], rows)
    : ''
}

/** Means over pages; a field counts only where the gold has it. */
export function summarize(rows: readonly PageScore[]): Scores {
  const shingle = overlapOf(
    mean(rows.map((r) => r.shingles.precision)),
    mean(rows.map((r) => r.shingles.recall)),
  )
  return {
    F1: mean(rows.map((row) => row.words.f1)),
    P: mean(rows.map((row) => row.words.precision)),
    R: mean(rows.map((row) => row.words.recall)),
    shingle: shingle.f1,
    ...lineScores(rows),
    'above .95': shareOf(rows, (row) => row.words.f1 > 0.95),
    'below .5': shareOf(rows, (row) => row.words.f1 < 0.5),
    ...Object.fromEntries(FIELDS.map((field) => [field, mean(rows.map((row) => row.fields[field]))])),
  }
}

type Field = (typeof FATED)[number]

/** Pages of a set by what became of a field; undefined where no page of the set has gold for it. */
function fatesOf(
  rows: readonly PageScore[],
  field: Field,
): Record<(typeof FATES)[number], number> | undefined {
  const seen = rows.map((row) => row.fates[field])
  if (!seen.some((fate) => fate === 'right' || fate === 'wrong' || fate === 'missed')) return undefined
  const count = (wanted: string) => seen.filter((fate) => fate === wanted).length
  return {
    right: count('right'),
    wrong: count('wrong'),
    missed: count('missed'),
    absent: count('absent'),
    invented: count('invented'),
  }
}

/** Shares not to rise: wrong answers of all pages whose gold has the field, invented ones of those whose gold has none. */
export function faults(rows: readonly PageScore[]): Scores {
  const ofFields = FATED.flatMap((field) => {
    const fates = fatesOf(rows, field)
    if (fates === undefined) return []
    const { right, wrong, missed, absent, invented } = fates
    return [
      [`${field} wrong`, wrong / (right + wrong + missed)],
      [`${field} invented`, invented / (absent + invented)],
    ]
  })
  return Object.fromEntries([...ofFields, ['title unfounded', unfounded(rows)]])
}

/** Share of the titles that are neither a line nor a claim of their page. */
function unfounded(rows: readonly PageScore[]): number {
  return mean(rows.map(({ founded }) => (founded === undefined ? undefined : Number(!founded))))
}

/** How often each field was right, wrong, missed, rightly absent and invented, by set. */
export function fieldTable(pages: readonly PageScore[]): string {
  const rows = groupBy(pages, (page) => page.set).flatMap(([set, own]) =>
    FATED.flatMap((field): Cell[][] => {
      const fates = fatesOf(own, field)
      if (fates === undefined) return []
      const wrong = field === 'title' ? unfounded(own) : undefined
      return [[`${set} ${field}`, ...FATES.map((fate) => String(fates[fate])), wrong]]
    }),
  )
  return rows.length ? table(['field', ...FATES, 'unfounded'], rows) : ''
}

const unlike = (row: PageScore) => row.status.startsWith('failed')

function line(name: string, rows: readonly PageScore[]): Cell[] {
  const failed = rows.filter(unlike).length
  return [name, String(rows.length), ...Object.values(summarize(rows)), failed ? String(failed) : '-']
}

/** One line per set and one per page type where a set has several. */
export function summaryTable(pages: readonly PageScore[]): string {
  const rows = groupBy(pages, (page) => page.set).flatMap(([set, own]) => {
    const types = groupBy(own, (page) => page.type)
    const parts = types.length > 1 ? types.map(([type, some]) => line(`  ${type}`, some)) : []
    return [line(set, own), ...parts]
  })
  const header = ['set', 'pages', ...Object.keys(summarize(pages)), 'failed']
  return table(header, rows)
}

/** Word F1 by set and language, for sets of more than one language. */
export function languageTable(pages: readonly PageScore[]): string {
  const rows = groupBy(pages, (page) => page.set).flatMap(([set, own]) => {
    const langs = groupBy(own, (page) => page.lang)
    if (langs.length < 2) return []
    return langs.map(([lang, some]) => {
      const { F1, P, R, title, authors, published } = summarize(some)
      return [`${set} ${lang}`, String(some.length), F1, P, R, title, authors, published]
    })
  })
  return rows.length
    ? table(['language', 'pages', 'F1', 'P', 'R', 'title', 'authors', 'published'], rows)
    : ''
}

/** How many pages ended as anything but clean, by what became of them. */
export function statusLines(pages: readonly PageScore[]): string {
  const groups = groupBy(pages, (page) => page.status).filter(([status]) => status !== 'clean')
  return groups.map(([status, some]) => `${status}: ${some.length}`).join(', ')
}
