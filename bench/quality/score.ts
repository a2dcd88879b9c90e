import type { Outcome } from '../../src/core/article.ts'
import type { BenchPage } from '../pages.ts'
import { type Fates, type FieldScores, fieldFates, fieldScores } from '../score/fields.ts'
import { type PageLines, pageLines } from '../score/page-lines.ts'
import { type ShingleScore, shingleOverlap } from '../score/shingles.ts'
import { isFounded } from '../score/titles.ts'
import { type Overlap, wordOverlap } from '../score/words.ts'
import { words } from '../tokens.ts'
import type { BlockError } from './errors.ts'
import type { RuleEffect } from './without.ts'

/** All that is measured of one page. */
export interface PageScore {
  readonly id: string
  readonly set: string
  readonly type: string
  readonly lang: string
  readonly site: string
  /** `clean`, `rejected: CODE`, `failed: CODE`, or how the process ended. */
  readonly status: string
  readonly words: Overlap
  /** Absent where the gold has no line. */
  readonly lines?: PageLines
  /** Length of the gold's text, in characters. */
  readonly gold: number
  readonly shingles: ShingleScore
  readonly fields: FieldScores
  readonly fates: Fates
  /** Whether the title is a line or a claim of the page; absent where there is no title. */
  readonly founded?: boolean
  /** CPU time of cleaning, in milliseconds. */
  readonly cpu: number
  readonly errors?: readonly BlockError[]
  readonly effects?: readonly RuleEffect[]
}

/** Text of all articles of an outcome; what was rejected or failed has none. */
export function textOf(outcome: Outcome): string {
  return outcome.articles.map((article) => article.text).join('\n\n')
}

/** Scores an outcome; `undefined` stands for a page whose process ended. */
export function scorePage(page: BenchPage, outcome: Outcome | undefined, cpu: number): PageScore {
  const text = outcome ? textOf(outcome) : ''
  const reason = outcome?.reason ? `: ${outcome.reason.code}` : ''
  const article = outcome?.articles[0]
  const lines = pageLines(text, page.gold.text)
  const { id, set, type, lang, site, gold } = page
  return {
    ...{ id, set, type, lang, site, cpu },
    status: outcome ? outcome.status + reason : 'failed: process ended',
    words: wordOverlap(words(text), words(gold.text)),
    ...(lines && { lines }),
    gold: gold.text.length,
    shingles: shingleOverlap(text, gold.text),
    fields: fieldScores(article, gold),
    fates: fieldFates(article, gold),
    ...(article?.title === undefined
      ? {}
      : { founded: isFounded(article.title, page.html, outcome?.blocks) }),
  }
}
