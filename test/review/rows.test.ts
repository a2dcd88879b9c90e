import { expect, test } from 'vitest'
import { choices, matchPages, NO_FILTER } from '../../src/review/filter.ts'
import { indexWriter } from '../../src/review/index-of.ts'
import { sourceRows } from '../../src/review/rows.ts'
import { blocksOf, record, vote } from './records.ts'

const page = blocksOf([
  ['Home', vote('menu', -2, 'navigation')],
  ['News', vote('menu', -2, 'navigation')],
  ['Share', vote('bar', -1, 'share')],
  ['Herons are back', vote('headline', -3, 'title')],
  ['They came at dawn.', vote('prose', 3)],
  ['Advertisement', vote('ad', -1, 'promo')],
  ['They left at dusk.', vote('prose', 3)],
])

test('dropped blocks stand in runs; kept ones, metadata and single ones stand alone', () => {
  const rows = sourceRows(page)
  expect(
    rows.map((row) => ('run' in row ? row.run.length : 'block' in row ? row.block.text : row.whole)),
  ).toEqual([3, 'Herons are back', 'They came at dawn.', 'Advertisement', 'They left at dusk.'])
  expect(rows[0]).toMatchObject({
    roles: [
      ['navigation', 2],
      ['share', 1],
    ],
  })
})

test('parts of what is kept as one stand together; what is dropped whole is part of a run', () => {
  const list = { kind: 'list', from: 1, to: 2 } as const
  const menu = { kind: 'list', from: 3, to: 4 } as const
  const blocks = blocksOf([
    ['Two things count.', vote('prose', 3)],
    ['Salt', vote('prose', 1)],
    ['Time', vote('menu', -1, 'navigation')],
    ['Home', vote('menu', -2, 'navigation')],
    ['News', vote('menu', -2, 'navigation')],
  ]).map((block, at) => ({ ...block, ...(at > 2 ? { whole: menu } : at > 0 ? { whole: list } : {}) }))
  expect(sourceRows(blocks)).toMatchObject([
    { block: { at: 0 } },
    { whole: 'list', parts: [{ at: 1 }, { at: 2 }] },
    { run: [{ at: 3 }, { at: 4 }] },
  ])
  const headed = blocks.map((block) => (block.at === 1 ? { ...block, kind: 'heading' as const } : block))
  expect(sourceRows(headed).filter((row) => 'whole' in row)).toEqual([])
})

const writer = indexWriter()
writer.add(record('one.html', page, { title: 'Herons are back' }))
writer.add({
  ...record('two.html', []),
  status: 'rejected',
  reason: { code: 'empty', message: 'No text at all' },
})
const index = writer.done(false)

test.each([
  [{}, [0, 1], []],
  [{ search: 'HERONS  are' }, [0], [1]],
  [{ search: 'no text' }, [1], [0]],
  [{ status: 'rejected' }, [1], []],
  [{ reason: 'empty' }, [1], []],
  [{ role: 'share' }, [0], []],
  [{ rule: 'ad' }, [0], []],
  [{ rule: 'ad', status: 'rejected' }, [], []],
  [{ search: 'dusk', role: 'share' }, [], [0]],
  [{ rule: 'nobody' }, [], []],
])('%o finds', (filter, found, unread) => {
  expect(matchPages(index, { ...NO_FILTER, ...filter })).toEqual({ found, unread })
})

test('what can be chosen is counted in pages', () => {
  const { status, reason, rule } = choices(index)
  expect(status).toEqual([
    { value: 'clean', pages: 1 },
    { value: 'rejected', pages: 1 },
  ])
  expect(reason).toEqual([{ value: 'empty', pages: 1 }])
  expect(rule).toContainEqual({ value: 'menu', pages: 1 })
})
