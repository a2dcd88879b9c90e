import type { Claim } from '../core/claim.ts'
import { dateLabel } from '../facts/date.ts'
import { absolute, type Draft, finish } from './claims/draft.ts'
import { jsonLdClaims } from './claims/json-ld.ts'
import { metaClaims } from './claims/meta.ts'
import { microdataClaims } from './claims/microdata.ts'
import type { ClaimSources, LinkSource, TimeSource } from './claims/sources.ts'
import { stateClaims } from './claims/state.ts'

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

/** `link` elements that name the page itself or its terms. */
function linkClaims(links: readonly LinkSource[]): Draft[] {
  const drafts: Draft[] = []
  for (const { rel, href } of links) {
    const words = rel.toLowerCase().split(' ')
    if (words.includes('canonical')) {
      drafts.push({ field: 'canonicalUrl', value: href, from: 'link', key: 'link[rel=canonical]' })
    } else if (words.includes('license')) {
      drafts.push({ field: 'license', value: href, from: 'link', key: 'link[rel=license]' })
    } else if (words.includes('image_src')) {
      drafts.push({ field: 'image', value: href, from: 'link', key: 'link[rel=image_src]' })
    }
  }
  return drafts
}

/** On a page of more `time` elements than its own dates take, words stand before those of other stories as well. */
const LABELLED = 4
/** A page's own dates stand early; a long list of `time` elements belongs to teasers or comments. */
const TIMES = 40
const MODIFIED = /updat|modif|edited|revis|changed|aktualis|geaend|last-?mod/
const PUBLISHED =
  /publi|posted|entry-date|post-date|post-?meta|byline|article|dateline|timestamp|created|story|author/
const ELSEWHERE =
  /related|teaser|card|comment|sidebar|widget|latest|list|promo|recommend|trending|ticker|more-/
/** The same said by what the element stands in; layouts name their whole width after lists and sidebars. */
const AMONG_OTHERS =
  /<(?:nav|aside|footer)>|related|recommend|teaser|comment|trending|read-?(?:more|next|also)/

/**
 * `time` elements. The key says how near the element claims to be to the article: `time[pubdate]`, `time[published]`
 * by its names, `time` without a word, `time[elsewhere]` in lists, cards and
 * what stands beside the text.
 */
function timeClaims(times: readonly TimeSource[]): Draft[] {
  const drafts: Draft[] = []
  for (const time of times.slice(0, TIMES)) {
    const value = time.datetime?.trim() || time.text
    if (!/\d/.test(value) || value.length > 100) continue
    const names = time.names.slice(0, 300).toLowerCase()
    const label = times.length <= LABELLED ? dateLabel(time.label ?? '') : undefined
    if (label === 'published' || label === 'modified') {
      drafts.push({ field: label, value, from: 'time', key: `time${quality(time, names) || '[published]'}` })
      continue
    }
    const field = MODIFIED.test(names) && !/published/.test(names) ? 'modified' : 'published'
    drafts.push({ field, value, from: 'time', key: `time${quality(time, names)}` })
  }
  return drafts
}

function quality({ pubdate, around }: TimeSource, names: string): string {
  if (pubdate || /datepublished|datemodified/.test(names)) return '[pubdate]'
  if (ELSEWHERE.test(names)) return '[elsewhere]'
  if (PUBLISHED.test(names)) return '[published]'
  return AMONG_OTHERS.test(around) ? '[elsewhere]' : ''
}
