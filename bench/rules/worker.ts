import { pipelineFor } from '../folded.ts'
import { labelsOf } from '../labels.ts'
import { toPage } from '../pages.ts'
import { answer } from '../pool.ts'
import { examinePage } from '../subject.ts'
import { noTally, type PageTallies, type Tally } from './tally.ts'

export interface RulesSettings {
  readonly pipeline: string | undefined
  readonly models: string | undefined
}

/** Nothing that a rule says, but what the judge makes of all of it. */
const OF_THE_JUDGE = new Set(['model', 'uncertain-page'])

answer(async (line: string, settings: RulesSettings): Promise<PageTallies | undefined> => {
  const page = toPage(line, '')
  const pipeline = await pipelineFor(page, settings)
  const examined = await examinePage(page, pipeline)
  if (examined === undefined) return undefined
  const { blocks } = examined.view
  const labels = labelsOf(blocks, page)
  const rules: Record<string, Tally> = {}
  for (const { at, kept, score, votes } of examined.verdicts) {
    const { keep, mass } = labels[at]!
    if (keep === undefined || mass === 0) continue
    for (const { rule, weight } of votes) {
      if (OF_THE_JUDGE.has(rule) || weight === 0) continue
      rules[rule] ??= noTally()
      const tally = rules[rule]
      const [speaksFor, right] = [weight > 0, weight > 0 === keep >= 0.5]
      const decided = kept === speaksFor && score - weight > 0 !== score > 0
      tally.fired++
      tally.right += Number(right)
      tally.outvoted += Number(kept !== speaksFor)
      tally.outvotedRight += Number(kept !== speaksFor && right)
      tally.decided += Number(decided)
      tally.decidedRight += Number(decided && right)
    }
  }
  return { type: page.type, door: examined.view.page.door, rules }
})
