import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Bytes collected before they go to the system. */
const BUFFER = 256 * 1024

/** A file that appears whole or not at all, and is on the disk when it does. */
export interface DurableFile {
  /** Bytes are kept for a while: whoever hands them over leaves them as they are. */
  write(text: string | Uint8Array): Promise<void>
  /** Syncs and gives the file its name. */
  commit(): Promise<void>
  /** Throws away what was written. */
  discard(): Promise<void>
}

export async function createDurable(path: string): Promise<DurableFile> {
  const temporary = `${path}.${process.pid}.tmp`
  const handle = await open(temporary, 'w')
  let parts: Uint8Array[] = []
  let size = 0
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(parts)
    parts = []
    size = 0
    for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten
  }
  return {
    async write(text) {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text
      parts.push(bytes)
      size += bytes.length
      if (size >= BUFFER) await flush()
    },
    async commit() {
      await flush()
      await handle.sync()
      await handle.close()
      await rename(temporary, path)
      await syncFolder(dirname(path))
    },
    async discard() {
      await handle.close().catch(() => {})
      await rm(temporary, { force: true }).catch(() => {})
    },
  }
}

export async function writeDurably(path: string, content: Iterable<string | Uint8Array>): Promise<void> {
  const file = await createDurable(path)
  try {
    for (const part of content) await file.write(part)
    await file.commit()
  } catch (error) {
    await file.discard()
    throw error
  }
}

/** Makes a folder and those above it. `mkdir` can do so too, but then calls a read-only system a missing folder. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const there = await stat(path).catch(() => undefined)
    if (there?.isDirectory()) return
    if (code !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolder(dirname(path))
    await mkdir(path)
  }
}

/** A renamed file survives a power cut only once its folder is on the disk too; some systems cannot sync a folder. */
export async function syncFolder(path: string): Promise<void> {
  let handle: FileHandle | undefined
  try {
    handle = await open(path, 'r')
    await handle.sync()
  } catch {
    // nothing more can be done
  } finally {
    await handle?.close()
  }
}

/** Removes what a process that was killed left half written in a folder; what a living one writes stays. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const writer = Number(/\.(\d+)\.tmp$/.exec(name)?.[1])
    if (writer > 0 && !isAlive(writer)) await rm(join(folder, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
