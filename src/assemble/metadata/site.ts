import { fold } from './fold.ts'
import { evidence, type Found } from './found.ts'
import { isSiteName } from './site-names.ts'
import { titleParts } from './title-parts.ts'
import type { Witnesses } from './witnesses.ts'

const ORDER = ['og:site_name', 'NewsArticle.publisher', 'Article.publisher', 'WebSite.name']

/** The site's name as it calls itself; where it does not, the part of the page's title that its address repeats. */
export function site(seen: Witnesses): Found<string> | undefined {
  const said = [...seen.names.said].sort((a, b) => place(a.key) - place(b.key))
  const claim = said[0]
  if (claim !== undefined) return { value: claim.value, evidence: evidence(claim, said) }
  return fromTitle(seen)
}

function place(key: string): number {
  const at = ORDER.indexOf(key)
  return at < 0 ? ORDER.length : at
}

function fromTitle(seen: Witnesses): Found<string> | undefined {
  if (seen.names.labels.length === 0) return undefined
  for (const claim of seen.claims('title')) {
    const parts = titleParts(claim.value)
    const part = parts.length > 1 ? parts.findLast((p) => isSiteName(p.fold, seen.names)) : undefined
    if (part === undefined) continue
    const value = claim.value.slice(part.from, part.to).trim()
    if (fold(value) !== '') return { value, evidence: evidence({ ...claim, value }, [], claim.value) }
  }
  return undefined
}
