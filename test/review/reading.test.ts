import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FEATURES } from '../../src/judge/features.ts'
import { addressOf, placeOf } from '../../src/review/address.ts'
import { hitParts, searchPattern } from '../../src/review/hits.ts'
import { featureWords, modelReason } from '../../src/review/model-words.ts'
import { articleLines } from '../../src/review/paragraphs.ts'
import { type Order, sortPages } from '../../src/review/sort.ts'
import { blocksOf, vote } from './records.ts'

/** Any string: halves of characters, controls and all. */
const anyText = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) })

describe('an address', () => {
  test('comes back as what it names, whatever ids hold', () => {
    fc.assert(
      fc.property(anyText, fc.option(fc.nat(1e6), { nil: undefined }), (page, block) => {
        const place = { page: page.toWellFormed(), ...(block !== undefined && { block }) }
        expect(placeOf(addressOf(place))).toEqual(place)
      }),
    )
  })
  test.each(['', '#', '#source-tree', '#block=3', '#page%'])('%s names no page', (hash) => {
    expect(placeOf(hash)).toBeUndefined()
  })
  test('with a block that is no number names the page', () => {
    expect(placeOf('#page=a%20b&block=x')).toEqual({ page: 'a b' })
  })
})

describe('hits', () => {
  test.each([
    ['herons', 'Herons, and more HERONS', ['Herons', 'HERONS']],
    ['at  dawn', 'They came at\n dawn.', ['at\n dawn']],
    ['(a+)', 'is (a+) here', ['(a+)']],
    ['x', 'x marks nothing', []],
  ])('of %s', (wanted, text, hits) => {
    const parts = hitParts(text, searchPattern(wanted))
    expect(parts.filter(({ hit }) => hit).map((part) => part.text)).toEqual(hits)
  })
  test('leave the text as it is, whatever is searched for', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, wanted) => {
        const parts = hitParts(text, searchPattern(wanted))
        expect(parts.map((part) => part.text).join('')).toBe(text)
      }),
    )
  })
})

describe("the model's reason", () => {
  test('has words for every feature there is', () => {
    expect(FEATURES.filter((feature) => featureWords(feature) === undefined)).toEqual([])
  })
  test('adds up what looks at the same', () => {
    const said = modelReason(
      'puts it all at -4.7: hand -1.2, handNext -0.5, handPrevious +0.2, votes:share -0.4',
    )
    expect(said).toBe(
      'weighs all of this up to −4.7, moved most by what the rules saw in it (−1.2), what the rules saw in its neighbours (−0.3), how much it looks like share (−0.4)',
    )
  })
  test.each(['reads "puts it all"', '', 'puts it all at three'])('%s is left as it is', (because) => {
    expect(modelReason(because)).toBe(because)
  })
})

describe('lines of an article', () => {
  const blocks = blocksOf([
    ['Salt', vote('menu', -1, 'navigation')],
    ['They came at dawn.', vote('prose', 3)],
    ['Salt', vote('prose', 1)],
    ['Nobody saw them.', vote('prose', 1)],
    ['They came at dawn.', vote('prose', 3)],
  ])
  test('are those of kept blocks, in reading order', () => {
    const lines = articleLines(
      'They came at dawn.\n\n- Salt\n  1. Nobody saw them.\n\nThey came at dawn.\n\nMade up',
      blocks,
    )
    expect(lines.map((paragraph) => paragraph.map(({ at }) => at))).toEqual([[1], [2, 3], [4], [undefined]])
  })
  test('are all of the text', () => {
    const text = 'One\nTwo\n\nThree'
    expect(
      articleLines(text, [])
        .map((lines) => lines.map((line) => line.text).join('\n'))
        .join('\n\n'),
    ).toBe(text)
  })
})

describe('the order of pages', () => {
  const page = (
    status: 'clean' | 'rejected' | 'failed',
    confidence: number | undefined,
    dropped: number,
  ) => ({
    id: 'p',
    status,
    articles: 1,
    kept: 10,
    dropped,
    roles: [],
    rules: [],
    ...(confidence !== undefined && { confidence }),
  })
  const pages = [
    page('clean', 0.9, 3),
    page('rejected', undefined, 30),
    page('clean', 0.4, 90),
    page('failed', undefined, 0),
    page('clean', 0.9, 3),
  ]
  test.each([
    ['worst', [3, 1, 2, 0, 4]],
    ['dropped', [2, 1, 0, 4, 3]],
    ['flips', [4, 0, 1, 2, 3]],
    ['given', [0, 1, 2, 3, 4]],
  ] as const)('%s', (order, numbers) => {
    expect(sortPages(pages, [4, 3, 2, 1, 0], order as Order, (at) => (at === 4 ? 2 : 0))).toEqual(numbers)
  })
})
