import { Command } from 'commander'
import { coverageCommand } from './coverage.ts'

/** `dechaff rules`: what there is, or all about one. */
export function rulesCommand(): Command {
  return new Command('rules')
    .description("list the rules, or show one rule's doc, options and examples")
    .argument('[ID]', 'a rule')
    .addHelpText(
      'after',
      '\nExamples:\n  dechaff rules\n  dechaff rules share-bar\n  dechaff rules coverage samples',
    )
    .addCommand(coverageCommand().exitOverride().showSuggestionAfterError())
    .action(async (id: string | undefined) => {
      const { rulesText } = await import('./rules-text.ts')
      process.stdout.write(rulesText(id))
    })
}
