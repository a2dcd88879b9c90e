import { expect, test } from 'vitest'
import { splitScore } from '../../bench/score/articles.ts'
import { fieldFates, fieldScores, fold, namesF1 } from '../../bench/score/fields.ts'
import { lineScore } from '../../bench/score/lines.ts'
import { pageLines } from '../../bench/score/page-lines.ts'
import { shingleOverlap } from '../../bench/score/shingles.ts'
import { spamRecall } from '../../bench/score/spam.ts'
import { isFounded } from '../../bench/score/titles.ts'
import { wordOverlap } from '../../bench/score/words.ts'
import { foldedWords, words } from '../../bench/tokens.ts'
import type { Article, ExplainedBlock } from '../../src/core/article.ts'

test('words of spaced scripts are runs, those of unspaced scripts characters', () => {
  expect(words('Two boats_7, été')).toEqual(['two', 'boats_7', 'été'])
  expect(words('港口 opens 港')).toEqual(['港', '口', 'opens', '港'])
  expect(words('ท่าเรือ')).toHaveLength(7)
  expect(foldedWords('ＡＢ c_d')).toEqual(['ab', 'c', 'd'])
})

test('word F1 counts each token as often as both have it', () => {
  const { precision, recall, f1 } = wordOverlap(words('a b b c'), words('a b d'))
  expect(precision).toBeCloseTo(2 / 4)
  expect(recall).toBeCloseTo(2 / 3)
  expect(f1).toBeCloseTo(4 / 7)
  expect(wordOverlap([], []).f1).toBe(1)
  expect(wordOverlap([], ['a']).f1).toBe(0)
  expect(wordOverlap(['a'], []).f1).toBe(0)
})

test('shingles are four words in a row, shorter texts one shingle', () => {
  expect(shingleOverlap('a b c d e', 'a b c d f')).toEqual({ precision: 1 / 2, recall: 1 / 2 })
  expect(shingleOverlap('a b', 'a b')).toEqual({ precision: 1, recall: 1 })
  expect(shingleOverlap('', 'a b')).toEqual({ recall: 0 })
  expect(shingleOverlap('', '')).toEqual({ precision: 1, recall: 1 })
})

test('names are compared as sets of people', () => {
  expect(namesF1(['Ann Lee', 'Bo Ruiz'], 'By Ann Lee and Cy Dahl')).toBeCloseTo(0.5)
  expect(namesF1(undefined, ['Ann Lee'])).toBe(0)
  expect(namesF1(['Ann Lee'], [])).toBeUndefined()
  expect(fold('  “Fog”  –  a\u00a0Story ')).toBe('"fog" - a story')
})

test('a moment is right to the minute in whatever zone both are printed', () => {
  const minute = (published: string, wanted: string) =>
    fieldScores({ published } as Article, { text: '', published: wanted }).minute
  expect(minute('2024-05-01T08:00:10+02:00', '2024-05-01 06:00:59Z')).toBe(1)
  expect(minute('2024-05-01T08:00', '2024-05-01T08:00:00+02:00')).toBe(1)
  expect(minute('2024-05-01T08:01', '2024-05-01T08:00')).toBe(0)
  expect(minute('2024-05-01', '2024-05-01T08:00')).toBe(0)
  expect(minute('2024-05-01T08:00', '2024-05-01')).toBeUndefined()
})

test('a field is right, wrong, missed, rightly absent or invented', () => {
  const fates = (article: Partial<Article>, gold: object) =>
    fieldFates(article as Article, { text: '', ...gold })
  expect(fates({ authors: ['Bo Ruiz', 'Ann Lee'] }, { authors: ['Ann Lee', 'Bo Ruiz'] }).authors).toBe(
    'right',
  )
  expect(fates({ authors: ['Ann Lee'] }, { authors: ['Ann Lee', 'Bo Ruiz'] }).authors).toBe('missed')
  expect(fates({ authors: ['Ann Lee', 'Last Updated'] }, { authors: ['Ann Lee'] }).authors).toBe('wrong')
  expect(fates({ authors: ['Last Updated'] }, { authors: [] }).authors).toBe('invented')
  expect(fates({}, { authors: null })).toEqual({ authors: 'absent' })
  expect(fates({ published: '2024-05-01T08:00' }, { published: '2024-05-01' })).toEqual({
    published: 'right',
  })
  expect(fates({ title: 'Fog' }, {})).toEqual({})
})

test('a title is founded where it is a line of the page or part of a claim', () => {
  const html =
    '<title>Fog &amp; ice | The Pier</title><script>{"headline":"Fog on \\u201cice\\u201d"}</script>'
  expect(isFounded('Fog & ice', html)).toBe(true)
  expect(isFounded('Fog on “ice”', html)).toBe(true)
  expect(isFounded('The fog came in', html)).toBe(false)
  expect(
    isFounded('The fog came in', html, [{ text: 'The fog came in\nBy Ann Lee' } as ExplainedBlock]),
  ).toBe(true)
  expect(isFounded('The fog', html, [{ text: 'The fog came in' } as ExplainedBlock])).toBe(false)
})

const DUMP = {
  text: [
    'Home | Harbour | Tides',
    '',
    'The fog came in',
    'before the boats had left the pier',
    'Ann Lee',
    'Read more about tides',
  ].join('\n'),
  labels: 'D-KKND',
  gold: 'The fog came in\nbefore the boats had left the pier',
}

test('line scores: a line is kept where six tenths of it come out', () => {
  const { f1, linePrecision, lineRecall } = lineScore(
    DUMP,
    'The fog came in before the boats had left the pier',
  )
  expect([f1, linePrecision, lineRecall]).toEqual([1, 1, 1])
  const half = lineScore(DUMP, 'before the boats had left the pier\nRead more about tides')
  expect(half.linePrecision).toBeCloseTo(1 / 2)
  expect(half.lineRecall).toBeCloseTo(1 / 2)
  expect(half.precision).toBeCloseTo(7 / 11)
  expect(half.recall).toBeCloseTo(7 / 11)
})

test('tokens of indifferent lines are neither asked for nor held against the result', () => {
  expect(lineScore(DUMP, `Ann Lee\n${DUMP.gold}`).f1).toBe(1)
})

test('spam recall counts inserted parts that did not come out', () => {
  const spam = ['cheap boats| free tides| win', 'Buy fog now. Sell fog later.']
  expect(spamRecall(spam, 'The pier. No free  tides, again.')).toBeCloseTo(3 / 4)
  expect(spamRecall(spam, 'The pier.')).toBe(1)
})

const FIRST = 'the harbour master counted forty boats before the fog came in over the bay'
const SECOND = 'a baker in the upper town sells bread shaped like the old lighthouse on sundays'
const TWO = `Boats counted\nPost 1 May\n${FIRST}\nBread shaped\nPost 2 May\n${SECOND}`
const ARTICLES = [
  { title: 'Boats counted', start_line: 0, body_line: 2, end_line: 2, text: FIRST },
  { title: 'Bread shaped', start_line: 3, body_line: 5, end_line: 5, text: SECOND },
]

test('articles of a dump are found one to one and their cuts lie between the same lines', () => {
  expect(splitScore(TWO, ARTICLES, [FIRST, SECOND])).toMatchObject({
    wanted: 2,
    got: 2,
    found: 2,
    cuts: 1,
    rightCuts: 1,
  })
  expect(splitScore(TWO, ARTICLES, [`${FIRST} ${SECOND}`])).toMatchObject({ got: 1, found: 0, cuts: 0 })
  const early = splitScore(TWO, ARTICLES, [FIRST.slice(0, 36), `${FIRST.slice(36)} ${SECOND}`])
  expect(early.rightCuts).toBe(0)
})

test('page lines: every line counts once, whatever its length', () => {
  const gold = 'The ferry runs every hour.\nHe left.\nNobody knows who pays for the second boat.'
  expect(pageLines(gold, gold)).toMatchObject({ f1: 1, junk: false, lost: false })
  const got = pageLines('The ferry runs every hour.\nShare this page\nNobody pays for boats.', gold)
  expect(got).toMatchObject({ junk: true, lost: true })
  expect(got?.precision).toBeCloseTo(1 / 3)
  expect(got?.recall).toBeCloseTo(1 / 3)
  expect(pageLines('', gold)).toMatchObject({ precision: 0, recall: 0, f1: 0, junk: false, lost: true })
  expect(pageLines('words', '')).toBeUndefined()
})
