import type { Pipeline } from '../../src/core/pipeline.ts'
import { bagOf, f1OfChoice } from '../fit/bag.ts'
import { type Examined, rejudge } from '../subject.ts'
import { type Cell, groupBy, mean, table } from '../table.ts'
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

/**
 * Judges the page again without each rule that saw something, from the votes of one run. Texts of kept blocks are
 * compared before and after, so that what assembling does cancels out.
 */
export function effectsOf(examined: Examined, pipeline: Pipeline, gold: string): RuleEffect[] {
  const { view, verdicts } = examined
  const bag = bagOf(
    view.blocks.map((block) => block.text),
    gold,
    view.page.door,
  )
  const before = verdicts.map(({ score }) => score > 0)
  const base = f1OfChoice(bag, (at) => before[at]!)
  const votes = verdicts.flatMap((verdict) => verdict.votes).filter(({ rule }) => rule !== 'model')
  return groupBy(votes, ({ rule }) => rule).map(([rule, seen]) => {
    const after = rejudge(examined, pipeline, rule)
    const flipped = after.filter((kept, at) => kept !== before[at]).length
    const f1 = flipped ? f1OfChoice(bag, (at) => after[at]!) - base : 0
    return { rule, seen: seen.length, flipped, f1 }
  })
}

interface Effect extends RuleEffect {
  readonly set: string
}

const gain = (effects: readonly Effect[], pages: number) =>
  effects.reduce((sum, { f1 }) => sum + f1, 0) / pages

/** Rule by rule, what word F1 would gain (above 0) or lose without it, in hundredths; the dearest rules first. */
export function effectTable(pages: readonly PageScore[]): string {
  const effects = pages.flatMap(({ set, effects = [] }) =>
    effects.map((effect): Effect => ({ ...effect, set })),
  )
  const sets = groupBy(pages, (page) => page.set)
  const rows = groupBy(effects, ({ rule }) => rule).map(([rule, own]): Cell[] => {
    const count = (test: (effect: Effect) => boolean) => String(own.filter(test).length)
    const bySet = sets.map(
      ([set, { length }]) =>
        100 *
        gain(
          own.filter((effect) => effect.set === set),
          length,
        ),
    )
    const counts = [
      String(own.length),
      count((e) => e.flipped > 0),
      count((e) => e.f1 < 0),
      count((e) => e.f1 > 0),
    ]
    return [rule, ...counts, ...bySet, mean(bySet)]
  })
  rows.sort((a, b) => Number(a.at(-1)) - Number(b.at(-1)))
  return table(
    ['without rule', 'pages', 'flips', 'worse', 'better', ...sets.map(([set]) => set), 'mean'],
    rows,
  )
}
