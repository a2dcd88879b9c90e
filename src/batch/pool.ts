import type { Outcome, Reason } from '../core/article.ts'
import type { ReasonCode } from '../core/reason.ts'
import { type Child, type Event, startChild } from './child.ts'
import { frameOf } from './frame.ts'
import type { PageInput } from './input.ts'
import { tellOrigin, without } from './outcome.ts'
import { digestOfParcel, digestOfUnread, knownOf, wireOf } from './parcel.ts'
import { recordOf } from './record.ts'
import { type FieldMap, PRESETS } from './sources/fields.ts'
import type { Answer, CleanOptions } from './worker.ts'

export interface PoolOptions {
  readonly clean: CleanOptions
  /** Address of the cleaner module; default: this package's. */
  readonly cleaner?: string
  /** Milliseconds a page may take. */
  readonly deadline?: number
  /** Bytes a page's process may take. */
  readonly memory?: number
  /** Pages after which a process is replaced: a new one needs thousands of small pages to be as fast again. */
  readonly recycle?: number
  /** Where the lines of JSON Lines keep what a page needs. */
  readonly fields?: FieldMap
  /** Address of every page, whatever it says itself. */
  readonly url?: string
}

const DEADLINE = 10_000
const MEMORY = 1024 ** 3
const RECYCLE = 50_000
/** How often a process is started, or a page given to a fresh one, where something from outside ends it. */
const TIMES = 5
/** Loading the cleaner may take this long, on a machine as busy as it likes. */
const START = 120_000

/** What became of a page. */
export interface Cleaned {
  readonly status: Outcome['status']
  /** Digest of the parcel. */
  readonly digest: string
  /** Its record, as {@link recordOf} writes it. */
  readonly record: Buffer
  /** Milliseconds from the moment a process was free for it. */
  readonly ms: number
}

export interface Pool {
  /** Cleans one page in a process of its own for that time. Rejects only where no process can be started at all. */
  clean(input: PageInput): Promise<Cleaned>
  /** Cleans small pages one after the other in one process; where one of them breaks it, each that is left alone. */
  cleanMany(inputs: readonly PageInput[]): Promise<Cleaned[]>
  /** Kills every process; pages in hand come back `failed: stopped`. */
  close(): void
}

interface Slot {
  readonly child: Child
  pages: number
}

/** A pool has no size of its own: it grows to as many processes as there are calls at once. */
export function startPool(options: PoolOptions): Pool {
  const {
    deadline = DEADLINE,
    memory = MEMORY,
    recycle = RECYCLE,
    fields = PRESETS.auto!,
    clean,
    url,
  } = options
  const cleaner = options.cleaner ?? defaultCleaner()
  const idle: Slot[] = []
  const all = new Set<Child>()
  let closed = false

  async function start(): Promise<Slot> {
    for (let time = 1; ; time++) {
      const child = startChild({ cleaner, memory })
      all.add(child)
      // memory a page leaves behind must not be held against the next one
      child.send(frameOf({ options: clean, fields, heavy: memory / 2, url }))
      const timer = setTimeout(child.kill, START)
      const event = await child.next()
      clearTimeout(timer)
      if ('answer' in event && 'ready' in event.answer) return { child, pages: 0 }
      retire(child)
      const broken = 'answer' in event && 'broken' in event.answer ? event.answer.broken : undefined
      // one that was killed says nothing of the next one; one that finds no cleaner speaks for all
      if (broken === undefined && time < TIMES && !closed) continue
      throw new Error(`the process that cleans pages cannot start: ${broken ?? endOf(event)}`)
    }
  }

  function retire(child: Child): void {
    child.kill()
    all.delete(child)
  }

  /** Hands `inputs` to one process; stops at the first one that broke it, with the reason. */
  async function attempt(slot: Slot, inputs: readonly PageInput[], name = false): Promise<Attempt> {
    const answers: Answered[] = []
    const watch = watchOver(slot.child, deadline, memory)
    slot.child.send(inputs.flatMap((input) => orderOf(input, name)))
    let heavy = false
    while (answers.length < inputs.length) {
      const began = performance.now()
      const event = await slot.child.next()
      if (!('answer' in event) || 'error' in event.answer) {
        watch.stop()
        retire(slot.child)
        return { answers, end: watch.verdict() ?? reasonOfEnd(event, memory) }
      }
      watch.next()
      heavy ||= 'heavy' in event.answer
      answers.push({ ...event, ms: performance.now() - began })
    }
    watch.stop()
    slot.pages += inputs.length
    if (slot.pages >= recycle || heavy) retire(slot.child)
    else idle.push(slot)
    return { answers }
  }

  /** What became of a page that no process survived, or wanted. */
  async function failed(input: PageInput, reason: Reason): Promise<Cleaned> {
    const { place, parcel, size } = input
    // a file is read, and anything looked into, by a process that can be killed over it
    const known = knownOf(parcel, place, size)
    const told = known && parcel.kind !== 'file' ? undefined : await introduced(input)
    const outcome = tellOrigin(without(known ?? told!, 'failed', reason), input.origin)
    const digest = told?.digest ?? (await digestOfParcel(parcel, place))
    return { status: 'failed', digest, record: recordOf(outcome, place, null), ms: 0 }
  }

  /** Name and address of a page, told by a process that only opens it. */
  async function introduced({ place, parcel, size }: PageInput): Promise<Known> {
    for (let time = 0; !closed && time < TIMES; time++) {
      const { answers, end } = await attempt(await start(), [{ place, parcel, size }], true)
      const answer = answers[0]?.answer
      if (answer && 'id' in answer) return answer
      if (end?.code !== KILLED) break
    }
    return { id: place, bytes: size, digest: digestOfUnread(parcel, place) }
  }

  async function cleanOne(input: PageInput): Promise<Cleaned> {
    const began = performance.now()
    let reason: Reason = STOPPED
    // a process that dies may die of an earlier page: only one that is fresh convicts this one, and only of an end of its
    // own making, or of the same one again and again
    for (let fresh = 0; !closed; ) {
      const used = fresh > 0 ? undefined : idle.pop()
      const { answers, end } = await attempt(used ?? (await start()), [input])
      if (answers[0]) return cleaned(answers[0])
      reason = closed ? STOPPED : end!
      if (reason.code === 'timeout' || reason.code === 'error') break
      if (used === undefined && (reason.code !== KILLED || fresh >= TIMES - 1)) break
      fresh++
    }
    if (reason.code === KILLED) reason = { ...reason, code: 'crash' }
    return { ...(await failed(input, reason)), ms: performance.now() - began }
  }

  return {
    clean: cleanOne,
    async cleanMany(inputs) {
      const done: Cleaned[] = []
      if (inputs.length > 1 && !closed)
        for (const answered of (await attempt(idle.pop() ?? (await start()), inputs)).answers)
          done.push(cleaned(answered))
      for (const input of inputs.slice(done.length)) done.push(await cleanOne(input))
      return done
    },
    close() {
      closed = true
      for (const child of all) child.kill()
      all.clear()
    },
  }
}

interface Answered {
  readonly answer: Answer
  readonly body: Buffer
  readonly ms: number
}
interface Attempt {
  readonly answers: readonly Answered[]
  /** Why it ended before all were answered. */
  readonly end?: Reason
}
interface Known {
  readonly id: string
  readonly path?: string | undefined
  readonly url?: string | undefined
  readonly bytes: number
  readonly digest: string
}

/** Of an end nobody in the process, and no watch over it, has brought about: not a reason a record shows. */
const KILLED = 'killed'

function orderOf({ place, parcel, origin }: PageInput, name: boolean): readonly Uint8Array[] {
  const { head, body } = wireOf(parcel)
  return frameOf({ place, wire: head, ...(origin && { origin }), ...(name && { name }) }, body)
}

function cleaned({ answer, body, ms }: Answered): Cleaned {
  if (!('status' in answer)) throw new Error('a process that cleans pages gave an answer nobody understands')
  return { status: answer.status, digest: answer.digest, record: body, ms }
}

export const STOPPED: Reason = {
  code: 'stopped' satisfies ReasonCode,
  message: 'the run was stopped before this page was done',
  stage: 'process',
}

/** Address of the module of this package that cleans. */
export function defaultCleaner(): string {
  const here = import.meta.url
  return here.endsWith('.ts')
    ? new URL('../../dist/pipeline/clean-with-files.js', here).href
    : new URL('../pipeline/clean-with-files.js', here).href
}

function reasonOfEnd(event: Event, memory: number): Reason {
  if ('answer' in event) {
    const message = 'error' in event.answer ? event.answer.error : 'gave no answer'
    return { code: 'error' satisfies ReasonCode, message, stage: 'clean' }
  }
  const { signal, outOfMemory } = event.exit
  if (outOfMemory) return tooMuch(memory)
  // a process cannot send it to itself, and others it does not listen to
  const code = signal === 'SIGKILL' ? KILLED : ('crash' satisfies ReasonCode)
  return { code, message: `its process ended with ${endOf(event)}`, stage: 'process' }
}

function endOf(event: Event): string {
  return 'exit' in event ? (event.exit.signal ?? `code ${event.exit.code}`) : 'no word'
}

/** Milliseconds between two looks at a process. */
const WATCH = 100
/** A page that only waits for a processor gets this many deadlines of the clock. */
const PATIENCE = 6

/** An eye on a process and the page it has in hand. */
interface Watch {
  /** A page is done, the next one begins. */
  next(): void
  stop(): void
  verdict(): Reason | undefined
}

/** Kills the process that takes too long or too much, and says which it was. */
export function watchOver(child: Child, deadline: number, memory: number): Watch {
  let last = performance.now()
  let waited = 0
  let before: number | undefined
  let verdict: Reason | undefined
  const timer = setInterval(() => {
    const now = performance.now()
    // while this process slept, with the machine or for want of a processor, an answer may have come
    waited += Math.min(now - last, WATCH * 10)
    last = now
    // asking the system is dear, and most pages are done before the first look
    before ??= child.cpu() ?? 0
    if (child.resident() > memory) verdict = tooMuch(memory)
    else if (isOverdue(child, waited, before, deadline)) verdict = tooLong(deadline)
    if (verdict) child.kill()
  }, WATCH)
  return {
    next() {
      last = performance.now()
      waited = 0
      before = undefined
    },
    stop: () => clearInterval(timer),
    verdict: () => verdict,
  }
}

/** On a busy machine a page is judged by the processor time it used, so that the number of processes changes no verdict. */
function isOverdue(child: Child, wall: number, before: number, deadline: number): boolean {
  if (wall < deadline) return false
  const cpu = child.cpu()
  return cpu === undefined || cpu - before >= deadline || wall >= deadline * PATIENCE || !child.running()
}

const tooLong = (deadline: number): Reason => ({
  code: 'timeout' satisfies ReasonCode,
  message: `took longer than ${deadline / 1000} s`,
  stage: 'process',
})
const tooMuch = (memory: number): Reason => ({
  code: 'memory' satisfies ReasonCode,
  message: `needed more than ${Math.floor(memory / 1024 / 1024)} MiB`,
  stage: 'process',
})
