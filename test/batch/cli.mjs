// The command with the stub in place of the cleaner, run from the build as users run it.
import program from '../../dist/cli/program.cjs'

const cleaner = process.env.STUB ?? new URL('./stub-cleaner.mjs', import.meta.url).href
const { batch, dechaff } = program
const run = dechaff().commands.find((command) => command.name() === 'run')
await run
  .action(async () => {
    process.exitCode = await batch({ ...run.opts(), operands: run.processedArgs[0], cleaner })
  })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parseAsync(process.argv.slice(2), { from: 'user' })
