import { closeSync, openSync, readdirSync, readSync } from 'node:fs'

/** What a process takes of the machine, asked from outside. */
export interface Usage {
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
export function usageOf(pid: number | undefined): Usage {
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
