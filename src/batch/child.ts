import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readdirSync, readSync } from 'node:fs'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { type Frame, frameReader } from './frame.ts'
import type { Answer } from './worker.ts'

export interface ChildOptions {
  /** Address (`file:`) of the module whose `clean` is called. */
  readonly cleaner: string
  /** Memory cap of one process, in bytes. */
  readonly memory: number
}

/** How a process ended, or what it said. */
export type Event =
  | { readonly answer: Answer; readonly body: Buffer }
  | {
      readonly exit: {
        readonly code: number | null
        readonly signal: string | null
        readonly outOfMemory: boolean
      }
    }

/** One page's process, seen from outside. */
export interface Child extends Usage {
  /** Sends frames, all at once. */
  send(frames: readonly Uint8Array[]): void
  /** The next thing it says, or its end; ends are told again on every call. */
  next(): Promise<Event>
  kill(): void
}

/** The compiled worker stands beside this file; run from source (tests), it is the one under `dist`. */
function workerPath(here: string): URL {
  return here.endsWith('.ts') ? new URL('../../dist/batch/worker.js', here) : new URL('./worker.js', here)
}

/** Node's permission model under the name this version gives it: files may be read and the watch
 * over the parent may have its thread, nothing else is allowed. */
function permissionFlags(): string[] {
  const flags = process.allowedNodeEnvironmentFlags
  const flag = ['--permission', '--experimental-permission'].find((name) => flags.has(name))
  return flag
    ? [
        flag,
        '--allow-fs-read=*',
        '--allow-worker',
        '--disable-warning=ExperimentalWarning',
        '--disable-warning=SecurityWarning',
      ]
    : []
}

export function startChild(options: ChildOptions): Child {
  // a heap of the whole cap: the resident size reaches the cap first, and the watch outside decides
  const heap = Math.max(64, Math.floor(options.memory / 1024 / 1024))
  const flags = [...permissionFlags(), ...collectorFlags(heap)]
  const child = spawn(
    process.execPath,
    [...flags, fileURLToPath(workerPath(import.meta.url)), options.cleaner],
    {
      env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: undefined },
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    },
  )
  let last = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    last = (last + text).slice(-4096)
  })
  const { push, next } = mailbox()
  const usage = usageOf(child.pid)
  const channel = channelOf(child, ({ head, body }) => push({ answer: head, body }))
  // a process that could not even be made has no exit of its own
  child.on('error', (error) => {
    child.kill('SIGKILL')
    push({
      exit: { code: null, signal: (error as NodeJS.ErrnoException).code ?? 'error', outOfMemory: false },
    })
  })
  // once what it said before its end has been read
  child.on('close', (code, signal) => {
    const outOfMemory = /heap out of memory|allocation failed/i.test(last)
    usage.close()
    push({ exit: { code, signal, outOfMemory } })
  })
  return {
    send(frames) {
      channel?.cork()
      for (const frame of frames) channel?.write(frame)
      channel?.uncork()
    },
    next,
    kill: () => child.kill('SIGKILL'),
    ...usage,
  }
}

/** The fourth stream of a process; what breaks it is told by the end of the process. */
function channelOf(child: ChildProcess, take: (frame: Frame<Answer>) => void): Duplex | undefined {
  const channel = child.stdio[3] as Duplex | undefined
  const cut = frameReader<Answer>()
  channel?.on('data', (chunk: Buffer) => {
    for (const frame of cut(chunk)) take(frame)
  })
  channel?.on('error', () => {})
  return channel
}

function mailbox(): { push: (event: Event) => void; next: () => Promise<Event> } {
  const waiting: Event[] = []
  let wake: ((event: Event) => void) | undefined
  let end: Event | undefined
  return {
    push(event) {
      if ('exit' in event) end = event
      if (wake) wake(event)
      else if (!('exit' in event)) waiting.push(event)
      wake = undefined
    },
    next() {
      const event = waiting.shift() ?? end
      return event
        ? Promise.resolve(event)
        : new Promise((resolve) => {
            wake = resolve
          })
    },
  }
}

/**
 * MiB of each half of the space for young objects. Four times as much saves 4 % of the processor time and costs a
 * process 120 MiB (700 pages of four sets, Node 20).
 */
const YOUNG = 16

/**
 * V8 flags of a process that does nothing but clean pages, one after another; `heap` is the most it may take, in MiB.
 * The collector works on the thread that cleans, as the other processors have pages of their own; and old objects are
 * collected when there are two fifths as many again, not four times: a page leaves its tree behind, all of it garbage.
 */
export function collectorFlags(heap: number): string[] {
  return [
    `--max-old-space-size=${heap}`,
    `--max-semi-space-size=${Math.min(YOUNG, Math.ceil(heap / 16))}`,
    '--single-threaded-gc',
    '--heap-growing-percent=40',
  ]
}

/** What a process takes of the machine, asked from outside. */
interface Usage {
  /** Bytes resident, or 0 where the system does not tell. */
  resident(): number
  /** Milliseconds of processor time its first thread has had, or undefined where the system does not tell. */
  cpu(): number | undefined
  /** Whether any of its threads is on, or waiting for, a processor: the first one may wait for a helper that waits. */
  running(): boolean
  close(): void
}

const TEXT = Buffer.alloc(8192)

/** Reads from `/proc`, where there is one. It is asked many times a second: files stay open. */
function usageOf(pid: number | undefined): Usage {
  const status = open(`/proc/${pid}/status`)
  // of its first thread: what helpers do for it, collecting and compiling, varies with how busy the machine is
  const stat = open(`/proc/${pid}/task/${pid}/stat`)
  return {
    resident: () => Number(/^VmRSS:\s*(\d+)/m.exec(status.read())?.[1] ?? 0) * 1024,
    cpu: () => cpuIn(stat.read()),
    running: () => threadsOf(pid).some((thread) => isRunning(`/proc/${pid}/task/${thread}/stat`)),
    close() {
      status.close()
      stat.close()
    },
  }
}

/** A file that tells something new at each reading, or nothing where it is not there. */
function open(path: string): { read(): string; close(): void } {
  let handle: number | undefined
  try {
    handle = openSync(path, 'r')
  } catch {
    // no such system, or the process has ended already
  }
  return {
    read() {
      try {
        return handle === undefined
          ? ''
          : TEXT.toString('latin1', 0, readSync(handle, TEXT, 0, TEXT.length, 0))
      } catch {
        return ''
      }
    },
    close() {
      if (handle !== undefined) closeSync(handle)
      handle = undefined
    },
  }
}

/** The fields behind the name, which, in brackets, may hold anything. */
const fieldsOf = (stat: string): string[] => stat.slice(stat.lastIndexOf(')') + 2).split(' ')

/** Clock ticks of /proc are 100 a second on every Linux Node runs on. */
function cpuIn(stat: string): number | undefined {
  if (stat === '') return undefined
  const fields = fieldsOf(stat)
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function threadsOf(pid: number | undefined): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

function isRunning(path: string): boolean {
  const stat = open(path)
  const [state] = fieldsOf(stat.read())
  stat.close()
  return state === 'R' || state === 'D'
}
