import type { Stats } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import type { Reason } from '../../core/article.ts'
import type { ReasonCode } from '../../core/reason.ts'
import { ofSource, type RefusedInput, reasonOf } from '../input.ts'

/** A regular file that was named or found. `at` is what the system opens: names need not be valid UTF-8. */
export interface FoundFile {
  readonly path: string
  readonly at: Buffer
  readonly size: number
}

const GLOB = /[*?[\]{}!]/
/** Whether an operand that names nothing may be a pattern. */
export const isPattern = (operand: string): boolean => GLOB.test(operand)
const SLASH = Buffer.from('/')
const DOT = 0x2e

const refuse = (
  path: string,
  status: RefusedInput['status'],
  code: ReasonCode,
  message: string,
): RefusedInput => ({
  id: path,
  path,
  status,
  refused: ofSource(code, message),
})
const failed = (path: string, reason: Reason): RefusedInput => ({
  id: path,
  path,
  status: 'failed',
  refused: reason,
})

function special(stats: Stats): string {
  if (stats.isFIFO()) return 'a named pipe'
  if (stats.isSocket()) return 'a socket'
  return 'a device'
}

/** Every file under the operands, in order of the operands, folders in order of the bytes of their names. */
export async function* findFiles(operands: readonly string[]): AsyncGenerator<FoundFile | RefusedInput> {
  for (const operand of operands) {
    const stats = await lstat(operand).catch(() => undefined)
    if (!stats && isPattern(operand)) yield* expand(operand)
    else yield* look(Buffer.from(operand), true)
  }
}

async function* expand(pattern: string): AsyncGenerator<FoundFile | RefusedInput> {
  const { glob } = await import('tinyglobby')
  const found = await glob(pattern, {
    absolute: isAbsolute(pattern),
    onlyFiles: false,
    expandDirectories: false,
    followSymbolicLinks: false,
  })
  if (found.length === 0) yield refuse(pattern, 'failed', 'not-found', 'no file matches')
  const names = found.map((name) => Buffer.from(name)).sort(Buffer.compare)
  for (const name of names) {
    const path = name.toString()
    if (path.endsWith('/')) yield refuse(path.slice(0, -1), 'rejected', 'folder', 'is a folder, not a page')
    else yield* look(name, false)
  }
}

/** One name: a file, a folder (entered where `enter`), a link, or something that is no page. */
async function* look(at: Buffer, enter: boolean): AsyncGenerator<FoundFile | RefusedInput> {
  const path = at.toString()
  try {
    const own = await lstat(at)
    const stats = own.isSymbolicLink() ? await stat(at) : own
    if (stats.isFile()) yield { path, at, size: stats.size }
    else if (!stats.isDirectory()) {
      const what = special(stats)
      yield refuse(path, 'failed', 'not-a-file', `is ${what}; hand its content over on standard input`)
    } else if (enter) yield* walk(at)
    else yield refuse(path, 'rejected', 'folder', 'is a folder, not a page')
  } catch (error) {
    const dangling = await lstat(at)
      .then((own) => own.isSymbolicLink())
      .catch(() => false)
    yield dangling
      ? refuse(path, 'failed', 'dangling-link', 'is a link to nothing that can be read')
      : failed(path, reasonOf(error))
  }
}

/** A folder on the way down, and the names in it that are still to come, last first. */
interface OpenFolder {
  readonly folder: Buffer
  readonly names: Buffer[]
}

async function openFolder(folder: Buffer): Promise<OpenFolder> {
  const names = await readdir(folder, { encoding: 'buffer' })
  return { folder, names: names.filter((name) => name[0] !== DOT).sort((a, b) => Buffer.compare(b, a)) }
}

/**
 * A folder's files, and those of the folders in it, however deep. Names with a leading dot are left out; links to folders
 * are not followed, so no walk is endless.
 */
async function* walk(top: Buffer): AsyncGenerator<FoundFile | RefusedInput> {
  const way = [await openFolder(top)]
  for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
    const name = last.names.pop()
    if (name === undefined) {
      way.pop()
      continue
    }
    const at = Buffer.concat(
      last.folder.at(-1) === SLASH[0] ? [last.folder, name] : [last.folder, SLASH, name],
    )
    const own = await lstat(at).catch(() => undefined)
    if (!own?.isDirectory()) {
      yield* look(at, false)
      continue
    }
    const path = at.toString()
    // somebody took it for a page: say so once, and read what is in it all the same
    if (/\.x?html?$/i.test(path))
      yield refuse(path, 'rejected', 'folder', 'is a folder, not a page; its files are records of their own')
    try {
      way.push(await openFolder(at))
    } catch (error) {
      yield failed(path, reasonOf(error))
    }
  }
}
