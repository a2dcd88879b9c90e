import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clean } from '../../src/index.ts'
import { wantText } from '../../src/review/want-text.ts'
import { proposeWant } from '../../src/samples/add.ts'
import { choosePhrases } from '../../src/samples/choose.ts'
import { findSamples, readSample } from '../../src/samples/folder.ts'
import { parseWant } from '../../src/samples/parse-want.ts'
import { blocksOf, record, vote } from './records.ts'

test.each(findSamples('samples').filter((_, i) => i % 5 === 0))(
  '%s: says what sample add would',
  async (folder) => {
    const read = await readSample(folder)
    if (!read.ok) throw new Error(folder)
    const page = await clean({ bytes: read.sample.bytes, path: read.sample.page }, { explain: true })
    const flips = new Set([page.blocks!.findIndex((block) => block.kept), 0])
    const text = wantText(choosePhrases(page, flips), 'two are wrong')
    const parsed = parseWant(text, 'want.yaml')
    expect(parsed).toMatchObject({ ok: true })
    expect(parsed).toEqual(parseWant(proposeWant(page, { why: 'two are wrong', flips }), 'want.yaml'))
  },
)

test('whatever stands on a page makes valid YAML that says the same', () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 12, maxLength: 40 })
    .filter((text) => text.trim().length > 9)
  const hostile = fc.constantFrom(
    'a: b',
    '- x',
    '# no',
    'yes',
    '? [',
    '{ }',
    '&a *b',
    '"\\',
    '\u0085\u2028\ufeff',
    '1e3',
  )
  fc.assert(
    fc.property(words, hostile, words, (text, mess, why) => {
      const page = record(
        'p',
        blocksOf([
          [`${mess} ${text} one`, vote('a', 2)],
          [`${text} two ${mess}`, vote('b', -2)],
        ]),
        {
          title: `${mess}${text}`,
          authors: [text, mess],
        },
      )
      const choice = choosePhrases(page, new Set([0, 1]))
      const parsed = parseWant(wantText(choice, why), 'want.yaml')
      expect(parsed).toMatchObject({ ok: true })
      if (!parsed.ok) return
      expect(parsed.want.why).toBe(why.trim())
      expect(parsed.want.keep).toEqual(choice.keep.map(({ phrase }) => phrase.trim()))
      expect(parsed.want.meta).toMatchObject({ title: `${mess}${text}`.trim() })
    }),
    { numRuns: 150 },
  )
})

test('a flip turns the expectation round, and a rescued page is expected to be clean', () => {
  const blocks = blocksOf([
    ['The ferry was late again on Monday.', vote('prose', 2)],
    ['More stories from the harbour', vote('related', -2)],
  ])
  const kept = choosePhrases(record('p', blocks), new Set([1]))
  expect(kept.keep[0]).toMatchObject({
    phrase: 'More stories from the harbour',
    note: expect.stringMatching(/^dropped today/),
  })
  expect(kept.drop).toEqual([])
  const gone = choosePhrases(record('p', blocks), new Set([0]))
  expect(gone.drop[0]).toMatchObject({ phrase: 'The ferry was late again on Monday.' })
  const rejected = { ...record('p', blocks), status: 'rejected' as const, articles: [] }
  expect(choosePhrases(rejected, new Set([1]))).toMatchObject({ status: 'clean', articles: undefined })
  expect(choosePhrases(rejected)).toMatchObject({ status: 'rejected', articles: undefined })
})
