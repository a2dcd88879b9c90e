import { expect, test } from 'vitest'
import { bagOf, f1OfChoice } from '../../bench/fit/bag.ts'
import { BOOSTING } from '../../bench/fit/boosting.ts'
import { crossValidate, type FoldReport } from '../../bench/fit/folds.ts'
import { joinRows } from '../../bench/fit/join.ts'
import type { PageRows } from '../../bench/fit/page-rows.ts'
import { seeded } from '../../bench/fit/random.ts'
import { areaUnderCurve, logLoss } from '../../bench/fit/ranking.ts'
import { rowWeights } from '../../bench/fit/weighting.ts'
import { exponent } from '../../bench/growth/exponent.ts'
import { wordOverlap } from '../../bench/score/words.ts'
import { words } from '../../bench/tokens.ts'

test('F1 of any choice of blocks is that of their words', () => {
  const texts = ['the fog the fog', 'bread and boats', 'the tides']
  const gold = 'the fog came and the boats left'
  const bag = bagOf(texts, gold, 'html')
  for (const chosen of [[0], [1, 2], [0, 1, 2], []]) {
    const joined = chosen.map((at) => texts[at]).join('\n')
    expect(f1OfChoice(bag, (at) => chosen.includes(at))).toBeCloseTo(
      wordOverlap(words(joined), words(gold)).f1,
    )
  }
})

test('area under the curve and log-loss of a hand-made case', () => {
  const row = (score: number, label: number, weight = 1) => ({ score, label, weight })
  expect(areaUnderCurve([row(-1, 0), row(0, 1), row(1, 0), row(2, 1)])).toBeCloseTo(3 / 4)
  expect(areaUnderCurve([row(0, 0), row(0, 1)])).toBeCloseTo(1 / 2)
  expect(areaUnderCurve([row(0, 0, 3), row(1, 1), row(-1, 1)])).toBeCloseTo(1 / 2)
  expect(logLoss([row(0, 1), row(0, 0)])).toBeCloseTo(Math.log(2))
  expect(logLoss([row(Math.log(3), 1, 2), row(0, 0, 1)])).toBeCloseTo((2 * Math.log(4 / 3) + Math.log(2)) / 3)
})

/** Pages of ten blocks whose one feature tells, but for some noise, what to keep. */
function pages(count: number): PageRows[] {
  const random = seeded(11)
  return Array.from({ length: count }, (_, p) => {
    const keep = Float32Array.from({ length: 10 }, () => Number(random() > 0.5))
    const texts = Array.from(keep, (wanted, at) => (wanted ? `kept word${at} here` : `menu link${at} there`))
    return {
      ...{
        id: `p${p}`,
        set: 's',
        type: 'article',
        site: `site${p}.example`,
        door: 'html' as const,
        form: 'whole' as const,
      },
      values: keep.map((wanted) => wanted + random() * 0.4),
      offsets: new Float32Array(10),
      keep,
      mass: new Float32Array(10).fill(3),
      bag: bagOf(texts, texts.filter((_, at) => keep[at]).join(' '), 'html'),
    }
  })
}

test('every page is judged once, by a model of other sites', async () => {
  const all = pages(60)
  const options = { ...BOOSTING, trees: 15, leaves: 4, rate: 0.3, l2: 1, least: 1, columns: 1, rows: 1000 }
  const folds: FoldReport[] = []
  const judged = await crossValidate(
    all,
    rowWeights(all, 'sqrt', {}),
    1,
    options,
    4,
    (_, report) => void folds.push(report),
  )
  expect(judged.map(({ page }) => page.id).sort()).toEqual(all.map(({ id }) => id).sort())
  expect(folds.every(({ area }) => area > 0.99)).toBe(true)
  expect(judged.every(({ model, labels }) => model > 0.9 && labels > 0.99)).toBe(true)
})

test('groups share out the weight, pages of a group alike, blocks without a label none', () => {
  const all = pages(4)
  all[3] = { ...all[3]!, set: 'other', keep: all[3]!.keep.map((_, at) => (at ? 1 : Number.NaN)) }
  const weights = rowWeights(all, 'log', { 's/article': 3, 'other/article': 2 })
  const sums = weights.map((own) => own.reduce((sum, weight) => sum + weight, 0))
  for (const sum of sums.slice(0, 3)) expect(sum).toBeCloseTo(1)
  expect(sums[3]).toBeCloseTo(2)
  expect(weights[3]![0]).toBe(0)
})

test('a bound on the rows drops light ones and makes up for them', () => {
  const all = pages(40)
  const weights = all.map(({ keep }) => Array.from(keep, (_, at) => (at < 2 ? 10 : 0.1)))
  const rows = joinRows(all, weights, 1, 150)
  expect(rows.count).toBeGreaterThan(100)
  expect(rows.count).toBeLessThan(200)
  const total = rows.weights.reduce((sum, weight) => sum + weight, 0)
  expect(total / weights.flat().reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 1)
  expect(joinRows(all, weights, 1).count).toBe(400)
})

test('the exponent of a power law is its power', () => {
  const sizes = [1, 2, 4, 8]
  expect(
    exponent(
      sizes,
      sizes.map((size) => 3 * size ** 1.5),
    ),
  ).toBeCloseTo(1.5)
})
