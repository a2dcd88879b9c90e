import { createHash } from 'node:crypto'
import type { Outcome } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import type { Pipeline } from '../core/pipeline.ts'
import type { Rule } from '../core/rule.ts'
import { type NamedDump, ownName, toldBy } from './account.ts'
import { checkCall, RULES_OR_MODULE } from './check-call.ts'
import { type CoreCleanOptions, cleanNamed } from './clean.ts'
import { loadPipeline } from './load.ts'
import { loadSites, type Sites } from './load-sites.ts'

/** How one page is cleaned. */
export interface CleanOptions extends Omit<CoreCleanOptions, 'pipeline' | 'rules' | 'sites'> {
  /** A pipeline's name, the path of its file, or one already loaded. Default `article`. */
  readonly pipeline?: string | Pipeline
  /**
   * Rules of the caller's own (`defineRule`), heard beside the pipeline's, each at its own weight and defaults: as they are,
   * or the path or address of a module that exports them.
   */
  readonly rules?: readonly Rule[] | string | URL
  /** Counts of the lines on the pages of sites, as `dechaff sites` makes them; pages of these sites are judged with them. */
  readonly sites?: Sites
}

/**
 * Cleans one page dump. Bad input is a status, never an exception.
 *
 * @throws {TypeError} when the call itself is wrong: not exactly one of `bytes`, `html`, `text`, `document`, a value of
 *   the wrong kind, an option nobody knows.
 * @throws {PipelineError} when the pipeline or the module of rules does not exist or does not hold.
 * @throws {SitesError} when the counts of sites cannot be read.
 */
export async function clean(dump: Dump, options: CleanOptions = {}): Promise<Outcome> {
  checkCall(dump, options, RULES_OR_MODULE)
  const { pipeline, rules, sites, ...rest } = options
  return cleanNamed(named(dump), {
    ...rest,
    pipeline: await loadPipeline(pipeline ?? 'article'),
    ...(rules !== undefined && { rules: isModule(rules) ? await modulesRules(rules) : rules }),
    ...(sites !== undefined && { sites: await loadSites(sites) }),
  })
}

/** Gives a dump the name the core would give it, at once: the core must ask the platform and wait. */
function named(dump: Dump): NamedDump {
  const known = ownName(dump)
  if (known !== undefined) return known
  const bytes = toldBy(dump)
  return { ...dump, id: createHash('sha256').update(bytes).digest('hex').slice(0, 16), size: bytes.length }
}

const isModule = (rules: readonly Rule[] | string | URL): rules is string | URL => !Array.isArray(rules)

const modulesRules = async (named: string | URL): Promise<readonly Rule[]> =>
  (await import('./load-rules.ts')).loadRules(named)
