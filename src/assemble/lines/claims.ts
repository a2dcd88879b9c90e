import type { Block } from '../../core/block.ts'
import type { Claim, ClaimField } from '../../core/claim.ts'
import type { Facts, PageFacts } from '../../core/facts.ts'
import type { DateKind, LineReading } from '../../core/line-reading.ts'
import type { Verdict } from '../../core/vote.ts'
import { parseByline } from '../../facts/byline.ts'
import { type DateOrder, dateLabel, parseDate } from '../../facts/date.ts'

export interface LineInput {
  readonly blocks: readonly Block[]
  readonly facts: readonly Facts[]
  readonly whole: PageFacts
  readonly verdicts: readonly Verdict[]
  /** First and last kept block of the article, as `Block.at`. */
  readonly from: number
  readonly to: number
  /** Last block of the article before this one on the page. */
  readonly previous?: number
  /** First block of the next article's header, or of its text. */
  readonly next?: number
  /** Which of two small numbers is the day on this page. */
  readonly order?: DateOrder | undefined
  /** Address of the page; leave it out where the page holds several articles. */
  readonly url?: string
}

/** One article's surroundings, as the readers of its lines need them. */
export interface Surroundings extends LineInput {
  /** First block of the text proper: title and byline stand above it even where they were kept. */
  readonly body: number
  /** First and last block that may speak of this article. */
  readonly first: number
  readonly last: number
  /** The title's block, where one stands there. */
  readonly title: number | undefined
}

export function claim(field: ClaimField, value: string, key: string, at: number): Claim {
  return { field, value, from: 'line', key, at }
}

const NUMBERS = /(?:^|\D)\d{1,3}([./-])\d{1,2}\1(?:\d{4}|\d\d?)(?!\d)/

/** What a line says, its numbers read in the page's order where the line itself does not tell one. */
export function readingAt({ blocks, facts, order }: Surroundings, at: number): LineReading | undefined {
  const { line } = facts[at]!
  const { text } = blocks[at]!
  if (order === undefined || (line?.dates?.length ?? 0) > 0 || !NUMBERS.test(text)) return line
  return line?.breadcrumb ? line : (parseByline(text, { order }) ?? line)
}

/** What a printed date of a kind speaks of; dates of other kinds are none of the article's fields. */
const FIELDS: ReadonlyMap<DateKind, ClaimField> = new Map([
  ['published', 'published'],
  ['modified', 'modified'],
  ['created', 'published'],
])

/**
 * Dates a line prints; one without a word that says what it is, be it on a line of its own above, counts as the day of
 * publication.
 */
export function dateClaims(block: Block, reading: LineReading, above?: Block): Claim[] {
  return (reading.dates ?? []).flatMap(({ iso, precision, from, to, kind }, index) => {
    const label = kind ?? (index === 0 && above ? dateLabel(above.text) : undefined) ?? 'published'
    const field = FIELDS.get(label)
    if (field === undefined || precision === 'month' || precision === 'year') return []
    const raw = block.text.slice(from, to)
    return [
      claim(
        field,
        parseDate(raw) === iso ? raw : iso,
        label === 'created' ? 'created' : 'dateline',
        block.at,
      ),
    ]
  })
}

/** Everything a line says of an article but its dates. */
export function creditClaims(block: Block, reading: LineReading): Claim[] {
  const { at } = block
  const out: Claim[] = []
  if ((reading.authors?.length ?? 0) > 0) out.push(claim('byline', block.text, 'byline', at))
  for (const name of reading.authors ?? []) out.push(claim('author', name, 'byline', at))
  for (const name of reading.editors ?? []) out.push(claim('editor', name, 'editor-line', at))
  if (reading.source !== undefined) out.push(claim('source', reading.source, 'source-line', at))
  if (reading.printPage !== undefined) out.push(claim('printPage', reading.printPage, 'source-line', at))
  return out
}

/** Rules that know a line by its words for what the reader is to do on the site; such a line names nobody. */
const CONTROLS: ReadonlySet<string> = new Set([
  'menu-entry',
  'back-link',
  'interface-word',
  'subscribe-call',
  'newsletter',
  'follow-us',
  'sign-in',
  'site-search',
  'skip-link',
  'read-more',
  'legal-link',
])

export function isControl(verdict: Verdict | undefined): boolean {
  return verdict?.votes.some(({ rule }) => CONTROLS.has(rule)) ?? false
}
