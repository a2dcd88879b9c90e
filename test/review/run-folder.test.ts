import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeEach, expect, test } from 'vitest'
import type { Outcome } from '../../src/core/article.ts'
import { isRunFolder, readRun } from '../../src/review/run-folder.ts'
import { blocksOf, record, vote } from './records.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'dechaff-run-'))
})
const write = (name: string, ...records: unknown[]) =>
  writeFile(
    join(dir, name),
    records.map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join(''),
  )
async function all(): Promise<Outcome[]> {
  const pages: Outcome[] = []
  for await (const page of readRun(dir)) pages.push(page)
  return pages
}

const blocks = blocksOf([
  ['A line that\u2028stays.', vote('prose', 2)],
  ['Menu', vote('menu', -2, 'navigation')],
])

test('records written whole are read as they are, line separators of the text and empty lines too', async () => {
  const pages = [record('a', blocks), record('b', blocks)]
  await write('records.jsonl', pages[0], '', pages[1])
  expect(isRunFolder(dir)).toBe(true)
  expect(await all()).toEqual(pages)
})

test('what a batch wrote into several files is one record a page again, in the order of the blocks', async () => {
  const { articles } = record('two', blocks)
  const part = (page: string, number: number, parts: number) => ({
    page,
    part: number,
    parts,
    ...articles[0],
  })
  await write('articles.jsonl', part('two', 1, 2), part('two', 2, 2), part('one', 1, 1))
  await write('rejected.jsonl', {
    id: 'bad',
    status: 'rejected',
    reason: { code: 'empty', message: 'no text' },
  })
  await write('failed.jsonl', {
    id: 'worse',
    status: 'failed',
    reason: { code: 'timeout', message: 'too slow' },
  })
  await write(
    'explain.jsonl',
    { id: 'one', status: 'clean', blocks },
    { id: 'bad', status: 'rejected', blocks: [] },
    { id: 'two', status: 'clean', blocks },
  )
  const pages = await all()
  expect(pages.map(({ id, status, articles }) => [id, status, articles.length])).toEqual([
    ['one', 'clean', 1],
    ['bad', 'rejected', 0],
    ['two', 'clean', 2],
    ['worse', 'failed', 0],
  ])
  expect(pages[0]).toMatchObject({
    blocks,
    dropped: { blocks: 1, byRole: { navigation: 1 }, byRule: { menu: 1 } },
  })
  expect(Object.keys(pages[2]!.articles[0]!)).not.toContain('part')
})

test('packed files are read', async () => {
  await writeFile(
    join(dir, 'articles.jsonl.gz'),
    gzipSync(`${JSON.stringify({ page: 'a', part: 1, parts: 1, text: 'x' })}\n`),
  )
  expect(await all()).toMatchObject([{ id: 'a', articles: [{ text: 'x' }] }])
})

test('a line that is no record is told with its place', async () => {
  await write('records.jsonl', record('a', blocks), '{"torn')
  await expect(all()).rejects.toThrow(/records\.jsonl:2: is no JSON/)
  await write('records.jsonl', { id: 'a', status: '<b>', articles: [] })
  await expect(all()).rejects.toThrow('holds a line that is no record of a page')
  expect(isRunFolder(join(dir, 'nothing'))).toBe(false)
})
