import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Input, placeOf } from '../../src/batch/input.ts'
import { first, sample } from '../../src/batch/inputs.ts'
import { type RunOptions, type RunResult, run } from '../../src/batch/run.ts'
import { collect, pageOf } from './bytes-of.ts'
import { contents, folder, lines, records } from './folder.ts'

const cleaner = new URL('./stub-cleaner.mjs', import.meta.url).href

async function* pages(n = 25, change?: number): AsyncGenerator<Input> {
  for (let at = 0; at < n; at++) {
    if (at % 9 === 4)
      yield {
        id: `page-${at}`,
        path: `p/${at}`,
        status: 'failed',
        refused: { code: 'dangling-link', message: 'x', stage: 'source' },
      }
    else
      yield pageOf(
        `page-${at}`,
        at % 7 === 3 ? '' : `text of page ${at}${at === change ? ' changed' : ''} @slow ${(at * 13) % 17}`,
      )
  }
}

const go = (out: string, options: Partial<RunOptions> = {}): Promise<RunResult> =>
  run({
    inputs: pages(),
    out,
    settings: { pipeline: 'one' },
    pool: { cleaner, clean: {}, deadline: 5000 },
    output: { explain: false, parquet: false },
    concurrency: 2,
    shardPages: 4,
    ...options,
  })

describe('a run', () => {
  it('puts every input into exactly one file, in order, and its report adds up', async () => {
    const out = folder()
    const result = await go(out)
    const files = contents(out)
    const ids = (name: string, key: string): unknown[] => records(files[name]!).map((record) => record[key])
    const all = [
      ...ids('articles.jsonl', 'page'),
      ...ids('rejected.jsonl', 'id'),
      ...ids('failed.jsonl', 'id'),
    ]
    expect(all.length).toBe(25)
    expect(new Set(all).size).toBe(25)
    expect(ids('failed.jsonl', 'id')).toEqual(['page-4', 'page-13', 'page-22'])
    const report = JSON.parse(files['report.json']!)
    expect(report).toMatchObject({
      in: 25,
      clean: 18,
      rejected: 4,
      failed: 3,
      failedBy: { 'dangling-link': 3 },
    })
    expect(result).toMatchObject({ state: 'complete', report })
  })

  it('writes the same bytes with 1, 2 and 8 processes', async () => {
    const roots = [folder(), folder(), folder()]
    for (const [at, concurrency] of [1, 2, 8].entries()) await go(roots[at]!, { concurrency })
    expect(contents(roots[1]!)).toEqual(contents(roots[0]!))
    expect(contents(roots[2]!)).toEqual(contents(roots[0]!))
  })

  it('goes on where it was stopped, to the same bytes, whatever was left behind', async () => {
    const whole = folder()
    await go(whole)
    for (const pagesDone of [1, 7, 12, 20]) {
      const out = folder()
      const stop = new AbortController()
      let done = 0
      const watch = { page: () => void (++done >= pagesDone && stop.abort('SIGTERM')) }
      expect(
        (await go(out, { signal: stop.signal, watch, patience: pagesDone % 2 === 0 ? 0 : 4000 })).state,
      ).toBe('stopped')
      expect(readdirSync(out)).toEqual(['.dechaff'])
      writeFileSync(join(out, '.dechaff/shards/0000000-0000003.jsonl.99.tmp'), '{"torn')
      let kept = 0
      const again = await go(out, {
        watch: {
          kept: ({ clean, rejected, failed }) => {
            kept += clean + rejected + failed
          },
        },
      })
      expect(again.state).toBe('complete')
      expect(kept).toBeLessThanOrEqual(25)
      // with patience, the shards that were begun are finished
      if (pagesDone === 7) expect(kept).toBeGreaterThan(0)
      expect(contents(out)).toEqual(contents(whole))
    }
  })

  it('does a shard again that is torn, damaged, or made from other input', async () => {
    const whole = folder()
    await go(whole, { inputs: pages(25, 9) })
    const out = folder()
    for (const part of [1, 2]) await go(out, { only: { index: part, of: 2 } })
    const shard = (at: number): string => join(out, `.dechaff/shards/0000000-000000${at}.jsonl`)
    writeFileSync(shard(0), readFileSync(shard(0)).subarray(0, -20))
    writeFileSync(shard(1), readFileSync(shard(1), 'utf8').replace('page-5', 'page-x'))
    rmSync(shard(3))
    const missing = 'missing shards 0 to 3 (parts 1/2, 2/2)'
    await expect(go(out, { inputs: pages(25, 9) })).rejects.toThrow(missing)
    expect(existsSync(join(out, 'articles.jsonl'))).toBe(false)
    await go(out, { inputs: pages(25, 9), only: { index: 1, of: 1 } })
    await go(out, { inputs: pages(25, 9) })
    expect(contents(out)).toEqual(contents(whole))
  })

  it('finds a finished folder unchanged, and refuses other input or other settings in it', async () => {
    const out = folder()
    await go(out)
    const before = contents(out)
    expect((await go(out)).state).toBe('unchanged')
    await expect(go(out, { inputs: pages(25, 3) })).resolves.toMatchObject({ state: 'unchanged' })
    await expect(go(out, { inputs: pages(25, 5) })).rejects.toThrow('holds the result of other input')
    await expect(go(out, { settings: { pipeline: 'two' } })).rejects.toThrow(
      'another pipeline (one there, two now)',
    )
    expect(contents(out)).toEqual(before)
    await go(out, { settings: { pipeline: 'two' }, overwrite: true })
    expect(JSON.parse(contents(out)['report.json']!).run.pipeline).toBe('two')
  })

  it('does not write over results it did not make', async () => {
    const out = folder()
    writeFileSync(join(out, 'articles.jsonl'), 'precious\n')
    await expect(go(out)).rejects.toThrow('did not write it')
    expect(contents(out)).toEqual({ 'articles.jsonl': 'precious\n' })
  })

  it('can be cut into parts that are cleaned apart, in any order, more than once', async () => {
    const whole = folder()
    await go(whole)
    const out = folder()
    for (const index of [3, 1, 2, 1]) await go(out, { only: { index, of: 3 } })
    let cleaned = 0
    await go(out, { watch: { page: () => void cleaned++ } })
    expect(cleaned).toBe(0)
    expect(contents(out)).toEqual(contents(whole))
  })

  it('names the second input of a name apart, and counts repeats', async () => {
    const out = folder()
    async function* twice(): AsyncGenerator<Input> {
      for (const id of ['a', 'a', 'a#2', 'a']) yield pageOf(id, 'same')
    }
    await go(out, { inputs: twice() })
    const files = contents(out)
    expect(records(files['articles.jsonl']!).map(({ page }) => page)).toEqual(['a', 'a#2', 'a#2#2', 'a#3'])
    expect(JSON.parse(files['report.json']!).repeated).toEqual({ ids: 3, contents: 3 })
  })

  it('stops at the first failed page if told to, and can go on without', async () => {
    const out = folder()
    await expect(go(out, { failFast: true })).rejects.toThrow('page-4: x')
    expect((await go(out)).state).toBe('complete')
  })

  it('writes packed lines, articles as files, blocks and Parquet on demand', async () => {
    const out = folder()
    await go(out, {
      pool: { cleaner, clean: { explain: true } },
      output: { explain: true, pack: 'gz', parquet: true, articles: 'md' },
    })
    const names = readdirSync(out).sort()
    expect(names).toEqual([
      '.dechaff',
      'articles',
      'articles.jsonl.gz',
      'articles.parquet',
      'explain.jsonl.gz',
      'failed.jsonl.gz',
      'rejected.jsonl.gz',
      'report.json',
    ])
    const articles = lines(gunzipSync(readFileSync(join(out, 'articles.jsonl.gz'))).toString())
    expect(articles.length).toBe(18)
    expect(readdirSync(join(out, 'articles')).length).toBe(18)
    const { parquetReadObjects, asyncBufferFromFile } = await import('hyparquet')
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(join(out, 'articles.parquet')) })
    expect(rows.map(({ page, text }) => `${page} ${text}`)).toEqual(
      articles.map((line) => JSON.parse(line)).map(({ page, text }) => `${page} ${text}`),
    )
  })

  it('tells the largest pages in its report, and the slowest, of an earlier run too, apart from it', async () => {
    const out = folder()
    const slow = ['@slow 60', 'a', '@slow 150', 'bb', 'c', '@slow 5']
    async function* some(): AsyncGenerator<Input> {
      for (const [at, text] of slow.entries()) yield pageOf(`p${at}`, text)
    }
    for (const index of [2, 1]) await go(out, { inputs: some(), shardPages: 2, only: { index, of: 2 } })
    const result = await go(out, { inputs: some(), shardPages: 2 })
    if (result.state !== 'complete') throw new Error(result.state)
    const ids = result.slowest.map(({ id }) => id)
    expect(ids[0]).toBe('p2')
    expect(ids).toContain('p0')
    expect(result.report.largest.slice(0, 4)).toEqual([
      { id: 'p2', bytes: 9 },
      { id: 'p0', bytes: 8 },
      { id: 'p5', bytes: 7 },
      { id: 'p3', bytes: 2 },
    ])
    expect(JSON.stringify(contents(out))).not.toMatch(/slowest|"ms"/)
  })

  it('keeps every name of an article inside its folder', async () => {
    const out = folder()
    const ids = [
      '../../etc/passwd',
      '/abs',
      'CON',
      'nul.txt',
      'a\0b',
      '\u202egnp.exe',
      '😀',
      'x'.repeat(300),
      '\u001b[2J',
      '=cmd()',
      '<img onerror>',
      '---',
      '.',
      '',
    ]
    async function* named(): AsyncGenerator<Input> {
      for (const id of ids) yield pageOf(id, `text of ${id}`)
    }
    await go(out, {
      inputs: named(),
      output: { explain: false, parquet: false, articles: 'txt' },
    })
    const names = readdirSync(join(out, 'articles'))
    expect(names.length).toBe(ids.length)
    for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9-]{0,48}-[0-9a-f]{12}\.txt$/)
    expect(records(readFileSync(join(out, 'articles.jsonl'), 'utf8')).map(({ page }) => page)).toEqual(ids)
  })

  it('leaves nothing half written where the output cannot be', async () => {
    const out = folder()
    mkdirSync(join(out, 'report.json.tmp'))
    writeFileSync(join(out, 'file'), '')
    await expect(go(join(out, 'file'))).rejects.toMatchObject({ code: 'EEXIST' })
    await expect(go(join(out, 'file/below'))).rejects.toMatchObject({ code: 'ENOTDIR' })
  })
})

describe('selection', () => {
  const ids = async (inputs: AsyncIterable<Input>): Promise<string[]> => (await collect(inputs)).map(placeOf)

  it('takes the first pages', async () => {
    expect(await ids(first(pages(), 3))).toEqual(['page-0', 'page-1', 'page-2'])
  })

  it('takes the same sample every time, spread out, in order', async () => {
    const chosen = await ids(sample(pages(400), 10))
    expect(chosen).toEqual(await ids(sample(pages(400), 10)))
    expect(chosen.length).toBe(10)
    const at = chosen.map((id) => Number(id.slice(5)))
    expect(at).toEqual([...at].sort((a, b) => a - b))
    expect(at.at(-1)! - at[0]!).toBeGreaterThan(150)
    expect(await ids(sample(pages(5), 10))).toEqual(await ids(pages(5)))
  })
})
