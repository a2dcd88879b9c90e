import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/** Bytes of the largest file that is read whole. */
export const LARGEST_FILE = 64 * 1024 * 1024

/** A pipe or a device in a file's place is opened without waiting for its other end, to be seen for what it is. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

const fault = (code: 'ENOTFILE' | 'EFBIG', message: string): Error =>
  Object.assign(new Error(message), { code })
const tooLarge = (most: number): Error => fault('EFBIG', `is larger than ${most} bytes`)

/** What was a file when its folder was read may be another thing when it is opened: only then it is sure. */
function check(stats: Stats): Stats {
  if (stats.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' })
  if (!stats.isFile()) throw fault('ENOTFILE', 'is no file any more')
  return stats
}

/**
 * Opens a file to be read, with its size. Throws `ENOTFILE` where it is a pipe, a socket or a device. Whoever reads on to
 * that size, and no further, comes to an end though the file grows.
 */
export async function openRegular(
  path: Buffer,
): Promise<{ readonly handle: FileHandle; readonly size: number }> {
  const handle = await open(path, FLAGS)
  try {
    return { handle, size: check(await handle.stat()).size }
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** Reads a whole file; throws `EFBIG` where it is larger than `most` bytes. */
export async function readRegular(path: Buffer, most: number): Promise<Buffer> {
  const { handle, size } = await openRegular(path)
  try {
    if (size > most) throw tooLarge(most)
    const bytes = Buffer.allocUnsafe(size)
    let at = 0
    for (let n = -1; n !== 0 && at < size; at += n)
      n = (await handle.read(bytes, at, size - at, at)).bytesRead
    return bytes.subarray(0, at)
  } finally {
    await handle.close()
  }
}

/** The same without an event loop. */
export function readRegularSync(path: Buffer, most: number): Buffer {
  const handle = openSync(path, FLAGS)
  try {
    const { size } = check(fstatSync(handle))
    if (size > most) throw tooLarge(most)
    const bytes = Buffer.allocUnsafe(size)
    let at = 0
    for (let n = -1; n !== 0 && at < size; at += n) n = readSync(handle, bytes, at, size - at, at)
    return bytes.subarray(0, at)
  } finally {
    closeSync(handle)
  }
}
