import { closeSync, openSync, readSync } from 'node:fs'

/** What a process takes of the machine, asked from outside. */
export interface Usage {
  /** Bytes resident, or 0 where the system does not tell. */
  resident(): number
  /** Milliseconds of processor time since its start and whether it is on, or waiting for, a processor. */
  cpu(): { readonly ms: number; readonly running: boolean } | undefined
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

/** Clock ticks of /proc are 100 a second on every Linux Node runs on. */
function cpuIn(stat: string): { ms: number; running: boolean } | undefined {
  if (stat === '') return undefined
  // the name, in brackets, may hold anything: count fields from behind it
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return {
    ms: (Number(fields[11]) + Number(fields[12])) * 10,
    running: fields[0] === 'R' || fields[0] === 'D',
  }
}
