import { cleanAll } from '../batch/clean-all.ts'
import type { Input, RefusedInput } from '../batch/input.ts'
import { type NamedDump, openParcel } from '../batch/open-parcel.ts'
import { refusedOutcome } from '../batch/outcome.ts'
import { PRESETS } from '../batch/sources/fields.ts'
import { openSources } from '../batch/sources/open.ts'
import type { Outcome } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import type { Pipeline } from '../core/pipeline.ts'
import { clean } from '../pipeline/clean.ts'
import { loadPipeline } from '../pipeline/load.ts'
import { sitesFile } from '../pipeline/load-sites.ts'
import type { CleanFlags } from './clean.ts'
import { folderOf } from './folder.ts'
import { type Format, printed } from './print.ts'
import { summaryOf } from './summary.ts'

/** Cleans what the command line names. @returns the exit code: 0, or 1 where a page failed. */
export async function cleanInputs(inputs: readonly string[], flags: CleanFlags): Promise<number> {
  if (inputs.includes('-') && process.stdin.isTTY)
    throw new Error('no input: name a file or a folder, or pipe a page in (dechaff clean --help)')
  const pipeline = await pipelineFor(flags)
  const single = flags.out === undefined && inputs.length === 1 && (await isOneFile(inputs[0]!))
  const format: Format = flags.format ?? (single && process.stdout.isTTY ? 'md' : 'json')
  const folder = flags.out === undefined ? undefined : await folderOf(flags.out, flags.format ?? 'md')
  const summary = summaryOf()
  for await (const outcome of outcomes(inputs, flags, pipeline, single)) {
    summary.add(outcome)
    if (folder) await folder.write(outcome)
    else process.stdout.write(printed(outcome, format))
    if (format !== 'json' && outcome.reason)
      process.stderr.write(`${outcome.id}: ${outcome.status}: ${outcome.reason.message}\n`)
  }
  await folder?.close()
  if (summary.pages() === 0) throw new Error(`no pages in ${inputs.join(', ')}`)
  if (folder) process.stderr.write(summary.text(flags.out!))
  return summary.failed() > 0 ? 1 : 0
}

async function pipelineFor(flags: CleanFlags): Promise<Pipeline> {
  const pipeline = await loadPipeline(flags.pipeline)
  return flags.dom === undefined ? pipeline : { ...pipeline, dom: flags.dom }
}

export async function isOneFile(input: string): Promise<boolean> {
  if (input === '-') return true
  const { stat } = await import('node:fs/promises')
  const found = await stat(input).catch(() => undefined)
  return found?.isFile() ?? false
}

/** One page is cleaned here; more go through processes of their own, so that no page can take the others down. */
export async function* outcomes(
  inputs: readonly string[],
  flags: CleanFlags,
  pipeline: Pipeline,
  single: boolean,
): AsyncGenerator<Outcome> {
  const { explain, as, sites: path } = flags
  const sites = path === undefined ? undefined : await sitesFile(path)
  const options = { pipeline, ...(explain && { explain }), ...(as && { as }), ...(sites && { sites }) }
  const found = openSources(inputs, { fields: FIELDS, ...(flags.as && { content: 'page' as const }) })
  if (single) {
    for await (const input of found) {
      const page = pageOf(input, flags)
      yield 'refused' in page ? refusedOutcome(page) : await clean(page, options)
    }
    return
  }
  // Refused inputs have their record already; they wait in line so that the order of the inputs is kept.
  const line: (Outcome | 'page')[] = []
  const cleaned = cleanAll(pages(found, flags, line), options)
  for await (const outcome of cleaned) {
    while (line.length > 0 && line[0] !== 'page') yield line.shift() as Outcome
    line.shift()
    yield outcome
  }
  yield* line as Outcome[]
}

/** The pages the command line names, as they would be cleaned; what cannot be read is left out. */
export function dumpsOf(inputs: readonly string[], flags: Pick<CleanFlags, 'as'>): AsyncGenerator<Dump> {
  const content = flags.as && { content: 'page' as const }
  return pages(openSources(inputs, { fields: PRESETS.auto!, ...content }), flags as CleanFlags, [])
}

async function* pages(found: AsyncIterable<Input>, flags: CleanFlags, line: (Outcome | 'page')[]) {
  for await (const input of found) {
    const page = pageOf(input, flags)
    if ('refused' in page) line.push(refusedOutcome(page))
    else {
      line.push('page')
      yield page
    }
  }
}

const FIELDS = PRESETS.auto!

function pageOf(input: Input, flags: CleanFlags): NamedDump | RefusedInput {
  if ('refused' in input) return input
  const { page } = openParcel(input.parcel, input.place, FIELDS)
  return 'refused' in page || flags.url === undefined ? page : { ...page, url: flags.url }
}
