import { join } from 'node:path'
import {
  codeOf,
  createFile,
  type Files,
  makeFolders,
  moveToFreeName,
  type NewFile,
  type Print,
  printOf,
  removeFile,
  removeTree,
  syncFolder,
} from './files.ts'

/** Thrown where a folder, or a file in it, belongs to somebody else; its message says what to do. */
export const otherRun = (message: string): Error => Object.assign(new Error(message), { code: 'OTHER_RUN' })

/** A file that was put into the folder. `name` is its path in it: a name, or a folder's and a name. */
interface Written extends Print {
  readonly name: string
}

/** A place for results on their way. What is written there is in the list of what will be put into the folder. */
export interface Stage {
  /** Begins the file of that name, which may stand in one folder: `articles/one.md`. */
  create(name: string): Promise<NewFile>
  /** The names, in the folder itself, of all files that are closed. */
  names(): readonly string[]
  /** Writes the list. */
  seal(): Promise<void>
  /** Closes what is open, after an error. */
  discard(): Promise<void>
}

/** The results in a run folder, and the list of those that this program put there: nothing else is ever touched. */
export interface Results {
  /** Throws where one of the names is taken by something that is not in the list. */
  refuseForeign(names: readonly string[]): Promise<void>
  /** Whether all in the list is there. Throws where some of it is not as it was written. */
  areWhole(): Promise<boolean>
  /** Removes all in the list; nothing where some of it is not as it was written, which is an error. */
  remove(): Promise<void>
  stage(): Promise<Stage>
  /** Removes what the list has, and puts what is staged into the folder. */
  publish(stage: Stage): Promise<void>
}

const topOf = (name: string): string => name.split('/', 1)[0]!

/** `folder` is where the state of the run folder `out` is kept. */
export function openResults(files: Files, out: string, folder: string): Results {
  const list = join(folder, 'written.jsonl')
  const staged = join(folder, 'staged')

  async function* written(): AsyncGenerator<Written> {
    const bytes = await files.read(list).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    })
    if (bytes) yield* writtenIn(bytes, list)
  }

  /** What of the list is there. Throws where some of it is not as it was written, or is not alone in its folder. */
  async function check(): Promise<{ missing: number }> {
    const folders = new Map<string, number>()
    let missing = 0
    for await (const { name, ...print } of written()) {
      const path = join(out, name)
      const top = topOf(name)
      const stats = await files.look(path)
      if (!stats) missing++
      else if (!(await isSame(path, stats.size, print))) throw changed(path)
      if (top !== name) folders.set(top, (folders.get(top) ?? 0) + (stats ? 1 : 0))
    }
    for (const [top, count] of folders) {
      const path = join(out, top)
      const stats = await files.look(path)
      if (stats && (!stats.isDirectory() || (await files.list(path)).length !== count))
        throw otherRun(`${path} holds files that this program did not write; move them away, then try again`)
    }
    return { missing }
  }

  async function isSame(path: string, size: number, print: Print): Promise<boolean> {
    return size === print.bytes && (await printOf(files, path))?.sha256 === print.sha256
  }

  async function remove(): Promise<void> {
    await check()
    const folders = new Set<string>()
    for await (const { name } of written()) {
      await removeFile(files, join(out, name))
      if (topOf(name) !== name) folders.add(topOf(name))
    }
    for (const top of folders) if (await files.look(join(out, top))) await files.removeFolder(join(out, top))
    await removeFile(files, list)
  }

  async function refuseForeign(names: readonly string[]): Promise<void> {
    const own = new Set<string>()
    for await (const { name } of written()) own.add(topOf(name))
    for (const name of names) {
      const path = join(out, name)
      if (!own.has(name) && (await files.look(path)))
        throw otherRun(
          `${path} is there, and this program did not write it; move it away, or choose another folder`,
        )
    }
  }

  /** Puts one name of the stage into the folder, where it must be free. */
  async function place(name: string): Promise<void> {
    const [from, to] = [join(staged, name), join(out, name)]
    if ((await files.look(from))?.isDirectory()) {
      if (await files.look(to)) throw taken(to)
      await files.rename(from, to)
    } else
      await moveToFreeName(files, from, to).catch((error: unknown) => {
        throw codeOf(error) === 'EEXIST' ? taken(to) : error
      })
  }

  return {
    refuseForeign,
    areWhole: async () => (await check()).missing === 0,
    remove,
    async stage() {
      await removeTree(files, staged)
      await makeFolders(files, staged)
      return openStage(files, staged)
    },
    async publish(stage) {
      await stage.seal()
      await refuseForeign(stage.names())
      await remove()
      await files.rename(join(staged, 'written.jsonl'), list)
      await syncFolder(files, folder)
      for (const name of stage.names()) await place(name)
      await syncFolder(files, out)
      await removeTree(files, staged)
    },
  }
}

async function openStage(files: Files, staged: string): Promise<Stage> {
  const list = await createFile(files, join(staged, 'written.jsonl'))
  const tops = new Set<string>()
  const folders = new Set<string>()
  const open = new Set<NewFile>([list])
  let count = 0
  return {
    async create(name) {
      const top = topOf(name)
      if (top !== name && !folders.has(top)) {
        await makeFolders(files, join(staged, top))
        folders.add(top)
      }
      const file = await createFile(files, join(staged, name))
      open.add(file)
      return {
        ...file,
        async close() {
          const print = await file.close()
          open.delete(file)
          await list.write(`${JSON.stringify({ name, ...print } satisfies Written)}\n`)
          tops.add(top)
          count++
          return print
        },
      }
    },
    names: () => [...tops],
    async seal() {
      for (const top of folders) await syncFolder(files, join(staged, top))
      await list.write(`${JSON.stringify({ end: count })}\n`)
      await list.close()
      open.delete(list)
    },
    async discard() {
      for (const file of open) await file.discard()
    },
  }
}

/** The lines of the list; the last one says how many come before it. */
function* writtenIn(bytes: Buffer, path: string): Generator<Written> {
  const damaged = (): Error =>
    otherRun(
      `${path} is damaged: which files of the folder this program wrote is not known any more; choose another folder`,
    )
  let count = 0
  for (let at = 0; ; count++) {
    const end = bytes.indexOf(10, at)
    if (end < 0) throw damaged()
    let line: Partial<Written> & { readonly end?: number }
    try {
      line = JSON.parse(bytes.toString('utf8', at, end)) as typeof line
    } catch {
      throw damaged()
    }
    const { name, bytes: size, sha256 } = line ?? {}
    if (line?.end === count && end === bytes.length - 1) return
    if (typeof name !== 'string' || !isPlain(name) || typeof size !== 'number' || typeof sha256 !== 'string')
      throw damaged()
    yield { name, bytes: size, sha256 }
    at = end + 1
  }
}

/** A name, or a folder's and a name, that leads nowhere else. */
const isPlain = (name: string): boolean =>
  name.split('/').length <= 2 && name.split('/').every((part) => part !== '' && !/^\.{1,2}$/.test(part))

const changed = (path: string): Error =>
  otherRun(`${path} is not as this program wrote it; move it away, and the same command goes on`)
const taken = (path: string): Error =>
  otherRun(
    `${path} has come to be meanwhile, and is left as it is; move it away, and the same command goes on`,
  )
