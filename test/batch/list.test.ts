import { appendFileSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Input, PageInput } from '../../src/batch/input.ts'
import { inputsOf, jobOf } from '../../src/batch/inputs.ts'
import { mergeRuns, statusOf } from '../../src/batch/merge.ts'
import type { BatchRequest } from '../../src/batch/request.ts'
import { run } from '../../src/batch/run.ts'
import { streamOf } from '../../src/batch/shard.ts'
import { PRESETS } from '../../src/batch/sources/fields.ts'
import { type Entry, readList } from '../../src/batch/sources/list.ts'
import { openEntry, openSources } from '../../src/batch/sources/open.ts'
import { splitFiles } from '../../src/batch/split-files.ts'
import { collect, tell } from './bytes-of.ts'
import { folder, put } from './folder.ts'

const fields = PRESETS.auto!
const at = (root: string, entry: Entry): Promise<Input[]> =>
  collect(openEntry({ ...entry, file: join(root, entry.file) }, { fields }))
const tellAt = async (root: string, entry: Entry): Promise<string[]> =>
  (await at(root, entry)).map((input) => tell(input).replace(`${root}/`, ''))
/** The content alone: what a page is called depends on where one began to read. */
const contentOf = (input: Input): string => tell(input).replace(/^.*?(?:: | ! )/, '')

const line = (text: string): string => `${JSON.stringify({ text })}\n`
function record(text: string, type = 'conversion'): string {
  const length = Buffer.byteLength(text)
  return `WARC/1.0\r\nWARC-Type: ${type}\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\n\r\n${text}\r\n\r\n`
}
const arc = (text: string): string => {
  const block = `HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n${text}`
  return `http://quarry.example/a 192.0.2.1 20031105224313 text/plain ${Buffer.byteLength(block)}\n${block}\n`
}
const together = (parts: readonly string[]): Buffer => Buffer.from(parts.join(''))
const apart = (parts: readonly string[]): Buffer => Buffer.concat(parts.map((part) => gzipSync(part)))

/** A file of records, and whether they lie there by themselves. */
const KINDS: readonly [name: string, of: (texts: readonly string[]) => Buffer][] = [
  ['crawl.jsonl', (texts) => together(texts.map(line))],
  ['crawl.jsonl.gz', (texts) => apart(texts.map(line))],
  ['crawl.warc', (texts) => together([record('x', 'warcinfo'), ...texts.map((text) => record(text))])],
  ['crawl.warc.gz', (texts) => apart([record('x', 'warcinfo'), ...texts.map((text) => record(text))])],
  ['crawl.arc.gz', (texts) => apart(texts.map(arc))],
]
const texts = fc.array(fc.stringMatching(/^[a-zé]{1,40}$/), { minLength: 1, maxLength: 8 })

describe.each(KINDS)('of %s', (name, of) => {
  it('every page tells where it lies, and is there', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (all) => {
        const root = put(folder(true), { [name]: of(all) })
        const pages = (await collect(openSources([join(root, name)], { fields }))) as PageInput[]
        expect(pages.map(contentOf)).toEqual(all)
        for (const [i, { origin }] of pages.entries()) {
          const again = await collect(openEntry(origin!, { fields }))
          expect(again.map(contentOf)).toEqual([all[i]])
          expect((again[0] as PageInput).origin).toEqual(origin)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('the parts it is split into are the whole of it', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 400 }), async (all, bytes) => {
        const root = put(folder(true), { [name]: of(all) })
        const parts = await collect(splitFiles([join(root, name)], { bytes }))
        const pages = await Promise.all(parts.map((part) => collect(openEntry(part, { fields }))))
        expect(pages.flat().map(contentOf)).toEqual(all)
        if (parts.length > 1) expect(parts.at(-1)!.offset! + parts.at(-1)!.length!).toBe(of(all).length)
      }),
      { numRuns: 20 },
    )
  })
})

describe('a page', () => {
  it('that is packed together with others does not say where it lies, and its file is one part', async () => {
    const root = put(folder(), {
      'a.jsonl.gz': gzipSync(line('one') + line('two')),
      'b.jsonl.gz': gzipSync(apart([line('one'), line('two')])),
      'c.csv': 'text\none\ntwo\n',
    })
    for await (const input of openSources([root], { fields })) expect(input).not.toHaveProperty('origin')
    const uncut: string[] = []
    const parts = await collect(splitFiles([root], { bytes: 1, uncut: (path) => void uncut.push(path) }))
    expect(parts).toEqual(['a.jsonl.gz', 'b.jsonl.gz', 'c.csv'].map((file) => ({ file: join(root, file) })))
    expect(uncut).toEqual(parts.map(({ file }) => file))
  })
})

describe('an entry', () => {
  const files = { 'a.jsonl': line('one') + line('two'), 'p.html': 'a page', 'c.csv': 'text\none\n' }

  it('is a file, or a part of one to its end', async () => {
    const root = put(folder(), files)
    expect(await tellAt(root, { file: 'p.html' })).toEqual(['p.html: a page'])
    expect(await tellAt(root, { file: 'a.jsonl' })).toEqual(['a.jsonl:1: one', 'a.jsonl:2: two'])
    const offset = line('one').length
    expect(await tellAt(root, { file: 'a.jsonl', offset })).toEqual([`a.jsonl@${offset}:1: two`])
  })

  it.each<[string, Entry, string[]]>([
    ['is not there', { file: 'x.jsonl', offset: 0, length: 1 }, ['x.jsonl@0 ! not-found']],
    ['is a folder', { file: '' }, [' ! folder']],
    [
      'ends behind its file',
      { file: 'a.jsonl', offset: 15, length: 99 },
      ['a.jsonl@15:1: two', 'a.jsonl@15:end ! truncated'],
    ],
    ['begins behind it', { file: 'a.jsonl', offset: 99, length: 1 }, ['a.jsonl@99:end ! truncated']],
    [
      'begins inside a record',
      { file: 'a.jsonl', offset: 3 },
      ['a.jsonl@3:1 ! bad-json', 'a.jsonl@3:2: two'],
    ],
    ['is rows without their names', { file: 'c.csv', offset: 5 }, ['c.csv@5 ! no-field-names']],
  ])('that %s is a record all the same', async (_what, entry, told) => {
    const found = await tellAt(put(folder(), files), entry)
    expect(found.map((one) => one.replace(/^\/.*?(?= !)/, ''))).toEqual(told)
  })
})

describe('a list', () => {
  it('has paths and parts of files, and is cut into splits by what it says alone', () => {
    const text =
      'a.html\r\n\n{"file":"b.warc","offset":7,"length":9,"url":"x"}\n{"file":"c d.txt"}\nbig.warc\ne.html\n'
    const list = readList(text, 'l', 3)
    expect([...list.entries()]).toEqual([
      { file: 'a.html' },
      { file: 'b.warc', offset: 7, length: 9 },
      { file: 'c d.txt' },
      { file: 'big.warc' },
      { file: 'e.html' },
    ])
    const files = Array.from({ length: list.splits }, (_, i) => list.split(i).map(({ file }) => file))
    expect(files).toEqual([['a.html', 'b.warc', 'c d.txt'], ['big.warc'], ['e.html']])
  })

  it.each([
    ['{"file":"a"\n', 'l:1: is neither a path nor an object of JSON'],
    ['a\n{"path":"a"}\n', 'l:2: "file" is no path'],
    ['{"file":"a","offset":-1}', 'l:1: "offset" is no number of bytes'],
    ['{"file":"a","offset":0,"length":"9"}', 'l:1: "length" is no number of bytes'],
    ['{"file":"a","length":9}', 'l:1: "length" without "offset"'],
  ])('that holds %j is refused with the line', (text, message) => {
    expect(() => readList(text, 'l', 9)).toThrow(message)
  })

  const ask = (list: string): BatchRequest => ({
    operands: [],
    list,
    out: 'o',
    pipeline: 'one',
    preset: 'auto',
    deadline: 10,
    memory: 1024,
    shardSize: 2,
  })
  const cleaner = new URL('./stub-cleaner.mjs', import.meta.url).href

  async function go(root: string, out: string, only?: { index: number; of: number }) {
    const job = await jobOf(ask(join(root, 'list')))
    const settings = { pipeline: 'one', list: job.entries!.digest, splits: job.entries!.splits }
    return run({
      inputs: inputsOf(job),
      out,
      settings,
      pool: { cleaner, clean: {}, deadline: 5000 },
      output: { explain: false, parquet: false },
      concurrency: 1,
      shardPages: 2,
      ...(only && { only }),
    })
  }

  /** Seven files of three pages and more, two shards each. */
  function crawl(): string {
    const root = folder()
    for (let i = 0; i < 7; i++) {
      const pages = Array.from({ length: 3 + (i % 2) }, (_, n) => line(`page ${n} of file ${i}`))
      put(root, { [`${i}.jsonl`]: pages.join('') })
      appendFileSync(join(root, 'list'), `${join(root, `${i}.jsonl`)}\n`)
    }
    return root
  }

  it('is cleaned in parts that open nothing but their own, to the bytes of one run', async () => {
    const root = crawl()
    const [whole, out] = [folder(), folder()]
    expect(await go(root, whole)).toMatchObject({ state: 'complete', report: { in: 24, clean: 24 } })
    const kept = new Map<string, string>()
    for (let i = 0; i < 7; i++) kept.set(`${i}.jsonl`, readFileSync(join(root, `${i}.jsonl`), 'utf8'))
    const keepOnly = (which: (i: number) => boolean): void => {
      for (let i = 0; i < 7; i++) rmSync(join(root, `${i}.jsonl`), { force: true })
      put(root, Object.fromEntries([...kept].filter(([name]) => which(Number.parseInt(name, 10)))))
    }
    for (const index of [1, 3]) {
      keepOnly((i) => i % 3 === index - 1)
      expect(await go(root, out, { index, of: 3 })).toMatchObject({ state: 'part', failed: 0 })
    }
    expect(await statusOf([out])).toMatchObject({
      state: 'unfinished',
      missing: { shards: [], splits: [1, 4], open: false, parts: [{ index: 2, of: 3 }] },
    })
    await expect(mergeRuns([out], out)).rejects.toThrow(
      'splits 1, 4 of the list (parts 2/3); nothing was merged',
    )
    // what is missing, cut in another way
    keepOnly((i) => i % 2 === 0)
    await go(root, out, { index: 1, of: 2 })
    keepOnly((i) => i % 2 === 1)
    await go(root, out, { index: 2, of: 2 })
    expect(await statusOf([out])).toMatchObject({
      state: 'mergeable',
      pages: 24,
      shards: { done: 14, of: 14 },
    })
    await mergeRuns([out], out)
    for (const name of ['articles.jsonl', 'report.json'])
      expect(readFileSync(join(out, name))).toEqual(readFileSync(join(whole, name)))
  })

  it('leaves a part without files of its own with nothing to do', async () => {
    const root = crawl()
    expect(await go(root, folder(), { index: 9, of: 9 })).toMatchObject({ inputs: 0, unread: false })
  })

  it('is one stream to whoever wants one', async () => {
    const root = crawl()
    const all = await collect(streamOf(inputsOf(await jobOf(ask(join(root, 'list'))))))
    expect(all).toHaveLength(24)
    put(root, { list: '\n' })
    await expect(jobOf(ask(join(root, 'list')))).rejects.toThrow('names no file')
    await expect(jobOf(ask(join(root, 'none')))).rejects.toThrow('ENOENT')
  })
})
