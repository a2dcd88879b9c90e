import { z } from 'zod'
import { ROLES } from '../core/role.ts'

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

const Want = z.strictObject({
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

/** The checked contents of a `want.yaml`. */
export type Want = z.infer<typeof Want>
/** Wanted fields of one article. `null`: must be absent. */
export type WantedMeta = z.infer<typeof Meta>
export interface WantedDrop {
  readonly text: string
  /** Roles the block may have; empty for any. */
  readonly roles: readonly string[]
}

/** The schema itself, for those who parse elsewhere than from a file. */
export const wantSchema = Want

/** Keys allowed where a path into the file leads; empty where none are known. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return Object.keys(Want.shape)
  if (path[0] === 'drop') return Object.keys(Drop.shape)
  if (path[0] === 'meta') return Object.keys(Meta.shape)
  return []
}

/** JSON Schema of `want.yaml`, for completion in editors. */
export function wantJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(Want, { io: 'input' })
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
