import { createHash, randomUUID } from 'node:crypto'
import type { Stats } from 'node:fs'
import { link, lstat, mkdir, open, readdir, readFile, rename, rmdir, unlink, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** An open file of a {@link Files}. */
export interface OpenFile {
  /** Bytes read into `bytes`, 0 at the end. */
  read(bytes: Uint8Array): Promise<number>
  /** Bytes that were written, which may be fewer than were given. */
  write(bytes: Uint8Array): Promise<number>
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * Every call by which a run keeps its state and its results on the disk. There is one way to the disk, so that tests can
 * hand in one that fails at any call.
 */
export interface Files {
  /** `new`: to be written, an error where the name is taken. `old`: to be read, or to be synced where it is a folder. */
  open(path: string, how: 'new' | 'old'): Promise<OpenFile>
  read(path: string): Promise<Buffer>
  /** The file's own stats, of a link those of the link; undefined where there is nothing of that name. */
  look(path: string): Promise<Stats | undefined>
  list(path: string): Promise<string[]>
  makeFolder(path: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  /** A second name; an error where it is taken. */
  link(from: string, to: string): Promise<void>
  /** Sets its time to now. */
  touch(path: string): Promise<void>
  unlink(path: string): Promise<void>
  /** Removes a folder that is empty. */
  removeFolder(path: string): Promise<void>
}

export const codeOf = (error: unknown): string | undefined =>
  (error as NodeJS.ErrnoException | undefined)?.code

const unless =
  (...codes: readonly string[]) =>
  (error: unknown): undefined => {
    if (!codes.includes(codeOf(error) ?? '')) throw error
  }

export const systemFiles: Files = {
  async open(path, how) {
    const handle = await open(path, how === 'new' ? 'wx' : 'r')
    return {
      read: async (bytes) => (await handle.read(bytes)).bytesRead,
      write: async (bytes) => (await handle.write(bytes)).bytesWritten,
      sync: () => handle.sync(),
      close: () => handle.close(),
    }
  },
  read: (path) => readFile(path),
  look: (path) => lstat(path).catch(unless('ENOENT', 'ENOTDIR')),
  list: (path) => readdir(path),
  makeFolder: (path) => mkdir(path),
  rename,
  link,
  touch: (path) => utimes(path, new Date(), new Date()),
  unlink,
  removeFolder: (path) => rmdir(path),
}

/** What a file held when it was written: enough to know it again. */
export interface Print {
  readonly bytes: number
  /** Hexadecimal. */
  readonly sha256: string
}

/** What a file holds, or undefined where it is none. */
export async function printOf(files: Files, path: string): Promise<Print | undefined> {
  const stats = await files.look(path)
  if (!stats?.isFile()) return undefined
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(BUFFER)
  const handle = await files.open(path, 'old')
  let bytes = 0
  try {
    for (let n = await handle.read(piece); n > 0; n = await handle.read(piece)) {
      hash.update(piece.subarray(0, n))
      bytes += n
    }
  } finally {
    await handle.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** A new file on its way to the disk. */
export interface NewFile {
  /** Bytes are kept for a while: whoever hands them over leaves them as they are. */
  write(text: string | Uint8Array): Promise<void>
  /** Everything is on the disk when this is done. */
  close(): Promise<Print>
  /** Throws away what was written. */
  discard(): Promise<void>
}

/** Bytes collected before they go to the system. */
const BUFFER = 256 * 1024

/** Begins a file; throws where the name is taken. */
export async function createFile(files: Files, path: string): Promise<NewFile> {
  const handle = await files.open(path, 'new')
  const hash = createHash('sha256')
  let parts: Uint8Array[] = []
  let size = 0
  let total = 0
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(parts)
    parts = []
    size = 0
    hash.update(bytes)
    total += bytes.length
    for (let at = 0; at < bytes.length; ) at += await handle.write(bytes.subarray(at))
  }
  return {
    async write(text) {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text
      parts.push(bytes)
      size += bytes.length
      if (size >= BUFFER) await flush()
    },
    async close() {
      await flush()
      await handle.sync()
      await handle.close()
      return { bytes: total, sha256: hash.digest('hex') }
    },
    async discard() {
      await handle.close().catch(() => {})
      await files.unlink(path).catch(() => {})
    },
  }
}

/** How the name of a file ends that has not got its own name yet. */
export const TEMPORARY = '.tmp'

/** Writes a file that appears whole or not at all, in place of the one that has its name. */
export async function writeDurably(
  files: Files,
  path: string,
  content: Iterable<string | Uint8Array>,
): Promise<void> {
  const temporary = `${path}.${randomUUID()}${TEMPORARY}`
  const file = await createFile(files, temporary)
  try {
    for (const part of content) await file.write(part)
    await file.close()
    await files.rename(temporary, path)
    await syncFolder(files, dirname(path))
  } catch (error) {
    await file.discard()
    throw error
  }
}

/** A renamed file survives a power cut only once its folder is on the disk too; some systems cannot sync a folder. */
export async function syncFolder(files: Files, path: string): Promise<void> {
  const cannot = unless('EINVAL', 'EPERM', 'EACCES', 'EISDIR', 'ENOTSUP', 'EBADF')
  const handle = await files.open(path, 'old').catch(cannot)
  try {
    await handle?.sync().catch(cannot)
  } finally {
    await handle?.close()
  }
}

/** Makes a folder and those above it. `mkdir` can do so too, but then calls a read-only system a missing folder. */
export async function makeFolders(files: Files, path: string): Promise<void> {
  try {
    await files.makeFolder(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && (await isFolder(files, path))) return
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolders(files, dirname(path))
    await files.makeFolder(path)
  }
}

/** A folder, or a link to one. */
async function isFolder(files: Files, path: string): Promise<boolean> {
  return files.list(path).then(
    () => true,
    (error: unknown) => {
      if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(codeOf(error) ?? '')) return false
      throw error
    },
  )
}

/** Gives a file another name, and never takes one that is given: throws `EEXIST` instead. */
export async function moveToFreeName(files: Files, from: string, to: string): Promise<void> {
  try {
    await files.link(from, to)
  } catch (error) {
    // file systems without second names
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(error) ?? '')) throw error
    if (await files.look(to))
      throw Object.assign(new Error(`${to} is there already`), { code: 'EEXIST', path: to })
    await files.rename(from, to)
    return
  }
  await files.unlink(from)
}

/** Removes a folder with all that is in it; links are removed, never followed. */
export async function removeTree(files: Files, path: string): Promise<void> {
  const stats = await files.look(path)
  if (!stats) return
  if (!stats.isDirectory()) return await files.unlink(path)
  for (const name of await files.list(path)) await removeTree(files, join(path, name))
  await files.removeFolder(path)
}

/** Removes a file, where there is one. */
export async function removeFile(files: Files, path: string): Promise<void> {
  await files.unlink(path).catch(unless('ENOENT'))
}
