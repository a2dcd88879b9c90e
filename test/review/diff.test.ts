import { expect, test } from 'vitest'
import { comparePages } from '../../src/review/diff/compare.ts'
import { diffRuns, pairPages } from '../../src/review/diff/diff.ts'
import { tellDiff } from '../../src/review/diff/tell.ts'
import { blocksOf, record, stream, vote } from './records.ts'

const lines = (...related: number[]) =>
  blocksOf([
    ['The lock was opened on Friday.', vote('prose', 3)],
    [
      'More about the lock',
      vote('prose', 1),
      vote('related-heading', related[0] ?? -0.5),
      vote('model', -0.2),
    ],
    ['A boat passed it at noon.', vote('prose', 3)],
  ])

test('pages are paired by id, in any order, and twice where a name comes twice', async () => {
  const page = (id: string) => record(id, [])
  const pairs = []
  for await (const pair of pairPages(
    stream(...'abcad'.split('').map(page)),
    stream(...'bacae'.split('').map(page)),
  ))
    pairs.push(`${pair.id}${pair.a ? 'A' : ''}${pair.b ? 'B' : ''}`)
  expect(pairs.sort()).toEqual(['aAB', 'aAB', 'bAB', 'cAB', 'dA', 'eB'])
})

test('a lost line is blamed on the rule that moved it', () => {
  const change = comparePages(record('p', lines(-0.5)), record('p', lines(-2)))
  expect(change).toMatchObject({
    lost: [{ text: 'More about the lock', by: 'related-heading' }],
    gained: [],
    fields: [],
  })
  const back = comparePages(record('p', lines(-2)), record('p', lines(-0.5)))
  expect(back).toMatchObject({ lost: [], gained: [{ text: 'More about the lock', by: 'related-heading' }] })
})

test('the model is blamed only where no rule moved', () => {
  const [a, b] = [lines(-0.5), lines(-0.5)]
  const [, moved] = b
  b[1] = { ...moved!, kept: false, score: -1, votes: [...moved!.votes.slice(0, 2), vote('model', -2)] }
  expect(comparePages(record('p', a), record('p', b))).toMatchObject({ lost: [{ by: 'model' }] })
})

test('equal votes and another verdict: the pipeline itself is another', () => {
  const b = lines(-0.5)
  b[1] = { ...b[1]!, kept: false, score: -0.5 }
  expect(comparePages(record('p', lines(-0.5)), record('p', b))).toMatchObject({ lost: [{ by: '(bias)' }] })
  b[1] = { ...b[1]!, score: 0.3 }
  const same = lines(-0.5)
  same[1] = { ...same[1]!, score: 0.3 }
  expect(comparePages(record('p', same), record('p', b))).toMatchObject({ lost: [{ by: '(roles kept)' }] })
})

test('a page a gate turns away loses its lines to the gate; one without blocks to nobody knows what', () => {
  const page = record('p', lines())
  const reason = { code: 'not-an-article', message: 'too short' }
  const gone = { ...page, status: 'rejected' as const, reason, articles: [] }
  expect(comparePages(page, gone)?.lost.map(({ by }) => by)).toEqual(Array(3).fill('gate not-an-article'))
  const { blocks: _, ...bare } = page
  const { blocks: __, ...other } = record('p', lines(-3))
  expect(comparePages(bare, other)).toMatchObject({ lost: [{ by: '(not explained)' }] })
})

test('cells of a table are blamed one by one; fields are compared; equal pages are no change', () => {
  const cells = (weight: number) =>
    blocksOf([
      ['Pos', vote('cell', 1)],
      ['Name', vote('cell', 1), vote('menu-run', weight)],
      ['Time', vote('cell', 1)],
    ])
  const row = (weight: number, text: string, title: string) => record('p', cells(weight), { text, title })
  const change = comparePages(row(-0.5, 'Pos\tName\tTime', 'Old'), row(-3, 'Pos\tTime', 'New'))
  expect(change).toMatchObject({
    lost: [{ text: 'Pos\tName\tTime', by: 'menu-run' }],
    fields: [{ article: 1, field: 'title', before: 'Old', after: 'New' }],
  })
  expect(comparePages(record('p', lines()), record('p', lines()))).toBeUndefined()
})

test('the sums come first, the pages with --details', async () => {
  const a = stream(record('x', lines()), record('y', lines()), record('z', lines()))
  const b = stream(record('x', lines(-3)), record('y', lines()), record('w', lines()))
  const diff = await diffRuns(a, b)
  expect(diff).toMatchObject({ pages: 4, alike: 1, onlyInA: ['z'], onlyInB: ['w'], lost: 1, gained: 0 })
  expect(diff.byRule).toEqual([{ rule: 'related-heading', lost: 1, gained: 0, pages: 1 }])
  const names = { a: 'old', b: 'new' }
  expect(tellDiff(diff, names, false)).toMatch(/^4 pages: 1 changed, 1 alike, 1 only in old, 1 only in new\n/)
  expect(tellDiff(diff, names, false)).not.toContain('More about the lock')
  expect(tellDiff(diff, names, true)).toContain('x\n  - More about the lock   [related-heading]')
})
