import * as z from 'zod'
import type { Article, Outcome } from '../core/article.ts'
import { ROLES } from '../core/role.ts'
import { KINDS } from '../words/page-types.ts'

const text = () => z.string()
const texts = () => z.array(z.string())
const count = () => z.int().min(0)
const share = () => z.number().min(0).max(1)
const date = () =>
  z
    .string()
    .regex(/^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/)
    .describe('ISO 8601 with the precision printed; an offset only where the page gives one.')

const evidence = () =>
  z.strictObject({
    from: text().describe("A claim's origin and key, or the rule that saw the line."),
    raw: text().describe('The string as it stands on the page.'),
    cut: texts().optional().describe('Parts of what was written that were taken off as spam.'),
    alternatives: z
      .array(z.strictObject({ value: text(), from: text() }))
      .optional()
      .describe('What other places said instead.'),
    refused: z
      .array(z.strictObject({ value: text(), from: text(), why: text() }))
      .optional()
      .describe('What was said but cannot be, with the reason.'),
  })

const FIELDS = {
  title: text(),
  titleInferred: z.literal(true).describe('No title stood on the page; this one was derived from the text.'),
  subtitle: text(),
  kicker: text(),
  byline: text().describe('As printed.'),
  authors: texts(),
  editors: texts(),
  source: text().describe('The original outlet the page credits.'),
  site: text(),
  published: date(),
  modified: date(),
  dateline: text().describe('Place of the dateline.'),
  printPage: text(),
  language: text().describe('BCP 47.'),
  languages: z
    .array(z.strictObject({ language: text(), share: share() }))
    .describe('Shares of the text by language, largest first, summing to 1.'),
  direction: z.enum(['ltr', 'rtl']),
  section: text(),
  breadcrumb: texts(),
  description: text(),
  tags: texts(),
  url: text().describe('Where the page came from.'),
  canonicalUrl: text().describe('The address the page names as its own.'),
  hostname: text().describe('Host of the canonical address, else of the one the page came from, lower case.'),
  image: text(),
  license: text(),
  paywalled: z.boolean(),
  pageType: z.enum([...KINDS, 'other']),
  pageTypeConfidence: share(),
  text: text(),
  markdown: text(),
  content: z
    .looseObject({ type: z.literal('root'), children: z.array(z.looseObject({ type: text() })) })
    .describe('An mdast tree (https://github.com/syntax-tree/mdast) with GFM and mathematics.'),
  captions: texts(),
  posts: z
    .array(z.strictObject({ author: text().optional(), published: date().optional(), text: text() }))
    .describe('The posts of a forum page, in order.'),
  wordCount: count(),
  fingerprint: text()
    .regex(/^[0-9a-f]{16}$/)
    .describe('SimHash of 64 bits over shingles of three words of the text.'),
  confidence: share(),
  evidence: z.record(text(), evidence()).describe('Where the value of each field came from.'),
} as const satisfies Record<keyof Article, z.ZodType>

/** Fields every article has; all others are absent where nothing on the page supports them. */
const ALWAYS = {
  text: true,
  markdown: true,
  wordCount: true,
  fingerprint: true,
  confidence: true,
  evidence: true,
} as const

const vote = () =>
  z.strictObject({
    rule: text(),
    role: z.enum(ROLES),
    weight: z.number(),
    because: text(),
    evidence: z.enum(['hint', 'name', 'proof']).optional(),
  })

const RECORD = {
  id: text().describe('Name of the page: as handed in, else its path, else a hash of its content.'),
  input: z.strictObject({
    path: text().nullable(),
    url: text().nullable(),
    kind: z.enum(['html', 'text']).nullable(),
    charset: text().nullable(),
    charsetFrom: text().nullable().describe('How the charset was known.'),
    bytes: count().describe('Bytes as received; for text, its length in UTF-8.'),
    retrieved: text().optional().describe('ISO 8601 moment of retrieval.'),
    origin: z
      .strictObject({ file: text(), offset: count(), length: count() })
      .optional()
      .describe('Where it lies in a file of many pages, in bytes.'),
    fields: z
      .record(text(), z.unknown())
      .optional()
      .describe("The caller's own fields, as they were handed in."),
  }),
  status: z.enum(['clean', 'rejected', 'failed']),
  reason: z
    .strictObject({ code: text(), message: text(), stage: text().optional() })
    .nullable()
    .describe('Why it is not clean.'),
  articles: z.array(z.strictObject(FIELDS).partial().required(ALWAYS)),
  dropped: z.strictObject({
    blocks: count(),
    chars: count().describe('Characters without white space.'),
    byRole: z.record(text(), count()),
    byRule: z.record(text(), count()),
  }),
  limits: z
    .array(z.strictObject({ limit: text(), message: text() }))
    .optional()
    .describe('Limits the reader ran into.'),
  notes: z
    .array(z.strictObject({ kind: text(), message: text() }))
    .optional()
    .describe('What was done to the page, or seen on it, that no verdict tells.'),
  blocks: z
    .array(
      z.strictObject({
        at: count(),
        kind: z.enum(['paragraph', 'heading', 'item', 'quote', 'code', 'cell', 'caption', 'figure']),
        role: z.enum(ROLES),
        kept: z.boolean(),
        text: text(),
        lines: z.tuple([z.int().min(1), z.int().min(1)]).optional(),
        path: text().optional(),
        whole: z
          .strictObject({ kind: text(), from: count(), to: count() })
          .optional()
          .describe('The table, list or the like it is part of, with its first and last block.'),
        score: z
          .number()
          .describe('Log-odds of belonging to the article: the sum of the votes and the bias.'),
        votes: z.array(vote()),
      }),
    )
    .optional()
    .describe('Every block with its verdict, with `explain`.'),
} as const satisfies Record<keyof Outcome, z.ZodType>

/** JSON Schema (draft 2020-12) of the record of a page. */
export function recordJsonSchema(): string {
  const schema = z.strictObject(RECORD).describe('What became of one page: the record dechaff makes of it.')
  return `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`
}
