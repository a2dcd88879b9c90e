import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf, toPage } from '../../bench/pages.ts'
import { BAD_MARKUP } from './bad-markup.ts'
import { difference } from './difference.ts'
import { jsdomStrays, readWithBoth } from './engines.ts'
import { htmlText } from './html-text.ts'

const URL_OF_ALL = 'https://quilby.example/news/boats.html'

/** Where jsdom's tree is not the standard's, ours is; see {@link jsdomStrays}. */
const JSDOM_STRAYS = new Set(['second html and body', 'foster parenting'])

function expectAlike(html: string, url: string | undefined = URL_OF_ALL): void {
  const { light, jsdom } = readWithBoth(html, url)
  expect(difference(light, jsdom)).toBeUndefined()
}

describe('both engines read alike', () => {
  const alike = Object.entries(BAD_MARKUP).filter(([name]) => !JSDOM_STRAYS.has(name))
  test.each(alike)('bad markup: %s', (_name, html) => expectAlike(html))

  test.each([...JSDOM_STRAYS])('jsdom builds another tree than the standard: %s', (name) => {
    expect(jsdomStrays(BAD_MARKUP[name]!)).toBe(true)
  })

  const samples = readdirSync('samples').filter((name) => existsSync(join('samples', name, 'page.html')))
  test.each(samples)('sample %s', (name) => {
    expectAlike(readFileSync(join('samples', name, 'page.html'), 'utf8'))
  })

  test('any markup', () => {
    fc.assert(
      fc.property(htmlText, (html) => {
        fc.pre(!jsdomStrays(html))
        expectAlike(html)
      }),
      { numRuns: 80, seed: 20240501 },
    )
  })
})

const folder = process.env.DECHAFF_PAGES
describe.runIf(folder)('pages of DECHAFF_PAGES', () => {
  const files = folder === undefined ? [] : filesOf(folder)
  test.each(files)('%s', { timeout: 3_600_000 }, async (file) => {
    for await (const { html, url, id } of pagesOf(file)) {
      const { light, jsdom } = readWithBoth(html, url)
      expect.soft(difference(light, jsdom), id).toBeUndefined()
    }
  })
})

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => /\.(html?|jsonl(\.gz)?)$/.test(name))
    .sort()
    .map((name) => join(path, name))
}

async function* pagesOf(file: string): AsyncGenerator<{ id: string; html: string; url?: string }> {
  if (/\.html?$/.test(file)) return yield { id: file, html: readFileSync(file, 'utf8') }
  for await (const line of linesOf(file)) {
    const { id, html, url } = toPage(line, file)
    if (html !== undefined) yield { id, html, ...(url !== undefined && { url }) }
  }
}
