import { assemble } from '../assemble/assemble.ts'
import { markHeadings } from '../assemble/headings.ts'
import type { Article, Outcome, Reason } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import type { Door, Page } from '../core/page.ts'
import type { Pipeline } from '../core/pipeline.ts'
import type { Rule } from '../core/rule.ts'
import { applyGates } from '../gates/all.ts'
import type { SiteTable } from '../sites/others.ts'
import type { SiteRecord } from '../sites/records.ts'
import { accountFor, disguiseNotes, type NamedDump, named } from './account.ts'
import { checkCall } from './check-call.ts'
import { pipelineNamed } from './complete.ts'
import { ownRules } from './data-rule.ts'
import { examine, type Hearing } from './examine.ts'
import { readPage } from './read-page.ts'
import { type Received, receive } from './receive.ts'

/** How one page is cleaned where there are no files. */
export interface CoreCleanOptions {
  /** The name of a pipeline of the package, or a pipeline already loaded. Default `article`. */
  readonly pipeline?: string | Pipeline
  /** Adds every block with its verdict and votes to the record. Default false. */
  readonly explain?: boolean
  /** Rules of the caller's own (`defineRule`), heard beside the pipeline's, each at its own weight and defaults. */
  readonly rules?: readonly Rule[]
  /** Forces the reading; default: sniffed from the content. */
  readonly as?: Door
  /** Counts of the lines on the pages of sites, as `dechaff sites` makes them; pages of these sites are judged with them. */
  readonly sites?: readonly SiteRecord[] | SiteTable
}

/**
 * Cleans one page dump. Bad input is a status, never an exception.
 *
 * @throws {TypeError} when the call itself is wrong: not exactly one of `bytes`, `html`, `text`, `document`, a value of
 *   the wrong kind, an option nobody knows.
 * @throws {PipelineError} when the pipeline does not exist or does not hold.
 */
export async function clean(given: Dump, options: CoreCleanOptions = {}): Promise<Outcome> {
  checkCall(given, options)
  return cleanNamed(await named(given), options)
}

/** The same of a dump that was checked and has a name. */
export async function cleanNamed(dump: NamedDump, options: CoreCleanOptions): Promise<Outcome> {
  const pipeline = pipelineNamed(options.pipeline ?? 'article')
  const { explain, sites } = options
  const rules = [...(await ownRules(pipeline)), ...(options.rules ?? [])]
  const hearing = { explain, rules, others: sites && (await othersIn(sites)) }
  let stage = 'decode'
  let received: Received | undefined
  try {
    received = await receive(dump, pipeline.limits, options.as)
    if (received.refused) return accountFor({ dump, received, status: 'rejected', reason: received.refused })
    stage = 'read'
    const page: Page = await readPage(received, dump, pipeline, rules)
    return conclude({ dump, received, page }, pipeline, hearing, (next) => {
      stage = next
    })
  } catch (error) {
    return accountFor({ dump, received, status: 'failed', reason: failure(stage, error) })
  }
}

/** A page as it was read, and what it was read from. */
export interface ReadDump {
  readonly dump: NamedDump
  readonly received: Received
  readonly page: Page
}

/** The second half of the street: from the page as it was read to its record. `enter` hears of every stage. */
export function conclude(
  { dump, received, page }: ReadDump,
  pipeline: Pipeline,
  hearing: Hearing,
  enter: (stage: string) => void = () => {},
): Outcome {
  enter('judge')
  const judged = examine(page, pipeline, hearing)
  enter('assemble')
  const { verdicts } = judged
  const view = markHeadings(judged.view, verdicts)
  const articles: readonly Article[] = assemble({ view, verdicts, pipeline, retrieved: dump.retrieved })
  enter('gates')
  const reason = applyGates(
    { page: view.page, facts: view.facts, whole: view.whole, verdicts, articles },
    pipeline,
  )
  const status = reason === undefined ? 'clean' : 'rejected'
  const notes = [...disguiseNotes(page, received.text), ...(view.page.notes ?? [])]
  return accountFor({
    dump,
    received,
    status,
    reason,
    articles,
    view,
    verdicts,
    notes,
    explain: hearing.explain,
  })
}

const tables = new WeakMap<object, SiteTable>()

/** Looks pages up in counts, which are laid out once for every list of them. The list of public suffixes comes with it. */
async function othersIn(sites: readonly SiteRecord[] | SiteTable): Promise<NonNullable<Hearing['others']>> {
  const { othersOf, siteTable } = await import('../sites/others.ts')
  const table = isList(sites) ? (tables.get(sites) ?? siteTable(sites)) : sites
  if (isList(sites)) tables.set(sites, table)
  return (page) => othersOf(page, table)
}

const isList = (sites: readonly SiteRecord[] | SiteTable): sites is readonly SiteRecord[] =>
  Array.isArray(sites)

function failure(stage: string, error: unknown): Reason {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return { code: name === 'Error' ? 'internal' : name, message, stage }
}
