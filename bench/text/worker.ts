import { pipelineFor } from '../folded.ts'
import { labelsOf } from '../labels.ts'
import { toPage } from '../pages.ts'
import { answer } from '../pool.ts'
import { blockErrors } from '../quality/errors.ts'
import { cleanPage, examinePage } from '../subject.ts'
import { type DumpScore, scoreDump } from './score.ts'

export interface TextSettings {
  readonly set: string
  readonly pipeline: string | undefined
  /** Folder of fold models. */
  readonly models: string | undefined
  readonly errors: boolean
}

answer(async (line: string, settings: TextSettings): Promise<DumpScore> => {
  const { set, errors } = settings
  const page = toPage(line, set)
  const loaded = await pipelineFor(page, settings)
  const start = process.cpuUsage()
  const outcome = await cleanPage(page, loaded)
  const used = process.cpuUsage(start)
  const score = scoreDump(page, outcome, (used.user + used.system) / 1000)
  if (!errors || outcome.status === 'failed') return score
  const examined = await examinePage(page, loaded)
  if (!examined) return score
  const { view, verdicts } = examined
  return { ...score, errors: blockErrors(view.blocks, verdicts, labelsOf(view.blocks, page)) }
})
