import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { clean } from '../../src/index.ts'
import { playgroundPage, servePlayground } from '../../src/playground/playground.ts'
import { checkSample } from '../../src/samples/check.ts'
import { readSample } from '../../src/samples/folder.ts'
import { findChromium, isRequired, launch } from './chromium.ts'
import { LOW_CONTRAST } from './contrast.ts'
import { hostileMarkup } from './hostile.ts'
import { complaints, type Watched, watch } from './watch.ts'

const there = findChromium() !== undefined
/** As soon as it is so; on a busy machine that may take a while. */
const soon = <T>(ask: () => T) => expect.poll(ask, { timeout: 30_000 })
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const PROSE =
  'The weir above the mill held through the night, the miller said, and nobody had to leave the valley.'
const WEIR = `<title>The weir holds</title><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<main><h1>The weir holds</h1>${`<p>${PROSE}</p>`.repeat(6)}<p>Subscribe to our letter and read it first.</p></main><footer>© The Valley Post</footer>`

describe.skipIf(!there && !isRequired)('the playground in Chromium', () => {
  let browser: Browser
  let folder: string
  let url: string
  let context: BrowserContext | undefined

  beforeAll(async () => {
    browser = await launch()
    folder = await mkdtemp(join(tmpdir(), 'dechaff-playground-'))
    const file = join(folder, 'playground.html')
    await writeFile(file, playgroundPage())
    url = `file://${file}`
  })
  afterEach(() => context?.close())
  afterAll(async () => {
    await browser?.close()
    if (folder) await rm(folder, { recursive: true, force: true })
  })

  async function open(options: BrowserContextOptions = {}, at = url): Promise<Watched> {
    context = await browser.newContext({ viewport: { width: 1500, height: 950 }, ...options })
    const watched = await watch(await context.newPage(), at)
    watched.page.setDefaultTimeout(120_000)
    await watched.page.goto(at)
    await watched.page.locator('html[data-state=ready]').waitFor()
    return watched
  }
  async function paste(page: Page, text: string): Promise<void> {
    await page.keyboard.press('Escape')
    await page
      .locator('#give:not([open]) summary')
      .click({ timeout: 500 })
      .catch(() => {})
    await page.locator('#paste').fill(text)
    await page.getByRole('button', { name: 'Clean', exact: true }).click()
  }

  test('a pasted page gives the record Node gives: blocks, article, Markdown and JSON', async () => {
    const { page, accidents } = await open()
    await page.locator('#url').fill('https://valley.example/weir')
    await paste(page, WEIR)
    await soon(() => page.locator('#article h2').textContent()).toBe('The weir holds')
    const bytes = new TextEncoder().encode(WEIR)
    const dump = { bytes, id: 'pasted 1', url: 'https://valley.example/weir' }
    const { blocks = [], ...record } = await clean(dump, { explain: true })
    await page.keyboard.press('o')
    expect(await page.locator('.block .words').allTextContents()).toEqual(blocks.map(({ text }) => text))
    await page.getByRole('button', { name: 'JSON' }).click()
    await soon(() => page.locator('#written').textContent()).toBe(`${JSON.stringify(record, null, 2)}\n`)
    await page.getByRole('button', { name: 'Markdown' }).click()
    await soon(() => page.locator('#written').textContent()).toContain(PROSE)
    expect(await page.locator('#written').textContent()).toMatch(/^---\ntitle: .?The weir holds/)
    await page.getByRole('button', { name: 'Article', exact: true }).click()
    await page.locator('.block[data-kept=true]').first().hover()
    expect(await page.locator('#verdict tbody tr').count()).toBeGreaterThan(0)
    expect(accidents()).toEqual([])
  })

  test('a rule turned off, and another pipeline, judge the page anew and say what changed', async () => {
    const { page, accidents } = await open()
    await paste(page, WEIR)
    const subscribe = page.locator('.block', { hasText: 'Subscribe to our letter' })
    await page.keyboard.press('o')
    await soon(() => subscribe.getAttribute('data-kept')).toBe('false')
    await page.locator('#judge summary').click()
    const before = (await page.locator('#written').textContent()) ?? ''
    expect(before).toBe('')
    const voted = page.locator('#rules li', { has: page.locator('.seen:not(:empty)') })
    const ids = await voted.locator('span').allTextContents()
    expect(ids.length).toBeGreaterThan(2)
    for (const id of ids) await page.locator('#rules span').getByText(id, { exact: true }).click()
    await soon(() => page.locator('#judge-said').textContent()).toBe(`article, ${ids.length} off`)
    const rules = async () => {
      await page.keyboard.press('o')
      return (await page.locator('#verdict tbody th span').allTextContents()).filter((id) => ids.includes(id))
    }
    await soon(() => page.locator('#against').textContent()).toContain('"article"')
    expect(await rules()).toEqual([])
    await page.getByRole('button', { name: 'All on' }).click()
    await soon(() => page.locator('#judge-said').textContent()).toBe('article')
    await page.locator('#pipeline').selectOption('strict')
    await soon(() => page.locator('#against').textContent()).toContain('"article"')
    expect(accidents()).toEqual([])
  })

  test('the sample that is taken away is one, with the pipeline it was made by', async () => {
    const { page, accidents } = await open({ acceptDownloads: true })
    await page
      .locator('#files')
      .setInputFiles({ name: 'weir.html', mimeType: 'text/html', buffer: Buffer.from(WEIR) })
    await soon(() => page.locator('#article h2').textContent()).toBe('The weir holds')
    await page.locator('#judge summary').click()
    await page.locator('#rule-search').fill('hidden-keywords')
    await page.locator('#rules span').getByText('hidden-keywords', { exact: true }).click()
    await soon(() => page.locator('#judge-said').textContent()).toBe('article, 1 off')
    await page.getByRole('button', { name: /want.yaml/ }).click()
    await page.getByLabel('Name of the sample').fill('weir-holds')
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save sample' }).click(),
    ])
    expect(saved.suggestedFilename()).toBe('weir-holds.zip')
    const files = unzipSync(await readFile((await saved.path())!))
    expect(
      Object.keys(files)
        .filter((name) => !name.endsWith('/'))
        .sort(),
    ).toEqual(['weir-holds/page.html', 'weir-holds/pipeline.yaml', 'weir-holds/want.yaml'])
    expect(Buffer.from(files['weir-holds/page.html']!).toString()).toBe(WEIR)
    const sample = join(folder, 'weir-holds')
    const { mkdir } = await import('node:fs/promises')
    await mkdir(sample)
    for (const [name, bytes] of Object.entries(files))
      if (!name.endsWith('/')) await writeFile(join(folder, name), bytes)
    const read = await readSample(sample)
    if (!read.ok) throw new Error(JSON.stringify(read))
    expect(await checkSample(read.sample, clean)).toMatchObject({ failures: [] })
    expect(accidents()).toEqual([])
  })

  test('pages that want to be run are read: nothing runs, nothing is requested', async () => {
    const { page, accidents } = await open()
    const pages = hostileMarkup().filter((_, i) => i % 2 === 0)
    await page.locator('#files').setInputFiles(
      pages.map((html, i) => ({
        name: `hostile ${i}.html`,
        mimeType: 'text/html',
        buffer: Buffer.from(html),
      })),
    )
    await soon(() => page.locator('#found').textContent()).toBe(`${pages.length} of ${pages.length} pages`)
    await page.locator('#by-order').selectOption('given')
    await page.locator('.row-page').first().click()
    for (let i = 0; i < pages.length; i += 3) {
      await soon(() => page.locator('.page-head .id').textContent()).toMatch(
        new RegExp(`^hostile ${i}\\.html `),
      )
      await page.keyboard.press('o')
      await page.locator('#view-markdown').click()
      await page.locator('#view-json').click()
      await page.locator('#view-article').click()
      await page.locator('[role=treeitem]').first().click()
      for (let steps = 0; steps < 3 && i + steps + 1 < pages.length; steps++) {
        await page.keyboard.press('n')
        await soon(() => page.locator('.page-head .id').textContent()).toMatch(
          new RegExp(`^hostile ${i + steps + 1}\\.html `),
        )
      }
    }
    expect(
      await page.locator('img, iframe, svg, object, embed, link, base, video, audio, math').count(),
    ).toBe(0)
    expect(accidents()).toEqual([])
    await page.evaluate('ran(); void fetch("https://evil.example/").catch(() => {})')
    await soon(() => accidents().length).toBeGreaterThan(2)
  })

  test('by keyboard alone: paste, clean, walk, read', async () => {
    const { page } = await open()
    await page.keyboard.press('i')
    await page.keyboard.insertText(WEIR)
    await page.keyboard.press('Tab')
    for (let tabs = 0; tabs < 6; tabs++) {
      if ((await page.evaluate('document.activeElement.textContent')) === 'Clean') break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await soon(() => page.locator('#article h2').textContent()).toBe('The weir holds')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await page.locator('[role=treeitem]:focus').count()).toBe(1)
    await page.keyboard.press('i')
    expect(await page.locator('#paste:focus').count()).toBe(1)
  })

  test.each(['light', 'dark'] as const)(
    '%s: axe finds nothing, and there is enough contrast',
    async (colorScheme) => {
      const { page } = await open({ colorScheme })
      expect(await complaints(page)).toEqual([])
      await paste(page, WEIR)
      await soon(() => page.locator('#article h2').textContent()).toBe('The weir holds')
      await page.locator('#judge summary').click()
      await page.locator('#pipeline').selectOption('strict')
      await soon(() => page.locator('#against').textContent()).toContain('"article"')
      expect(await complaints(page)).toEqual([])
      expect(await page.evaluate(LOW_CONTRAST)).toEqual([])
      await page.locator('#view-json').click()
      expect(await complaints(page)).toEqual([])
      expect(await page.evaluate(LOW_CONTRAST)).toEqual([])
    },
  )

  test('where it is narrow one pane is seen at a time, and nothing scrolls sideways', async () => {
    const { page } = await open({ viewport: { width: 390, height: 844 }, hasTouch: true })
    for (const tab of ['Source', 'Article', 'Pages']) {
      await page.locator('.tabs').getByRole('button', { name: tab, exact: true }).tap()
      expect(await page.locator('.pane:visible').count()).toBe(1)
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    }
    await page.locator('#paste').fill(WEIR)
    await page.getByRole('button', { name: 'Clean', exact: true }).tap()
    await page.locator('.block').first().waitFor()
  })

  test('served on this machine, it is the same page', async () => {
    const server = await servePlayground()
    try {
      const { page, accidents } = await open({}, server.url)
      await paste(page, WEIR)
      await soon(() => page.locator('#article h2').textContent()).toBe('The weir holds')
      expect(accidents().filter((what) => !what.endsWith('/favicon.ico'))).toEqual([])
    } finally {
      await server.close()
    }
  })
})
