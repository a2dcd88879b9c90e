import { pipelineFor } from '../folded.ts'
import { labelsOf } from '../labels.ts'
import { type BenchPage, toPage } from '../pages.ts'
import { answer } from '../pool.ts'
import { cleanPage, examinePage } from '../subject.ts'
import { blockErrors } from './errors.ts'
import { type PageScore, scorePage } from './score.ts'
import { effectsOf } from './without.ts'

export interface QualitySettings {
  readonly pipeline: string | undefined
  /** Folder of fold models. */
  readonly models: string | undefined
  readonly errors: boolean
  readonly without: boolean
}

/** CPU milliseconds this process has used. */
function cpuNow(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function details(page: BenchPage, settings: QualitySettings): Promise<Partial<PageScore>> {
  const { errors, without } = settings
  if (!errors && !without) return {}
  const pipeline = await pipelineFor(page, settings)
  const examined = await examinePage(page, pipeline)
  if (!examined) return {}
  const { blocks } = examined.view
  return {
    ...(errors ? { errors: blockErrors(blocks, examined.verdicts, labelsOf(blocks, page)) } : {}),
    ...(without ? { effects: effectsOf(examined, pipeline, page.gold.text) } : {}),
  }
}

answer(async (line: string, settings: QualitySettings): Promise<PageScore> => {
  const page = toPage(line, '')
  const pipeline = await pipelineFor(page, settings)
  const start = cpuNow()
  const outcome = await cleanPage(page, pipeline, true)
  const score = scorePage(page, outcome, cpuNow() - start)
  return outcome.status === 'failed' ? score : { ...score, ...(await details(page, settings)) }
})
