import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { median } from '../table.ts'
import { IN_PYTHON } from './contenders.ts'

export interface RacePage {
  readonly id: string
  readonly html?: string
  readonly text?: string
  readonly url?: string
}

/** What a contender used for some pages, one after another. */
export interface Use {
  /** CPU time of all threads of the process from the first page to the last, in milliseconds. */
  readonly total: number
  /** The same since the process was started. */
  readonly whole: number
  /** The same for each page that did not fail, without what the collector did between them. */
  readonly cpu: readonly number[]
  /** Memory held after the last page, and the most ever held, in bytes. */
  readonly resident: number
  readonly peak: number
}

/** CPU a page of one contender, in milliseconds. */
export interface Lap {
  readonly name: string
  /** Of a process that cleans one page, from its start to its end. */
  readonly one: number
  /** Of the first hundred pages of a process, what it loaded before left out. */
  readonly cold: number
  readonly warm: number
  readonly median: number
  /** Most memory held, in bytes. */
  readonly peak: number
  readonly failed: number
}

const ROOT = new URL('../../', import.meta.url)
/** Pages each contender sees at least before it is timed: a crawl is cleaned by compiled code. */
const WARM_UP = 240
/** Rounds that are timed, and processes that clean one page. */
const TIMED = 3
/** What is called cold. */
const FIRST = 100
/** Pages handed over at once: none of them waits long in memory, and the collector's work falls between them. */
const AT_ONCE = 5
/** Milliseconds pages may take before a contender is given up. */
const PATIENCE = 300_000

/** A contender in a process of its own. */
export interface Runner {
  readonly name: string
  /** Undefined where it did not live to answer. */
  readonly ask: (pages: readonly RacePage[]) => Promise<Use | undefined>
  readonly end: () => void
}

export interface Field {
  readonly names: readonly string[]
  /** Version of each, as installed. */
  readonly versions: Readonly<Record<string, string>>
  readonly open: (name: string, flags?: readonly string[]) => Runner
}

/** Builds the worker, so that no loader of TypeScript is timed, and leaves out who is not installed. */
export async function openField(
  names: readonly string[],
  python: string,
  say: (line: string) => void,
): Promise<Field> {
  const folder = fileURLToPath(new URL('node_modules/.cache/dechaff', ROOT))
  mkdirSync(folder, { recursive: true })
  const worker = join(folder, 'speed-worker.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL('./worker.ts', import.meta.url))],
    outfile: worker,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  })
  const open = (name: string, flags: readonly string[] = []) =>
    IN_PYTHON.includes(name)
      ? openRunner(name, python, [fileURLToPath(new URL('./worker.py', import.meta.url)), name])
      : openRunner(name, process.execPath, [...flags, worker, name, ROOT.href])
  const able: string[] = []
  for (const name of names) {
    const runner = open(name)
    if ((await runner.ask([{ id: '', html: '<p>One paragraph.</p>' }])) !== undefined) able.push(name)
    else say(`${name} left out: it is not installed`)
    runner.end()
  }
  return {
    names: able,
    versions: Object.fromEntries(able.map((name) => [name, versionOf(name, python)])),
    open,
  }
}

function openRunner(name: string, command: string, words: readonly string[]): Runner {
  const child: ChildProcess = spawn(command, words, { stdio: ['pipe', 'pipe', 'ignore'] })
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  const gone = new Promise<undefined>((resolve) => {
    child.on('error', () => resolve(undefined))
    child.on('exit', () => setTimeout(() => resolve(undefined), 100).unref())
  })
  child.stdin!.on('error', () => {})
  return {
    name,
    end: () => void child.kill('SIGKILL'),
    async ask(pages) {
      child.stdin!.write(`${JSON.stringify(pages)}\n`)
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
      const answer = await Promise.race([lines.next(), gone])
      clearTimeout(timer)
      return answer?.value === undefined ? undefined : (JSON.parse(answer.value as string) as Use)
    },
  }
}

function versionOf(name: string, python: string): string {
  if (IN_PYTHON.includes(name)) {
    const code = `from importlib.metadata import version; print(version(${JSON.stringify(name)}))`
    return execFileSync(python, ['-c', code], { encoding: 'utf8' }).trim()
  }
  const packages =
    name === 'dechaff' ? [''] : name.split(' + ').map((part) => `node_modules/${FOLDERS[part] ?? part}/`)
  const version = (folder: string) =>
    (JSON.parse(readFileSync(new URL(`${folder}package.json`, ROOT), 'utf8')) as { version: string }).version
  return packages.map(version).join(' + ')
}
const FOLDERS: Readonly<Record<string, string>> = { Readability: '@mozilla/readability' }

/**
 * Lets contenders take turns, round by round, each in a process of its own: page by page they would time how each throws
 * the others out of the processor's caches. The first hundred pages are told apart, those up to {@link WARM_UP} are not
 * counted, and the best of {@link TIMED} rounds is: what a busy machine adds is no cost of theirs.
 */
export async function race(
  field: Field,
  names: readonly string[],
  pages: readonly RacePage[],
): Promise<Lap[]> {
  const ones = new Map<string, number[]>(names.map((name) => [name, []]))
  for (let time = 0; time < TIMED; time++)
    for (const name of names) ones.get(name)!.push(await wholeOf(field.open(name), middling(pages)))
  const runners = names.map((name) => ({ ...field.open(name), rounds: [] as Round[] }))
  const warm = Math.max(1, Math.ceil(WARM_UP / pages.length))
  for (let round = 0; round < warm + TIMED; round++)
    for (const runner of runners) runner.rounds.push(await roundOf(runner, pages))
  for (const { end } of runners) end()
  return runners.map(({ name, rounds }) => {
    const best = rounds.slice(warm).reduce((a, b) => (b.mean < a.mean ? b : a))
    return {
      name,
      one: Math.min(...ones.get(name)!),
      cold: rounds[0]!.cold,
      warm: best.mean,
      median: median(best.cpu),
      peak: Math.max(...rounds.map((round) => round.peak)),
      failed: best.failed,
    }
  })
}

/** The page of the middle size. */
function middling(pages: readonly RacePage[]): RacePage {
  const size = ({ html, text }: RacePage) => (html ?? text ?? '').length
  return [...pages].sort((a, b) => size(a) - size(b))[pages.length >> 1]!
}

async function wholeOf(runner: Runner, page: RacePage): Promise<number> {
  const use = await runner.ask([page])
  runner.end()
  return use?.whole ?? Number.NaN
}

interface Round {
  /** CPU of the whole round by the pages that did not fail, so that a lost page does not make a round look cheap. */
  readonly mean: number
  /** The same of its first hundred pages. */
  readonly cold: number
  readonly cpu: readonly number[]
  readonly peak: number
  readonly failed: number
}

async function roundOf(runner: Runner, pages: readonly RacePage[]): Promise<Round> {
  let [total, cold, peak] = [0, 0, 0]
  const cpu: number[] = []
  for (let from = 0; from < pages.length; from += AT_ONCE) {
    const use = await runner.ask(pages.slice(from, from + AT_ONCE))
    if (use === undefined) continue
    total += use.total
    cpu.push(...use.cpu)
    peak = Math.max(peak, use.peak)
    if (from < FIRST) cold = total / cpu.length
  }
  return { mean: total / cpu.length, cold, cpu, peak, failed: pages.length - cpu.length }
}

/** Memory of one process over so many pages, one after another (from the start again where they run out). */
export async function memoryOver(
  field: Field,
  pages: readonly RacePage[],
  count: number,
  flags: readonly string[],
) {
  const runner = field.open('dechaff', flags)
  const resident: number[] = []
  let peak = 0
  for (let i = 0; i < count; i++) {
    const use = await runner.ask([pages[i % pages.length]!])
    if (use === undefined) continue
    resident.push(use.resident)
    peak = Math.max(peak, use.peak)
  }
  runner.end()
  const half = resident.length >> 1
  const highest = (some: readonly number[]) => some.reduce((most, value) => Math.max(most, value), 0)
  return { peak, first: highest(resident.slice(0, half)), second: highest(resident.slice(half)) }
}

/** CPU of the whole process of `dechaff clean PAGE`, in milliseconds: the least of seven. */
export function commandOn(file: string): number {
  const told =
    'process.on("exit",()=>{const{user,system}=process.cpuUsage();process.stderr.write("\\n"+(user+system)/1e3)})'
  const words = ['--import', `data:text/javascript,${encodeURIComponent(told)}`]
  const main = fileURLToPath(new URL('dist/cli/main.js', ROOT))
  const once = () => {
    const { stderr } = spawnSync(process.execPath, [...words, main, 'clean', file], { encoding: 'utf8' })
    return Number(stderr.split('\n').at(-1))
  }
  return Math.min(...Array.from({ length: 7 }, once))
}
