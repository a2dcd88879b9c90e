import type { Outcome, Reason } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import { type Child, type Event, startChild } from './child.ts'
import { without } from './outcome.ts'
import type { CleanOptions } from './worker.ts'

export interface PoolOptions {
  readonly clean: CleanOptions
  /** Address of the cleaner module; default: this package's. */
  readonly cleaner?: string
  /** Milliseconds a page may take. */
  readonly deadline?: number
  /** Bytes a page's process may take. */
  readonly memory?: number
  /** Pages after which a process is replaced. */
  readonly recycle?: number
}

export const DEADLINE = 10_000
export const MEMORY = 1024 ** 3
const RECYCLE = 500
/** Loading the cleaner may take this long, on a machine as busy as it likes. */
const START = 120_000
const WATCH = 50
/** A page that only waits for a processor gets this many deadlines of the clock. */
const PATIENCE = 6

export interface Pool {
  /** Cleans one page in a process of its own for that time. Rejects only where no process can be started at all. */
  clean(dump: Dump & { readonly id: string }, bytes: number): Promise<Outcome>
  /** Kills every process; pages in hand come back `failed: stopped`. */
  close(): void
}

interface Slot {
  readonly child: Child
  pages: number
}

/** A pool has no size of its own: it grows to as many processes as there are calls at once. */
export function startPool(options: PoolOptions): Pool {
  const { deadline = DEADLINE, memory = MEMORY, recycle = RECYCLE, clean } = options
  const cleaner = options.cleaner ?? defaultCleaner()
  const idle: Slot[] = []
  const all = new Set<Child>()
  let closed = false

  async function start(): Promise<Slot> {
    const child = startChild({ cleaner, memory })
    all.add(child)
    child.send({ options: clean })
    const timer = setTimeout(child.kill, START)
    const event = await child.next()
    clearTimeout(timer)
    if ('answer' in event && 'ready' in event.answer) return { child, pages: 0 }
    retire(child)
    const why =
      'answer' in event && 'broken' in event.answer ? event.answer.broken : 'it ended while starting'
    throw new Error(`the process that cleans pages cannot start: ${why}`)
  }

  function retire(child: Child): void {
    child.kill()
    all.delete(child)
  }

  /** Runs one page in `slot`; undefined for `outcome` means the process is gone, for `reason`. */
  async function attempt(slot: Slot, dump: Dump): Promise<Outcome | Reason> {
    slot.child.send({ dump })
    const watch = watchOver(slot.child, deadline, memory)
    const event = await slot.child.next()
    watch.stop()
    slot.pages++
    if ('answer' in event && 'outcome' in event.answer) {
      // memory a page leaves behind must not be held against the next one
      if (slot.pages >= recycle || slot.child.resident() > memory / 2) retire(slot.child)
      else idle.push(slot)
      return JSON.parse(event.answer.outcome) as Outcome
    }
    retire(slot.child)
    return watch.verdict() ?? reasonOfEnd(event, memory)
  }

  return {
    async clean(dump, bytes) {
      const known = { id: dump.id, path: dump.path, url: dump.url, bytes }
      let answer: Outcome | Reason | undefined
      // a process that dies may die of an earlier page: only one that is fresh convicts this one
      for (let fresh = false; !closed; ) {
        const used = fresh ? undefined : idle.pop()
        const slot = used ?? (await start())
        fresh = used === undefined
        answer = await attempt(slot, dump)
        if ('status' in answer) return { ...answer, id: dump.id }
        if (fresh || answer.code === 'timeout' || answer.code === 'error') break
        fresh = true
      }
      const reason = closed || !answer || 'status' in answer ? STOPPED : answer
      return without(known, 'failed', reason)
    },
    close() {
      closed = true
      for (const child of all) child.kill()
      all.clear()
    },
  }
}

const STOPPED: Reason = {
  code: 'stopped',
  message: 'the run was stopped before this page was done',
  stage: 'process',
}

/** Address of the module of this package that cleans. */
export function defaultCleaner(): string {
  const here = import.meta.url
  return here.endsWith('.ts')
    ? new URL('../../dist/pipeline/clean.js', here).href
    : new URL('../pipeline/clean.js', here).href
}

/** Kills the process that takes too long or too much, and says which it was. */
function watchOver(
  child: Child,
  deadline: number,
  memory: number,
): { stop: () => void; verdict: () => Reason | undefined } {
  const began = performance.now()
  const before = child.cpu()?.ms ?? 0
  let verdict: Reason | undefined
  const timer = setInterval(() => {
    if (child.resident() > memory) verdict = tooMuch(memory)
    else if (isOverdue(child, performance.now() - began, before, deadline)) verdict = tooLong(deadline)
    if (verdict) child.kill()
  }, WATCH)
  return { stop: () => clearInterval(timer), verdict: () => verdict }
}

/** On a busy machine a page is judged by the processor time it used, so that the number of processes changes no verdict. */
function isOverdue(child: Child, wall: number, before: number, deadline: number): boolean {
  if (wall < deadline) return false
  const cpu = child.cpu()
  return !cpu?.running || cpu.ms - before >= deadline || wall >= deadline * PATIENCE
}

const tooLong = (deadline: number): Reason => ({
  code: 'timeout',
  message: `took longer than ${deadline / 1000} s`,
  stage: 'process',
})
const tooMuch = (memory: number): Reason => ({
  code: 'memory',
  message: `needed more than ${Math.floor(memory / 1024 / 1024)} MiB`,
  stage: 'process',
})

function reasonOfEnd(event: Event, memory: number): Reason {
  if ('answer' in event) {
    const message = 'error' in event.answer ? event.answer.error : 'gave an answer nobody understands'
    return { code: 'error', message, stage: 'clean' }
  }
  const { code, signal, outOfMemory } = event.exit
  if (outOfMemory) return tooMuch(memory)
  return { code: 'crash', message: `its process ended with ${signal ?? `code ${code}`}`, stage: 'process' }
}
