// The command with the stub in place of the cleaner, run from the build as users run it.
import { batch } from '../../dist/batch/batch.js'
import { dechaff } from '../../dist/cli/program.js'

const cleaner = process.env.STUB ?? new URL('./stub-cleaner.mjs', import.meta.url).href
const run = dechaff().commands.find((command) => command.name() === 'run')
await run
  .action(async () => {
    process.exitCode = await batch({ ...run.opts(), operands: run.processedArgs[0], cleaner })
  })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parseAsync(process.argv.slice(2), { from: 'user' })
