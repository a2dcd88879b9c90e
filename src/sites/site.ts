import { parse } from 'tldts'
import type { Page } from '../core/page.ts'

/** Whose page an address is. */
export interface SiteNames {
  /** Registrable host, or the host itself where it has none (an address of numbers, a name of the local network). */
  readonly host: string
  /** Host and first step of the path, where more steps follow: a part of the site that may look otherwise. */
  readonly section?: string
}

/** Pages a part of a site needs to be counted by itself. */
export const SECTION_PAGES = 20
/** Longest step of a path taken for the name of a part. */
const LONGEST = 40

/**
 * The site of an address by the Public Suffix List, its private part included: each blog of a host of blogs
 * (`ann.blogspot.com`) is a site of its own. Undefined where it is no address of the web.
 */
export function siteOf(url: string | undefined): SiteNames | undefined {
  if (url === undefined || !/^https?:\/\//i.test(url)) return undefined
  const { domain, hostname } = parse(url, { allowPrivateDomains: true })
  const host = domain ?? hostname
  if (host === null || host === '') return undefined
  const [step = '', next] = pathOf(url).split('/').filter(Boolean)
  if (next === undefined || step.length > LONGEST) return { host }
  return { host, section: `${host}/${step.toLowerCase()}` }
}

/** The site a page was fetched from, else the one it says it belongs to. */
export function siteOfPage({ url, claims }: Pick<Page, 'url' | 'claims'>): SiteNames | undefined {
  return siteOf(url) ?? siteOf(claims.find(({ field }) => field === 'canonicalUrl')?.value)
}

/** What stands between the host and the query; white space and control characters never come from there. */
function pathOf(url: string): string {
  const path = /^https?:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? ''
  return path.replace(/[\s\p{Cc}]/gu, '')
}
