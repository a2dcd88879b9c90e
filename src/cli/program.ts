import { Argument, Command, CommanderError, Option } from 'commander'
import { EXIT, messageOf } from '../batch/exit.ts'
import { version } from '../batch/version.ts'
import { type CommandRecord, commandsBelow } from './command.ts'
import { COMMANDS } from './commands.ts'
import { type Flag, spelled } from './flag.ts'
import { flagsOf } from './flags.ts'
import { forStream } from './plain.ts'

/** Does what the words of a command line say, and sets the exit code. */
export async function run(words: readonly string[]): Promise<void> {
  // A reader that has seen enough (| head) closes the pipe: that is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    process.stderr.write(`dechaff: standard output cannot be written (${error.code ?? error.message})\n`)
    process.exit(EXIT.unwritten)
  })
  try {
    await dechaff().parseAsync(words, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : EXIT.usage
    else {
      // an error of the system, such as a full disk, is nothing the call could have told better
      process.stderr.write(forStream(`dechaff: ${messageOf(error)}\n`, process.stderr))
      process.exitCode = 'syscall' in (error as Error) ? EXIT.failed : EXIT.usage
    }
  }
}

/** The command line, built from the tables of commands and flags. */
export function dechaff(): Command {
  const program = new Command('dechaff')
    .description(
      'Turns raw page dumps, HTML or plain text, into clean articles with metadata, and says why any line is gone.',
    )
    .version(version())
    .addHelpText('after', HELP)
  return settle(program, '')
}

const HELP = `
Examples:
  dechaff clean page.html                     the article, as Markdown
  dechaff clean dumps/ -o out                 a folder of pages into a folder of articles
  curl -s URL | dechaff clean - --url URL     from standard input
  dechaff explain page.txt --grep "sign up"   where did this sentence go?
  dechaff rules related-heading               what a rule sees, with examples

Exit codes: 0 every page has its record, 1 more failed than --fail-on-failed allows, 2 wrong use, 3 a sample regressed,
65 nothing could be read, 74 the output could not be written, 75 not finished: the same command goes on.`

/** Flags may stand on both sides of operands, but belong to the command before them. Errors are thrown. */
function settle(command: Command, path: string): Command {
  for (const below of commandsBelow(path, COMMANDS)) command.addCommand(built(below))
  return command.enablePositionalOptions().exitOverride().showSuggestionAfterError()
}

function built({ name, doc, operand, examples = [], notes, run }: CommandRecord): Command {
  const command = new Command(name.split(' ').at(-1)).description(doc)
  if (operand) {
    const argument = new Argument(operand.value, operand.doc)
    if (operand.default !== undefined && operand.default.length > 0) argument.default(operand.default)
    command.addArgument(operand.choices ? argument.choices(operand.choices) : argument)
  }
  for (const flag of flagsOf(name)) command.addOption(optionOf(flag))
  const after = [
    ...(notes ? [notes] : []),
    ...(examples.length > 0 ? [`Examples:\n${examples.map((one) => `  ${one}`).join('\n')}`] : []),
  ]
  if (after.length > 0) command.addHelpText('after', `\n${after.join('\n\n')}`)
  if (run)
    command.action(async () => {
      const operands: unknown = command.processedArgs[0] ?? []
      const code = await run([operands as string | string[]].flat(), command.opts() as never)
      if (code !== undefined) process.exitCode = code
    })
  return settle(command, name)
}

function optionOf(flag: Flag): Option {
  const { doc, otherwise, choices, preset, parse, group } = flag
  const option = new Option(spelled(flag), otherwise ? `${doc}; default: ${otherwise}` : doc)
  // an empty list is where the values are gathered, and nothing to tell
  if (flag.default !== undefined)
    option.default(flag.default, Array.isArray(flag.default) ? 'none' : undefined)
  if (choices) option.choices(choices)
  if (preset !== undefined) option.preset(preset)
  if (parse) option.argParser<unknown>((text, before) => parse(text, before as never))
  return option.helpGroup(`${group}:`)
}
