#!/usr/bin/env node
/**
 * Starts the command. The build puts all of it into one file, `program.cjs`, and what V8 has compiled of that file is
 * kept and given back to it: in a checkout by the build, else in the user's cache folder after a page was cleaned. A
 * cache that is missing, of another version or broken is compiled anew. Run from source, the modules are loaded.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import Module, { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cachedDataVersionTag } from 'node:v8'
import { Script } from 'node:vm'
import { crc32 } from 'node:zlib'
import { optimizeLater } from '../batch/optimize-later.ts'

interface Program {
  readonly run: (words: readonly string[]) => Promise<void>
}

const PROGRAM = fileURLToPath(new URL('./program.cjs', import.meta.url))
/** Caches kept in the user's folder, one for every version of Node and of the package: the youngest. */
const KEPT = 4
/** Commands in whose process pages are cleaned: a cache is worth keeping after these alone. */
const CLEANING = new Set(['clean', 'explain'])
/** Bytes of the check sum at the end of a cache. */
const SUM = 4

/** As far as Node has a compile cache of its own (22.8), that one is used. */
function loadBundle(): Program {
  const { enableCompileCache } = Module as { enableCompileCache?: (folder: string) => unknown }
  if (enableCompileCache === undefined) return runBundle()
  enableCompileCache(cacheFolder())
  return createRequire(PROGRAM)(PROGRAM) as Program
}

function runBundle(): Program {
  const source = readFileSync(PROGRAM)
  // the tag stands for V8's version, its flags and the processor
  const name = `program-${cachedDataVersionTag().toString(36)}-${crc32(source).toString(36)}.code`
  const kept = join(cacheFolder(), name)
  const cachedData = readCache(join(dirname(PROGRAM), name)) ?? readCache(kept, process.getuid?.())
  // the build writes ASCII alone
  const script = new Script(Module.wrap(source.toString('latin1')), {
    filename: PROGRAM,
    ...(cachedData && { cachedData }),
  })
  const wanted = CLEANING.has(process.argv[2] ?? '') && !process.env.NODE_DISABLE_COMPILE_CACHE
  if (wanted && (cachedData === undefined || script.cachedDataRejected))
    process.once('exit', (code) => {
      if (code === 0) keep(kept, script.createCachedData())
    })
  const module = { exports: {} as Program }
  script.runInThisContext()(module.exports, createRequire(PROGRAM), module, PROGRAM, dirname(PROGRAM))
  return module.exports
}

function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env
  const home =
    XDG_CACHE_HOME ||
    (process.platform === 'win32' && LOCALAPPDATA) ||
    join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache')
  return join(home, 'dechaff')
}

/**
 * The code kept in a file that is whole and, where an `owner` is named, theirs: code is run from no file of somebody
 * else's, and V8 trusts what it is given.
 */
function readCache(file: string, owner?: number): Buffer | undefined {
  try {
    if (owner !== undefined && statSync(file).uid !== owner) return undefined
    const whole = readFileSync(file)
    const code = whole.subarray(0, -SUM)
    return crc32(code) === whole.readUInt32LE(code.length) ? code : undefined
  } catch {
    return undefined
  }
}

/** Where it cannot be written, the next start is as slow as this one, and nothing else is wrong. */
function keep(file: string, code: Buffer): void {
  try {
    const folder = dirname(file)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const sum = Buffer.alloc(SUM)
    sum.writeUInt32LE(crc32(code))
    const unfinished = `${file}.${process.pid}`
    writeFileSync(unfinished, Buffer.concat([code, sum]), { mode: 0o600 })
    renameSync(unfinished, file)
    const caches = readdirSync(folder).filter((name) => name.startsWith('program-'))
    const aged = caches.map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }))
    for (const { name } of aged.sort((a, b) => b.time - a.time).slice(KEPT)) rmSync(join(folder, name))
  } catch {
    // see above
  }
}

// before anything is compiled: what V8 keeps holds for its flags
optimizeLater()
const { run } = existsSync(PROGRAM) ? loadBundle() : await import('./program.ts')
await run(process.argv.slice(2))
