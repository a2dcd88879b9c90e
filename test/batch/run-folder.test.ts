import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { systemFiles } from '../../src/batch/files.ts'
import type { Input } from '../../src/batch/input.ts'
import { refuseOverlap } from '../../src/batch/inputs.ts'
import { lockFolder } from '../../src/batch/lock.ts'
import { pipe } from '../../src/batch/pipe.ts'
import { type Pool, startPool } from '../../src/batch/pool.ts'
import { type RunOptions, type RunResult, run } from '../../src/batch/run.ts'
import { uniqueNames } from '../../src/batch/seen.ts'
import { readRun } from '../../src/review/run-folder.ts'
import { collect, pageOf } from './bytes-of.ts'
import { contents, folder, put, records } from './folder.ts'

// one pool for all runs of this file: what is tested is the folder, not the processes
const cleaner = new URL('./stub-cleaner.mjs', import.meta.url).href
const shared = startPool({ cleaner, clean: {} })
const pool: Pool = { ...shared, close() {} }
afterAll(() => shared.close())

async function* pages(n = 9, text = 'text'): AsyncGenerator<Input> {
  for (let at = 0; at < n; at++) yield pageOf(`page-${at}`, at % 4 === 3 ? '' : `${text} of page ${at}`)
}

const FULL = { explain: false, parquet: false, articles: 'md' } as const
const go = (out: string, options: Partial<RunOptions> = {}): Promise<RunResult> =>
  run({
    inputs: pages(),
    out,
    settings: { pipeline: 'one' },
    pool,
    output: FULL,
    concurrency: 2,
    shardPages: 2,
    ...options,
  })

/** Stops a run after so many pages. */
async function stopped(out: string, after: number, options: Partial<RunOptions> = {}): Promise<void> {
  const stop = new AbortController()
  let done = 0
  const watch = { page: () => void (++done >= after && stop.abort('SIGTERM')) }
  expect((await go(out, { ...options, signal: stop.signal, watch })).state).toBe('stopped')
}

/** What a user sees of a folder. */
const results = (out: string): Record<string, string> =>
  Object.fromEntries(Object.entries(contents(out)).filter(([name]) => !name.startsWith('.dechaff/')))

describe('what a run did not write', () => {
  it.each(['articles/mine.html', 'articles', 'articles.jsonl', 'rejected.jsonl', 'report.json'])(
    'stays, whether or not it is to be overwritten: %s',
    async (name) => {
      const out = put(folder(), { [name]: 'precious' })
      for (const overwrite of [false, true])
        await expect(go(out, { overwrite })).rejects.toThrow(/is there, and this program did not write it/)
      expect(contents(out)).toEqual({ [name]: 'precious' })
    },
  )

  it('stays where it comes while the run is at work, or between two runs', async () => {
    const out = folder()
    const watch = {
      page: () => void put(out, { 'articles/mine.html': 'precious', 'rejected.jsonl': 'mine' }),
    }
    await expect(go(out, { watch })).rejects.toThrow('did not write it')
    expect(results(out)).toEqual({ 'articles/mine.html': 'precious', 'rejected.jsonl': 'mine' })
    rmSync(join(out, 'articles'), { recursive: true })
    rmSync(join(out, 'rejected.jsonl'))
    expect((await go(out)).state).toBe('complete')
  })

  it('stays beside its results, and what was changed of them is not overwritten', async () => {
    const out = folder()
    await go(out)
    const [first] = readdirSync(join(out, 'articles'))
    put(out, { 'notes.txt': 'mine', [`articles/${first}`]: 'edited by hand' })
    const before = results(out)
    await expect(go(out)).rejects.toThrow('is not as this program wrote it; move it away')
    await expect(go(out, { overwrite: true })).rejects.toThrow('is not as this program wrote it')
    expect(results(out)).toEqual(before)
    put(out, { 'articles/added.md': 'mine' })
    renameSync(join(out, 'articles', first!), join(out, 'kept.md'))
    await expect(go(out, { overwrite: true })).rejects.toThrow('holds files that this program did not write')
    expect(results(out)).toMatchObject({ 'articles/added.md': 'mine', 'kept.md': 'edited by hand' })
  })

  it('is not reached through a link that stands for a result', async () => {
    const out = folder()
    const far = put(folder(), { 'a.md': 'precious', 'lines.jsonl': 'precious' })
    await go(out)
    for (const [name, to] of [
      ['articles', far],
      ['articles.jsonl', join(far, 'lines.jsonl')],
    ] as const) {
      rmSync(join(out, name), { recursive: true })
      symlinkSync(to, join(out, name))
      await expect(go(out, { overwrite: true })).rejects.toThrow(/did not write|is not as/)
      rmSync(join(out, name))
    }
    expect(contents(far)).toEqual({ 'a.md': 'precious', 'lines.jsonl': 'precious' })
  })
})

describe('an output folder', () => {
  it('is apart from the inputs, or the run is refused', async () => {
    const root = put(folder(), { 'pages/a.html': 'x', 'pages/deep/b.html': 'x', 'list.jsonl': '{}' })
    const at = (path: string): string => join(root, path)
    symlinkSync(at('pages'), at('link'))
    for (const [input, out] of [
      ['pages', '.'],
      ['pages', 'pages'],
      ['pages', 'pages/out'],
      ['pages', 'link/out/deeper'],
      ['link', 'pages/out'],
      ['.', 'out'],
      ['list.jsonl', '.'],
      ['pages/**/*.html', 'pages/deep'],
      ['pages/deep/missing.html', 'pages/deep'],
    ] as const)
      await expect(refuseOverlap([at(input)], at(out)), `${input} ${out}`).rejects.toThrow(/ lies in the /)
    for (const [input, out] of [
      ['pages', 'pages-clean'],
      ['pages', 'out'],
      ['list.jsonl', 'out'],
      ['pages/*.html', 'pages/out'],
    ] as const)
      await expect(refuseOverlap([at(input)], at(out)), `${input} ${out}`).resolves.toBeUndefined()
    await expect(refuseOverlap(['-'], root)).resolves.toBeUndefined()
  })
})

describe('files of articles', () => {
  it('have names of their own: for the same id, ids one file system takes for one, and any others', () => {
    const unique = uniqueNames()
    const names = ['a', 'A', 'a', 'a-2', 'é', 'e\u0301', 'É', 'ß', 'SS', 'Σ', 'ς', 'a-2'].map(unique)
    const folded = names.map((name) => name.normalize('NFKC').toUpperCase().toLowerCase())
    expect(new Set(folded).size).toBe(names.length)
    expect(names.slice(0, 5)).toEqual(['a', 'A-2', 'a-3', 'a-2-2', 'é'])
  })

  it('are as many as the lines, though hashes of ids collide in what the names show of them', async () => {
    // two ids whose SHA-256 begin with the same 48 bits and whose slugs are the same
    const ids = ['a;!!$=?!b', 'a(!(_._!b']
    const out = folder()
    async function* two(): AsyncGenerator<Input> {
      for (const id of ids) yield pageOf(id, `text of ${id}`)
    }
    await go(out, { inputs: two(), output: { ...FULL, articles: 'txt' } })
    expect(records(readFileSync(join(out, 'articles.jsonl'), 'utf8')).length).toBe(2)
    const written = readdirSync(join(out, 'articles')).map((name) =>
      readFileSync(join(out, 'articles', name), 'utf8'),
    )
    expect(written.sort()).toEqual(ids.map((id) => `text of ${id}\n`).sort())
  })
})

describe('limits and notes of a page', () => {
  const about = { limits: [{ limit: 'truncated', at: 1 }], notes: [{ kind: 'spam-claim', message: 'said' }] }
  async function* noted(): AsyncGenerator<Input> {
    yield pageOf('one', 'text @noted')
    yield pageOf('two', 'text')
  }

  it('are in the lines, the report and the Parquet file of a run', async () => {
    const out = folder()
    const explaining = startPool({ cleaner, clean: { explain: true } })
    await go(out, {
      inputs: noted(),
      pool: explaining,
      output: { explain: true, parquet: true },
    })
    for (const name of ['articles.jsonl', 'explain.jsonl']) {
      const [one, two] = records(readFileSync(join(out, name), 'utf8'))
      expect(one).toMatchObject(about)
      expect(two).not.toHaveProperty('notes')
    }
    expect(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'))).toMatchObject({
      limits: { truncated: 1 },
      notes: { 'spam-claim': 1 },
    })
    const { parquetReadObjects, asyncBufferFromFile } = await import('hyparquet')
    const [row] = await parquetReadObjects({ file: await asyncBufferFromFile(join(out, 'articles.parquet')) })
    expect(row).toMatchObject(about)
    const [page] = await collect(readRun(out))
    expect(page).toMatchObject({ id: 'one', ...about })
  })

  it('are in the records of a stream', async () => {
    const lines: string[] = []
    const to = new Writable({
      write(chunk, _, done) {
        lines.push(String(chunk))
        done()
      },
    })
    await pipe(noted(), to, { pool: { cleaner, clean: {} }, concurrency: 1 })
    expect(records(lines.join(''))[0]).toMatchObject(about)
  })
})

describe('--overwrite', () => {
  it('leaves nothing of the former run', async () => {
    const out = folder()
    await go(out, { inputs: pages(9, 'old'), output: { ...FULL, parquet: true, pack: 'gz' } })
    const whole = folder()
    const other = { settings: { pipeline: 'two' }, output: { explain: false, parquet: false } } as const
    await go(whole, { ...other, inputs: pages(3) })
    await go(out, { ...other, inputs: pages(3), overwrite: true })
    expect(contents(out)).toEqual(contents(whole))
    expect(existsSync(join(out, 'articles'))).toBe(false)
  })

  it('goes on where it was stopped', async () => {
    const out = folder()
    await go(out)
    const other = { settings: { pipeline: 'two' }, overwrite: true } as const
    await stopped(out, 5, other)
    let kept = 0
    let cleaned = 0
    const count = ({ clean, rejected }: { readonly clean: number; readonly rejected: number }): void => {
      kept += clean + rejected
    }
    await go(out, { ...other, watch: { kept: count, page: () => void cleaned++ } })
    expect(kept).toBeGreaterThan(0)
    expect(kept + cleaned).toBe(9)
    const whole = folder()
    await go(whole, { settings: other.settings })
    expect(contents(out)).toEqual(contents(whole))
  })
})

describe('a folder that is in use', () => {
  it('is locked for another run, and free when the first one ends', async () => {
    const out = folder()
    let second: unknown
    const watch = {
      page: () => {
        second ??= go(out, { settings: { pipeline: 'two' }, overwrite: true }).catch(
          (error: unknown) => error,
        )
      },
    }
    await go(out, { watch })
    expect(await second).toMatchObject({
      code: 'LOCKED',
      message: expect.stringContaining(`process ${process.pid}`),
    })
    expect((await go(out)).state).toBe('unchanged')
  })

  it('is free when its owner is gone: killed, or quiet on another machine', async () => {
    const out = folder()
    const locks = join(out, '.dechaff/locks')
    const lock = await lockFolder(systemFiles, locks, out)
    const own = JSON.parse(readFileSync(join(locks, readdirSync(locks)[0]!), 'utf8'))
    await lock.release()
    const others = {
      ended: { ...own, pid: 2 ** 22 + 1 },
      again: { ...own, began: '1' },
      far: { ...own, machine: 'far', host: 'far' },
    }
    for (const [name, owner] of Object.entries(others))
      put(locks, { [`${name}.json`]: JSON.stringify(owner) })
    await expect(go(out)).rejects.toThrow(/in use by a run \(process \d+ on far\)/)
    await systemFiles.touch(join(locks, 'far.json'))
    const { utimesSync } = await import('node:fs')
    utimesSync(join(locks, 'far.json'), 0, 0)
    expect((await go(out)).state).toBe('complete')
    expect(readdirSync(locks)).toEqual([])
  })

  it('is shared by parts, each once, and by no whole run meanwhile', async () => {
    const locks = join(folder(), 'locks')
    const one = await lockFolder(systemFiles, locks, 'out', { index: 1, of: 2 })
    const two = await lockFolder(systemFiles, locks, 'out', { index: 2, of: 2 })
    expect(await one.alone()).toBe(false)
    await expect(lockFolder(systemFiles, locks, 'out')).rejects.toThrow(/in use by part [12]\/2 of a run/)
    await expect(lockFolder(systemFiles, locks, 'out', { index: 2, of: 2 })).rejects.toThrow('part 2/2')
    await two.release()
    expect(await one.alone()).toBe(true)
    await one.release()
  })
})

describe('the state of a run', () => {
  it.each(['', '{', '[]', '{"format":2}', 'null'])(
    'that is damaged is called so: run.json is %j',
    async (text) => {
      const out = folder()
      await stopped(out, 5)
      put(out, { '.dechaff/run.json': text })
      for (const pipeline of ['one', 'two'])
        await expect(go(out, { settings: { pipeline } })).rejects.toThrow(/is damaged: .*--overwrite/)
      const whole = folder()
      await go(whole, { settings: { pipeline: 'two' } })
      await go(out, { settings: { pipeline: 'two' }, overwrite: true })
      expect(contents(out)).toEqual(contents(whole))
    },
  )

  it("that has lost its settings is no other run's", async () => {
    const out = folder()
    await stopped(out, 5)
    rmSync(join(out, '.dechaff/run.json'))
    await expect(go(out, { settings: { pipeline: 'two' } })).rejects.toThrow('is damaged')
  })

  it('gives no shard to other settings', async () => {
    const out = folder()
    await stopped(out, 5)
    const text = readFileSync(join(out, '.dechaff/run.json'), 'utf8')
    put(out, { '.dechaff/run.json': text.replace('one', 'two') })
    let kept = 0
    await go(out, { settings: { pipeline: 'two' }, watch: { kept: () => void kept++ } })
    expect(kept).toBe(0)
  })

  it.each([
    ['a mark cut off', (text: string) => text.slice(0, 90)],
    ['a mark of other counts', (text: string) => text.replace('"clean":2', '"clean":3')],
    ['a mark without counts', (text: string) => text.replace('"counts"', '"count"')],
    ['nothing', () => ''],
    ['null', () => 'null\n'],
  ])('with a damaged shard cleans it again: %s', async (_, damage) => {
    const out = folder()
    await stopped(out, 5)
    const shard = join(out, '.dechaff/shards/0000000-0000000.jsonl')
    writeFileSync(shard, damage(readFileSync(shard, 'utf8')))
    await go(out)
    const whole = folder()
    await go(whole)
    expect(contents(out)).toEqual(contents(whole))
  })

  it('with a damaged list of what was written touches nothing', async () => {
    const out = folder()
    await go(out)
    const before = results(out)
    const list = join(out, '.dechaff/written.jsonl')
    const text = readFileSync(list, 'utf8')
    for (const damaged of ['', text.slice(0, -20), text.replace('articles.jsonl', '../articles.jsonl')]) {
      writeFileSync(list, damaged)
      for (const overwrite of [false, true])
        await expect(go(out, { overwrite })).rejects.toThrow('written.jsonl is damaged')
    }
    expect(results(out)).toEqual(before)
  })
})

describe('a finished run', () => {
  it.each(['articles.jsonl', 'report.json', 'articles'])('that has lost %s makes it again', async (name) => {
    const out = folder()
    await go(out)
    const before = contents(out)
    rmSync(join(out, name), { recursive: true })
    expect((await go(out)).state).toBe('complete')
    expect(contents(out)).toEqual(before)
    expect((await go(out)).state).toBe('unchanged')
  })

  it('one of whose files was cut or changed says so', async () => {
    const out = folder()
    await go(out)
    const path = join(out, 'articles.jsonl')
    for (const text of ['', readFileSync(path, 'utf8').replace('page-1', 'page-x')]) {
      writeFileSync(path, text)
      await expect(go(out)).rejects.toThrow('articles.jsonl is not as this program wrote it')
    }
    mkdirSync(join(out, 'aside'))
    renameSync(path, join(out, 'aside/articles.jsonl'))
    expect((await go(out)).state).toBe('complete')
  })
})
