import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exitOfError } from '../../src/batch/exit.ts'
import type { Input } from '../../src/batch/input.ts'
import { mergeRuns, statusOf } from '../../src/batch/merge.ts'
import { type RunOptions, type RunResult, run } from '../../src/batch/run.ts'
import { pageOf } from './bytes-of.ts'
import { contents, folder } from './folder.ts'

const cleaner = new URL('./stub-cleaner.mjs', import.meta.url).href

async function* pages(n: number): AsyncGenerator<Input> {
  for (let at = 0; at < n; at++) yield pageOf(`page-${at}`, at % 5 === 3 ? '' : `text of page ${at}`)
}

/** 17 pages in shards of two: nine of them. */
const go = (out: string, options: Partial<RunOptions> = {}, n = 17): Promise<RunResult> =>
  run({
    inputs: pages(n),
    out,
    settings: { pipeline: 'one', explain: true },
    pool: { cleaner, clean: {}, deadline: 5000 },
    output: { explain: true, parquet: false },
    concurrency: 1,
    shardPages: 2,
    ...options,
  })

const part = (out: string, index: number, of: number, n?: number): Promise<RunResult> =>
  go(out, { only: { index, of } }, n)

async function errorOf(work: Promise<unknown>): Promise<{ code: number; message: string }> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return { code: exitOfError(error), message: String((error as Error | undefined)?.message) }
}

describe('merging', () => {
  it('puts parts of one folder together, to the bytes of one run, and says what is missing until then', async () => {
    const [whole, out] = [folder(), folder()]
    await go(whole)
    for (const index of [1, 3]) await part(out, index, 4)
    const before = contents(out)
    expect(await statusOf([out])).toEqual({
      state: 'unfinished',
      atWork: 0,
      pipeline: 'one',
      parts: [
        { index: 1, of: 4 },
        { index: 3, of: 4 },
      ],
      shards: { done: 5, of: 9 },
      pages: 9,
      clean: 7,
      rejected: 2,
      failed: 0,
      missing: {
        shards: [1, 3, 5, 7],
        splits: [],
        open: false,
        parts: [
          { index: 2, of: 4 },
          { index: 4, of: 4 },
        ],
      },
    })
    expect(await errorOf(mergeRuns([out], out))).toEqual({
      code: 75,
      message: `${out}: there are missing shards 1, 3, 5, 7 (parts 2/4, 4/4); nothing was merged`,
    })
    expect(contents(out)).toEqual(before)
    // what is missing, cut in another way
    for (const index of [2, 1]) await part(out, index, 2)
    expect((await statusOf([out])).state).toBe('mergeable')
    expect((await mergeRuns([out], out)).state).toBe('complete')
    expect(contents(out)['.dechaff/done.json']).toBe(contents(whole)['.dechaff/done.json'])
    for (const name of ['articles', 'rejected', 'failed', 'explain'])
      expect(readFileSync(join(out, `${name}.jsonl`))).toEqual(readFileSync(join(whole, `${name}.jsonl`)))
    expect(readFileSync(join(out, 'report.json'))).toEqual(readFileSync(join(whole, 'report.json')))
    expect((await mergeRuns([out], out)).state).toBe('unchanged')
    expect(await statusOf([out])).toMatchObject({ state: 'complete', pages: 17 })
  })

  it('puts folders without a common disk together, where one of them holds a shard twice', async () => {
    const [whole, out] = [folder(), join(folder(), 'out')]
    await go(whole)
    const parts = [folder(), folder(), folder()]
    for (const [at, dir] of parts.entries()) await part(dir, at + 1, 3)
    await part(parts[0]!, 2, 3)
    expect(await errorOf(mergeRuns(parts.slice(0, 2), out))).toMatchObject({ code: 75 })
    expect(existsSync(out)).toBe(false)
    await mergeRuns(parts, out)
    expect(readFileSync(join(out, 'articles.jsonl'))).toEqual(readFileSync(join(whole, 'articles.jsonl')))
    expect(readFileSync(join(out, 'report.json'))).toEqual(readFileSync(join(whole, 'report.json')))
  })

  it('does not know how many follow where the last shard is missing', async () => {
    const out = folder()
    await part(out, 2, 3)
    expect((await statusOf([out])).missing).toMatchObject({ shards: [0, 2, 3, 5, 6], open: true })
    expect((await errorOf(mergeRuns([out], out))).message).toContain('and the last shard (parts 1/3, 3/3)')
  })

  it('refuses a damaged shard, other settings, and input that changed between the parts', async () => {
    const out = folder()
    for (const index of [1, 2]) await part(out, index, 2)
    const other = folder()
    cpSync(out, other, { recursive: true })
    const shard = join(other, '.dechaff/shards/0000000-0000004.jsonl')
    writeFileSync(shard, readFileSync(shard, 'utf8').replace('text of page 9', 'text of page X'))
    expect(await errorOf(mergeRuns([other], other))).toMatchObject({
      code: 75,
      message: expect.stringContaining('shard 4'),
    })
    expect(existsSync(join(other, 'articles.jsonl'))).toBe(false)

    const foreign = folder()
    await go(foreign, { settings: { pipeline: 'two' }, only: { index: 1, of: 2 } })
    expect(await errorOf(mergeRuns([out, foreign], join(folder(), 'o')))).toMatchObject({ code: 2 })

    // one page more, seen by the part that has the ninth and last shard only
    const grown = folder()
    await part(grown, 2, 2)
    await part(grown, 1, 2, 18)
    rmSync(join(grown, '.dechaff/shards/0000000-0000000.jsonl'))
    await part(grown, 1, 2, 16)
    expect((await errorOf(mergeRuns([grown], grown))).code).not.toBe(0)
    expect((await errorOf(statusOf([folder()]))).code).toBe(2)
  })

  it('merges no input into no records', async () => {
    const out = folder()
    await part(out, 1, 2, 0)
    await part(out, 2, 2, 0)
    expect(await mergeRuns([out], out)).toMatchObject({ report: { in: 0 } })
  })
})
