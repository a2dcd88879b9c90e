import { Command, Option } from 'commander'
import type { Door } from '../core/page.ts'

interface Flags {
  readonly pipeline: readonly string[]
  readonly as?: Door
  readonly details?: true
  readonly json?: true
  readonly exitCode?: true
}

/** `dechaff diff`: what else does it touch? */
export function diffCommand(): Command {
  return new Command('diff')
    .description('compare two runs, or two pipelines over the same pages: lines lost and gained, by rule')
    .argument('<A...>', 'two run folders; or, with two --pipeline, the pages to clean with both')
    .option(
      '-p, --pipeline <NAME|FILE>',
      'pipeline; give it twice, the old one first',
      (one: string, all: readonly string[]) => [...all, one],
      [] as readonly string[],
    )
    .addOption(
      new Option('--as <KIND>', 'force the reading; default: told from the content').choices([
        'html',
        'text',
      ]),
    )
    .option('--details', 'also every page that changed, line by line')
    .option('--json', 'one JSON document, details included')
    .option('--exit-code', 'exit with 3 where a page changed')
    .addHelpText(
      'after',
      `
Runs tell by which rule a line went when they were made with --explain.

Examples:
  dechaff diff before/ after/
  dechaff diff -p article -p my-site.yaml crawl/ --details
  dechaff diff before/ after/ --json | jq .byRule`,
    )
    .action(async (operands: string[], flags: Flags) => {
      const { diffInputs } = await import('./diff-inputs.ts')
      process.exitCode = await diffInputs(operands, flags)
    })
}
export type { Flags as DiffFlags }
