import type { Outcome } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import type { Pipeline } from '../core/pipeline.ts'
import { accountFor, named } from '../pipeline/account.ts'
import { loadPipeline } from '../pipeline/load.ts'
import { readPage } from '../pipeline/read-page.ts'
import { receive } from '../pipeline/receive.ts'
import { keysOfPage } from '../sites/counts.ts'
import type { CleanOptions } from './worker.ts'

/** A page as it was read, with what it adds to the counts of its site. */
interface Counted extends Outcome {
  readonly keys?: readonly string[]
}

/**
 * Stands where the cleaner stands in a child process: reads a page as it would be cleaned, asks Readability and style
 * sheets nothing, as neither changes a line, and judges nothing.
 */
export async function clean(given: Dump, { pipeline: chosen, as }: CleanOptions): Promise<Counted> {
  const pipeline = readOnly(await loadPipeline(chosen ?? 'article'))
  const dump = await named(given)
  let received: Awaited<ReturnType<typeof receive>> | undefined
  try {
    received = await receive(dump, pipeline.limits, as)
    if (received.refused) return accountFor({ dump, received, status: 'rejected', reason: received.refused })
    const page = await readPage(received, dump, pipeline)
    return { ...accountFor({ dump, received, status: 'clean', reason: undefined }), keys: keysOfPage(page) }
  } catch (error) {
    const { name, message } = error as Error
    return accountFor({ dump, received, status: 'failed', reason: { code: name, message, stage: 'read' } })
  }
}

const readOnly = (pipeline: Pipeline): Pipeline => ({
  ...pipeline,
  hidden: 'keep',
  limits: { ...pipeline.limits, readability: 0 },
})

/** The keys, one a line. */
export const recordOf = ({ keys = [] }: Counted): Buffer => Buffer.from(keys.join('\n'))
