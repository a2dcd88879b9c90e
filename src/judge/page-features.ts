import { streamSafe } from '../core/fold.ts'
import type { View } from '../core/rule.ts'
import { contains, haystack } from '../facts/haystack.ts'

/** What is the same for every block of a page, and whether a block stands in the text the page's markup claims as its body. */
export interface PageFeatures {
  /** Shares of the page's mass: kept by Readability (NaN where it was not asked), in links, in sentences. */
  readonly readable: number
  readonly linked: number
  readonly prose: number
  readonly headings: number
  /** 1 where a claim calls the page an article, or something else; NaN where none speaks. */
  readonly saysArticle: number
  readonly saysOther: number
  readonly claimed: (at: number) => number
}

const ARTICLE = /article|report|blogposting|story/i
const OTHER =
  /product|website|listing|collection|itempage|profile|recipe|video|forum|discussion|qapage|service|organization|place|event/i
/** So much of a block, as a folded key, is looked for in the claimed body. */
const PROBE = 60
const SHORTEST = 12
const RUN = 8
const LONGEST_BODY = 100_000

export function pageFeatures({ page, blocks, facts, whole }: View): PageFeatures {
  let [readable, linked, prose, headings] = [0, 0, 0, 0]
  for (const { at, dom, kind } of blocks) {
    const { mass, endsSentence } = facts[at]!
    readable += mass * (dom?.readable ?? Number.NaN)
    linked += mass * (dom?.linkShare ?? Number.NaN)
    if (endsSentence) prose += mass
    if (kind === 'heading') headings++
  }
  const total = Math.max(1, whole.mass)
  const types = page.claims
    .filter((claim) => claim.field === 'pageType')
    .map((claim) => claim.value)
    .join(' ')
  const says = (pattern: RegExp) => (types === '' ? Number.NaN : pattern.test(types) ? 1 : 0)
  const body = claimedBody(page)
  const claimed = body === undefined ? undefined : haystack(body, RUN)
  return {
    readable: readable / total,
    linked: linked / total,
    prose: prose / total,
    headings,
    saysArticle: says(ARTICLE),
    saysOther: says(OTHER),
    claimed(at) {
      const { key } = facts[at]!
      if (claimed === undefined || key.length < SHORTEST) return Number.NaN
      return contains(claimed, key.slice(0, PROBE)) ? 1 : 0
    },
  }
}

/** Letters and digits of the longest body the markup claims, folded like keys. */
function claimedBody(page: View['page']): string | undefined {
  let longest = ''
  for (const { field, value } of page.claims)
    if (field === 'body' && value.length > longest.length) longest = value
  if (longest.length < 200) return undefined
  return streamSafe(longest.slice(0, LONGEST_BODY))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '')
}
