/**
 * Broken input through decode, read and clean: `npm run fuzz -- [SECONDS] [SEED]`. What fails is kept in test/fuzz/corpus, which the
 * tests try again. Without a seed it is the time's, and printed. Cases are tried in a process of their own, so that one that
 * never ends is found too.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { caseOf, tryCase } from './cases.ts'

/** Seconds of processor time from which a page is called slow. */
const SLOW = 10
/** Seconds after which nobody waits any longer: more than that, as a busy machine may give a case a part of its time only. */
const HANGS = 60

/** Argument of the process that tries cases. */
const TRIES = '--tries'
const start = () => fork(fileURLToPath(import.meta.url), [TRIES])

/** What is wrong with a case, empty where nothing is. */
async function wrongWith(seed: number): Promise<string> {
  const before = process.cpuUsage()
  try {
    await tryCase(caseOf(seed), seed % 20 === 0)
  } catch (error) {
    return error instanceof Error ? error.stack! : String(error)
  }
  const spent = process.cpuUsage(before).user / 1e6
  return spent > SLOW ? `takes ${spent.toFixed(1)} s` : ''
}

async function fuzz(seconds: number, first: number): Promise<void> {
  const end = Date.now() + seconds * 1000
  let trying = start()
  let seed = first
  let broken = 0
  for (; Date.now() < end; seed++) {
    const wrong = await asked(trying, seed)
    if (wrong === '') continue
    broken++
    keep(seed, wrong ?? `does not end within ${HANGS} s`)
    if (wrong !== undefined && trying.connected) continue
    trying.kill('SIGKILL')
    trying = start()
  }
  trying.kill('SIGKILL')
  process.stdout.write(`${seed - first} cases from seed ${first}, ${broken} broken\n`)
  process.exitCode = broken > 0 ? 1 : 0
}

/** Undefined where the process does not answer in time. */
function asked(trying: ChildProcess, seed: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), HANGS * 1000)
    const answered = (wrong: string) => {
      clearTimeout(timer)
      trying.removeAllListeners()
      resolve(wrong)
    }
    trying.once('message', answered)
    trying.once('exit', (code, signal) => answered(`ends the process: ${code ?? signal}`))
    trying.send(seed)
  })
}

function keep(seed: number, what: string): void {
  const bytes = caseOf(seed)
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  mkdirSync('test/fuzz/corpus', { recursive: true })
  writeFileSync(`test/fuzz/corpus/${name}.bin`, bytes)
  process.stderr.write(`seed ${seed}: ${what}\n  kept as test/fuzz/corpus/${name}.bin\n`)
}

if (process.argv[2] === TRIES)
  process.on('message', async (seed: number) => process.send!(await wrongWith(seed)))
else await fuzz(Number(process.argv[2] ?? 60), Number(process.argv[3] ?? Date.now() % 1_000_000_000))
