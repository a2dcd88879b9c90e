import type { Article, Evidence } from '../core/article.ts'
import { authors } from './metadata/authors.ts'
import { dates } from './metadata/dates.ts'
import { canonicalUrl, description, image, license, paywalled } from './metadata/declared.ts'
import { editors } from './metadata/editors.ts'
import type { Found } from './metadata/found.ts'
import { pageType } from './metadata/page-type.ts'
import { printedFields } from './metadata/printed.ts'
import { breadcrumb, section } from './metadata/section.ts'
import { site } from './metadata/site.ts'
import { source } from './metadata/source.ts'
import { tags } from './metadata/tags.ts'
import { title } from './metadata/title.ts'
import { type MetadataInput, witnesses } from './metadata/witnesses.ts'

export type { MetadataInput } from './metadata/witnesses.ts'

export interface Metadata {
  readonly fields: Partial<Article>
  /** By field; every field of `fields` that was read off the page has its entry. */
  readonly evidence: Record<string, Evidence>
}

/**
 * Weighs what the page says of itself against what it prints and against its address, field by field. A field nobody
 * supports is absent.
 */
export function metadata(input: MetadataInput): Metadata {
  const seen = witnesses(input)
  const headline = title(seen)
  const trail = breadcrumb(seen, headline?.value)
  const type = pageType(seen)
  const found: Record<string, Found<unknown> | undefined> = {
    title: headline,
    ...printedFields(seen, headline?.value),
    ...authors(seen, type),
    editors: editors(seen),
    source: source(seen),
    site: site(seen),
    ...dates(seen, type),
    section: section(seen, trail?.value),
    breadcrumb: trail,
    description: description(seen, headline?.value),
    tags: tags(seen),
    canonicalUrl: canonicalUrl(seen),
    image: image(seen),
    license: license(seen),
    paywalled: paywalled(seen),
    pageType: type,
  }
  const kept = Object.entries(found).filter(
    (entry): entry is [string, Found<unknown>] => entry[1] !== undefined,
  )
  const fields = Object.fromEntries(
    kept.map(([name, { value }]) => [name, plainly(value)]),
  ) as Partial<Article>
  return {
    fields: {
      ...fields,
      ...(headline?.inferred && { titleInferred: true }),
      ...(type && { pageTypeConfidence: type.chance }),
    },
    evidence: Object.fromEntries(kept.map(([name, { evidence }]) => [name, evidence])),
  }
}

/** Controls, and marks that turn the direction of what follows: in a title or a name they only disguise it. */
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu

function withoutControls(text: string): string {
  const plain = text.replace(CONTROLS, (found) => (/\s/.test(found) ? ' ' : ''))
  return plain === text ? text : plain.trim()
}

function plainly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainly)
  return typeof value === 'string' ? withoutControls(value) : value
}
