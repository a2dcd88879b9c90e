import type { Outcome } from '../core/article.ts'
import type { Door } from '../core/page.ts'
import { loadPipeline } from '../pipeline/load.ts'
import { isRunFolder, readRun } from '../review/run-folder.ts'
import { isOneFile, outcomes } from './clean-inputs.ts'

export interface ExplainedFlags {
  readonly pipeline: string
  readonly as?: Door
  readonly sites?: string
}

/** Records with their blocks: of a run as it wrote them, of pages as they come out now. */
export async function* explainedPages(
  inputs: readonly string[],
  flags: ExplainedFlags,
): AsyncGenerator<Outcome> {
  const [only] = inputs
  if (inputs.length === 1 && isRunFolder(only!)) {
    yield* readRun(only!)
    return
  }
  const single = inputs.length === 1 && (await isOneFile(only!))
  yield* outcomes(inputs, { ...flags, explain: true }, await loadPipeline(flags.pipeline), single)
}
