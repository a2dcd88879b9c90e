import type { Block } from '../../core/block.ts'
import type { Claim, ClaimField } from '../../core/claim.ts'
import type { LineReading } from '../../core/line-reading.ts'
import { parseDate } from '../../facts/date.ts'

export function claim(field: ClaimField, value: string, key: string, at: number): Claim {
  return { field, value, from: 'line', key, at }
}

/** Dates a line prints; one without a word that says what it is counts as the day of publication. */
export function dateClaims(block: Block, reading: LineReading): Claim[] {
  return (reading.dates ?? [])
    .filter(({ precision }) => precision !== 'month' && precision !== 'year')
    .map(({ iso, from, to, kind = 'published' }) => {
      const raw = block.text.slice(from, to)
      return claim(kind, parseDate(raw) === iso ? raw : iso, 'dateline', block.at)
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
