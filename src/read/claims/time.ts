import type { Draft } from './draft.ts'
import type { TimeSource } from './sources.ts'

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
export function timeClaims(times: readonly TimeSource[]): Draft[] {
  const drafts: Draft[] = []
  for (const time of times.slice(0, TIMES)) {
    const value = time.datetime?.trim() || time.text
    if (!/\d/.test(value) || value.length > 100) continue
    const names = time.names.slice(0, 300).toLowerCase()
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
