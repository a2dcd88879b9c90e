import { Command } from 'commander'

interface Flags {
  readonly pipeline?: string
  readonly json?: true
}

/** `dechaff rules coverage`: which rules work, and for what. */
export function coverageCommand(): Command {
  return new Command('coverage')
    .description('count how often each rule fired, decided, was outvoted; on samples, which ones it holds up')
    .argument('<RUN|DIR...>', 'a run folder made with --explain, a folder of samples, or pages')
    .option('-p, --pipeline <NAME|FILE>', "pipeline; default article, or the samples' own")
    .option('--json', 'one JSON document')
    .addHelpText(
      'after',
      '\nExamples:\n  dechaff rules coverage samples\n  dechaff rules coverage run/ --json\n  dechaff rules coverage crawl/ -p my-site.yaml',
    )
    .action(async (operands: string[], flags: Flags) => {
      const { coverageOf } = await import('./coverage-inputs.ts')
      process.stdout.write(await coverageOf(operands, flags))
    })
}
export type { Flags as CoverageFlags }
