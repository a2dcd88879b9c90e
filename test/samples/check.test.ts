import { expect, test } from 'vitest'
import type { Clean } from '../../src/samples/check.ts'
import { checkSample } from '../../src/samples/check.ts'
import type { Sample } from '../../src/samples/folder.ts'
import { parseWant } from '../../src/samples/parse-want.ts'
import { describeResult } from '../../src/samples/report.ts'
import { lineClean } from './line-clean.ts'

const PAGE = `The bridge is open
[navigation] Home
The first   paragraph stays,
and the second goes on.
[related] Ten more bridges to see
[share] Send to a friend`

function sample(want: string, page = PAGE, pinned?: string): Sample {
  const parsed = parseWant(`why: test\n${want}`, 'want.yaml')
  if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.message).join())
  const bytes = new TextEncoder().encode(page)
  const rest = pinned === undefined ? {} : { pinned }
  return { id: 'a', folder: 'samples/a', page: 'samples/a/page.txt', bytes, want: parsed.want, ...rest }
}
const report = async (want: string, clean: Clean = lineClean, page?: string, pinned?: string) =>
  describeResult(await checkSample(sample(want, page, pinned), clean))

test('a sample that is as wanted has no failures', async () => {
  const want =
    'keep: [first paragraph stays]\ndrop: [Home, { text: Send to, role: share }]\nmeta: { language: en }'
  expect(await checkSample(sample(want), lineClean)).toEqual({
    id: 'a',
    folder: 'samples/a',
    ok: true,
    failures: [],
  })
})

test('white space is folded, and a phrase may run over blocks', async () => {
  expect(await report('keep: ["The first paragraph  stays, and the second"]')).toBe('')
})

test('a lost phrase is told with its place, its verdict and its votes', async () => {
  expect(await report('keep: [Ten more bridges]')).toBe(
    `keep: "Ten more bridges" is in no article
  line 5: paragraph dropped as related, score -2.00: "Ten more bridges to see"
    -2.00 related (mark) because it is marked related`,
  )
})

test('a phrase that slipped through is told the same way', async () => {
  expect(await report('drop: [the second goes on]')).toBe(
    `drop: "the second goes on" is in an article
  line 4: paragraph kept as body, score +2.00: "and the second goes on."
    +2.00 body (mark) because it is marked by nothing`,
  )
})

test('a phrase dropped as something else fails, any of several roles passes', async () => {
  expect(await report('drop: [{ text: Home, role: share }]')).toMatch(
    'role: want "Home" dropped as share, it is navigation',
  )
  expect(await report('drop: [{ text: Home, role: [share, navigation] }]')).toBe('')
})

test('a phrase that is not on the page fails in either list, with the line that is meant', async () => {
  expect(await report('keep: ["the Bridge is open!"]')).toBe(
    'keep: "the Bridge is open!" is not on the page\n  but this is: "The bridge is open"',
  )
  expect(await report('drop: [No such words]')).toBe('drop: "No such words" is not on the page')
})

test('a phrase the reader made no block of is told apart from one that never was there', async () => {
  const losing: Clean = async (dump, options) => {
    const outcome = await lineClean(dump, options)
    return { ...outcome, articles: [], blocks: [] }
  }
  expect(await report('articles: 0\nkeep: [first paragraph]\ndrop: [Home]', losing)).toBe(
    'keep: "first paragraph" is in no article\n  it stands on the page, but the reader made no block of it',
  )
})

test('a wrong status comes alone, with its reason', async () => {
  expect(await report('keep: [Home]', lineClean, '[navigation] Home')).toBe(
    'status: want clean, got rejected (empty: nothing was left)',
  )
  expect(await report('status: rejected\ndrop: [Home]', lineClean, '[navigation] Home')).toBe('')
})

test('fields are compared, with where the value came from', async () => {
  expect(await report('meta: { title: The bridge, language: en, kicker: null }')).toBe(
    'meta.title: want "The bridge", got "The bridge is open"\n  from line title: "The bridge is open"',
  )
  expect(await report('meta: { title: null }')).toMatch('meta.title: want nothing, got "The bridge is open"')
  expect(await report('meta: { authors: [Ann] }')).toBe('meta.authors: want ["Ann"], got nothing')
})

test('the number of articles is one unless said otherwise', async () => {
  expect(await report('articles: 2')).toMatch('articles: want 2, got 1')
})

test('a pinned text must be the whole result', async () => {
  const whole = 'The bridge is open\n\nThe first   paragraph stays,\n\nand the second goes on.\n'
  expect(await report('text: text.txt', lineClean, PAGE, whole)).toBe('')
  const other = await report('text: text.txt', lineClean, PAGE, whole.replace('second', 'third'))
  expect(other).toMatch('- and the third goes on.\n  + and the second goes on.')
})

test('the page is cleaned as want.yaml says, unless the caller says otherwise', async () => {
  const asked: unknown[] = []
  const clean: Clean = async (dump, options) => {
    asked.push([dump.url, options?.pipeline])
    return lineClean(dump, options)
  }
  const mine = sample('keep: [Ten]\npipeline: own.yaml\nurl: https://a.example/')
  await checkSample(mine, clean)
  await checkSample(mine, clean, { pipeline: 'strict' })
  await checkSample({ ...mine, want: { ...mine.want, pipeline: 'strict' } }, clean)
  expect(asked).toEqual([
    ['https://a.example/', 'samples/a/own.yaml'],
    ['https://a.example/', 'strict'],
    ['https://a.example/', 'strict'],
  ])
})
