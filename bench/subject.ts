/** The one file of the benches that knows how dechaff is called. */
import type { Outcome } from '../src/core/article.ts'
import type { Dump } from '../src/core/dump.ts'
import type { Page } from '../src/core/page.ts'
import type { Pipeline } from '../src/core/pipeline.ts'
import type { Rule, View } from '../src/core/rule.ts'
import type { Sighting, Verdict, Vote } from '../src/core/vote.ts'
import { measure } from '../src/facts/measure.ts'
import { FEATURES, features } from '../src/judge/features.ts'
import { judge } from '../src/judge/judge.ts'
import { readHtml } from '../src/read/html.ts'
import { readText } from '../src/read/text.ts'
import type { BenchPage } from './pages.ts'

export { FEATURES }

/** A page with all that was thought on the way to its verdicts. */
export interface Examined {
  readonly page: Page
  readonly view: View
  readonly sightings: readonly { readonly rule: Rule; readonly sighting: Sighting }[]
  /** Of the first hearing. */
  readonly votes: readonly (readonly Vote[])[]
  readonly verdicts: readonly Verdict[]
  /** Per block, what the hand-set votes and the bias say before a model speaks. */
  readonly offsets: readonly number[]
}

const PIPELINE: Pipeline = {
  name: 'provisional',
  keep: ['body'],
  dom: 'light',
  hidden: 'auto',
  split: 'auto',
  languages: [],
  bias: 0,
  model: undefined,
  limits: {
    bytes: 2 ** 25,
    depth: 512,
    nodes: 300_000,
    attributes: 100,
    attributeLength: 20_000,
    readability: 30_000,
    lineLength: 20_000,
  },
  rules: {},
  gates: {},
  markdown: { links: true, images: true },
}

export async function pipelineOf(_path: string | undefined): Promise<Pipeline> {
  return PIPELINE
}

const dumpOf = ({ id, html, text, url }: BenchPage): Dump => ({
  id,
  ...(html === undefined ? { text: text ?? '' } : { html }),
  ...(url === undefined ? {} : { url }),
})

function pageOf({ html, text = '', url }: Dump, limits: Pipeline['limits']): Page {
  if (html !== undefined) return readHtml(html, url, limits)
  const read = readText(text, limits)
  return { door: 'text', ...(url ? { url } : {}), blocks: read.blocks, claims: [], limits: read.limits }
}

async function examine(dump: Dump, pipeline: Pipeline) {
  const page = pageOf(dump, pipeline.limits)
  const view: View = { page, blocks: page.blocks, ...measure(page) }
  const { first, verdicts } = judge(view, [], pipeline, undefined, true)
  return { page, view, sightings: [], votes: first, verdicts }
}

export async function examinePage(page: BenchPage, pipeline: Pipeline): Promise<Examined> {
  const examined = await examine(dumpOf(page), pipeline)
  const sum = (votes: readonly Vote[]) => votes.reduce((total, { weight }) => total + weight, 0)
  return { ...examined, offsets: examined.votes.map((votes) => pipeline.bias + sum(votes)) }
}

export function featuresOf({ view, votes }: Examined): Float64Array {
  return features(view, votes as Vote[][])
}

export async function cleanDump(dump: Dump, pipeline: Pipeline): Promise<Outcome> {
  const { view, verdicts } = await examine(dump, pipeline)
  const text = view.blocks
    .filter((_, at) => verdicts[at]!.kept)
    .map((block) => block.text)
    .join('\n')
  return {
    id: dump.id ?? '',
    input: { path: null, url: null, kind: view.page.door, charset: null, charsetFrom: null, bytes: 0 },
    status: 'clean',
    reason: null,
    articles: [{ text, markdown: text, wordCount: 0, confidence: 0, evidence: {} }],
    dropped: { blocks: 0, chars: 0, byRole: {}, byRule: {} },
  }
}

export const cleanPage = (page: BenchPage, pipeline: Pipeline): Promise<Outcome> =>
  cleanDump(dumpOf(page), pipeline)

/** Whether each block is kept when a rule is left out; second hearings and the model are taken as they were. */
export function rejudge({ verdicts }: Examined, pipeline: Pipeline, without?: string): boolean[] {
  return verdicts.map(({ score, votes, kept }) => {
    const own = votes.filter((vote) => vote.rule === without)
    if (!own.length) return kept
    return score - own.reduce((sum, { weight }) => sum + weight, 0) > 0 && pipeline.keep.includes('body')
  })
}
