import { hash53 } from '../core/hash.ts'
import type { Page } from '../core/page.ts'
import { type CountKey, keyOf, lineOf, readKey, type SiteRecord } from './records.ts'
import { SECTION_PAGES, siteOfPage } from './site.ts'

/** A key and how often it was counted. */
export type Count = readonly [key: string, count: number]

/** Most lines of a site and door that are kept: those on the most pages. */
const MOST_LINES = 2000

export interface Pruning {
  /** Pages a line must stand on; 1 keeps what other counts may add to. Default 2. */
  readonly atLeast?: number
  /** Default {@link SECTION_PAGES}; 1 keeps every part of a site. */
  readonly sectionPages?: number
  /** Default {@link MOST_LINES}. */
  readonly mostLines?: number
}

/** Keeps whatever another part of the count may add to, in the order of the keys. */
export const UNPRUNED: Pruning = { atLeast: 1, sectionPages: 1, mostLines: Number.POSITIVE_INFINITY }

/**
 * What a page adds to the counts, once each: itself, and each of its lines, to its site and to the part of the site it
 * stands in. Nothing where nobody knows its site.
 */
export function keysOfPage(page: Page): readonly string[] {
  const site = siteOfPage(page)
  if (site === undefined) return []
  const lines = new Set<string>([''])
  for (const { text } of page.blocks) {
    const line = lineOf(text)
    if (line !== undefined) lines.add(line)
  }
  const { host, section } = site
  const keys: string[] = []
  for (const line of lines) {
    keys.push(keyOf(host, page.door, line))
    if (section !== undefined) keys.push(keyOf(section, page.door, line))
  }
  return keys
}

/**
 * The records of summed counts. Counts come sorted by key, each key once, so one site is in hand at a time: the lines
 * seen once are forgotten, and of the others those on the most pages are kept, ties going to the smaller hash.
 */
export function* recordsOf(counts: Iterable<Count>, pruning: Pruning = {}): Generator<SiteRecord> {
  const { atLeast = 2, sectionPages = SECTION_PAGES, mostLines = MOST_LINES } = pruning
  let site = ''
  let door = ''
  let pages = 0
  let kept: Ranked[] = []
  for (const [key, count] of counts) {
    const read = readKey(key)
    if (read.site !== site || read.door !== door) {
      yield* linesOf(kept, pages, mostLines)
      ;({ site, door } = read)
      kept = []
      pages = read.line === '' && (!isSection(site) || count >= sectionPages) ? count : 0
      if (pages > 0) yield { site, door: read.door, pages }
    } else if (pages === 0 || count < atLeast) continue
    else if (mostLines === Number.POSITIVE_INFINITY) yield { ...read, on: Math.min(count, pages), of: pages }
    else {
      kept.push({ key: read, on: Math.min(count, pages), rank: hash53(read.line) })
      if (kept.length >= 2 * mostLines) kept = best(kept, mostLines)
    }
  }
  yield* linesOf(kept, pages, mostLines)
}

interface Ranked {
  readonly key: CountKey
  readonly on: number
  readonly rank: number
}

const isSection = (site: string): boolean => site.includes('/')

const best = (kept: Ranked[], most: number): Ranked[] =>
  kept.sort((a, b) => b.on - a.on || a.rank - b.rank || (a.key.line < b.key.line ? -1 : 1)).slice(0, most)

function* linesOf(kept: Ranked[], of: number, most: number): Generator<SiteRecord> {
  for (const { key, on } of best(kept, most)) yield { ...key, on, of }
}

/** The keys a record stands for, so that counts can be added up again. */
export function countOf(record: SiteRecord): Count {
  return 'line' in record
    ? [keyOf(record.site, record.door, record.line), record.on]
    : [keyOf(record.site, record.door, ''), record.pages]
}
