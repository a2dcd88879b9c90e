import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Outcome } from '../../src/core/article.ts'
import { clean } from '../../src/index.ts'
import { comparisonParts } from '../../src/review/report.ts'
import { serveReview } from '../../src/review/serve.ts'
import { findSamples, readSample } from '../../src/samples/folder.ts'
import { parseWant } from '../../src/samples/parse-want.ts'
import { stream } from '../review/records.ts'
import { findChromium, isRequired, launch } from './chromium.ts'
import { LOW_CONTRAST } from './contrast.ts'
import { hostileMarkup, hostilePage, PAYLOADS } from './hostile.ts'
import { writeReport } from './report.ts'
import { filter, walk } from './walk.ts'
import { complaints, type Watched, watch } from './watch.ts'

const there = findChromium() !== undefined
if (!there && !isRequired)
  console.warn('Browser tests are skipped: no Chromium on the path, none named in CHROMIUM.')

/** As soon as it is so; on a busy machine that may take a while. */
const soon = <T>(ask: () => T) => expect.poll(ask, { timeout: 30_000 })
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const hostile = PAYLOADS.map(hostilePage)
const WIDE = { viewport: { width: 1500, height: 950 } }

describe.skipIf(!there && !isRequired)('the review page in Chromium', () => {
  let browser: Browser
  let folder: string
  let context: BrowserContext | undefined
  const reports = { hostile: '', samples: '' }

  beforeAll(async () => {
    browser = await launch()
    folder = await mkdtemp(join(tmpdir(), 'dechaff-browser-'))
    reports.hostile = (await writeReport(join(folder, 'hostile.html'), hostile)).url
    reports.samples = (await writeReport(join(folder, 'samples.html'), await samplePages())).url
  })
  afterEach(() => context?.close())
  afterAll(async () => {
    await browser?.close()
    if (folder) await rm(folder, { recursive: true, force: true })
  })

  async function open(url: string, options: BrowserContextOptions = {}): Promise<Watched> {
    context = await browser.newContext({ ...WIDE, ...options })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    const watched = await watch(page, url)
    await page.goto(url)
    await page.locator('html[data-state=ready]').waitFor()
    // the worst page comes first, and may have no block
    await page
      .locator('[role=treeitem]')
      .first()
      .waitFor({ timeout: 10_000 })
      .catch(() => undefined)
    return watched
  }

  test('no script of a page runs, nothing is requested, and all it says is text', async () => {
    const { page, accidents } = await open(reports.hostile)
    await page.locator('#by-order').selectOption('given')
    await page.locator('.row-page').first().click()
    await page.locator('.page-head .id', { hasText: 'id 0 ' }).waitFor()
    const shown = await walk(page, hostile.length)
    for (const [number, { id, blocks = [], articles }] of hostile.entries()) {
      const { head, words, title, because, want } = shown[number]!
      expect(visible(head)).toContain(visible(id))
      expect(words.map(visible)).toEqual(blocks.map((block) => visible(block.text)))
      if (articles[0]) expect(visible(title)).toBe(visible(articles[0].title!))
      expect(visible(because)).toContain(visible(PAYLOADS[number]!))
      expect(parseWant(want, 'want.yaml')).toMatchObject({ ok: true })
    }
    // a real pointer may touch what a message does not
    for (const block of [0, 2, 4]) await page.locator('.block').nth(block).hover()
    const foreign =
      'img, iframe, svg, object, embed, link, base, a[href^="javascript"], video, audio, template, math'
    expect(await page.locator(foreign).count()).toBe(0)
    expect(await page.locator('script').count()).toBe(hostile.length + 2)
    await filter(page, PAYLOADS.slice(0, 6))
    expect(accidents()).toEqual([])
    // what would have been noticed, had it happened
    await page.evaluate('ran(); void fetch("https://evil.example/").catch(() => {})')
    await soon(() => accidents().length).toBeGreaterThan(2)
  })

  test('pages with injections in their markup, cleaned, are as harmless', async () => {
    const pages: Outcome[] = []
    for (const [i, html] of hostileMarkup().entries())
      pages.push(await clean({ html, id: `page ${i}`, url: `https://paper.example/${i}` }, { explain: true }))
    const { page, accidents } = await open((await writeReport(join(folder, 'markup.html'), pages)).url)
    await page.locator('#by-order').selectOption('given')
    await page.locator('.row-page').first().click()
    await page.locator('.page-head .id', { hasText: /^page 0 / }).waitFor()
    const shown = await walk(page, pages.length)
    for (const [number, { blocks = [] }] of pages.entries()) {
      expect(shown[number]!.head).toContain(`page ${number} `)
      expect(shown[number]!.words.map(visible)).toEqual(blocks.map((block) => visible(block.text)))
    }
    expect(accidents()).toEqual([])
  })

  test('search, filters and the list', async () => {
    const { page, accidents } = await open(reports.samples)
    const rows = page.locator('.row-page')
    await soon(() => page.locator('#found').textContent()).toMatch(/^(\d+) of \1 pages$/)
    await page.keyboard.press('/')
    await page.keyboard.type('Escaped sheep')
    await soon(() => page.locator('#found').textContent()).toMatch(/^1 of \d+ pages$/)
    await page.locator('#search').fill('ham sandwich')
    await soon(() => page.locator('#found').textContent()).toMatch(/^1 of \d+ pages$/)
    await rows.first().click()
    await soon(() => page.locator('#page-head h2').textContent()).toContain('Escaped sheep')
    expect(await page.locator('[data-sought=true]').first().textContent()).toContain('ham sandwich')
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByLabel('Status').selectOption('rejected')
    await soon(() => page.locator('.row-page .status').allTextContents()).toEqual(['rejected'])
    await page.getByLabel('Reason').selectOption('error-page')
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByLabel('Role').selectOption('comment')
    await page.getByLabel('Rule').selectOption('comment-thread')
    await soon(() => page.locator('.row-page').count()).toBeGreaterThan(0)
    await rows.first().click()
    await soon(() => page.locator('.block[data-sought=true]').count()).toBeGreaterThan(0)
    expect(accidents()).toEqual([])
  })

  test('the keyboard: j, k, arrows, space, n, p, o, w, ? and Escape', async () => {
    const { page, accidents } = await open(reports.samples)
    const current = page.locator('[role=treeitem][aria-selected=true]')
    const text = () => current.textContent()
    const first = await text()
    await page.keyboard.press('j')
    expect(await text()).not.toBe(first)
    await page.keyboard.press('k')
    expect(await text()).toBe(first)
    while ((await current.getAttribute('aria-expanded')) === null) await page.keyboard.press('j')
    expect(await current.getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowRight')
    expect(await current.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    expect(await current.getAttribute('aria-level')).toBe('2')
    await page.keyboard.press(' ')
    expect(await current.getAttribute('data-flipped')).toBe('true')
    expect(await page.locator('#live').textContent()).toContain('1 flipped on this page')
    expect(await page.locator('#flip-count').textContent()).toBe('1 flipped')
    await page.keyboard.press(' ')
    expect(await current.getAttribute('data-flipped')).toBe('false')
    await page.keyboard.press('ArrowLeft')
    expect(await current.getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('o')
    expect(await page.locator('[aria-expanded=false]').count()).toBe(0)
    const head = () => page.locator('#page-head').textContent()
    const [before] = [await head()]
    await page.keyboard.press('n')
    await soon(head).not.toBe(before)
    await page.keyboard.press('p')
    await soon(head).toBe(before)
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog', { name: 'Keyboard' }).isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.keyboard.press('/')
    expect(await page.locator('#search:focus').count()).toBe(1)
    await page.keyboard.press('Escape')
    expect(await page.locator('[role=treeitem]:focus').count()).toBe(1)
    expect(accidents()).toEqual([])
  })

  test('pointing, focusing and tapping a block show its votes; a flip becomes want.yaml to copy or download', async () => {
    const { page, accidents } = await open(reports.samples, {
      permissions: ['clipboard-read', 'clipboard-write'],
      acceptDownloads: true,
    })
    await page.locator('#search').fill('Escaped sheep')
    await page.locator('.row-page').first().click()
    await soon(() => page.locator('#page-head h2').textContent()).toContain('Escaped sheep')
    const kept = page.locator('.block[data-kept=true]')
    await kept.first().hover()
    await soon(() => page.locator('#verdict').textContent()).toContain('kept, score')
    expect(await page.locator('#verdict tbody tr').count()).toBeGreaterThan(0)
    await kept.nth(1).focus()
    const phrase = (await kept.nth(1).locator('.words').textContent())!.slice(0, 20)
    await kept.nth(1).click()
    await page.getByRole('button', { name: /^Flip/ }).click()
    await page.getByRole('button', { name: /want.yaml/ }).click()
    await page.getByLabel('Why is this page a sample?').fill('half a "story": # no')
    const text = await page.locator('#want-text').inputValue()
    const parsed = parseWant(text, 'want.yaml')
    expect(parsed).toMatchObject({ ok: true, want: { why: 'half a "story": # no' } })
    const [drop] = (parsed.ok && parsed.want.drop) || []
    expect(drop).toContain(phrase)
    await page.getByRole('button', { name: 'Copy' }).click()
    await page.getByText('Copied.').waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(text)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('want.yaml')
    expect(await readFile((await download.path())!, 'utf8')).toBe(text)
    await page.getByRole('button', { name: 'Close' }).click()
    expect(await page.locator('.row-page .flips').textContent()).toBe('1 flipped')
    expect(accidents()).toEqual([])
  })

  test('the article and its metadata stand beside the source, with evidence', async () => {
    const { page } = await open(reports.samples)
    await page.locator('#search').fill('Escaped sheep')
    await page.locator('.row-page').first().click()
    const meta = page.getByRole('region', { name: 'Article and metadata' })
    await soon(() => meta.getByRole('heading', { level: 2 }).textContent()).toContain('Escaped sheep')
    const text = await meta.locator('.text').boundingBox()
    expect(text!.y).toBeLessThan((await meta.locator('.meta').boundingBox())!.y)
    expect(await meta.locator('dt').allTextContents()).toContain('published')
    expect(await meta.locator('.evidence').count()).toBeGreaterThan(2)
    expect(await meta.locator('.text').textContent()).toContain('ham sandwich')
  })

  test('one pane at a time where it is narrow; nothing scrolls sideways', async () => {
    const { page } = await open(reports.samples, { viewport: { width: 390, height: 844 }, hasTouch: true })
    for (const [tab, pane] of [
      ['Pages', '.pages'],
      ['Article', '.result'],
      ['Source', '.source'],
    ] as const) {
      await page.getByRole('button', { name: tab, exact: true }).tap()
      expect(await page.locator('.pane:visible').count()).toBe(1)
      expect(await page.locator(`.pane${pane}`).isVisible()).toBe(true)
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    }
    await page.locator('.block').first().tap()
    expect(await page.locator('#verdict').textContent()).toMatch(/score/)
  })

  test.each(['light', 'dark'] as const)(
    '%s: enough contrast everywhere, and the button turns it round',
    async (colorScheme) => {
      const { page } = await open(reports.samples, { colorScheme })
      for (let steps = 0; steps < 5; steps++) {
        await page.keyboard.press('o')
        // a page may show one block only
        await page.locator('.block:visible').first().click()
        for (let down = 0; down < steps * 2; down++) await page.keyboard.press('j')
        await page.keyboard.press(' ')
        expect(await page.evaluate(LOW_CONTRAST)).toEqual([])
        await page.keyboard.press('n')
      }
      await page.keyboard.press('w')
      expect(await page.evaluate(LOW_CONTRAST)).toEqual([])
      await page.keyboard.press('Escape')
      const paper = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
      const before = await paper()
      await page.getByRole('button', { name: 'Switch between light and dark' }).click()
      expect(await paper()).not.toBe(before)
      expect(await page.evaluate(LOW_CONTRAST)).toEqual([])
    },
  )

  test('hits of a search are marked, counted and stepped through, over pages', async () => {
    const { page, accidents } = await open(reports.samples)
    await page.locator('#search').fill('ham sandwich')
    await soon(() => page.locator('#found').textContent()).toMatch(/^[1-9]\d* of \d+ pages$/)
    await page.locator('.row-page').first().click()
    await soon(() => page.locator('#page-head h2').textContent()).toContain('Escaped sheep')
    await page.locator('#source-tree mark').first().waitFor()
    const marks = await page.locator('#source-tree mark').allTextContents()
    expect(marks.every((mark) => /^ham sandwich$/i.test(mark))).toBe(true)
    await soon(() => page.locator('#hits').textContent()).toMatch(/^\d+ places? on this page$/)
    expect(await page.locator('#article mark').count()).toBeGreaterThan(0)
    await page.keyboard.press('f')
    await soon(() => page.locator('#hits').textContent()).toBe(`1 of ${marks.length} on this page`)
    expect(await page.locator('[role=treeitem][aria-selected=true] mark.here').count()).toBe(1)
    await page.keyboard.press('F')
    await page.locator('#search').press('Enter')
    await page.getByRole('button', { name: 'Next place' }).click()
    expect(await page.locator('mark.here').count()).toBeLessThan(2)
    expect(accidents()).toEqual([])
  })

  test('a block and its paragraph lead to each other, and both have an address', async () => {
    const { page, accidents } = await open(reports.samples)
    await page.locator('#search').fill('Escaped sheep')
    await page.locator('.row-page').first().click()
    await soon(() => page.locator('#article h2').textContent()).toContain('Escaped sheep')
    const line = page.locator('#article .line[data-at]').nth(2)
    const [at, words] = [await line.getAttribute('data-at'), await line.textContent()]
    await line.click()
    const selected = page.locator('[role=treeitem][aria-selected=true]')
    await soon(() => selected.getAttribute('data-at')).toBe(at)
    expect(await selected.locator('.words').textContent()).toBe(words)
    expect(await line.getAttribute('class')).toContain('here')
    await page.keyboard.press('a')
    expect(await page.locator('#article .line:focus').getAttribute('data-at')).toBe(at)
    await page.keyboard.press('a')
    expect(await page.locator('[role=treeitem]:focus').getAttribute('data-at')).toBe(at)
    await page.keyboard.press('j')
    await soon(() => page.evaluate<string>('location.hash')).toMatch(/^#page=.+&block=\d+$/)
    const hash = await page.evaluate<string>('location.hash')
    const there = await (await context!.newPage()).goto(`${reports.samples}${hash}`)
    const other = there!.frame().page()
    await soon(() => other.locator('#article h2').textContent()).toContain('Escaped sheep')
    const block = /block=(\d+)/.exec(hash)![1]!
    await soon(() => other.locator('[aria-selected=true][data-at]').getAttribute('data-at')).toBe(block)
    await page.evaluate('location.hash = "#page=nobody"')
    expect(accidents()).toEqual([])
  })

  test('a table or list is one thing, flipped as one; the worst page comes first', async () => {
    const { page } = await open(reports.samples)
    const sure = (await page.locator('.row-page .facts').allTextContents()).flatMap(
      (facts) => /(\d+) % sure/.exec(facts)?.[1] ?? [],
    )
    expect(sure).toEqual([...sure].sort((a, b) => Number(a) - Number(b)))
    await page.locator('#search').fill('White bean and celeriac pot')
    await soon(() => page.locator('#found').textContent()).toMatch(/^1 of/)
    await page.locator('.row-page').first().click()
    await soon(() => page.locator('#page-head h2').textContent()).toContain('White bean')
    const whole = page.locator('.whole').first()
    const parts = await whole.locator('.block').count()
    expect(parts).toBeGreaterThan(1)
    await whole.locator('.run-head').click()
    await page.keyboard.press(' ')
    await soon(() => page.locator('#flip-count').textContent()).toBe(`${parts} flipped`)
    await page.keyboard.press(' ')
    await soon(() => page.locator('#flip-count').isVisible()).toBe(false)
  })

  test.each(['light', 'dark'] as const)('%s: axe finds nothing to complain of', async (colorScheme) => {
    // all else is the same in both
    const asked = colorScheme === 'dark' ? ['color-contrast'] : []
    const { page } = await open(reports.samples, { colorScheme })
    await page.locator('#search').fill('the')
    await page.locator('#source-tree mark').first().waitFor()
    expect(await complaints(page, ...asked)).toEqual([])
    await page.locator('.row-page').nth(1).click()
    await page.keyboard.press('o')
    await page.keyboard.press(' ')
    expect(await complaints(page, ...asked)).toEqual([])
    await page.keyboard.press('w')
    expect(await complaints(page, ...asked)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    expect(await complaints(page, ...asked)).toEqual([])
  })

  test('two runs side by side: lines lost and gained, with the votes of both', async () => {
    const pages = async (pipeline: string): Promise<Outcome[]> => {
      const cleaned: Outcome[] = []
      for (const [i, html] of hostileMarkup().slice(0, 12).entries())
        cleaned.push(await clean({ html, id: `page ${i}` }, { pipeline, explain: true }))
      return [...cleaned, ...hostile.slice(0, 4)]
    }
    const [a, b] = [await pages('article'), await pages('strict')]
    const changed = b.map((one, i): Outcome => (i < 3 ? { ...one, articles: [], status: 'rejected' } : one))
    const parts: string[] = []
    const names = { a: PAYLOADS[0]!, b: '<b>after' }
    for await (const part of comparisonParts(stream(...a), stream(...changed), names)) parts.push(part)
    const file = join(folder, 'diff.html')
    await writeFile(file, parts.join(''))
    context = await browser.newContext(WIDE)
    const { page, accidents } = await watch(await context.newPage(), `file://${file}`)
    await page.goto(`file://${file}`)
    await page.locator('.lines .lost .changed').first().waitFor()
    expect(await page.locator('.row-page').count()).toBeGreaterThan(2)
    expect(await page.locator('.lines thead th').allTextContents()).toEqual([names.a, names.b])
    expect(await page.locator('.lines .lost small').first().textContent()).toMatch(/^lost by /)
    await page.locator('.lines .lost .changed').first().click()
    expect(await page.locator('#verdict table').count()).toBe(2)
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('n')
    expect(accidents()).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  })

  test('live: a flipped page is handed in as a sample, and nothing else is asked of the server', async () => {
    const accepted: unknown[] = []
    const server = await serveReview({
      pages: () => stream(...hostile),
      add: async (sample) => {
        accepted.push(sample)
        return `samples/${sample.name}`
      },
    })
    const { page, accidents } = await open(server.url)
    await page.locator('.block').first().click()
    await page.keyboard.press(' ')
    await page.keyboard.press('w')
    await page.getByLabel('Name of the sample').fill('No Name')
    await page.getByRole('button', { name: 'Save sample' }).click()
    expect(accepted).toEqual([])
    await page.getByLabel('Name of the sample').fill('ferry-late')
    await page.getByRole('button', { name: 'Save sample' }).click()
    await page.getByText('Made samples/ferry-late.').waitFor()
    expect(accepted).toMatchObject([{ name: 'ferry-late', flips: [{ at: 0 }] }])
    await server.close()
    await page.getByRole('button', { name: 'Save sample' }).click()
    await page.getByText('The server is gone').waitFor()
    expect(accidents().filter((what) => !/ERR_CONNECTION_REFUSED/.test(what))).toEqual([
      `request ${server.url}samples`,
      `request ${server.url}samples`,
    ])
  })

  test('ten thousand pages: only the rows in view exist, the last is reached', async () => {
    const [sample] = hostile
    const many = Array.from(
      { length: 10_000 },
      (_, i): Outcome => ({ ...sample!, id: `page ${i}`, articles: [] }),
    )
    const { page } = await open((await writeReport(join(folder, 'many.html'), many)).url)
    expect(await page.locator('.row-page').count()).toBeLessThan(60)
    await page.evaluate('document.getElementById("page-list").scrollTop = 1e9')
    await page.locator('.row-page', { hasText: 'page 9999' }).click()
    await soon(() => page.locator('#page-head').textContent()).toContain('page 9999')
    expect(await page.locator('.row-page').count()).toBeLessThan(60)
    await page.locator('#search').fill('page 123')
    await soon(() => page.locator('.row-page').count()).toBe(11)
  })
})

/** A half of a surrogate pair does not survive the way from the browser. */
const visible = (text: string | null | undefined) => (text ?? '').replaceAll('\ud800', '\ufffd')

async function samplePages(): Promise<Outcome[]> {
  const pages: Outcome[] = []
  for (const folder of findSamples('samples').filter((_, i) => i % 3 === 0 || i === 18)) {
    const read = await readSample(folder)
    if (read.ok)
      pages.push(await clean({ bytes: read.sample.bytes, path: read.sample.page }, { explain: true }))
  }
  for (const name of ['error-page', 'short-news-item', 'forum-thread', 'recipe']) {
    const read = await readSample(join('samples', name))
    if (read.ok && !pages.some((page) => page.input.path === read.sample.page))
      pages.push(await clean({ bytes: read.sample.bytes, path: read.sample.page }, { explain: true }))
  }
  return pages
}
