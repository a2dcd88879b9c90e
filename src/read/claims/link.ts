import type { Draft } from './draft.ts'
import type { LinkSource } from './sources.ts'

/** `link` elements that name the page itself or its terms. */
export function linkClaims(links: readonly LinkSource[]): Draft[] {
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
