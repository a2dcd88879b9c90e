import { printable } from './terminal.ts'

/**
 * Exit codes of the commands that clean or count pages, made for schedulers: see docs/cluster.md for what each makes of them.
 * 65, 74 and 75 are those of sysexits.h.
 */
export const EXIT = {
  /** Every page has its record; pages that failed are records too. */
  done: 0,
  /** As `done`, and more pages failed than `--fail-on-failed` allows. */
  failed: 1,
  /** The call is wrong: the same one fails again. */
  usage: 2,
  /** Nothing of the input could be read. */
  unread: 65,
  /** The output could not be written. */
  unwritten: 74,
  /** Stopped, or not finished for any other reason: the same call goes on. */
  unfinished: 75,
} as const

/** What became of a command's pages, as far as its exit code goes. */
export interface Ended {
  readonly pages: number
  readonly failed: number
  /** Not one input could be opened. */
  readonly unread?: boolean
}

/** `failOn`: percent of pages that may fail; undefined where any number may. */
export function exitOf({ pages, failed, unread = false }: Ended, failOn: number | undefined): number {
  if (unread) return EXIT.unread
  return failOn !== undefined && failed * 100 > failOn * pages ? EXIT.failed : EXIT.done
}

const USAGE = Symbol('usage')
/** An error of whoever asked: nothing was done, and the message says what to do. */
export const usageError = (message: string): Error => Object.assign(new Error(message), { [USAGE]: true })

const CODE = Symbol('exit code')
/** An error that ends a command with that code. */
export const endsWith = (code: number, message: string): Error =>
  Object.assign(new Error(message), { [CODE]: code })

/** What cannot be read of an input is a record, so an error of the system is one of writing. */
export function exitOfError(error: unknown): number {
  if (!(error instanceof Error)) return EXIT.unfinished
  const { code, syscall, [CODE]: own } = error as { code?: unknown; syscall?: unknown; [CODE]?: number }
  if (own !== undefined) return own
  if (USAGE in error || code === 'OTHER_RUN') return EXIT.usage
  return syscall === undefined ? EXIT.unfinished : EXIT.unwritten
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * Does something until the first signal, turns what it throws into words, and what became of it into an exit code: 75 after a
 * signal. The second signal ends the process.
 */
export async function guarded(work: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const stop = new AbortController()
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stop.signal.aborted) process.exit(SIGNALS[signal as keyof typeof SIGNALS])
    stop.abort(signal)
    say(`${signal}: finishing the pages in hand\n`)
    process.stdin.destroy()
  }
  for (const signal of Object.keys(SIGNALS)) process.on(signal, onSignal)
  // a reader of our messages that has gone away must not end the run
  process.stderr.on('error', () => {})
  try {
    const code = await work(stop.signal)
    return stop.signal.aborted ? EXIT.unfinished : code
  } catch (error) {
    if (stop.signal.aborted && error === stop.signal.reason) return EXIT.unfinished
    say(`error: ${printable(messageOf(error), 2000)}\n`)
    return exitOfError(error)
  } finally {
    for (const signal of Object.keys(SIGNALS)) process.off(signal, onSignal)
  }
}

/** Writes to standard error, where everything goes that is not a result. */
export const say = (text: string): void => {
  process.stderr.write(text)
}

const SYSTEM: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; make room, and the same command goes on',
  EDQUOT: 'the disk quota is used up; make room, and the same command goes on',
  EROFS: 'the output is on a file system that cannot be written',
  EACCES: 'the output folder may not be written',
  EPERM: 'the output folder may not be written',
  ENOTDIR: 'the output folder, or a folder above it, is a file',
  EEXIST: 'the output folder is a file',
}

/** One line for whoever runs the batch: what happened, where, and what to do. */
export function messageOf(error: unknown): string {
  const { code, path, message } = error as { code?: string; path?: string; message?: string }
  const known = code === undefined ? undefined : SYSTEM[code]
  return known ? `${path ? `${path}: ` : ''}${known}` : String(message ?? error)
}
