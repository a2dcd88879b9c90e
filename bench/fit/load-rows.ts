import { collect } from '../collect.ts'
import { digestOf } from '../floors.ts'
import { FORMS, type Form } from '../forms.ts'
import { type Selection, setFiles, toPage } from '../pages.ts'
import { cached, sourceDigest } from './cache.ts'
import type { PageRows } from './page-rows.ts'

export interface LoadOptions {
  readonly data: string
  readonly sets: readonly string[]
  readonly selection: Selection
  readonly pipeline: string | undefined
  readonly jobs: number
}

type RowOptions = Pick<LoadOptions, 'selection' | 'pipeline' | 'jobs'>

/** Throws where any page could not be worked on: a model fitted on what happened to work is fitted on chance. */
async function rowsOf(file: string, set: string, form: Form, { selection, pipeline, jobs }: RowOptions) {
  const wrong: string[] = []
  const pages = await collect<PageRows | undefined>(file, {
    worker: new URL('./worker.ts', import.meta.url),
    settings: { set, pipeline, form },
    jobs,
    selection,
    timeout: 600_000,
    missing: (line, error) => void wrong.push(`${toPage(line, set).id}: ${error}`),
  })
  if (wrong.length)
    throw new Error(`${wrong.length} pages of ${set} could not be read, the first: ${wrong[0]}`)
  return pages
}

/** Rows of all pages of the sets that have a gold text, and the digest of each set's file. */
export async function loadRows({ data, sets, selection, pipeline, jobs }: LoadOptions) {
  const source = await sourceDigest()
  const pages: PageRows[] = []
  const digests: Record<string, string> = {}
  for (const [set, file] of await setFiles(data, sets)) {
    const digest = await digestOf(file)
    digests[set] = digest
    for (const form of FORMS) {
      const own = await cached(JSON.stringify([set, selection, pipeline, form]), `${digest} ${source}`, () =>
        rowsOf(file, set, form, { selection, pipeline, jobs }),
      )
      for (const page of own) if (page?.bag.goldTotal) pages.push(page)
    }
  }
  return { pages, digests }
}
