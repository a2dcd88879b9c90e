import { Command } from 'commander'

interface Flags {
  readonly schema?: true
}

/** `dechaff pipelines`: what comes with the package, and whether a file of one's own holds. */
export function pipelinesCommand(): Command {
  return new Command('pipelines')
    .description('list the pipelines, or check one and show what differs from the default')
    .argument('[NAME|FILE]', 'a pipeline')
    .option('--schema', 'print the JSON Schema of a pipeline file, for editors')
    .addHelpText(
      'after',
      '\nExamples:\n  dechaff pipelines\n  dechaff pipelines my-site.yaml\n  dechaff pipelines --schema > schema.json',
    )
    .action(async (pipeline: string | undefined, flags: Flags) => {
      const { pipelinesText } = await import('./pipelines-text.ts')
      process.stdout.write(await pipelinesText(pipeline, flags.schema ?? false))
    })
}
