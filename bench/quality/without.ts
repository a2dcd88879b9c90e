import type { Pipeline } from '../../src/core/pipeline.ts'
import { wordOverlap } from '../score/words.ts'
import type { Examined } from '../subject.ts'
import { rejudge } from '../subject.ts'
import { groupBy, mean, table } from '../table.ts'
import { words } from '../tokens.ts'
import type { PageScore } from './score.ts'

/** What leaving one rule out would do to one page. */
export interface RuleEffect {
  readonly rule: string
  /** Blocks the rule saw, and blocks whose fate hangs on it. */
  readonly seen: number
  readonly flipped: number
  /** Word F1 without the rule less word F1 with it. */
  readonly f1: number
}

const f1Of = ({ view }: Examined, kept: readonly boolean[], gold: readonly string[]) => {
  const text = view.blocks.filter((_, at) => kept[at]).map((block) => block.text)
  return wordOverlap(words(text.join('\n')), gold).f1
}

/**
 * Judges the page again without each rule that saw something, from the sightings of one run. Texts of kept blocks are
 * compared before and after, so that what assembling does cancels out.
 */
export function effectsOf(examined: Examined, pipeline: Pipeline, gold: string): RuleEffect[] {
  const wanted = words(gold)
  const before = rejudge(examined, pipeline)
  const base = f1Of(examined, before, wanted)
  return groupBy(examined.sightings, ({ rule }) => rule.id).map(([rule, seen]) => {
    const after = rejudge(examined, pipeline, rule)
    const flipped = after.filter((kept, at) => kept !== before[at]).length
    const f1 = flipped ? f1Of(examined, after, wanted) - base : 0
    return { rule, seen: seen.length, flipped, f1 }
  })
}

/** Rule by rule, what the pages would gain (above 0) or lose without it; the dearest rules first. */
export function effectTable(pages: readonly PageScore[]): string {
  const effects = pages.flatMap((page) =>
    (page.effects ?? []).map((effect) => ({ ...effect, set: page.set })),
  )
  const sets = groupBy(pages, (page) => page.set)
  const rows = groupBy(effects, ({ rule }) => rule).map(([rule, own]) => {
    const delta = (some: readonly RuleEffect[], count: number) =>
      some.reduce((sum, { f1 }) => sum + f1, 0) / count
    const bySet = sets.map(
      ([set, { length }]) =>
        delta(
          own.filter((effect) => effect.set === set),
          length,
        ) * 100,
    )
    return {
      order: mean(bySet),
      cells: [
        rule,
        ...[
          own.length,
          own.filter((e) => e.flipped).length,
          own.filter((e) => e.f1 < 0).length,
          own.filter((e) => e.f1 > 0).length,
        ].map(String),
        ...bySet,
      ],
    }
  })
  rows.sort((a, b) => a.order - b.order)
  const header = [
    'without rule',
    'pages',
    'flips',
    'worse',
    'better',
    ...sets.map(([set]) => `${set} F1x100`),
  ]
  return table(
    header,
    rows.map(({ cells }) => cells),
  )
}
