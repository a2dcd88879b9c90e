import type { Outcome } from '../core/article.ts'
import type { Pipeline } from '../core/pipeline.ts'
import { accountFor, named } from '../pipeline/account.ts'
import { conclude, type ReadDump } from '../pipeline/clean.ts'
import { ownRules } from '../pipeline/data-rule.ts'
import { loadPipeline } from '../pipeline/load.ts'
import { readPage } from '../pipeline/read-page.ts'
import { receive } from '../pipeline/receive.ts'
import { checkOutcome, dumpOf, pipelineOf } from '../samples/check.ts'
import type { Failure } from '../samples/failure.ts'
import type { Sample } from '../samples/folder.ts'
import { table } from './table.ts'

/** What became of one rule's votes. */
interface RuleCount {
  readonly rule: string
  /** Blocks it voted on, and pages with such a block. */
  readonly fired: number
  readonly pages: number
  /** Blocks whose verdict would be another without its vote, the other votes as they are. */
  readonly decided: number
  /** Blocks whose verdict went against its vote. */
  readonly outvoted: number
}
interface Counter {
  add(page: Outcome): void
  pages(): number
  /** A count for every rule named, those that never fired too, and for every other that did. */
  counts(rules: readonly string[]): readonly RuleCount[]
}

export function ruleCounter(): Counter {
  const counts = new Map<string, { fired: number; pages: number; decided: number; outvoted: number }>()
  const of = (rule: string) => {
    const known = counts.get(rule) ?? { fired: 0, pages: 0, decided: 0, outvoted: 0 }
    counts.set(rule, known)
    return known
  }
  let pages = 0
  return {
    add({ blocks = [] }) {
      pages++
      const seen = new Set<string>()
      for (const { score, votes } of blocks) {
        const weights = new Map<string, number>()
        for (const { rule, weight } of votes) weights.set(rule, (weights.get(rule) ?? 0) + weight)
        for (const [rule, weight] of weights) {
          const count = of(rule)
          const kept = score > 0
          seen.add(rule)
          count.fired++
          if (weight > 0 !== kept) count.outvoted++
          else if (score - weight > 0 !== kept) count.decided++
        }
      }
      for (const rule of seen) of(rule).pages++
    },
    pages: () => pages,
    counts: (rules) =>
      [...new Set([...rules, ...counts.keys()])]
        .map((rule) => ({ rule, ...of(rule) }))
        .sort((a, b) => b.decided - a.decided || b.fired - a.fired || (a.rule < b.rule ? -1 : 1)),
  }
}

/** A sample a rule holds up: without the rule it fails. */
export interface HeldUp {
  readonly rule: string
  readonly sample: string
  /** The first thing that fails. */
  readonly message: string
}
interface SampleInsight {
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

/** What the rules did on some pages, and which samples each holds up, where the pages are samples. */
export interface Coverage {
  readonly pages: number
  readonly rules: readonly (RuleCount & { readonly holdsUp?: readonly Omit<HeldUp, 'rule'>[] })[]
}

/** Samples named in a row before the rest is only counted. */
const NAMED = 4

export function tellCoverage({ pages, rules }: Coverage): string {
  const fired = rules.filter((one) => one.fired > 0)
  const silent = rules.filter((one) => one.fired === 0)
  const samples = rules.some((one) => one.holdsUp !== undefined)
  const head = ['rule', 'fired', 'pages', 'decided', 'outvoted', ...(samples ? ['holds up'] : [])]
  const rows = fired.map(({ rule, fired, pages, decided, outvoted, holdsUp = [] }) => {
    const names = holdsUp.slice(0, NAMED).map(({ sample }) => sample)
    const more = holdsUp.length > NAMED ? [`+${holdsUp.length - NAMED}`] : []
    return {
      cells: [rule, fired, pages, decided, outvoted, ...(samples ? [holdsUp.length] : [])],
      after: [...names, ...more],
    }
  })
  const [first, ...lines] = table(
    head,
    rows.map(({ cells }) => cells),
  )
  return [
    `${pages} ${pages === 1 ? 'page' : 'pages'}, ${fired.length} of ${rules.length} rules fired`,
    '',
    first,
    ...lines.map((line, i) => `${line}  ${rows[i]!.after.join(', ')}`.trimEnd()),
    ...(silent.length > 0 ? ['', 'never fired', ...silent.map(({ rule }) => `  ${rule}`)] : []),
    '',
    'decided: the verdict would be another without its vote; outvoted: the verdict went against it.',
    ...(samples
      ? ['holds up: samples that fail when the rule is left out and everything is judged anew.']
      : []),
    '',
  ].join('\n')
}
