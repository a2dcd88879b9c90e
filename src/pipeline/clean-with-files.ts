import type { Outcome } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import type { Pipeline } from '../core/pipeline.ts'
import { checkCall } from './check-call.ts'
import { type CoreCleanOptions, clean as cleanInCore } from './clean.ts'
import { loadPipeline } from './load.ts'
import { loadSites, type Sites } from './load-sites.ts'

export interface CleanOptions extends Omit<CoreCleanOptions, 'pipeline' | 'sites'> {
  /** A pipeline's name, the path of its file, or one already loaded. Default `article`. */
  readonly pipeline?: string | Pipeline
  /** Counts of the lines on the pages of sites, as `dechaff sites` makes them; pages of these sites are judged with them. */
  readonly sites?: Sites
}

/**
 * Cleans one page dump. Bad input is a status, never an exception.
 *
 * @throws {TypeError} when the call itself is wrong: not exactly one of `bytes`, `html`, `text`, `document`, a value of
 *   the wrong kind, an option nobody knows.
 * @throws {PipelineError} when the pipeline does not exist or does not hold.
 * @throws {SitesError} when the counts of sites cannot be read.
 */
export async function clean(dump: Dump, options: CleanOptions = {}): Promise<Outcome> {
  checkCall(dump, options)
  const { pipeline, sites, ...rest } = options
  return cleanInCore(dump, {
    ...rest,
    pipeline: await loadPipeline(pipeline ?? 'article'),
    ...(sites !== undefined && { sites: await loadSites(sites) }),
  })
}
