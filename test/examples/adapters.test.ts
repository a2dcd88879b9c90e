import { mkdtemp, readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Dump } from '../../src/index.ts'

// The packages behind are not installed here, so the adapters are loaded without their types; try.sh has them all.
const adapter = <T>(name: string): Promise<T> => import(`../../examples/adapters/${name}.ts`) as Promise<T>

vi.setConfig({ testTimeout: 180_000 })
const PROSE =
  'The weir above the mill held through the night, the miller said, and nobody had to leave the valley.'
const WEIR = `<html lang="en"><title>The weir holds</title><meta property="article:published_time" content="2024-03-01T08:00:00Z">
<nav><a href="/">Home</a></nav><h1>The weir holds</h1>${`<p>${PROSE}</p>`.repeat(6)}<p><script>ran()</script><b>Nobody</b> slept &amp; nobody complained.</p></html>`
const url = 'https://valley.example/weir'

it('none is longer than 25 lines', async () => {
  for (const name of ['crawlee', 'langchain', 'llamaindex', 'express', 'hono', 'feed', 'obsidian']) {
    const lines = (await readFile(`examples/adapters/${name}.ts`, 'utf8')).trimEnd().split('\n')
    expect(lines.length, name).toBeLessThanOrEqual(25)
  }
})

it('a feed has the full text of its items, as HTML that runs nothing', async () => {
  interface Feed {
    fullTextFeed(title: string, link: string, items: readonly object[]): Promise<string>
  }
  const { fullTextFeed } = await adapter<Feed>('feed')
  const items = [
    { link: url, title: 'Weir', html: WEIR },
    { link: `${url}?a&b`, title: 'Gone <b>', html: '<p>404</p>' },
  ]
  const feed = await fullTextFeed('Valley & hill', url, items)
  expect(feed).toContain('<title>Valley &#38; hill</title>')
  expect(feed).toContain('<title>The weir holds</title>')
  expect(feed).toContain('<pubDate>Fri, 01 Mar 2024 08:00:00 GMT</pubDate>')
  expect(feed).toContain(PROSE)
  expect(feed).toContain(`<link>${url}?a&#38;b</link>`)
  expect(feed).not.toMatch(/ran\(\)|Home/)
  expect(feed.match(/<item>/g)).toHaveLength(2)
})

it('a clipped page is a note in the vault, and is not written over', async () => {
  const { clip } = await adapter<{ clip(dump: Dump, folder: string): Promise<string[]> }>('obsidian')
  const vault = join(await mkdtemp(join(tmpdir(), 'dechaff-vault-')), 'Clippings')
  const html = WEIR.replaceAll('The weir holds', 'Weir: holds [again] #1')
  const [note] = await clip({ html, url }, vault)
  expect(note).toBe(join(vault, 'Weir holds again 1.md'))
  expect(await readFile(note!, 'utf8')).toMatch(/^---\ntitle: /)
  await expect(clip({ html, url }, vault)).rejects.toThrow('EEXIST')
  await expect(clip({ html: '<p>404</p>' }, vault)).rejects.toThrow()
})

it('a route of Hono answers as Markdown or text whoever asks for it', async () => {
  const { readable } = await adapter<{
    readable(): Parameters<Hono['use']>[0] & ((...args: never) => never)
  }>('hono')
  const app = new Hono()
  app.use(readable())
  app.get('/', (c) => c.html(WEIR))
  app.get('/data', (c) => c.json({ weir: true }))
  const as = (accept: string, path = '/') => app.request(path, { headers: { accept } })
  const markdown = await as('text/markdown')
  expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
  expect(await markdown.text()).toMatch(/^# The weir holds\n\nThe weir above/)
  expect(await (await as('text/plain')).text()).not.toContain('#')
  expect(await (await as('text/html')).text()).toBe(WEIR)
  expect(await (await as('text/markdown', '/data')).json()).toEqual({ weir: true })
})

interface Handler {
  dechaffHandler(settings: { size: number; signal?: AbortSignal }): never
}
let server: Server
beforeAll(async () => {
  server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(WEIR))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

it("a crawler's handler pushes the articles of a page, cleaned in another process", async () => {
  const { dechaffHandler } = await adapter<Handler>('crawlee')
  const { handle, close } = dechaffHandler({ size: 1 }) as {
    handle(context: object): Promise<void>
    close(): void
  }
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const body = Buffer.from(await (await fetch(address)).arrayBuffer())
  const pushed: object[] = []
  const context = (bytes: Buffer) => ({
    request: { url: address },
    response: { headers: { 'content-type': 'text/html' } },
    body: bytes,
    pushData: async (item: object) => void pushed.push(item),
  })
  await handle(context(body))
  await handle(context(Buffer.from('<p>404</p>')))
  close()
  expect(pushed).toMatchObject([
    { title: 'The weir holds', text: expect.stringContaining(PROSE) },
    { status: 'rejected' },
  ])
})
