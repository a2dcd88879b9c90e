import { Command } from 'commander'

/** `dechaff merge`: the parts of a run into its results. */
export function mergeCommand(): Command {
  return new Command('merge')
    .description('put the parts of a run together; cleans nothing, and names what is missing')
    .argument('<DIR...>', 'run folder of all parts, or a folder for each')
    .option('-o, --out <DIR>', 'where the results go; default: the one folder named')
    .option('-q, --quiet', 'no summary')
    .addHelpText(
      'after',
      '\nExamples:\n  dechaff merge clean/\n  dechaff merge part-*/ --out clean/\n\nExit codes: 0 merged, 2 folders of other runs, 74 not written, 75 parts are missing.',
    )
    .action(async (dirs: string[], flags: { out?: string; quiet?: true }) => {
      const { EXIT, guarded, say, usageError } = await import('../batch/exit.ts')
      const { mergeRuns } = await import('../batch/merge.ts')
      process.exitCode = await guarded(async () => {
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
    })
}

/** `dechaff status`: how far a run is. */
export function statusCommand(): Command {
  return new Command('status')
    .description('tell how far a run is, and which of its parts are missing; changes nothing')
    .argument('<DIR...>', 'run folder of all parts, or a folder for each')
    .option('--json', 'for a program')
    .addHelpText('after', '\nExit codes: 0 complete, or ready to be merged; 75 not yet; 2 no run there.')
    .action(async (dirs: string[], flags: { json?: true }) => {
      const { EXIT, guarded } = await import('../batch/exit.ts')
      const { statusOf, statusText } = await import('../batch/merge.ts')
      process.exitCode = await guarded(async () => {
        const status = await statusOf(dirs)
        process.stdout.write(flags.json ? `${JSON.stringify(status)}\n` : statusText(status))
        return status.state === 'unfinished' ? EXIT.unfinished : EXIT.done
      })
    })
}
