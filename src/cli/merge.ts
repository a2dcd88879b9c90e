import { EXIT, guarded, say, usageError } from '../batch/exit.ts'
import { mergeRuns, statusOf, statusText } from '../batch/merge.ts'

export interface MergeFlags {
  readonly out?: string
  readonly quiet?: true
}

/** `dechaff merge`: the parts of a run into its results. @returns the exit code. */
export function mergeFolders(dirs: readonly string[], flags: MergeFlags): Promise<number> {
  return guarded(async () => {
    const out = flags.out ?? dirs[0]!
    if (flags.out === undefined && dirs.length > 1)
      throw usageError('several folders are merged into another one: add --out DIR')
    const result = await mergeRuns(dirs, out)
    if (flags.quiet) return EXIT.done
    if (result.state === 'unchanged') say(`${out} holds this very result already\n`)
    else {
      const { in: pages, clean, rejected, failed } = result.report
      say(`${pages} pages: ${clean} clean, ${rejected} rejected, ${failed} failed. Results in ${out}\n`)
    }
    return EXIT.done
  })
}

/** `dechaff status`: how far a run is. @returns the exit code. */
export function tellStatus(dirs: readonly string[], json: boolean): Promise<number> {
  return guarded(async () => {
    const status = await statusOf(dirs)
    process.stdout.write(json ? `${JSON.stringify(status)}\n` : statusText(status))
    return status.state === 'unfinished' ? EXIT.unfinished : EXIT.done
  })
}
