// The command with the stub in place of the cleaner, run from the build as users run it.
import { runCommand } from '../../dist/cli/run.js'

const stub = process.env.STUB ?? new URL('./stub-cleaner.mjs', import.meta.url).href
await runCommand(stub)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parseAsync(process.argv.slice(2), { from: 'user' })
