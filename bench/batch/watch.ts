/** Runs a command and says what it and its child processes cost: `tsx bench/batch/watch.ts -- node dist/cli/main.js run ...`. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Milliseconds between two looks. */
const EVERY = 100
/** Rows of the table of memory over time. */
const ROWS = 20
const MIB = 1024 * 1024

interface Look {
  readonly at: number
  /** Bytes resident: the command's own, and those of its children together. */
  readonly own: number
  readonly children: number
}

const command = process.argv.slice(process.argv.indexOf('--') + 1)
if (!process.argv.includes('--') || command.length === 0) {
  process.stderr.write('usage: tsx bench/batch/watch.ts -- COMMAND [ARGUMENT...]\n')
  process.exit(2)
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}
/** Bytes resident. */
const memoryOf = (pid: number): number =>
  Number(/^VmRSS:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024
/** Seconds of processor time, of all threads; clock ticks of /proc are 100 a second. */
function cpuOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
}
const childrenOf = (pid: number): number[] =>
  read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)

const began = performance.now()
const child = spawn(command[0]!, command.slice(1), { stdio: 'inherit' })
const pid = child.pid!
const looks: Look[] = []
const used = new Map<number, number>()
let own = 0

function look(): void {
  let children = 0
  for (const one of childrenOf(pid)) {
    used.set(one, Math.max(used.get(one) ?? 0, cpuOf(one)))
    children += memoryOf(one)
  }
  own = Math.max(own, cpuOf(pid))
  looks.push({ at: performance.now() - began, own: memoryOf(pid), children })
}

const timer = setInterval(look, EVERY)
child.once('exit', (code, signal) => {
  clearInterval(timer)
  tell()
  process.exitCode = signal ? 1 : (code ?? 1)
})

function tell(): void {
  const wall = (performance.now() - began) / 1000
  const others = [...used.values()].reduce((sum, seconds) => sum + seconds, 0)
  const share = (own / (own + others)) * 100
  const say = (line: string): void => void process.stderr.write(`${line}\n`)
  say(
    `wall ${wall.toFixed(1)} s, processor ${(own + others).toFixed(1)} s (${((own + others) / wall).toFixed(2)} at once)`,
  )
  say(
    `the command itself ${own.toFixed(2)} s (${share.toFixed(1)} %), ${used.size} children ${others.toFixed(1)} s`,
  )
  say('  at s   own MiB   children MiB')
  const step = Math.max(1, Math.ceil(looks.length / ROWS))
  for (let at = 0; at < looks.length; at += step) {
    const part = looks.slice(at, at + step)
    const most = (key: 'own' | 'children'): string =>
      String(Math.round(Math.max(...part.map((one) => one[key])) / MIB))
    say(
      `${(part[0]!.at / 1000).toFixed(0).padStart(6)}${most('own').padStart(10)}${most('children').padStart(15)}`,
    )
  }
}
