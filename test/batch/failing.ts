import { type Files, type OpenFile, systemFiles } from '../../src/batch/files.ts'

export type Way = 'error' | 'death' | 'full'

/**
 * The system's files with a fault at the n-th call. `error`: that call fails, and others after it do not. `death`: it and
 * all that follow fail, as if the process were gone, and of a write half is done. `full`: writing fails from then on.
 */
export function failing(at: number, way: Way): { files: Files; met(): boolean } {
  let calls = 0
  const fault = (): Error => Object.assign(new Error('injected'), { code: way === 'full' ? 'ENOSPC' : 'EIO' })
  const isDue = (writes: boolean): boolean => {
    calls++
    if (way === 'error') return calls === at
    return calls >= at && (way === 'death' || writes)
  }
  const guard =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>, writes = false) =>
    async (...args: A): Promise<R> => {
      if (isDue(writes)) throw fault()
      return call(...args)
    }
  const opened = (file: OpenFile): OpenFile => ({
    read: guard(file.read),
    async write(bytes) {
      if (!isDue(true)) return file.write(bytes)
      if (bytes.length > 1 && calls === at) await file.write(bytes.subarray(0, bytes.length >> 1))
      throw fault()
    },
    sync: guard(file.sync, true),
    // a descriptor is given back even by a call that fails, or a process that ends
    async close() {
      await file.close()
      if (isDue(false)) throw fault()
    },
  })
  const { open, read, look, list, makeFolder, rename, link, touch, unlink, removeFolder } = systemFiles
  return {
    met: () => calls >= at,
    files: {
      open: guard(async (path, how) => opened(await open(path, how))),
      read: guard(read),
      look: guard(look),
      list: guard(list),
      makeFolder: guard(makeFolder, true),
      rename: guard(rename, true),
      link: guard(link, true),
      touch,
      unlink: guard(unlink),
      removeFolder: guard(removeFolder),
    },
  }
}
