#!/usr/bin/env node
/**
 * Starts the command. The build puts all of it into one file, `program.cjs`, and what V8 has compiled of that file is
 * kept and given back to it: in a checkout by the build, else in the user's cache folder, after each of the first pages
 * that are cleaned. A cache that is missing, of another version or broken is compiled anew. Run from source, the modules
 * are loaded.
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
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8'
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
/** Pages after which a cache holds what pages usually need: each of them may need functions that no other did. */
const ENOUGH = 8
/** Bytes at the end of a cache: for how many pages it was kept, and the check sum of all before. */
const PAGES = 1
const SUM = 4

interface Cache {
  readonly code: Buffer
  readonly pages: number
}

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
  const cache = readCache(join(dirname(PROGRAM), name)) ?? readCache(kept, process.getuid?.())
  // the build writes ASCII alone
  const script = new Script(Module.wrap(source.toString('latin1')), {
    filename: PROGRAM,
    ...(cache && { cachedData: cache.code }),
  })
  const wanted = CLEANING.has(process.argv[2] ?? '') && !process.env.NODE_DISABLE_COMPILE_CACHE
  const pages = cache && !script.cachedDataRejected ? cache.pages : 0
  if (wanted && pages < ENOUGH)
    process.once('exit', (code) => {
      if (code === 0) keep(kept, { code: script.createCachedData(), pages: pages + 1 })
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
 * The cache in a file that is whole and, where an `owner` is named, theirs: code is run from no file of somebody
 * else's, and V8 trusts what it is given.
 */
function readCache(file: string, owner?: number): Cache | undefined {
  try {
    if (owner !== undefined && statSync(file).uid !== owner) return undefined
    const whole = readFileSync(file)
    const summed = whole.subarray(0, -SUM)
    if (crc32(summed) !== whole.readUInt32LE(summed.length)) return undefined
    return { code: summed.subarray(0, -PAGES), pages: summed.at(-PAGES)! }
  } catch {
    return undefined
  }
}

/** Where it cannot be written, the next start is as slow as this one, and nothing else is wrong. */
function keep(file: string, { code, pages }: Cache): void {
  try {
    const folder = dirname(file)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const whole = Buffer.concat([code, Buffer.alloc(PAGES, pages), Buffer.alloc(SUM)])
    whole.writeUInt32LE(crc32(whole.subarray(0, -SUM)), whole.length - SUM)
    const unfinished = `${file}.${process.pid}`
    writeFileSync(unfinished, whole, { mode: 0o600 })
    renameSync(unfinished, file)
    const caches = readdirSync(folder).filter((name) => name.startsWith('program-'))
    const aged = caches.map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }))
    for (const { name } of aged.sort((a, b) => b.time - a.time).slice(KEPT)) rmSync(join(folder, name))
  } catch {
    // see above
  }
}

/**
 * Tells V8 that one page is all it will see: expressions are interpreted as they are for their first hundred runs, few
 * functions pay for their optimization, what runs once only, at the start, is not dropped before it is kept, and the space
 * for young objects has its full size at once.
 */
function expectOnePage(): void {
  optimizeLater(16)
  setFlagsFromString('--semi-space-growth-factor=16')
  setFlagsFromString('--no-flush-bytecode')
  setFlagsFromString('--no-regexp-peephole-optimization')
  setFlagsFromString('--regexp-tier-up-ticks=100')
}

// what Node holds of its modules, compiled, is taken under its own flags only
for (const name of ['child_process', 'crypto', 'stream/consumers', 'tty'])
  process.getBuiltinModule(`node:${name}`)
// before anything of ours is compiled: what V8 keeps holds for its flags
expectOnePage()
void start()

async function start(): Promise<void> {
  const { run } = existsSync(PROGRAM) ? loadBundle() : await import('./program.ts')
  await run(process.argv.slice(2))
}
