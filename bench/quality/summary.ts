import type { FieldScores } from '../score/fields.ts'
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
    'above .95': shareOf(rows, (row) => row.words.f1 > 0.95),
    'below .5': shareOf(rows, (row) => row.words.f1 < 0.5),
    ...Object.fromEntries(FIELDS.map((field) => [field, mean(rows.map((row) => row.fields[field]))])),
  }
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
