import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { Files } from '../../src/batch/files.ts'
import type { Input } from '../../src/batch/input.ts'
import { mergeRuns } from '../../src/batch/merge.ts'
import { type Pool, startPool } from '../../src/batch/pool.ts'
import { type RunOptions, run } from '../../src/batch/run.ts'
import { pageOf } from './bytes-of.ts'
import { failing, type Way } from './failing.ts'
import { contents as all, folder, put } from './folder.ts'

// every point at which a file is touched fails once, in each of these ways
vi.setConfig({ testTimeout: 600_000 })

const shared = startPool({ cleaner: new URL('./stub-cleaner.mjs', import.meta.url).href, clean: {} })
const pool: Pool = { ...shared, close() {} }
afterAll(() => shared.close())

async function* pages(n: number, text: string): AsyncGenerator<Input> {
  for (let at = 0; at < n; at++) yield pageOf(`page-${at}`, at === 2 ? '' : `${text} of page ${at}`)
}

const go = (out: string, options: Partial<RunOptions> = {}) =>
  run({
    inputs: pages(5, 'text'),
    out,
    settings: { pipeline: 'one' },
    pool,
    output: { explain: false, parquet: false, articles: 'txt' },
    concurrency: 2,
    shardPages: 3,
    ...options,
  })

/** All but the beginning of a lock, which nobody may remove before its writer is sure to be gone. */
const contents = (out: string): Record<string, string> =>
  Object.fromEntries(Object.entries(all(out)).filter(([name]) => !/^\.dechaff\/locks\/.*\.tmp$/.test(name)))

const FOREIGN = { 'mine.txt': 'precious', 'kept/mine.txt': 'precious' }

/** Lets `attempt` fail at its first, second, third ... call until it passes, and looks at the folder each time. */
async function everyPoint(
  way: Way,
  prepare: (out: string) => Promise<unknown>,
  attempt: (out: string, files?: Files) => Promise<unknown>,
  check: (out: string) => void,
): Promise<number> {
  for (let at = 1; ; at++) {
    const out = put(folder(true), FOREIGN)
    await prepare(out)
    const { files, met } = failing(at, way)
    const error = await attempt(out, files).then(
      () => undefined,
      (error: unknown) => error,
    )
    for (const [name, text] of Object.entries(FOREIGN))
      expect(readFileSync(join(out, name), 'utf8')).toBe(text)
    for (const name of readdirSync(out)) expect(KNOWN, `point ${at}`).toContain(name)
    if (error !== undefined)
      expect(String((error as Error).message), `point ${at}`).toMatch(/injected|damaged|gone/)
    // the lock of a process that died is left; here the process lives, and it is made one that is gone
    if (way === 'death') forgetLocks(out)
    await attempt(out).catch((error: unknown) => {
      throw new Error(`point ${at}: ${(error as Error).message}`, { cause: error })
    })
    check(out)
    if (!met()) return at - 1
  }
}

const KNOWN = [
  '.dechaff',
  'articles',
  ...['articles', 'rejected', 'failed'].map((name) => `${name}.jsonl`),
].concat(['report.json', 'mine.txt', 'kept'])

const forgetLocks = (out: string): void => {
  const locks = join(out, '.dechaff/locks')
  try {
    for (const name of readdirSync(locks)) {
      const path = join(locks, name)
      put(locks, { [name]: readFileSync(path, 'utf8').replace(/"began":"\d+"/, '"began":"1"') })
    }
  } catch {
    // it died before there was any
  }
}

describe.each(['error', 'death', 'full'] as const)('a file system that fails at any call (%s)', (way) => {
  it('loses nothing of a run, and touches nothing else', async () => {
    const whole = put(folder(true), FOREIGN)
    await go(whole)
    const points = await everyPoint(
      way,
      async () => {},
      (out, files) => go(out, files && { files }),
      (out) => expect(contents(out)).toEqual(contents(whole)),
    )
    console.info(`a run, ${way}: ${points} points`)
    expect(points).toBeGreaterThan(50)
  })

  it('loses nothing of parts that are merged', async () => {
    const settings = { pipeline: 'one', articles: 'txt' }
    const parts = async (out: string): Promise<void> => {
      for (const index of [1, 2]) await go(out, { settings, only: { index, of: 2 } })
    }
    const whole = put(folder(true), FOREIGN)
    await go(whole, { settings })
    const points = await everyPoint(
      way,
      parts,
      (out, files) => mergeRuns([out], out, files),
      (out) => expect(contents(out)).toEqual(contents(whole)),
    )
    expect(points).toBeGreaterThan(30)
  })

  it('loses nothing of a run that overwrites a former one', async () => {
    const other = { settings: { pipeline: 'two' }, inputs: () => pages(4, 'new') }
    const overwrite = (out: string, files?: Files) =>
      go(out, { settings: other.settings, inputs: other.inputs(), overwrite: true, ...(files && { files }) })
    const whole = put(folder(true), FOREIGN)
    await overwrite(whole)
    const points = await everyPoint(
      way,
      (out) => go(out),
      overwrite,
      (out) => expect(contents(out)).toEqual(contents(whole)),
    )
    console.info(`an overwriting run, ${way}: ${points} points`)
    expect(points).toBeGreaterThan(80)
  })
})
