import { measure } from '../../src/facts/measure.ts'
import { pageEvidence } from '../../src/facts/page-type.ts'
import { toPage } from '../pages.ts'
import { answer } from '../pool.ts'
import { pipelineOf, readBenchPage } from '../subject.ts'

/** What telling a page's type is fitted on. */
export interface TypeRow {
  readonly id: string
  readonly set: string
  readonly type: string
  readonly site: string
  readonly evidence: Readonly<Record<string, number>>
}

answer(async (line: string, { set }: { readonly set: string }): Promise<TypeRow | undefined> => {
  const benchPage = toPage(line, set)
  const { id, type, site } = benchPage
  const page = await readBenchPage(benchPage, await pipelineOf(undefined))
  if (page === undefined) return undefined
  const { facts, whole } = measure(page)
  return { id, set, type, site, evidence: pageEvidence(page, facts, whole) }
})
