import { Command, Option } from 'commander'
import type { Door } from '../core/page.ts'
import type { Format } from './print.ts'
import { failOnFailed } from './run.ts'

interface Flags {
  readonly format?: Format
  readonly out?: string
  readonly pipeline: string
  readonly as?: Door
  readonly sites?: string
  readonly url?: string
  readonly dom?: 'light' | 'jsdom'
  readonly explain?: true
  readonly failOnFailed?: number
}

/** `dechaff clean`: pages in, articles out. */
export function cleanCommand(): Command {
  return new Command('clean')
    .description('clean pages: HTML files or plain-text dumps')
    .argument('[INPUT...]', 'files, folders, globs, or - for standard input', ['-'])
    .addOption(
      new Option(
        '-f, --format <FORMAT>',
        'json: one record a page and line (JSONL); md: Markdown under YAML front matter; html: a whole document, metadata in its head; text: title and text. Default: md for one page on a terminal and for --out, json otherwise',
      ).choices(['json', 'md', 'html', 'text']),
    )
    .option(
      '-o, --out <DIR>',
      'write a file an article, and records.jsonl, into DIR instead of standard output',
    )
    .option('-p, --pipeline <NAME|FILE>', 'pipeline', 'article')
    .addOption(
      new Option('--as <KIND>', 'force the reading; default: told from the content').choices([
        'html',
        'text',
      ]),
    )
    .option('--sites <FILE>', 'counts of lines on other pages of the sites (dechaff sites)')
    .option('--url <URL>', 'where the page came from')
    .addOption(
      new Option('--dom <ENGINE>', "engine that parses HTML; default: the pipeline's").choices([
        'light',
        'jsdom',
      ]),
    )
    .addOption(failOnFailed())
    .option('--explain', 'add every block with its verdict to the json records')
    .addHelpText(
      'after',
      '\nExamples:\n  dechaff clean page.html\n  dechaff clean dumps/*.txt --as text -f json > records.jsonl\n  dechaff clean crawl/ -o out -p strict\n  dechaff clean page.html -f html > article.html',
    )
    .action(async (inputs: string[], flags: Flags) => {
      const { cleanInputs } = await import('./clean-inputs.ts')
      const { guarded } = await import('../batch/exit.ts')
      process.exitCode = await guarded((signal) => cleanInputs(inputs, flags, signal))
    })
}
export type { Flags as CleanFlags }
