import { describe, expect, test } from 'vitest'
import { sampleSuite, toDrop, toKeep, toMatchSample } from '../../src/vitest.ts'
import { lineClean } from './line-clean.ts'

expect.extend({ toKeep, toDrop, toMatchSample })

const bytes = new TextEncoder().encode('A story of one line.\n[related] Another story')
const outcome = await lineClean({ bytes }, { explain: true })

test('phrases are asked of a record, its articles, or one article', () => {
  for (const received of [outcome, outcome.articles, outcome.articles[0]!]) {
    expect(received).toKeep('story of   one')
    expect(received).toDrop('Another story')
    expect(received).not.toKeep('Another story')
  }
})

test('a failing matcher tells the verdict and its votes', () => {
  expect(() => expect(outcome).toKeep('Another story')).toThrow(
    /"Another story" is in no article\n.*line 2: paragraph dropped as related.*\n.*-2\.00 related \(mark\)/,
  )
})

test('a record is held against a sample', async () => {
  const page = 'samples/a/page.txt'
  const sample = { id: 'a', folder: 'samples/a', page, bytes, want: { why: 'test', keep: ['Another story'] } }
  await expect(outcome).not.toMatchSample(sample)
  await expect(expect(outcome).toMatchSample(sample)).rejects.toThrow('"Another story" is in no article')
  await expect(outcome).toMatchSample({ ...sample, want: { why: 'test', drop: ['Another story'] } })
})

describe('a folder that is not there', () => {
  test('is told at once', () => expect(() => sampleSuite('no/such/folder')).toThrow(/ENOENT/))
})
