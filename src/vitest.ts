import { relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Article, Outcome } from './core/article.ts'
import type { Pipeline } from './core/pipeline.ts'
import { type Clean, checkOutcome, checkSample, type SampleResult } from './samples/check.ts'
import { describeBlock } from './samples/failure.ts'
import { findSamples, readSample, type Sample, sampleId } from './samples/folder.ts'
import { findPhrase, fold, indexBlocks } from './samples/phrase.ts'
import { describeResult } from './samples/report.ts'

export type { Clean, SampleResult } from './samples/check.ts'
export type { Expectation, Failure } from './samples/failure.ts'
export type { Sample } from './samples/folder.ts'
export type { Want, WantedMeta } from './samples/want.ts'

/** How a folder of samples is checked. */
export interface SuiteOptions {
  /** Cleans every sample with this pipeline, whatever its `want.yaml` names. */
  readonly pipeline?: string | Pipeline
  /** Title of the suite; default the folder. */
  readonly name?: string
  /** Cleans instead of the library's own `clean`. */
  readonly clean?: Clean
}

/**
 * One suite for a folder of samples, one test a sample. Call it at the top of a test file.
 * @throws where the folder cannot be read; a folder without samples makes a failing test.
 */
export function sampleSuite(dir: string, options: SuiteOptions = {}): void {
  const { name = relative('.', dir) || dir, pipeline } = options
  const folders = findSamples(dir)
  describe(name, () => {
    if (folders.length === 0) test('holds samples', () => expect.fail(`there is no sample in ${dir}`))
    for (const folder of folders)
      test(sampleId(dir, folder), async () => {
        const clean = options.clean ?? (await ownClean())
        const read = await readSample(folder, dir)
        fail(await checkSample(read, clean, { ...(pipeline !== undefined && { pipeline }) }))
      })
  })
}

async function ownClean(): Promise<Clean> {
  return (await import('./index.ts')).clean
}

function fail(result: SampleResult): void {
  if (result.ok) return
  const error = new Error(`${result.folder} is not as wanted:\n${describeResult(result)}`)
  // the stack leads into this file, which tells a reader nothing
  error.stack = error.message
  throw error
}

/** What a matcher answers vitest. */
export interface MatcherResult {
  /** Whether it is as expected. */
  readonly pass: boolean
  /** What was expected and what came, for the report. */
  readonly message: () => string
}
/** What the phrase matchers look into: the record of a page, its articles, or one article. */
export type Received = Outcome | readonly Article[] | Article

/** `expect(outcome).toKeep(phrase)`: the phrase is in the text of an article. White space is folded. */
export function toKeep(received: Received, phrase: string): MatcherResult {
  const pass = holds(received, phrase)
  return { pass, message: () => explain(received, phrase, pass) }
}

/** `expect(outcome).toDrop(phrase)`: the phrase is in the text of no article. */
export function toDrop(received: Received, phrase: string): MatcherResult {
  const kept = holds(received, phrase)
  return { pass: !kept, message: () => explain(received, phrase, kept) }
}

/** `await expect(outcome).toMatchSample('samples/name')`: the record, made with `explain: true`, is as the sample wants. */
export async function toMatchSample(received: Outcome, wanted: string | Sample): Promise<MatcherResult> {
  const read = typeof wanted === 'string' ? await readSample(wanted) : { ok: true as const, sample: wanted }
  const result = read.ok ? checkOutcome(read.sample, received) : await checkSample(read, unused)
  return { pass: result.ok, message: () => describeResult(result) || `${result.id} is as wanted` }
}

const unused: Clean = () => Promise.reject(new Error('a broken sample is never cleaned'))

function holds(received: Received, phrase: string): boolean {
  const wanted = fold(phrase)
  return articlesOf(received).some((article) => fold(article.text).includes(wanted))
}

function articlesOf(received: Received): readonly Article[] {
  if (Array.isArray(received)) return received
  return 'articles' in received ? received.articles : [received as Article]
}

function explain(received: Received, phrase: string, kept: boolean): string {
  const head = `"${phrase}" is in ${kept ? 'an' : 'no'} article`
  if (!('blocks' in received) || received.blocks === undefined) return head
  const blocks = findPhrase(indexBlocks(received.blocks), phrase)
  const lines = blocks.length > 0 ? blocks.flatMap(describeBlock) : ['no block of the page holds it']
  return [head, ...lines.map((line) => `  ${line}`)].join('\n')
}

interface SampleMatchers<R> {
  toKeep: (phrase: string) => R
  toDrop: (phrase: string) => R
  toMatchSample: (sample: string | Sample) => Promise<R>
}

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: an interface can only be merged with the same type parameters
  interface Matchers<T = any> extends SampleMatchers<T> {}
}
