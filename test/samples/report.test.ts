import { expect, test } from 'vitest'
import type { SampleResult } from '../../src/samples/check.ts'
import { reportSamples } from '../../src/samples/report.ts'

const RESULTS: readonly SampleResult[] = [
  { id: 'good', folder: 'samples/good', ok: true, failures: [] },
  {
    id: 'bad & "ugly"',
    folder: 'samples/bad',
    ok: false,
    failures: [
      { expectation: 'keep', message: 'keep: "<b>\u0001</b>" is in no article', details: ['a & b'] },
    ],
  },
]

test('text for a person', () => {
  expect(reportSamples(RESULTS, 'text')).toBe(
    'FAIL bad & "ugly"\n  keep: "<b>\u0001</b>" is in no article\n    a & b\n\n2 samples, 1 not as wanted\n',
  )
  expect(reportSamples(RESULTS.slice(0, 1), 'text')).toBe('1 sample, all as wanted\n')
})

test('JSON for a script', () => {
  expect(JSON.parse(reportSamples(RESULTS, 'json'))).toMatchObject({
    samples: 2,
    failed: 1,
    results: RESULTS,
  })
})

test('JUnit for a build server, with every value escaped', () => {
  const xml = reportSamples(RESULTS, 'junit')
  expect(xml).toMatch('<testsuite name="dechaff samples" tests="2" failures="1">')
  expect(xml).toMatch('name="bad &amp; &quot;ugly&quot;"')
  expect(xml).toMatch('message="keep: &quot;&lt;b&gt;\uFFFD&lt;/b&gt;&quot; is in no article"')
})
