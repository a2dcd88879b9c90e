import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { codeOf, type Files, makeFolders, removeFile, TEMPORARY, writeDurably } from './files.ts'

/** One runner's share of a run: every `of`-th shard, from `index` (1-based). */
export interface Part {
  readonly index: number
  readonly of: number
}

/** Who holds a lock. Processes are told apart by when they began: numbers are given again. */
interface Owner {
  readonly pid: number
  readonly host: string
  /** Host, its boot and its space of process numbers: where `pid` means something. */
  readonly machine: string
  /** When the process began, in ticks since the machine did; null where the system does not tell. */
  readonly began: string | null
  readonly part: Part | null
}

/** A hold on a run folder, kept until it is released or its owner is gone. */
export interface Lock {
  /** Whether no other runner is at work in the folder. */
  alone(): Promise<boolean>
  /** Throws where the lock was taken away: another runner may be at work. */
  check(): void
  release(): Promise<void>
}

/**
 * Milliseconds between two signs of life, and from the last one on until an owner on another machine counts as gone: their
 * clocks may differ by less than that.
 */
const BEAT = 10_000
const GONE = 180_000

/**
 * Takes hold of a folder for a whole run, or for one part of it: parts work side by side. Every runner first writes a file of
 * its own and then looks for those of others, so two can refuse each other, but never both go on; and a lock whose owner is
 * gone is removed by a name nobody else uses. Throws `LOCKED` where another runner is in the way.
 */
export async function lockFolder(files: Files, folder: string, out: string, part?: Part): Promise<Lock> {
  await makeFolders(files, folder)
  const own = `${randomUUID()}.json`
  const path = join(folder, own)
  const mine: Owner = { ...whoAmI(), part: part ?? null }
  let lost = false
  const release = async (): Promise<void> => {
    clearInterval(timer)
    // once more where the system said no: else this process, as long as it lives, locks the folder
    await removeFile(files, path)
      .catch(() => removeFile(files, path))
      .catch(() => {})
  }
  const timer = setInterval(() => {
    files.touch(path).catch((error: unknown) => {
      lost ||= codeOf(error) === 'ENOENT'
    })
  }, BEAT).unref()
  try {
    await writeDurably(files, path, [`${JSON.stringify(mine)}\n`])
    const other = (await livingOthers(files, folder, own)).find((one) => excludes(one, mine))
    if (other) throw inUse(out, other)
  } catch (error) {
    await release()
    throw error
  }
  return {
    alone: async () => (await livingOthers(files, folder, own)).length === 0,
    check() {
      if (lost) throw new Error(`${out}: the lock of this run was removed; another run may be at work there`)
    },
    release,
  }
}

/** A whole run and anything else; the same part twice. */
function excludes(a: Owner, b: Owner): boolean {
  return !a.part || !b.part || (a.part.index === b.part.index && a.part.of === b.part.of)
}

function inUse(out: string, { pid, host, part }: Owner): Error {
  const what = part ? `part ${part.index}/${part.of} of a run` : 'a run'
  return Object.assign(
    new Error(`${out} is in use by ${what} (process ${pid} on ${host}); wait for its end, or stop it`),
    { code: 'LOCKED' },
  )
}

/** How many are at work in a folder, told without touching it. */
export const countOwners = async (files: Files, folder: string): Promise<number> =>
  (await files.look(folder)) ? (await livingOthers(files, folder, undefined)).length : 0

/** The owners that are at work in the folder besides `own`, who removes the locks of those that are gone; nobody else does. */
async function livingOthers(files: Files, folder: string, own: string | undefined): Promise<Owner[]> {
  const living: Owner[] = []
  for (const name of await files.list(folder)) {
    if (name === own) continue
    const path = join(folder, name)
    const stats = await files.look(path)
    if (!stats) continue
    const quiet = Date.now() - stats.mtimeMs > GONE
    const owner = name.endsWith(TEMPORARY) ? undefined : await readOwner(files, path)
    if (owner ? isAlive(owner, quiet) : !quiet && !name.endsWith(TEMPORARY)) living.push(owner ?? UNKNOWN)
    else if (own !== undefined && (owner || quiet)) await removeFile(files, path)
  }
  return living
}

/** Of a lock that cannot be read. */
const UNKNOWN: Owner = { pid: 0, host: 'unknown host', machine: '', began: null, part: null }

async function readOwner(files: Files, path: string): Promise<Owner | undefined> {
  try {
    const owner = JSON.parse((await files.read(path)).toString()) as Owner
    return Number.isSafeInteger(owner.pid) && typeof owner.machine === 'string' ? owner : undefined
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** On this machine the system knows; of another one, or where it tells no beginnings, the signs of life do. */
function isAlive(owner: Owner, quiet: boolean): boolean {
  if (owner.machine !== machine()) return !quiet
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false
  }
  return owner.began === null ? !quiet : owner.began === beginningOf(owner.pid)
}

function whoAmI(): Omit<Owner, 'part'> {
  return { pid: process.pid, host: hostname(), machine: machine(), began: beginningOf(process.pid) }
}

function machine(): string {
  return [hostname(), told(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim())]
    .concat(told(() => readlinkSync('/proc/self/ns/pid')))
    .join(' ')
}

/** The 22nd field of `/proc/PID/stat`; the second, in brackets, may hold anything. A process that only waits to be buried is gone. */
function beginningOf(pid: number): string | null {
  const stat = told(() => readFileSync(`/proc/${pid}/stat`, 'latin1'))
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' ? null : (fields[19] ?? null)
}

function told(ask: () => string): string {
  try {
    return ask()
  } catch {
    return ''
  }
}
