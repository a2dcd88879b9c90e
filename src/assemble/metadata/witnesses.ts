import type { Block } from '../../core/block.ts'
import type { Claim, ClaimField } from '../../core/claim.ts'
import type { Facts, PageFacts } from '../../core/facts.ts'
import type { Page } from '../../core/page.ts'
import type { Role } from '../../core/role.ts'
import type { Verdict } from '../../core/vote.ts'
import type { DateOrder } from '../../facts/date.ts'
import { labelledCredits } from './labelled.ts'
import { type SiteNames, siteNames } from './site-names.ts'

export interface MetadataInput {
  readonly page: Page
  readonly facts: readonly Facts[]
  readonly whole: PageFacts
  readonly verdicts: readonly Verdict[]
  /** First and last kept block of the article, as `Block.at`. */
  readonly from: number
  readonly to: number
  /** Claims read off printed lines, those of this article only. */
  readonly lineClaims: readonly Claim[]
  /** True where the page holds more than one article: its markup then speaks for none of them. */
  readonly several?: boolean
  /** Which of two small numbers is the day on this page. */
  readonly order?: DateOrder | undefined
  /** ISO 8601 moment of retrieval; no date of the article can be later. */
  readonly retrieved?: string
  /** BCP 47, of the article's text. */
  readonly language?: string
}

/** Everything that may testify about one article, sorted. */
export interface Witnesses {
  readonly input: MetadataInput
  readonly blocks: readonly Block[]
  /** Claims of the page's markup, most trusted first; empty where the page holds several articles. */
  readonly claims: (field: ClaimField) => readonly Claim[]
  /** Claims of printed lines, nearest to the article's start first. */
  readonly lines: (field: ClaimField) => readonly Claim[]
  /** Credits with a label of their own in lines that are no byline; weaker than `lines`. */
  readonly labelled: (field: ClaimField) => readonly Claim[]
  /** Blocks the judge gave this role, nearest to the article's start first. */
  readonly inRole: (role: Role) => readonly Block[]
  readonly names: SiteNames
  readonly url: string | undefined
}

/** Lines above the text that may be its header where none of them is the title for sure. */
const UNTOLD = 3
/** How far above its first block an article's header may stand, in blocks. */
const HEADER = 60

export function witnesses(input: MetadataInput): Witnesses {
  const { page, verdicts, from, to, lineClaims, several } = input
  const claims = several ? [] : [...page.claims].sort((a, b) => rank(a) - rank(b))
  const lines = [...lineClaims].sort((a, b) => distance(a.at, from) - distance(b.at, from))
  const title = lines.find((claim) => claim.field === 'title')?.at ?? from - UNTOLD
  const labelled = several ? [] : labelledCredits(page.blocks, { title, from, to, order: input.order })
  const near = verdicts.slice(Math.max(0, from - HEADER), to + HEADER / 2 + 1)
  return {
    input,
    blocks: page.blocks,
    claims: (field) => claims.filter((claim) => claim.field === field),
    lines: (field) => lines.filter((claim) => claim.field === field),
    labelled: (field) => labelled.filter((claim) => claim.field === field),
    inRole: (role) =>
      near
        .filter((verdict) => verdict.role === role)
        .sort((a, b) => distance(a.at, from) - distance(b.at, from))
        .flatMap(({ at }) => page.blocks[at] ?? []),
    names: siteNames(several ? page.claims.filter((claim) => claim.field === 'site') : claims, page.url),
    url: several ? undefined : page.url,
  }
}

/** A line after the article's start is as far as one twice as far above it. */
function distance(at: number | undefined, from: number): number {
  if (at === undefined) return 0
  return at <= from ? (from - at) / 2 : at - from
}

const ORIGINS = [
  'json-ld',
  'opengraph',
  'meta',
  'microdata',
  'time',
  'link',
  'title-element',
  'readability',
  'html',
  'state',
  'line',
  'url',
] as const

/** Order of trust by origin; what JSON-LD says of the page as such comes after what it says of the article. */
function rank(claim: Claim): number {
  const origin = ORIGINS.indexOf(claim.from)
  return claim.from === 'json-ld' && claim.key.startsWith('WebPage.')
    ? ORIGINS.indexOf('microdata') + 0.5
    : origin
}
