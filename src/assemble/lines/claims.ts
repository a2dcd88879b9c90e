import type { Block } from '../../core/block.ts'
import type { Claim, ClaimField } from '../../core/claim.ts'
import type { DateKind, LineReading } from '../../core/line-reading.ts'
import { parseByline } from '../../facts/byline.ts'
import { dateLabel, parseDate } from '../../facts/date.ts'
import type { Surroundings } from '../lines.ts'

export function claim(field: ClaimField, value: string, key: string, at: number): Claim {
  return { field, value, from: 'line', key, at }
}

const NUMBERS = /(?:^|\D)\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)(?!\d)/

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
