/** Writes a folder of bad input at its full size: `tsx bench/batch/write-bombs.ts FOLDER`; see docs/batch.md. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allBombs, FULL } from './bombs.ts'

const [folder] = process.argv.slice(2)
if (!folder) {
  process.stderr.write('usage: tsx bench/batch/write-bombs.ts FOLDER\n')
  process.exit(2)
}
mkdirSync(folder, { recursive: true })
for (const [name, content] of Object.entries(allBombs(FULL))) writeFileSync(join(folder, name), content)
