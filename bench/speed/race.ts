import { type Child, openChild } from '../pool.ts'
import type { Use } from './worker.ts'

export interface RacePage {
  readonly id: string
  readonly html?: string
  readonly text?: string
  readonly url?: string
}

/** CPU of one contender, in the order of the pages; NaN where it failed on one. */
export interface Lap {
  readonly name: string
  readonly cpu: readonly number[]
  /** The same the first time round, while the process still compiles. */
  readonly cold: readonly number[]
  readonly peak: number
  readonly failed: number
}

const WORKER = new URL('./worker.ts', import.meta.url)
/** Pages each contender sees at least before it is timed: a crawl is cleaned by compiled code. */
const WARM_UP = 240

export const openContender = (name: string, flags: readonly string[] = []): Child<Use> =>
  openChild<Use>({ worker: WORKER, settings: name, flags })

const taskOf = ({ html, text, url }: RacePage) => JSON.stringify({ html, text, url })

/** Tells which contenders can be loaded at all, and why the others cannot. */
export async function installed(names: readonly string[], say: (line: string) => void): Promise<string[]> {
  const able: string[] = []
  for (const name of names) {
    const child = openContender(name)
    const answer = await child.ask(JSON.stringify({ html: '<p>One paragraph.</p>' }))
    child.end()
    if ('result' in answer) able.push(name)
    else say(`${name} left out: ${answer.error.split('\n')[0]}`)
  }
  return able
}

/** Lets contenders take turns, page by page, each in a process of its own. */
export async function race(names: readonly string[], pages: readonly RacePage[]): Promise<Lap[]> {
  const children = names.map((name) => openContender(name))
  const laps = names.map((name) => ({ name, cold: [] as number[], cpu: [] as number[], peak: 0, failed: 0 }))
  const rounds = 1 + Math.ceil(WARM_UP / pages.length)
  for (let round = 1; round <= rounds; round++) {
    for (const page of pages) {
      const task = taskOf(page)
      for (const [i, lap] of laps.entries()) {
        const answer = await children[i]!.ask(task)
        const cpu = 'result' in answer ? answer.result.cpu : Number.NaN
        if (round === 1) lap.cold.push(cpu)
        if (round < rounds) continue
        lap.cpu.push(cpu)
        if ('result' in answer) lap.peak = Math.max(lap.peak, answer.result.peak)
        else lap.failed++
      }
    }
  }
  for (const child of children) child.end()
  return laps
}

/** Memory of one process over so many pages, one after another (from the start again where they run out). */
export async function memoryOver(pages: readonly RacePage[], count: number, flags: readonly string[]) {
  const child = openContender('dechaff', flags)
  const resident: number[] = []
  let peak = 0
  for (let i = 0; i < count; i++) {
    const answer = await child.ask(taskOf(pages[i % pages.length]!))
    if (!('result' in answer)) continue
    resident.push(answer.result.resident)
    peak = Math.max(peak, answer.result.peak)
  }
  child.end()
  const half = resident.length >> 1
  const highest = (some: readonly number[]) => some.reduce((most, value) => Math.max(most, value), 0)
  return { peak, first: highest(resident.slice(0, half)), second: highest(resident.slice(half)) }
}
