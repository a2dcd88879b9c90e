import { collect } from '../collect.ts'
import { digestOf } from '../floors.ts'
import { type Selection, setFiles } from '../pages.ts'
import { cached, sourceDigest } from './cache.ts'
import type { PageRows } from './page-rows.ts'

export interface LoadOptions {
  readonly data: string
  readonly sets: readonly string[]
  readonly selection: Selection
  readonly pipeline: string | undefined
  readonly jobs: number
}

/** Rows of all pages of the sets that have a gold text, and the digest of each set's file. */
export async function loadRows({ data, sets, selection, pipeline, jobs }: LoadOptions) {
  const source = await sourceDigest()
  const pages: PageRows[] = []
  const digests: Record<string, string> = {}
  for (const [set, file] of await setFiles(data, sets)) {
    const digest = await digestOf(file)
    digests[set] = digest
    const own = await cached(JSON.stringify([set, selection, pipeline]), `${digest} ${source}`, () =>
      collect<PageRows | undefined>(file, {
        worker: new URL('./worker.ts', import.meta.url),
        settings: { set, pipeline },
        jobs,
        selection,
        missing: (_, error) => void process.stderr.write(`left out: ${error}\n`),
      }),
    )
    for (const page of own) if (page?.bag.goldTotal) pages.push(page)
  }
  return { pages, digests }
}
