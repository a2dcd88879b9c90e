import { Command, InvalidArgumentError, Option } from 'commander'
import type { KeepRule } from '../batch/find-twins.ts'
import { failOnFailed } from './run.ts'

interface Flags {
  readonly out: string
  readonly keep: KeepRule
  readonly atLeast: number
  readonly against?: readonly string[]
  readonly drop?: string
  readonly idField?: string
  readonly textField?: string
  readonly failOnFailed?: number
}

function share(text: string): number {
  const n = Number(text)
  if (!(n > 0 && n <= 1)) throw new InvalidArgumentError('It must be above 0 and at most 1.')
  return n
}

/** `dechaff twins`: near-duplicates among records. */
export function twinsCommand(): Command {
  return new Command('twins')
    .description('find near-duplicates among articles, and say which of them to keep')
    .argument(
      '<RECORDS...>',
      'JSON Lines with an id and a text, as "dechaff run" writes them; - for standard input',
    )
    .option('-o, --out <FILE>', 'a line for each record that has a twin', 'twins.jsonl')
    .addOption(
      new Option('--keep <RULE>', 'which of a cluster to keep')
        .choices(['longest', 'earliest', 'first'])
        .default('longest'),
    )
    .option('--at-least <SHARE>', 'least Jaccard similarity of twins', share, 0.7)
    .option('--against <FILE...>', 'compare with these records only; what is in them is kept')
    .option('--drop <FILE>', 'also write the records without those not to keep into FILE')
    .option('--id-field <PATH>', 'field of a record that names it; default: id, else page and part')
    .option('--text-field <PATH>', 'field with its text', 'text')
    .addOption(failOnFailed())
    .addHelpText(
      'after',
      '\nExamples:\n  dechaff twins clean/articles.jsonl\n  dechaff twins new.jsonl --against old.jsonl --drop fresh.jsonl',
    )
    .action(async (inputs: string[], flags: Flags) => {
      const { twinsOf } = await import('./twins-files.ts')
      const { guarded } = await import('../batch/exit.ts')
      process.exitCode = await guarded((signal) => twinsOf(inputs, flags, signal))
    })
}
export type { Flags as TwinsFlags }
