import { Command } from 'commander'
import type { BatchRequest } from '../batch/request.ts'
import { partOf, withInputs } from './run.ts'

const FILE = 'sites.jsonl'

/** `dechaff sites`: on how many pages of its site each line stands. */
export function sitesCommand(): Command {
  const sites = withInputs(new Command('sites').enablePositionalOptions())
    .description('count on how many pages of its site each line stands, for --sites of the other commands')
    .option('-o, --out <FILE>', 'where the counts go', FILE)
    .option(
      '--shard <i/N|auto>',
      'count only the i-th of N parts, whole; "dechaff sites merge" adds the parts up',
      partOf,
    )
    .option('--part', 'keep lines seen once too, for "dechaff sites merge"')
    .addHelpText(
      'after',
      '\nExamples:\n  dechaff sites crawl.wet.gz -o sites.jsonl\n  dechaff run crawl.wet.gz --sites sites.jsonl --out clean/\n  dechaff sites show paper.example',
    )
    .action(async (operands: string[], flags: Omit<BatchRequest, 'operands' | 'pipeline'>) => {
      const { count } = await import('../batch/batch.ts')
      process.exitCode = await count({ ...flags, pipeline: 'article', operands })
    })
  for (const command of [showCommand(), mergeCommand()])
    sites.addCommand(command.exitOverride().showSuggestionAfterError())
  return sites
}

function showCommand(): Command {
  return new Command('show')
    .description('print the lines of a site, those on the most pages first')
    .argument('<HOST>', 'host, or host and first step of the path, or an address')
    .option('--sites <FILE>', 'file of counts', FILE)
    .action(async (host: string, flags: { sites: string }) => {
      const { showSite } = await import('./sites-files.ts')
      process.exitCode = await showSite(host, flags.sites)
    })
}

function mergeCommand(): Command {
  return new Command('merge')
    .description('add counts of parts up into one file')
    .argument('<FILE...>', 'files of counts')
    .option('-o, --out <FILE>', 'where the sum goes', FILE)
    .option('--part', 'keep lines seen once too, to add more later', false)
    .action(async (files: string[], flags: { out: string; part: boolean }) => {
      const { mergeSites } = await import('../batch/count-sites.ts')
      const { sites, lines } = await mergeSites(files, flags.out, flags.part)
      process.stderr.write(`${sites} sites and parts of sites, ${lines} lines in ${flags.out}\n`)
    })
}
