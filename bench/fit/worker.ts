import { type Form, inForm } from '../forms.ts'
import { toPage } from '../pages.ts'
import { answer } from '../pool.ts'
import { examinePage, featuresOf, pipelineOf } from '../subject.ts'
import { type PageRows, pageRows } from './page-rows.ts'

export interface RowSettings {
  readonly set: string
  readonly pipeline: string | undefined
  /** Form in which the pages are read; those that have none are left out. */
  readonly form: Form
}

answer(async (line: string, { set, pipeline, form }: RowSettings): Promise<PageRows | undefined> => {
  const page = inForm(toPage(line, set), form)
  if (!page) return undefined
  // Rows tell what the rules saw before any model spoke.
  const examined = await examinePage(page, { ...(await pipelineOf(pipeline)), model: undefined })
  return examined && { ...pageRows(page, examined, featuresOf(examined)), form }
})
