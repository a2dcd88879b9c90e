import { decodeHTMLStrict } from 'entities'
import type { Claim, ClaimField } from '../../core/claim.ts'

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

/** Decodes character references, twice escaped ones too; unknown names stay as they are, soft hyphens go. */
export function decodeEntities(text: string): string {
  const once = text.includes('&') ? decodeHTMLStrict(text) : text
  const twice = once !== text && once.includes('&') ? decodeHTMLStrict(once) : once
  return twice.replaceAll('\u00ad', '')
}

/** The address as an absolute http(s) URL, or undefined where it is none and cannot be made one. */
export function absolute(href: string, base: string | undefined): string | undefined {
  const trimmed = href.trim()
  if (trimmed === '' || trimmed.length > 4096) return undefined
  try {
    const url = new URL(trimmed, base)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
  } catch {
    return undefined
  }
}

/** Host and path without a leading `www.` and a trailing slash: enough to say that two addresses name one page. */
export function samePageKey(href: string, base?: string): string | undefined {
  const url = absolute(href, base)
  if (url === undefined) return undefined
  const { host, pathname, search } = new URL(url)
  const query = /(?:^\?|&)(?:id|p|aid|docid|article)=[^&]{1,80}/i.exec(search)?.[0] ?? ''
  return `${host.replace(/^(?:www|m|amp|mobile)\./, '')}${pathname.replace(/\/$/, '')}${query}`.toLowerCase()
}
