import * as z from 'zod'
import type { Outcome } from '../core/article.ts'
import { ROLES, type Role } from '../core/role.ts'

/**
 * Wanted fields of one article, by the names an article has. Null: must be absent; a field that is not named may be as
 * it likes.
 */
export type WantedMeta = Partial<{
  readonly [K in
    | 'title'
    | 'subtitle'
    | 'kicker'
    | 'byline'
    | 'source'
    | 'site'
    | 'published'
    | 'modified'
    | 'dateline'
    | 'printPage'
    | 'language'
    | 'direction'
    | 'section'
    | 'description'
    | 'url'
    | 'canonicalUrl'
    | 'image'
    | 'license'
    | 'pageType']: string | null | undefined
}> &
  Partial<{
    readonly [K in 'authors' | 'editors' | 'breadcrumb' | 'tags' | 'captions']:
      | readonly string[]
      | null
      | undefined
  }> &
  Partial<{ readonly [K in 'titleInferred' | 'paywalled']: boolean | null | undefined }>

/** The checked contents of a `want.yaml`. */
export interface Want {
  /** Why this page is a sample. */
  readonly why: string
  /** Phrases that must be in the text of an article; absent where there are none. */
  readonly keep?: readonly string[] | undefined
  /** Phrases that must be in the text of no article, with the roles their block may have where those are wanted. */
  readonly drop?:
    | readonly (
        | string
        | {
            /** The phrase. */
            readonly text: string
            /** Absent for any. */
            readonly role?: Role | readonly Role[] | undefined
          }
      )[]
    | undefined
  /** Fields of the article, or a list with one entry an article. */
  readonly meta?: WantedMeta | readonly WantedMeta[] | undefined
  /** Number of articles; absent for 1, or for 0 where the status is not clean. */
  readonly articles?: number | undefined
  /** What becomes of the page; absent for clean. */
  readonly status?: Outcome['status'] | undefined
  /** Name of the file that holds the whole result. */
  readonly text?: string | undefined
  /** Pipeline to clean the page with: a name, or a file relative to the sample's folder. */
  readonly pipeline?: string | undefined
  /** Address the page came from. */
  readonly url?: string | undefined
  /** Expectations that are right but not met yet. */
  readonly known?: readonly string[] | undefined
}

const phrase = z.string().trim().min(1)
const roles = z.enum(ROLES)
const line = z.string().trim().min(1).nullable().optional()
const lines = z.array(z.string().trim().min(1)).nullable().optional()

const Drop = z.strictObject({
  text: phrase.describe('A phrase of the page, exactly; white space is folded.'),
  role: z
    .union([roles, z.array(roles).min(1)])
    .optional()
    .describe('What the block that holds it must be taken for; any one of several.'),
})

const Meta = z.strictObject({
  title: line,
  titleInferred: z.boolean().nullable().optional(),
  subtitle: line,
  kicker: line,
  byline: line,
  authors: lines,
  editors: lines,
  source: line,
  site: line,
  published: line,
  modified: line,
  dateline: line,
  printPage: line,
  language: line.describe('BCP 47; "en" is met by "en-GB" too.'),
  direction: z.enum(['ltr', 'rtl']).nullable().optional(),
  section: line,
  breadcrumb: lines,
  description: line,
  tags: lines,
  url: line,
  canonicalUrl: line,
  image: line,
  license: line,
  paywalled: z.boolean().nullable().optional(),
  pageType: line,
  captions: lines,
})

const wanted = z.strictObject({
  why: phrase.describe('Why this page is a sample, in a sentence or two.'),
  keep: z.array(phrase).optional().describe('Phrases of the page that must be in the text of an article.'),
  drop: z
    .array(z.union([phrase, Drop]))
    .optional()
    .describe('Phrases of the page that must be in the text of no article.'),
  meta: z
    .union([Meta, z.array(Meta)])
    .optional()
    .describe(
      'Fields of the article, or a list with one entry an article; null for a field that must be absent.',
    ),
  articles: z
    .int()
    .min(0)
    .optional()
    .describe('Number of articles; default 1, or 0 where the status is not clean.'),
  status: z
    .enum(['clean', 'rejected', 'failed'])
    .optional()
    .describe('What becomes of the page; default clean.'),
  text: phrase
    .optional()
    .describe('Name of a file in this folder that holds the whole result: the text, or Markdown for *.md.'),
  pipeline: phrase
    .optional()
    .describe('Pipeline to clean the page with: a name, or a file relative to this folder.'),
  url: phrase.optional().describe('Address the page came from.'),
  known: z
    .array(phrase)
    .optional()
    .describe(
      'Expectations that are right but not met yet, such as "drop: Posts: 4,870" or "meta.authors". They may fail; one that is met must be taken off the list.',
    ),
})

export interface WantedDrop {
  readonly text: string
  /** Roles the block may have; empty for any. */
  readonly roles: readonly string[]
}

/** The schema itself, for those who parse elsewhere than from a file. */
export const wantSchema: z.ZodType<Want> = wanted

/** Keys allowed where a path into the file leads; empty where none are known. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return Object.keys(wanted.shape)
  if (path[0] === 'drop') return Object.keys(Drop.shape)
  if (path[0] === 'meta') return Object.keys(Meta.shape)
  return []
}

/** JSON Schema of `want.yaml`, for completion in editors. */
export function wantJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(wanted, { io: 'input' })
  return { $schema, title: 'want.yaml: what a sample page must come out as', ...rest }
}

/** The phrases to drop, in one shape. */
export function wantedDrops(want: Want): readonly WantedDrop[] {
  return (want.drop ?? []).map((entry) =>
    typeof entry === 'string'
      ? { text: entry, roles: [] }
      : { text: entry.text, roles: entry.role === undefined ? [] : [entry.role].flat() },
  )
}

/** The wanted fields, one entry an article. */
export function wantedMeta(want: Want): readonly WantedMeta[] {
  return want.meta === undefined ? [] : [want.meta].flat()
}
