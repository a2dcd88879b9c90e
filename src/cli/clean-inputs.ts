import { availableParallelism } from 'node:os'
import { BYTES_IN_HAND, windowFor } from '../batch/clean-all.ts'
import { EXIT, endsWith, exitOf, messageOf, usageError } from '../batch/exit.ts'
import { type Input, type RefusedInput, sizeOf } from '../batch/input.ts'
import { type NamedDump, openParcel } from '../batch/open-parcel.ts'
import { inOrder } from '../batch/order.ts'
import { refusedOutcome } from '../batch/outcome.ts'
import { type Pool, startPool } from '../batch/pool.ts'
import { outcomeOf, readRecord } from '../batch/record.ts'
import { type FieldMap, PRESETS } from '../batch/sources/fields.ts'
import { openSources } from '../batch/sources/open.ts'
import { isNamedAsPage } from '../batch/sources/sniff.ts'
import type { Outcome } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import type { Door } from '../core/page.ts'
import type { Pipeline } from '../core/pipeline.ts'
import { clean } from '../pipeline/clean-with-files.ts'
import { loadPipeline } from '../pipeline/load.ts'
import { sitesFile } from '../pipeline/load-sites.ts'
import type { Layout } from '../render/layout.ts'
import { folderOf } from './folder.ts'
import { forStream, plain } from './plain.ts'
import { type Format, printer } from './print.ts'
import { summaryOf } from './summary.ts'

export interface CleanFlags {
  readonly format?: Format
  readonly out?: string
  readonly pipeline: string
  readonly as?: Door
  readonly sites?: string
  readonly rules?: string
  readonly pass?: readonly string[]
  readonly layout?: Layout
  readonly chunks?: number
  readonly url?: string
  readonly dom?: 'light' | 'jsdom'
  readonly explain?: true
  /** Percent. */
  readonly failOnFailed?: number
}

/** `dechaff clean`: cleans what the command line names. @returns the exit code. */
export async function cleanInputs(
  inputs: readonly string[],
  flags: CleanFlags,
  signal?: AbortSignal,
): Promise<number> {
  if (inputs.includes('-') && process.stdin.isTTY)
    throw usageError('no input: name a file or a folder, or pipe a page in (dechaff clean --help)')
  const pipeline = await pipelineFor(flags).catch((error: unknown) => {
    throw usageError(messageOf(error))
  })
  const single = flags.out === undefined && inputs.length === 1 && (await isOneFile(inputs[0]!))
  const lines = flags.layout ?? flags.chunks
  const format: Format =
    flags.format ?? (single && lines === undefined && process.stdout.isTTY ? 'md' : 'json')
  const { layout, chunks } = flags
  if ((layout ?? chunks) !== undefined && (format !== 'json' || flags.out !== undefined))
    throw usageError(
      '--layout and --chunks go with -f json on standard output; for files there is dechaff run',
    )
  if (layout !== undefined && chunks !== undefined)
    throw usageError('--layout and --chunks exclude each other')
  const folder = flags.out === undefined ? undefined : await folderOf(flags.out, flags.format ?? 'md', inputs)
  const print = await printer(format, { layout, chunks })
  const summary = summaryOf()
  try {
    const told = withAlone(outcomes(inputs, flags, pipeline, single, signal), single && format !== 'json')
    for await (const { outcome, alone } of told) {
      signal?.throwIfAborted()
      summary.add(outcome)
      if (folder) await folder.write(outcome)
      else process.stdout.write(forStream(print(outcome, alone), process.stdout))
      if (format !== 'json' && outcome.reason)
        process.stderr.write(`${plain(`${outcome.id}: ${outcome.status}: ${outcome.reason.message}`)}\n`)
    }
    if (summary.pages() === 0) throw endsWith(EXIT.unread, `no pages in ${inputs.join(', ')}`)
    await folder?.close()
  } catch (error) {
    await folder?.discard()
    throw error
  }
  if (folder) process.stderr.write(summary.text(flags.out!))
  return exitOf(
    { pages: summary.pages(), failed: summary.failed(), unread: summary.isUnread() },
    flags.failOnFailed,
  )
}

/** Whether a page is all there is: a single file may hold many, so that its first one is held back until that is known. */
async function* withAlone(
  outcomes: AsyncIterable<Outcome>,
  mayBe: boolean,
): AsyncGenerator<{ readonly outcome: Outcome; readonly alone: boolean }> {
  let held: Outcome | undefined
  let pages = 0
  for await (const outcome of outcomes) {
    if (pages++ === 0 && mayBe) {
      held = outcome
      continue
    }
    if (held !== undefined) yield { outcome: held, alone: false }
    held = undefined
    yield { outcome, alone: false }
  }
  if (held !== undefined) yield { outcome: held, alone: true }
}

async function pipelineFor(flags: CleanFlags): Promise<Pipeline> {
  const pipeline = await loadPipeline(flags.pipeline)
  return flags.dom === undefined ? pipeline : { ...pipeline, dom: flags.dom }
}

/** The address of a module of rules that holds. */
async function namedRules(named: string): Promise<string> {
  const { loadRules, rulesModule } = await import('../pipeline/load-rules.ts')
  await loadRules(named).catch((error: unknown) => {
    throw usageError(messageOf(error))
  })
  return rulesModule(named)
}

export async function isOneFile(input: string): Promise<boolean> {
  if (input === '-') return true
  const { stat } = await import('node:fs/promises')
  const found = await stat(input).catch(() => undefined)
  return found?.isFile() ?? false
}

/** One page is cleaned here; all else goes through processes of its own, so that no page can take the others down. */
export async function* outcomes(
  inputs: readonly string[],
  flags: CleanFlags,
  pipeline: Pipeline,
  single: boolean,
  signal?: AbortSignal,
): AsyncGenerator<Outcome> {
  const { explain, as, sites: path } = flags
  const sites =
    path === undefined
      ? undefined
      : await sitesFile(path).catch((error: unknown) => {
          throw usageError(messageOf(error))
        })
  const rules = flags.rules === undefined ? undefined : await namedRules(flags.rules)
  const options = {
    pipeline,
    ...(explain && { explain }),
    ...(as && { as }),
    ...(sites && { sites }),
    ...(rules && { rules }),
  }
  const fields = fieldsOf(flags)
  const found = openSources(inputs, { fields, ...(flags.as && { content: 'page' as const }) })
  if (single && (inputs[0] === '-' || isNamedAsPage(inputs[0]!))) {
    for await (const input of found) {
      const page = pageOf(input, flags)
      yield 'refused' in page ? refusedOutcome(page) : await clean(page, options)
    }
    return
  }
  const concurrency = availableParallelism()
  const pool = startPool({
    clean: options,
    fields,
    ...(flags.url !== undefined && { url: flags.url }),
  })
  try {
    yield* inOrder(found, (input) => cleanInput(pool, input), {
      concurrency,
      window: windowFor(concurrency),
      weigh: sizeOf,
      budget: BYTES_IN_HAND,
      ...(signal && { signal }),
    })
  } finally {
    pool.close()
  }
}

async function cleanInput(pool: Pool, input: Input): Promise<Outcome> {
  if ('refused' in input) return refusedOutcome(input)
  return outcomeOf(readRecord((await pool.clean(input)).record))
}

/** The pages the command line names, as they would be cleaned; what cannot be read is left out. */
export async function* dumpsOf(
  inputs: readonly string[],
  flags: Pick<CleanFlags, 'as'>,
): AsyncGenerator<Dump> {
  const content = flags.as && { content: 'page' as const }
  for await (const input of openSources(inputs, { fields: fieldsOf({}), ...content })) {
    const page = pageOf(input, {})
    if (!('refused' in page)) yield page
  }
}

const fieldsOf = ({ pass }: Pick<CleanFlags, 'pass'>): FieldMap =>
  pass === undefined ? PRESETS.auto! : { ...PRESETS.auto!, pass }

function pageOf(input: Input, flags: Pick<CleanFlags, 'url' | 'pass'>): NamedDump | RefusedInput {
  if ('refused' in input) return input
  const { page } = openParcel(input.parcel, input.place, fieldsOf(flags))
  return 'refused' in page || flags.url === undefined ? page : { ...page, url: flags.url }
}
