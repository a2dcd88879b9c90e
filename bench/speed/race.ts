import { type Child, openChild } from '../pool.ts'
import { median } from '../table.ts'
import type { Use } from './worker.ts'

export interface RacePage {
  readonly id: string
  readonly html?: string
  readonly text?: string
  readonly url?: string
}

/** CPU a page of one contender, in milliseconds. */
export interface Lap {
  readonly name: string
  readonly mean: number
  readonly median: number
  /** The mean of the first round, while the process still compiles. */
  readonly cold: number
  /** Most memory held, in bytes. */
  readonly peak: number
  readonly failed: number
}

const WORKER = new URL('./worker.ts', import.meta.url)
/** Pages each contender sees at least before it is timed: a crawl is cleaned by compiled code. */
const WARM_UP = 240
/** Rounds that are timed. */
const TIMED = 3

export const openContender = (name: string, flags: readonly string[] = []): Child<Use> =>
  openChild<Use>({ worker: WORKER, settings: name, flags })

/** Tells which contenders can be loaded at all, and why the others cannot. */
export async function installed(names: readonly string[], say: (line: string) => void): Promise<string[]> {
  const able: string[] = []
  for (const name of names) {
    const child = openContender(name)
    const answer = await child.ask(JSON.stringify([{ id: '', html: '<p>One paragraph.</p>' }]))
    child.end()
    if ('result' in answer) able.push(name)
    else say(`${name} left out: ${answer.error.split('\n')[0]}`)
  }
  return able
}

/**
 * Lets contenders take turns, round by round, each in a process of its own: page by page they would time how each throws
 * the others out of the processor's caches. The first round is told apart, those up to {@link WARM_UP} are not counted,
 * and the best of {@link TIMED} is: what a busy machine adds is no cost of theirs.
 */
export async function race(names: readonly string[], pages: readonly RacePage[]): Promise<Lap[]> {
  const runners = names.map((name) => ({ name, child: openContender(name), rounds: [] as Round[] }))
  const warm = Math.ceil(WARM_UP / pages.length)
  for (let round = 0; round < warm + TIMED; round++)
    for (const { child, rounds } of runners) rounds.push(await roundOf(child, pages))
  for (const { child } of runners) child.end()
  return runners.map(({ name, rounds }) => {
    const best = rounds.slice(warm).reduce((a, b) => (b.mean < a.mean ? b : a))
    const peak = Math.max(...rounds.map((round) => round.peak))
    return {
      name,
      mean: best.mean,
      median: median(best.cpu),
      cold: rounds[0]!.mean,
      peak,
      failed: best.failed,
    }
  })
}

interface Round {
  /** CPU of the whole round by the pages that did not fail, so that a lost page does not make a round look cheap. */
  readonly mean: number
  readonly cpu: readonly number[]
  readonly peak: number
  readonly failed: number
}

/** Pages handed over at once: none of them waits long in memory, and the collector's work falls between them. */
const AT_ONCE = 5

async function roundOf(child: Child<Use>, pages: readonly RacePage[]): Promise<Round> {
  let total = 0
  let peak = 0
  const cpu: number[] = []
  for (let from = 0; from < pages.length; from += AT_ONCE) {
    const answer = await child.ask(JSON.stringify(pages.slice(from, from + AT_ONCE)))
    if ('error' in answer) continue
    total += answer.result.total
    cpu.push(...answer.result.cpu)
    peak = Math.max(peak, answer.result.peak)
  }
  return { mean: total / cpu.length, cpu, peak, failed: pages.length - cpu.length }
}

/** Memory of one process over so many pages, one after another (from the start again where they run out). */
export async function memoryOver(pages: readonly RacePage[], count: number, flags: readonly string[]) {
  const child = openContender('dechaff', flags)
  const resident: number[] = []
  let peak = 0
  for (let i = 0; i < count; i++) {
    const answer = await child.ask(JSON.stringify([pages[i % pages.length]]))
    if (!('result' in answer)) continue
    resident.push(answer.result.resident)
    peak = Math.max(peak, answer.result.peak)
  }
  child.end()
  const half = resident.length >> 1
  const highest = (some: readonly number[]) => some.reduce((most, value) => Math.max(most, value), 0)
  return { peak, first: highest(resident.slice(0, half)), second: highest(resident.slice(half)) }
}
