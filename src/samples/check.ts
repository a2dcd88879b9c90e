import { join } from 'node:path'
import type { Outcome } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import type { Pipeline } from '../core/pipeline.ts'
import { checkMeta } from './check-meta.ts'
import { checkPhrases } from './check-phrases.ts'
import type { Failure } from './failure.ts'
import type { ReadSample, Sample } from './folder.ts'
import { withoutKnown } from './known.ts'
import { changedLines, diffLines } from './line-diff.ts'
import { wantedMeta } from './want.ts'

/** How a page is cleaned: the library's own `clean`, or a stand-in. */
export type Clean = (
  dump: Dump,
  options?: { readonly pipeline?: string | Pipeline; readonly explain?: boolean },
) => Promise<Outcome>

export interface CheckOptions {
  /** Cleans with this pipeline, whatever the sample names. */
  readonly pipeline?: string | Pipeline
}
export interface SampleResult {
  readonly id: string
  readonly folder: string
  readonly ok: boolean
  readonly failures: readonly Failure[]
}

/** Cleans a sample's page and compares. Writes nothing. A broken sample (see {@link ReadSample}) fails. */
export async function checkSample(
  sample: Sample | ReadSample,
  clean: Clean,
  options: CheckOptions = {},
): Promise<SampleResult> {
  if ('ok' in sample) return sample.ok ? checkSample(sample.sample, clean, options) : brokenSample(sample)
  return checkOutcome(sample, await cleanSample(sample, clean, options))
}

/** Cleans a sample's page as `want.yaml` says, with every block explained. */
export function cleanSample(sample: Sample, clean: Clean, options: CheckOptions = {}): Promise<Outcome> {
  const pipeline = options.pipeline ?? pipelineOf(sample)
  return clean(dumpOf(sample), { explain: true, ...(pipeline !== undefined && { pipeline }) })
}

/** A sample's page, with what is known of it. */
export function dumpOf({ bytes, page, want: { url } }: Sample): Dump {
  return { bytes, path: page, ...(url !== undefined && { url }) }
}

/** The pipeline a sample names, a file as seen from here. */
export function pipelineOf({ want: { pipeline }, folder }: Sample): string | undefined {
  return pipeline !== undefined && isPipelineFile(pipeline) ? join(folder, pipeline) : pipeline
}

/** Told from the name of a pipeline by its ending. */
export const isPipelineFile = (pipeline: string): boolean => /\.ya?ml$/.test(pipeline)

/** Compares what became of a page with what its sample expects. */
export function checkOutcome(sample: Sample, outcome: Outcome): SampleResult {
  const { id, folder, want } = sample
  const status = want.status ?? 'clean'
  const failures =
    outcome.status === status
      ? [
          ...checkCount(want.articles ?? (status === 'clean' ? 1 : 0), outcome),
          ...checkPhrases(sample, outcome),
          ...wantedMeta(want).flatMap((meta, at) => {
            const article = outcome.articles[at]
            return article === undefined ? [] : checkMeta(meta, article, at)
          }),
          ...checkPinned(sample, outcome),
        ]
      : [wrongStatus(status, outcome)]
  const left = withoutKnown(failures, want.known ?? [])
  return { id, folder, ok: left.length === 0, failures: left }
}

function brokenSample(broken: Extract<ReadSample, { ok: false }>): SampleResult {
  const failures = broken.problems.map(
    ({ where, message }): Failure => ({ expectation: 'sample', message: `${where} ${message}` }),
  )
  return { id: broken.id, folder: broken.folder, ok: false, failures }
}

function wrongStatus(wanted: string, outcome: Outcome): Failure {
  const why = outcome.reason && ` (${outcome.reason.code}: ${outcome.reason.message})`
  return { expectation: 'status', message: `status: want ${wanted}, got ${outcome.status}${why ?? ''}` }
}

function checkCount(wanted: number, { articles }: Outcome): readonly Failure[] {
  if (articles.length === wanted) return []
  const details = articles.map(
    (article, at) => `article ${at + 1}: ${article.title ?? article.text.slice(0, 60)}`,
  )
  return [{ expectation: 'articles', message: `articles: want ${wanted}, got ${articles.length}`, details }]
}

/** The whole result in one text, as a pinned file holds it: articles parted by a rule, one newline at the end. */
export function pinnedText(outcome: Outcome, file: string): string {
  const texts = outcome.articles.map((article) => (file.endsWith('.md') ? article.markdown : article.text))
  return `${texts.map((text) => text.trim()).join('\n\n* * *\n\n')}\n`
}

function checkPinned({ want, pinned }: Sample, outcome: Outcome): readonly Failure[] {
  if (want.text === undefined || pinned === undefined) return []
  const got = pinnedText(outcome, want.text)
  const wanted = `${pinned.replaceAll('\r\n', '\n').trimEnd()}\n`
  if (got === wanted) return []
  const lines = changedLines(diffLines(wanted, got))
  const more = lines.length > 20 ? [`... and ${lines.length - 20} more lines`] : []
  const message = `text: the result is not what ${want.text} holds (- wanted, + got)`
  return [{ expectation: 'text', message, details: [...lines.slice(0, 20), ...more] }]
}
