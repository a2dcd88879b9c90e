#!/usr/bin/env node
import { CommanderError } from 'commander'
import { EXIT, messageOf } from '../batch/exit.ts'
import { forStream } from './plain.ts'
import { dechaff } from './program.ts'

// A reader that has seen enough (| head) closes the pipe: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`dechaff: standard output cannot be written (${error.code ?? error.message})\n`)
  process.exit(EXIT.unwritten)
})

try {
  await dechaff().parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : EXIT.usage
  else {
    // an error of the system, such as a full disk, is nothing the call could have told better
    process.stderr.write(forStream(`dechaff: ${messageOf(error)}\n`, process.stderr))
    process.exitCode = 'syscall' in (error as Error) ? EXIT.failed : EXIT.usage
  }
}
