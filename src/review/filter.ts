import type { IndexEntry, ReportIndex } from './index-of.ts'

/** What the list is narrowed to; an empty string asks for nothing. */
export interface Filter {
  readonly search: string
  readonly status: string
  readonly reason: string
  readonly role: string
  readonly rule: string
}
export const NO_FILTER: Filter = { search: '', status: '', reason: '', role: '', rule: '' }

/** Numbers of the pages that pass everything but the search in their text, and the others that pass all but the search. */
export interface Matches {
  readonly found: readonly number[]
  /** Pages whose text could still hold the words searched for. */
  readonly unread: readonly number[]
}

export function matchPages({ words, pages }: ReportIndex, filter: Filter): Matches {
  const [role, rule] = [words.indexOf(filter.role), words.indexOf(filter.rule)]
  const wanted = foldCase(filter.search)
  const found: number[] = []
  const unread: number[] = []
  for (const [number, page] of pages.entries()) {
    if (filter.status !== '' && page.status !== filter.status) continue
    if (filter.reason !== '' && page.reason !== filter.reason) continue
    if (filter.role !== '' && !page.roles.includes(role)) continue
    if (filter.rule !== '' && !page.rules.includes(rule)) continue
    if (wanted === '' || headline(page).includes(wanted)) found.push(number)
    else unread.push(number)
  }
  return { found, unread }
}

/** How words are compared: without regard to case and to runs of white space. */
const foldCase = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

const headline = ({ id, title = '', url = '', message = '', reason = '' }: IndexEntry) =>
  foldCase(`${title}\n${id}\n${url}\n${reason} ${message}`)

/** What can be chosen, with how many pages have it, in alphabetical order. */
export function choices({ words, pages }: ReportIndex): Readonly<Record<string, readonly Option[]>> {
  const count = (values: (page: IndexEntry) => readonly string[]) => {
    const counts = new Map<string, number>()
    for (const page of pages)
      for (const value of values(page)) counts.set(value, (counts.get(value) ?? 0) + 1)
    return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, pages]) => ({ value, pages }))
  }
  const named = (numbers: readonly number[]) => numbers.map((number) => words[number]!)
  return {
    status: count((page) => [page.status]),
    reason: count((page) => (page.reason === undefined ? [] : [page.reason])),
    role: count((page) => named(page.roles)),
    rule: count((page) => named(page.rules)),
  }
}
export interface Option {
  readonly value: string
  readonly pages: number
}
