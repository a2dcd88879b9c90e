import type { Claim } from '../core/claim.ts'
import { absolute } from './claims/address.ts'
import { type Draft, finish } from './claims/draft.ts'
import { jsonLdClaims } from './claims/json-ld.ts'
import { linkClaims } from './claims/link.ts'
import { metaClaims } from './claims/meta.ts'
import { microdataClaims } from './claims/microdata.ts'
import type { ClaimSources } from './claims/sources.ts'
import { stateClaims } from './claims/state.ts'
import { timeClaims } from './claims/time.ts'

export type { ClaimSources, LinkSource, MetaSource, MicrodataSource, TimeSource } from './claims/sources.ts'

/**
 * What the page says of itself in its markup, in order of origin and then of the document. Nothing is believed yet:
 * values are trimmed and entities in scripts decoded, addresses made absolute, and that is all.
 *
 * @param url address the page came from; without it (and without a base) relative addresses are left out.
 */
export function readClaims(sources: ClaimSources, url: string | undefined): Claim[] {
  const base = absolute(sources.base ?? '', url) ?? url
  const drafts: Draft[] = [
    ...jsonLdClaims(sources, url),
    ...metaClaims(sources.metas),
    ...microdataClaims(sources.microdata),
    ...timeClaims(sources.times),
    ...titleClaims(sources.titles),
    ...linkClaims(sources.links),
    ...stateClaims(sources),
  ]
  if (sources.bodyNames)
    drafts.push({ field: 'hint', value: sources.bodyNames, from: 'html', key: 'body[class]' })
  if (sources.lang) drafts.push({ field: 'language', value: sources.lang, from: 'html', key: 'html[lang]' })
  return finish(drafts, base)
}

function titleClaims(titles: readonly string[]): Draft[] {
  return titles.slice(0, 2).map((value) => ({ field: 'title', value, from: 'title-element', key: 'title' }))
}
