import { loadPipeline } from '../pipeline/load.ts'
import { type Coverage, type HeldUp, holdUp, ruleCounter, tellCoverage } from '../review/coverage.ts'
import { isRunFolder } from '../review/run-folder.ts'
import { isSampleFolder, readSamples } from '../samples/folder.ts'
import { explainedPages } from './explained.ts'

export interface CoverageFlags {
  readonly pipeline?: string
  readonly json?: true
}

/** `dechaff rules coverage`: which rules work, and for what. @throws a message for a person where there is nothing to count. */
export async function coverageOf(operands: readonly string[], flags: CoverageFlags): Promise<string> {
  const [only] = operands
  const samples = operands.length === 1 && !isRunFolder(only!) && isSampleFolder(only!)
  const coverage = samples ? await ofSamples(only!, flags) : await ofPages(operands, flags)
  return flags.json ? `${JSON.stringify(coverage, null, 2)}\n` : tellCoverage(coverage)
}

async function ofPages(
  operands: readonly string[],
  { pipeline = 'article' }: CoverageFlags,
): Promise<Coverage> {
  const counter = ruleCounter()
  let explained = false
  for await (const page of explainedPages(operands, { pipeline })) {
    counter.add(page)
    explained ||= page.blocks !== undefined
  }
  if (counter.pages() === 0) throw new Error(`no pages in ${operands.join(', ')}`)
  if (!explained) throw new Error(`${operands.join(', ')} holds no votes: make the run with --explain`)
  return { pages: counter.pages(), rules: counter.counts(await rulesOf(pipeline)) }
}

async function ofSamples(dir: string, { pipeline }: CoverageFlags): Promise<Coverage> {
  const counter = ruleCounter()
  const held: HeldUp[] = []
  for (const sample of await readSamples(dir)) {
    const insight = await holdUp(sample, pipeline)
    counter.add(insight.outcome)
    held.push(...insight.held)
  }
  const counts = counter.counts(await rulesOf(pipeline ?? 'article'))
  const holdsUp = (rule: string) =>
    held.filter((one) => one.rule === rule).map(({ sample, message }) => ({ sample, message }))
  return {
    pages: counter.pages(),
    rules: counts.map((count) => ({ ...count, holdsUp: holdsUp(count.rule) })),
  }
}

const rulesOf = async (pipeline: string) => Object.keys((await loadPipeline(pipeline)).rules)
