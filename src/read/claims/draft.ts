import type { Claim, ClaimField } from '../../core/claim.ts'
import { absolute } from './address.ts'
import { decodeEntities } from './entities.ts'

/** A claim before its value was cleaned. */
export type Draft = Claim

/** Longest value of a claim in UTF-16 units; a body may be longer. */
const VALUE_LENGTH = 2000
const BODY_LENGTH = 200_000
const CLAIMS = 400
const ADDRESSES: ReadonlySet<ClaimField> = new Set(['canonicalUrl', 'image'])

/** Cleans values, makes addresses absolute, leaves out what is empty or said twice in one place. */
export function finish(drafts: readonly Draft[], base: string | undefined): Claim[] {
  const seen = new Set<string>()
  const claims: Claim[] = []
  for (const draft of drafts) {
    const value = cleanValue(draft, base)
    const identity = `${draft.field} ${draft.key} ${value}`
    if (!value || seen.has(identity)) continue
    seen.add(identity)
    claims.push({ ...draft, value })
    if (claims.length === CLAIMS) break
  }
  return claims
}

function cleanValue(draft: Draft, base: string | undefined): string | undefined {
  if (ADDRESSES.has(draft.field)) return absolute(decodeEntities(draft.value.slice(0, 4096)), base)
  if (draft.field === 'body') return draft.value.slice(0, BODY_LENGTH).trim()
  // entities are decoded by the parser except in scripts, where many pages write them all the same
  const text = decodeEntities(draft.value.slice(0, VALUE_LENGTH)).replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')
  return text.replace(/\s+/g, ' ').trim()
}
