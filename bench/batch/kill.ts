/** Kills a run at random moments, again and again, and compares what it ends with: see docs/batch.md. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [input, given = '50'] = process.argv.slice(2)
if (!input) {
  process.stderr.write('usage: tsx bench/batch/kill.ts INPUT [KILLS]\n')
  process.exit(2)
}
const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'dechaff-kill-'))

/** Kills of one run, before it may end. */
const EACH = 5

/** Runs to the end, or until it is killed after so many milliseconds; says how long it took. */
async function run(out: string, killAfter?: number): Promise<{ ms: number; killed: boolean }> {
  const began = performance.now()
  const args = [CLI, 'run', input!, '--out', join(root, out), '-q', '--shard-size', '10']
  const child = spawn(process.execPath, args, { stdio: 'inherit' })
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  const signal = await new Promise((resolve) => child.once('close', (_, by) => resolve(by)))
  clearTimeout(timer)
  return { ms: performance.now() - began, killed: signal === 'SIGKILL' }
}

/** Digests of all files of a run folder. */
function filesOf(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((name) => statSync(join(folder, name)).isFile())
  const digest = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')
  return files.map((name) => `${digest(name)} ${name}`).join('\n')
}

const { ms } = await run('whole')
const whole = filesOf(join(root, 'whole'))
let kills = 0
let runs = 0
let other = 0
for (; kills < Number(given); runs++) {
  const out = `run-${runs}`
  let left = Math.min(EACH, Number(given) - kills)
  while ((await run(out, left-- > 0 ? Math.random() * ms : undefined)).killed) kills++
  if (filesOf(join(root, out)) !== whole) other++
  rmSync(join(root, out), { recursive: true })
}
process.stdout.write(
  `${kills} kills in ${runs} runs of ${(ms / 1000).toFixed(1)} s each; ${other} ended with other bytes than the unbroken run\n`,
)
rmSync(root, { recursive: true })
process.exitCode = other > 0 ? 1 : 0
