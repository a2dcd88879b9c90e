import type { Outcome } from '../../src/core/article.ts'
import type { BenchPage } from '../pages.ts'
import type { BlockError } from '../quality/errors.ts'
import { textOf } from '../quality/score.ts'
import { type SplitScore, splitScore } from '../score/articles.ts'
import { fold } from '../score/fields.ts'
import { type LineScore, lineScore } from '../score/lines.ts'
import { spamRecall } from '../score/spam.ts'

/** All that is measured of one text dump. */
export interface DumpScore {
  readonly id: string
  readonly set: string
  readonly type: string
  readonly lang: string
  readonly dumper: string
  readonly status: string
  readonly cpu: number
  readonly bytes: number
  readonly lines: LineScore
  readonly articles: number
  /** Whether the title is right; absent where the gold has none or the dump does not show it. */
  readonly title?: number
  readonly split?: SplitScore
  readonly spam?: number
  readonly family?: string
  readonly errors?: readonly BlockError[]
}

function titleScore(page: BenchPage, outcome: Outcome | undefined): { title?: number } {
  const wanted = fold(page.gold.title)
  if (!wanted || !fold(page.text).includes(wanted)) return {}
  return { title: Number(fold(outcome?.articles[0]?.title) === wanted) }
}

/** Scores the outcome of a text dump; `undefined` stands for one whose process ended. */
export function scoreDump(page: BenchPage, outcome: Outcome | undefined, cpu: number): DumpScore {
  const { id, set, type, lang, text = '', labels = '', gold, spam, articles } = page
  const output = outcome ? textOf(outcome) : ''
  const texts = outcome?.articles.map((article) => article.text) ?? []
  const reason = outcome?.reason ? `: ${outcome.reason.code}` : ''
  return {
    ...{ id, set, type, lang, cpu },
    dumper: page.dumper ?? '-',
    bytes: Buffer.byteLength(text),
    status: outcome ? outcome.status + reason : 'failed: process ended',
    lines: lineScore({ text, labels, gold: gold.text }, output),
    articles: texts.length,
    ...titleScore(page, outcome),
    ...(articles ? { split: splitScore(text, articles, texts) } : {}),
    ...(spam ? { spam: spamRecall(spam, output), family: String(page.injected?.family ?? '-') } : {}),
  }
}
