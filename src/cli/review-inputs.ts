import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from '../core/article.ts'
import type { Door } from '../core/page.ts'
import { clean } from '../pipeline/clean-with-files.ts'
import type { AcceptedSample } from '../review/accepted.ts'
import { reportParts } from '../review/report.ts'
import { isRunFolder, readRun } from '../review/run-folder.ts'
import { serveReview } from '../review/serve.ts'
import { addInput } from '../samples/add.ts'
import type { SampleInput } from '../samples/input.ts'
import { dumpsOf } from './clean-inputs.ts'
import { explainedPages } from './explained.ts'
import { untilSignal, writeParts } from './write-page.ts'

export interface ReviewFlags {
  readonly out: string
  readonly pipeline: string
  readonly as?: Door
  readonly sites?: string
  readonly serve?: true
  readonly port?: number
  readonly samples: string
}

/** `dechaff review`: writes the report, whole or not at all. @returns the exit code: 1 where a page failed. */
export async function writeReport(inputs: readonly string[], flags: ReviewFlags): Promise<number> {
  const count = { pages: 0, failed: 0 }
  await writeParts(flags.out, reportParts(counted(explainedPages(inputs, flags), count, inputs)))
  if (flags.out !== '-')
    process.stderr.write(`${count.pages} ${count.pages === 1 ? 'page' : 'pages'} in ${flags.out}\n`)
  return count.failed > 0 ? 1 : 0
}

async function* counted(
  pages: AsyncIterable<Outcome>,
  count: { pages: number; failed: number },
  inputs: readonly string[],
) {
  for await (const page of pages) {
    count.pages++
    if (page.status === 'failed') count.failed++
    yield page
  }
  if (count.pages === 0) throw new Error(`no pages in ${inputs.join(', ')}`)
}

/** Serves the report until Ctrl-C. */
export async function serveInputs(inputs: readonly string[], flags: ReviewFlags): Promise<number> {
  if (inputs.includes('-')) throw new Error('--serve reads pages more than once: name files or folders')
  const server = await serveReview({
    pages: () => explainedPages(inputs, flags),
    add: (sample) => accept(sample, inputs, flags),
    ...(flags.port !== undefined && { port: flags.port }),
  })
  process.stdout.write(`${server.url}\n`)
  process.stderr.write(`Open this address; samples go to ${flags.samples}. Ctrl-C ends it.\n`)
  await untilSignal()
  await server.close()
  return 0
}

async function accept(
  sample: AcceptedSample,
  inputs: readonly string[],
  flags: ReviewFlags,
): Promise<string> {
  const { id, name, why, flips } = sample
  const input = await inputOf(id, inputs, flags)
  const named = flags.pipeline === 'article' ? {} : { pipeline: flags.pipeline }
  const { folder } = await addInput(input, clean, { dir: flags.samples, name, why, flips, ...named })
  return folder
}

/** The page of an id, read again from where it came. */
async function inputOf(id: string, inputs: readonly string[], flags: ReviewFlags): Promise<SampleInput> {
  const [only] = inputs
  if (inputs.length === 1 && isRunFolder(only!)) return inputOf(id, [await pathInRun(only!, id)], flags)
  for await (const dump of dumpsOf(inputs, flags)) {
    const { bytes, html, text, path, url } = dump
    if (dump.id !== id) continue
    return {
      bytes: bytes ?? new TextEncoder().encode(html ?? text ?? ''),
      name: id,
      ...(path !== undefined && { path }),
      ...(url !== undefined && { url }),
    }
  }
  throw new Error(`the page ${id} is no longer there`)
}

/** The file a run found a page in: one of its own, or one of many pages. A clean page of a run without `--explain` only has its name. */
async function pathInRun(folder: string, id: string): Promise<string> {
  for await (const page of readRun(folder)) {
    if (page.id !== id) continue
    const path = page.input.path ?? id
    const there = [path, join(folder, path)].find((candidate) => existsSync(candidate))
    if (there !== undefined) return there
    throw new Error(`${path}, where the page ${id} was found, is no longer there`)
  }
  throw new Error(`${folder} has no page ${id}`)
}
