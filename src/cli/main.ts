#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { EXIT, messageOf } from '../batch/exit.ts'
import { cleanCommand } from './clean.ts'
import { diffCommand } from './diff.ts'
import { explainCommand } from './explain.ts'
import { mergeCommand, statusCommand } from './merge.ts'
import { pipelinesCommand } from './pipelines.ts'
import { forStream } from './plain.ts'
import { reviewCommand } from './review.ts'
import { rulesCommand } from './rules.ts'
import { runCommand } from './run.ts'
import { sampleCommand } from './sample.ts'
import { sitesCommand } from './sites.ts'
import { twinsCommand } from './twins.ts'
import { version } from './version.ts'

const program = new Command('dechaff')
  .description(
    'Turns raw page dumps, HTML or plain text, into clean articles with metadata, and says why any line is gone.',
  )
  .version(version())
  .enablePositionalOptions()
  .showSuggestionAfterError()
  .addHelpText(
    'after',
    `
Examples:
  dechaff clean page.html                     the article, as Markdown
  dechaff clean dumps/ -o out                 a folder of pages into a folder of articles
  curl -s URL | dechaff clean - --url URL     from standard input
  dechaff explain page.txt --grep "sign up"   where did this sentence go?
  dechaff rules related-heading               what a rule sees, with examples

Exit codes: 0 every page has its record, 1 more failed than --fail-on-failed allows, 2 wrong use, 3 a sample regressed,
65 nothing could be read, 74 the output could not be written, 75 not finished: the same command goes on.`,
  )

for (const command of [
  cleanCommand(),
  explainCommand(),
  rulesCommand(),
  pipelinesCommand(),
  runCommand(),
  mergeCommand(),
  statusCommand(),
  sitesCommand(),
  twinsCommand(),
  reviewCommand(),
  sampleCommand(),
  diffCommand(),
]) {
  program.addCommand(command.exitOverride().showSuggestionAfterError())
}
program.exitOverride()

// A reader that has seen enough (| head) closes the pipe: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`dechaff: standard output cannot be written (${error.code ?? error.message})\n`)
  process.exit(EXIT.unwritten)
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : EXIT.usage
  else {
    // an error of the system, such as a full disk, is nothing the call could have told better
    process.stderr.write(forStream(`dechaff: ${messageOf(error)}\n`, process.stderr))
    process.exitCode = 'syscall' in (error as Error) ? EXIT.failed : EXIT.usage
  }
}
