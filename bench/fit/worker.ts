import { toPage } from '../pages.ts'
import { answer } from '../pool.ts'
import { examinePage, featuresOf, pipelineOf } from '../subject.ts'
import { type PageRows, pageRows } from './page-rows.ts'

export interface RowSettings {
  readonly set: string
  readonly pipeline: string | undefined
}

answer(async (line: string, { set, pipeline }: RowSettings): Promise<PageRows | undefined> => {
  const page = toPage(line, set)
  // Rows tell what the rules saw before any model spoke.
  const examined = await examinePage(page, { ...(await pipelineOf(pipeline)), model: undefined })
  return examined && pageRows(page, examined, featuresOf(examined))
})
