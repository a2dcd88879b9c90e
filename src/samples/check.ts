import { join } from 'node:path'
import { legacyHookDecode, normalizeEncoding } from '@exodus/bytes/encoding.js'
import { parse } from 'parse5'
import type { Article, ExplainedBlock, Outcome } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import type { Pipeline } from '../core/pipeline.ts'
import type { Failure } from './failure.ts'
import type { ReadSample, Sample } from './folder.ts'
import { changedLines, diffLines } from './line-diff.ts'
import { type BlockIndex, findPhrase, fold, indexBlocks, loosen } from './phrase.ts'
import { type WantedDrop, type WantedMeta, wantedDrops, wantedMeta } from './want.ts'

/** How a page is cleaned: the library's own `clean`, or a stand-in. */
export type Clean = (
  dump: Dump,
  options?: { readonly pipeline?: string | Pipeline; readonly explain?: boolean },
) => Promise<Outcome>

export interface CheckOptions {
  /** Cleans with this pipeline, whatever the sample names. */
  readonly pipeline?: string | Pipeline
}
/** What became of a sample. */
export interface SampleResult {
  /** As {@link Sample.id}. */
  readonly id: string
  /** As {@link Sample.folder}. */
  readonly folder: string
  /** Whether every expectation was met. */
  readonly ok: boolean
  /** Those that were not; empty where all were. */
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

type Value = string | boolean | readonly string[] | null | undefined

/** Compares the wanted fields with an article's. `at` is the article's position, from 0. */
function checkMeta(wanted: WantedMeta, article: Article, at: number): readonly Failure[] {
  return Object.entries(wanted).flatMap(([field, value]) => {
    const got = article[field as keyof Article] as Value
    return value === undefined || met(field, value, got) ? [] : [unmet(field, value, got, article, at)]
  })
}

/** Lists must agree in order; a wanted language is met by a narrower one. `titleInferred: false` means absent. */
function met(field: string, wanted: Value, got: Value): boolean {
  if (wanted === null || wanted === false) return got === undefined || got === wanted
  if (Array.isArray(wanted))
    return (
      Array.isArray(got) &&
      wanted.length === got.length &&
      wanted.every((one, i) => fold(one) === fold(got[i]))
    )
  if (typeof wanted !== 'string' || typeof got !== 'string') return wanted === got
  return fold(wanted) === fold(got) || (field === 'language' && got.startsWith(`${wanted}-`))
}

function unmet(field: string, wanted: Value, got: Value, article: Article, at: number): Failure {
  const name = at === 0 ? `meta.${field}` : `meta[${at}].${field}`
  const evidence = article.evidence[field]
  return {
    expectation: 'meta',
    field,
    article: at,
    message: `${name}: want ${show(wanted)}, got ${show(got)}`,
    details: [
      ...(evidence ? [`from ${evidence.from}: "${fold(evidence.raw)}"`] : []),
      ...(evidence?.alternatives ?? []).map((other) => `${other.from} says "${fold(other.value)}"`),
    ],
  }
}

function show(value: Value): string {
  if (value === undefined || value === null) return 'nothing'
  return JSON.stringify(value)
}

/** What the phrases of one sample are looked up in; made once a page. */
interface Lookup {
  readonly texts: readonly string[]
  readonly index: BlockIndex
  readonly explained: boolean
  /** Blocks that hold the phrase, or undefined where the page does not hold it at all. */
  readonly find: (phrase: string) => readonly ExplainedBlock[] | undefined
}

/** Every phrase to keep must be in the text of some article, every phrase to drop in that of none. */
function checkPhrases(sample: Sample, outcome: Outcome): readonly Failure[] {
  const lookup = lookupOf(sample, outcome)
  return [
    ...(sample.want.keep ?? []).flatMap((phrase) => checkKeep(phrase, lookup)),
    ...wantedDrops(sample.want).flatMap((drop) => checkDrop(drop, lookup)),
  ]
}

function lookupOf(sample: Sample, outcome: Outcome): Lookup {
  const index = indexBlocks(outcome.blocks ?? [])
  let whole: string | undefined
  const find = (phrase: string) => {
    const blocks = findPhrase(index, phrase)
    if (blocks.length > 0) return blocks
    // costly, and needed only for what no block holds
    whole ??= pageText(sample, outcome.input.charset)
    return whole.includes(fold(phrase)) ? [] : undefined
  }
  const texts = outcome.articles.map((article) => fold(article.text))
  return { texts, index, explained: outcome.blocks !== undefined, find }
}

function checkKeep(phrase: string, lookup: Lookup): readonly Failure[] {
  const blocks = lookup.find(phrase)
  if (blocks === undefined) return [notOnPage('keep', phrase, lookup)]
  if (lookup.texts.some((text) => text.includes(fold(phrase)))) return []
  // of several places the likeliest first: an entry in a table of contents explains little
  const dropped = blocks.filter((block) => !block.kept).sort((a, b) => b.score - a.score)
  const message = `keep: "${phrase}" is in no article`
  if (dropped.length > 0) return [{ expectation: 'keep', phrase, message, blocks: dropped }]
  return [{ expectation: 'keep', phrase, message, blocks, details: [lost(blocks, lookup)] }]
}

function lost(blocks: readonly ExplainedBlock[], { explained }: Lookup): string {
  if (!explained) return 'the blocks were not explained, so nothing is known of its verdict'
  if (blocks.length === 0) return 'it stands on the page, but the reader made no block of it'
  return 'its block was kept, yet the text of no article holds the phrase'
}

function checkDrop({ text: phrase, roles }: WantedDrop, lookup: Lookup): readonly Failure[] {
  const blocks = lookup.find(phrase)
  if (blocks === undefined) return [notOnPage('drop', phrase, lookup)]
  if (lookup.texts.some((text) => text.includes(fold(phrase)))) {
    const kept = blocks.filter((block) => block.kept)
    const shown = kept.length > 0 ? kept : blocks
    return [{ expectation: 'drop', phrase, message: `drop: "${phrase}" is in an article`, blocks: shown }]
  }
  if (roles.length === 0 || !lookup.explained || blocks.some((block) => roles.includes(block.role))) return []
  const wanted = `want "${phrase}" dropped as ${roles.join(' or ')}`
  const got =
    blocks.length === 0 ? 'no block holds it' : `it is ${blocks.map((block) => block.role).join(', ')}`
  return [{ expectation: 'role', phrase, message: `role: ${wanted}, ${got}`, blocks }]
}

function notOnPage(list: 'keep' | 'drop', phrase: string, lookup: Lookup): Failure {
  const similar = nearMiss(
    lookup.index.blocks.map((block) => block.text),
    phrase,
  )
  return {
    expectation: 'page',
    phrase,
    message: `${list}: "${phrase}" is not on the page`,
    ...(similar !== undefined && { details: [`but this is: "${similar}"`] }),
  }
}

/**
 * All text of the page, seen or unseen, folded: tells a phrase the reader lost from one that never stood there.
 * `charset` is how the page was decoded; UTF-8 where that is not known.
 */
function pageText(sample: Pick<Sample, 'page' | 'bytes'>, charset: string | null): string {
  const source = legacyHookDecode(sample.bytes, normalizeEncoding(charset ?? '') ?? 'utf-8')
  return fold(sample.page.endsWith('.txt') ? source : htmlText(source))
}

/** Words of a line that has the phrase's letters and digits, but other marks, case or width; undefined where there is none. */
function nearMiss(lines: Iterable<string>, phrase: string): string | undefined {
  const wanted = loosen(phrase)
  if (wanted === '') return undefined
  for (const line of lines) if (loosen(line).includes(wanted)) return fold(line)
  return undefined
}

interface Node {
  readonly nodeName: string
  readonly value?: string
  readonly childNodes?: readonly Node[]
  readonly content?: Node
}
const UNREAD = new Set(['script', 'style'])

function htmlText(source: string): string {
  const texts: string[] = []
  const stack: Node[] = [parse(source, { scriptingEnabled: false }) as unknown as Node]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeName === '#text' && node.value !== undefined) texts.push(node.value)
    if (UNREAD.has(node.nodeName)) continue
    const children = [...(node.childNodes ?? []), ...(node.content?.childNodes ?? [])]
    for (let at = children.length - 1; at >= 0; at--) stack.push(children[at]!)
  }
  return texts.join('')
}

/** The name of a failure in a sample's list of known ones: `keep: PHRASE`, `drop: PHRASE`, `role: PHRASE`, `meta.FIELD`, or the expectation. */
function nameOf({ expectation, phrase, field }: Failure): string {
  if (expectation === 'meta' && field !== undefined) return `meta.${field}`
  return phrase === undefined ? expectation : `${expectation}: ${phrase}`
}

/**
 * Takes the failures a sample owns up to out of the list, and puts in one for each that no longer fails: what is known
 * to be wrong can only become less.
 */
function withoutKnown(failures: readonly Failure[], known: readonly string[]): readonly Failure[] {
  const failing = new Set(failures.map(nameOf))
  const mended = known
    .filter((name) => !failing.has(name))
    .map(
      (name): Failure => ({
        expectation: 'sample',
        message: `known: "${name}" is met now; take it off the list`,
      }),
    )
  return [...failures.filter((failure) => !known.includes(nameOf(failure))), ...mended]
}
