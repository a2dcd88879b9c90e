import type { Outcome } from '../../core/article.ts'
import type { Pipeline } from '../../core/pipeline.ts'
import { accountFor, named } from '../../pipeline/account.ts'
import { conclude, type ReadDump } from '../../pipeline/clean.ts'
import { ownRules } from '../../pipeline/data-rule.ts'
import { loadPipeline } from '../../pipeline/load.ts'
import { readPage } from '../../pipeline/read-page.ts'
import { receive } from '../../pipeline/receive.ts'
import { checkOutcome, dumpOf, pipelineOf } from '../../samples/check.ts'
import type { Failure } from '../../samples/failure.ts'
import type { Sample } from '../../samples/folder.ts'

/** A sample a rule holds up: without the rule it fails. */
export interface HeldUp {
  readonly rule: string
  readonly sample: string
  /** The first thing that fails. */
  readonly message: string
}
export interface SampleInsight {
  readonly outcome: Outcome
  readonly held: readonly HeldUp[]
}

/**
 * Leaves out one rule after another and asks the sample again. The page is read once; only rules that saw something on
 * it are left out, and all after the reading is done anew: the other rules, the model, the second hearing, assembly.
 * A sample that fails anyway is held up by nothing.
 */
export async function holdUp(sample: Sample, override?: string): Promise<SampleInsight> {
  const pipeline = await loadPipeline(override ?? pipelineOf(sample) ?? 'article')
  const dump = await named(dumpOf(sample))
  const received = await receive(dump, pipeline.limits, undefined)
  if (received.refused) {
    const outcome = accountFor({ dump, received, status: 'rejected', reason: received.refused })
    return { outcome, held: [] }
  }
  const rules = await ownRules(pipeline)
  const read: ReadDump = { dump, received, page: await readPage(received, dump, pipeline, rules) }
  const whole = conclude(read, pipeline, { explain: true, rules })
  const failing = names(checkOutcome(sample, whole).failures)
  const fired = new Set((whole.blocks ?? []).flatMap((block) => block.votes.map((vote) => vote.rule)))
  const held = [...fired].sort().flatMap((rule): HeldUp[] => {
    if (!(rule in pipeline.rules)) return []
    const others = { explain: true, rules: rules.filter(({ id }) => id !== rule) }
    const { failures } = checkOutcome(sample, conclude(read, without(pipeline, rule), others))
    const broken = failures.find((failure) => !failing.has(name(failure)))
    return broken ? [{ rule, sample: sample.id, message: broken.message }] : []
  })
  return { outcome: whole, held }
}

const name = ({ expectation, phrase, field, message }: Failure) =>
  [expectation, phrase, field, phrase === undefined && field === undefined ? message : ''].join('\n')
const names = (failures: readonly Failure[]) => new Set(failures.map(name))

function without(pipeline: Pipeline, rule: string): Pipeline {
  const { [rule]: _, ...rules } = pipeline.rules
  return { ...pipeline, rules }
}
