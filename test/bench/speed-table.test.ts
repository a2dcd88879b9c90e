import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Figures, markdownTable, withTable } from '../../bench/speed/report.ts'

const lap = { one: 900, cold: 60, warm: 20, median: 18, peak: 2 ** 28, failed: 0 }
const figures: Figures = {
  date: '2026-01-31',
  node: '20.20.2',
  processor: 'some processor',
  versions: { dechaff: '0.1.0', parse5: '8.1.1', 'jsdom + Readability': '29.1.1 + 0.6.0' },
  sets: [
    {
      set: 'news',
      door: 'html',
      pages: 100,
      bytes: 200_000,
      laps: [
        { name: 'dechaff', ...lap },
        { name: 'parse5', ...lap, warm: 8 },
        { name: 'jsdom + Readability', ...lap, warm: 150 },
      ],
    },
    { set: 'dumps', door: 'text', pages: 100, bytes: 8_000, laps: [{ name: 'dechaff', ...lap, warm: 4 }] },
  ],
  command: { ms: 520, bytes: 100_400 },
  memory: [{ how: 'as Node keeps it', pages: 1000, peak: 300 * 2 ** 20, first: 2 ** 28, second: 2 ** 28 }],
}

test('the table tells both lives, and others as multiples of dechaff in the same run', () => {
  expect(
    markdownTable(figures),
  ).toBe(`Measured on 2026-01-31 with Node 20.20.2 on some processor: dechaff 0.1.0, parse5 8.1.1, jsdom + Readability 29.1.1 + 0.6.0.

| pages | one page, ms | first 100 | warm | first / warm | warm / parse5 | jsdom + Readability / warm |
| --- | --- | --- | --- | --- | --- | --- |
| news (200 kB) | 900.0 | 60.0 | 20.0 | 3.00 | 2.50 | 7.50 |

dumps: 0.13 MB of dump a second of CPU in the first 100, 2.00 warm.
\`dechaff clean\` of a page of 100 kB, the whole process: 0.52 s of CPU.
1000 pages in one process, as Node keeps it: peak 300 MiB; first half up to 256, second up to 256 MiB (0.0 %).`)
})

test.runIf(existsSync('bench/runs'))('the table of the documentation is the one of the youngest run', () => {
  const [youngest] = readdirSync('bench/runs').sort().reverse()
  const run = JSON.parse(readFileSync(`bench/runs/${youngest}/speed.json`, 'utf8')) as Figures
  const document = readFileSync('docs/measuring.md', 'utf8')
  expect(withTable(document, markdownTable(run))).toBe(document)
})
