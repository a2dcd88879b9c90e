/** The one file of the benches that knows how dechaff is called. */
import type { Outcome } from '../src/core/article.ts'
import type { Block } from '../src/core/block.ts'
import type { Dump } from '../src/core/dump.ts'
import type { Facts } from '../src/core/facts.ts'
import type { Page } from '../src/core/page.ts'
import type { Pipeline } from '../src/core/pipeline.ts'
import type { Vote } from '../src/core/vote.ts'
import { measure } from '../src/facts/measure.ts'
import { clean, loadPipeline } from '../src/index.ts'
import { FEATURES, features } from '../src/judge/features.ts'
import type { Model } from '../src/judge/score.ts'
import { type Scorer, scorer } from '../src/judge/score.ts'
import { sum } from '../src/judge/votes.ts'
import { examine, type Examined as Judged } from '../src/pipeline/examine.ts'
import { readPage } from '../src/pipeline/read-page.ts'
import { receive } from '../src/pipeline/receive.ts'
import type { BenchPage } from './pages.ts'

export { FEATURES }

/** A page with all that was thought on the way to its verdicts. */
export interface Examined extends Judged {
  /** Per block, what the votes of the first hearing and the bias say before a model speaks. */
  readonly offsets: readonly number[]
}

/** A pipeline by name or path; the default one where none is named. */
export function pipelineOf(nameOrPath: string | undefined): Promise<Pipeline> {
  return loadPipeline(nameOrPath ?? 'article')
}

const dumpOf = ({ id, html, text, url }: BenchPage): Dump => ({
  id,
  ...(html === undefined ? { text: text ?? '' } : { html }),
  ...(url === undefined ? {} : { url }),
})

export function cleanDump(dump: Dump, pipeline: Pipeline): Promise<Outcome> {
  return clean(dump, { pipeline })
}

export function cleanPage(page: BenchPage, pipeline: Pipeline, explain = false): Promise<Outcome> {
  return clean(dumpOf(page), { pipeline, explain })
}

/** Reads a page as {@link cleanPage} does; undefined where it is refused at the door. */
export async function readBenchPage(benchPage: BenchPage, pipeline: Pipeline): Promise<Page | undefined> {
  const dump = dumpOf(benchPage)
  const received = await receive(dump, pipeline.limits, undefined)
  return received.refused ? undefined : readPage(received, dump, pipeline)
}

/** Goes the way of {@link cleanPage} as far as the verdicts; undefined where the page is refused at the door. */
export async function examinePage(benchPage: BenchPage, pipeline: Pipeline): Promise<Examined | undefined> {
  const page = await readBenchPage(benchPage, pipeline)
  if (page === undefined) return undefined
  const judged = examine(page, pipeline, { explain: true })
  return { ...judged, offsets: judged.first.map((votes) => pipeline.bias + sum(votes)) }
}

/** Reads and measures a page, no more; undefined where it is refused at the door. */
export async function measureBenchPage(
  benchPage: BenchPage,
  pipeline: Pipeline,
): Promise<{ readonly blocks: readonly Block[]; readonly facts: readonly Facts[] } | undefined> {
  const page = await readBenchPage(benchPage, pipeline)
  return page && { blocks: page.blocks, facts: measure(page).facts }
}

const mutable = (votes: readonly (readonly Vote[])[]) => votes as Vote[][]

/** A row of features a block, made from the votes of the first hearing. */
export function featuresOf({ view, first }: Pick<Examined, 'view' | 'first'>): Float64Array {
  return features(view, mutable(first))
}

const scorers = new WeakMap<object, Scorer>()
function scorerOf(pipeline: Pipeline): Scorer | undefined {
  if (!pipeline.model) return undefined
  const known = scorers.get(pipeline.model) ?? scorer(pipeline.model as Model)
  scorers.set(pipeline.model, known)
  return known
}

/**
 * Whether each block is kept when a rule is left out. The model is asked again, with the features the other votes
 * make; votes of the second hearing, but for the rule's own, stay as they were.
 */
export function rejudge({ view, first, verdicts }: Examined, pipeline: Pipeline, without: string): boolean[] {
  const others = (votes: readonly Vote[]) => votes.filter((vote) => vote.rule !== without)
  const left = first.map(others)
  const model = scorerOf(pipeline)
  const rows = model && features(view, mutable(left), model.features)
  const width = model?.features.length ?? 0
  return verdicts.map(({ at, votes }) => {
    const second = others(votes.slice(first[at]!.length)).filter((vote) => vote.rule !== 'model')
    const said = model && rows ? model.score(rows.subarray(at * width, (at + 1) * width)) : sum(left[at]!)
    return pipeline.bias + said + sum(second) > 0
  })
}
