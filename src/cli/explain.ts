import { Command, Option } from 'commander'
import type { Door } from '../core/page.ts'

interface Flags {
  readonly grep?: string
  readonly pipeline: string
  readonly as?: Door
  readonly sites?: string
  readonly url?: string
}

/** `dechaff explain`: every block with its verdict, for a person. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('show every block of a page, kept or dropped, its role, and which rules saw what')
    .argument('<INPUT>', 'a file, or - for standard input')
    .option('--grep <TEXT>', 'only blocks that hold TEXT: where did this sentence go?')
    .option('-p, --pipeline <NAME|FILE>', 'pipeline', 'article')
    .addOption(
      new Option('--as <KIND>', 'force the reading; default: told from the content').choices([
        'html',
        'text',
      ]),
    )
    .option('--sites <FILE>', 'counts of lines on other pages of the sites (dechaff sites)')
    .option('--url <URL>', 'where the page came from')
    .addHelpText(
      'after',
      '\nExamples:\n  dechaff explain page.html\n  dechaff explain dump.txt --grep "All rights reserved"',
    )
    .action(async (input: string, flags: Flags) => {
      const { explainInput } = await import('./explain-input.ts')
      process.exitCode = await explainInput(input, flags)
    })
}
export type { Flags as ExplainFlags }
