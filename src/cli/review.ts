import { Command, InvalidArgumentError, Option } from 'commander'
import type { Door } from '../core/page.ts'

interface Flags {
  readonly out: string
  readonly pipeline: string
  readonly as?: Door
  readonly sites?: string
  readonly serve?: true
  readonly port?: number
  readonly samples: string
}

function port(text: string): number {
  const n = Number(text)
  if (!Number.isInteger(n) || n < 0 || n > 65_535)
    throw new InvalidArgumentError('It must be from 0 to 65535.')
  return n
}

/** `dechaff review`: a page to look at, of pages or of a run. */
export function reviewCommand(): Command {
  return new Command('review')
    .description('make one HTML file to look at: every block of every page, kept or dropped, with its votes')
    .argument('<INPUT...>', 'files, folders, globs; or a run folder (made with --explain)')
    .option('-o, --out <FILE>', 'where the report goes; - for standard output', 'review.html')
    .option('-p, --pipeline <NAME|FILE>', 'pipeline', 'article')
    .addOption(
      new Option('--as <KIND>', 'force the reading; default: told from the content').choices([
        'html',
        'text',
      ]),
    )
    .option('--sites <FILE>', 'counts of lines on other pages of the sites (dechaff sites)')
    .option(
      '--serve',
      'show it live in the browser instead, on this machine only; reloading cleans the pages anew',
    )
    .option('--samples <DIR>', '--serve: folder that accepted samples are written to', 'samples')
    .option('--port <N>', '--serve: port; default any free one', port)
    .addHelpText(
      'after',
      '\nExamples:\n  dechaff review page.html\n  dechaff review crawl/ -p strict -o crawl.html\n  dechaff clean crawl/ --explain -f json --out run && dechaff review run\n  dechaff review --serve crawl/ --samples samples',
    )
    .action(async (inputs: string[], flags: Flags) => {
      const { serveInputs, writeReport } = await import('./review-inputs.ts')
      process.exitCode = await (flags.serve ? serveInputs(inputs, flags) : writeReport(inputs, flags))
    })
}
export type { Flags as ReviewFlags }
