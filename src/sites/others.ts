import { hash53 } from '../core/hash.ts'
import type { Page } from '../core/page.ts'
import type { OtherPages } from '../core/rule.ts'
import { keyOf, lineOf, type SiteRecord } from './records.ts'
import { SECTION_PAGES, siteOfPage } from './site.ts'

/** The counts of sites, laid out for looking up. */
export type SiteTable = ReadonlyMap<string, SiteCounts>

/** What was counted of a site and a door. */
export interface SiteCounts {
  /** Pages counted, from 1. */
  readonly pages: number
  /** By the line's hash: the pages it stands on. */
  readonly on: ReadonlyMap<number, number>
}

/** Lays out records, in any order; of two that tell of one thing the larger counts. */
export function siteTable(records: Iterable<SiteRecord>): SiteTable {
  const table = tableBuilder()
  for (const record of records) table.add(record)
  return table.done()
}

/** The same, record by record. */
export function tableBuilder() {
  const table = new Map<string, { pages: number; on: Map<number, number> }>()
  return {
    add(record: SiteRecord): void {
      const key = keyOf(record.site, record.door, '')
      let counted = table.get(key)
      if (counted === undefined) {
        counted = { pages: 0, on: new Map() }
        table.set(key, counted)
      }
      counted.pages = Math.max(counted.pages, 'line' in record ? record.of : record.pages)
      if (!('line' in record)) return
      const line = hash53(record.line)
      counted.on.set(line, Math.max(record.on, counted.on.get(line) ?? 0))
    },
    done: (): SiteTable => table,
  }
}

/**
 * What the other pages of its site tell of a page. It may have been counted itself, and nobody remembers: so one page
 * is taken off every count. Undefined where nothing is known of its site.
 */
export function othersOf(page: Page, table: SiteTable): OtherPages | undefined {
  const site = siteOfPage(page)
  if (site === undefined) return undefined
  const countedAt = (name: string) => table.get(keyOf(name, page.door, ''))
  const section = site.section === undefined ? undefined : countedAt(site.section)
  const counted = section !== undefined && section.pages >= SECTION_PAGES ? section : countedAt(site.host)
  if (counted === undefined || counted.pages < 2) return undefined
  const on = page.blocks.map(({ text }) => {
    const line = lineOf(text)
    return line === undefined ? 0 : Math.max(0, (counted.on.get(hash53(line)) ?? 0) - 1)
  })
  return { pages: counted.pages - 1, on }
}
