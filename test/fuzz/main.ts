/**
 * Broken input through decode, read and clean: `npm run fuzz -- [SECONDS] [SEED]`. What fails is kept in test/fuzz/corpus, which the
 * tests try again. Without a seed it is the time's, and printed.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { caseOf, tryCase } from './cases.ts'

/** Seconds from which a page is called slow. */
const SLOW = 10

const seconds = Number(process.argv[2] ?? 60)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_000)
const end = Date.now() + seconds * 1000
let count = 0
let broken = 0
for (; Date.now() < end; count++) {
  const bytes = caseOf(seed + count)
  const start = process.cpuUsage()
  try {
    await tryCase(bytes, count % 20 === 0)
  } catch (error) {
    keep(bytes, `seed ${seed + count}: ${error instanceof Error ? error.stack : String(error)}`)
  }
  const spent = process.cpuUsage(start).user / 1e6
  if (spent > SLOW) keep(bytes, `seed ${seed + count}: ${spent.toFixed(1)} s`)
}
process.stdout.write(`${count} cases from seed ${seed}, ${broken} broken\n`)
process.exitCode = broken > 0 ? 1 : 0

function keep(bytes: Uint8Array, what: string): void {
  broken++
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  mkdirSync('test/fuzz/corpus', { recursive: true })
  writeFileSync(`test/fuzz/corpus/${name}.bin`, bytes)
  process.stderr.write(`${what}\n  kept as test/fuzz/corpus/${name}.bin\n`)
}
