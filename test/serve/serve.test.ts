import { request } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { createPool } from '../../src/batch/clean-all.ts'
import type { Dump } from '../../src/core/dump.ts'
import { clean } from '../../src/index.ts'
import { type Served, serve } from '../../src/serve/serve.ts'
import { service } from '../../src/serve/service.ts'

vi.setConfig({ testTimeout: 180_000 })
const PROSE =
  'The weir above the mill held through the night, the miller said, and nobody had to leave the valley.'
const WEIR = `<title>The weir holds</title><h1>The weir holds</h1>${`<p>${PROSE}</p>`.repeat(6)}`

/** Answers by what is asked of it, as a server of its own would. */
const made = (pool = fakePool(), more: object = {}) =>
  service({ pool: { plain: pool, explained: pool }, bytes: 2000, waiting: 1, version: '1.2.3', ...more })

function fakePool(
  answer: () => Promise<never> | Promise<unknown> = async () => ({ status: 'clean', id: 'x' }),
) {
  return { clean: answer, close() {} } as unknown as ReturnType<typeof createPool>
}
const post = (body: BodyInit, type = 'text/html', more: Record<string, string> = {}) => ({
  method: 'POST',
  body,
  headers: { 'content-type': type, ...more },
})
const packed = (packing: string, body: Buffer<ArrayBuffer>) =>
  post(body, 'text/html', { 'content-encoding': packing })
function form(page: string): RequestInit {
  const body = new FormData()
  body.set('page', page)
  return { method: 'POST', body }
}

describe('the service', () => {
  it.each([
    ['an empty body', post(''), 400],
    ['JSON that is none', post('{', 'application/json'), 400],
    ['JSON without a page', post('{}', 'application/json'), 400],
    ['JSON with two pages', post('{"html":"a","text":"b"}', 'application/json'), 400],
    ['JSON with a page that is no string', post('{"html":5}', 'application/json'), 400],
    [
      'JSON with a field nobody knows',
      post('{"html":"a","fetch":"https://a.example"}', 'application/json'),
      400,
    ],
    ['JSON with fields that are a list', post('{"html":"a","fields":[1]}', 'application/json'), 400],
    ['a page that is too large', post('x'.repeat(2001)), 413],
    ['a page that is too large once unpacked', packed('gzip', gzipSync('x'.repeat(2001))), 413],
    ['a page that is not packed as it says', packed('gzip', Buffer.from('<p>a')), 400],
    ['a page packed as nobody knows', packed('compress', Buffer.from('<p>a')), 415],
    ['a form', form('<p>a'), 415],
    ['a page in a browser', post('<p>a', 'text/html', { origin: 'https://evil.example' }), 403],
    ['a reader', {}, 405],
  ])('refuses %s', async (_, init, status) => {
    const answer = await made().request('/clean', init)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toEqual({ error: expect.any(String) })
  })

  it.each([
    ['ur=https://valley.example/', 'unknown parameter "ur", did you mean "url"?'],
    ['pipeline=strict', 'unknown parameter "pipeline"; there are explain, id, url, retrieved'],
    ['explain=maybe', '"explain" is 1 or 0, not "maybe"'],
  ])('refuses the address ?%s', async (query, error) => {
    const answer = await made().request(`/clean?${query}`, post('<p>a'))
    expect([answer.status, await answer.json()]).toEqual([400, { error }])
  })

  it('takes what is said of a page from its address and from JSON, which goes before', async () => {
    const asked: Dump[] = []
    const pool = fakePool()
    const app = made({
      ...pool,
      clean: (dump) => {
        asked.push(dump)
        return pool.clean(dump)
      },
    })
    const query = '?url=https://valley.example/a&id=a&retrieved=2026-05-01'
    const body = '{"html":"<p>a","id":"b","fields":{"crawl":7}}'
    await app.request(`/clean${query}`, post(body, 'application/json'))
    await app.request(`/clean${query}`, packed('br', brotliCompressSync('<p>a')))
    const said = { url: 'https://valley.example/a', retrieved: '2026-05-01' }
    expect(asked).toMatchObject([
      { html: '<p>a', id: 'b', fields: { crawl: 7 }, ...said },
      { bytes: Buffer.from('<p>a'), id: 'a', contentType: 'text/html', ...said },
    ])
  })

  it('asks for the token everywhere but at /health', async () => {
    const app = made(undefined, { token: 'secret' })
    const bearer = { authorization: 'Bearer secret' }
    for (const path of ['/metrics', '/openapi.json', '/clean', '/nowhere'])
      expect((await app.request(path)).status, path).toBe(401)
    expect((await app.request('/metrics', { headers: { authorization: 'Bearer secrets' } })).status).toBe(401)
    expect((await app.request('/metrics', { headers: bearer })).status).toBe(200)
    expect((await app.request('/clean', post('<p>a', 'text/html', bearer))).status).toBe(200)
    expect(await (await app.request('/health')).json()).toEqual({ status: 'ok', version: '1.2.3' })
  })

  it('is asked under its own names only', async () => {
    const app = made(undefined, { hosts: ['127.0.0.1:80'] })
    expect((await app.request('/health', { headers: { host: 'evil.example' } })).status).toBe(403)
    expect((await app.request('/health', { headers: { host: '127.0.0.1:80' } })).status).toBe(200)
  })

  it('takes no more pages in hand than it may, and counts what became of them', async () => {
    let done: (value: unknown) => void = () => {}
    const app = made(
      fakePool(
        () =>
          new Promise((resolve) => {
            done = resolve
          }),
      ),
    )
    const first = app.request('/clean', post('<p>a'))
    await expect
      .poll(async () => await (await app.request('/metrics')).text())
      .toContain('dechaff_pages_in_hand 1')
    const second = await app.request('/clean', post('<p>b'))
    expect([second.status, second.headers.get('retry-after')]).toEqual([503, '1'])
    done({ status: 'rejected', id: 'a' })
    expect((await first).status).toBe(200)
    const metrics = await (await app.request('/metrics')).text()
    expect(metrics).toContain('dechaff_pages_total{status="rejected"} 1')
    expect(metrics).toContain('dechaff_page_seconds_count 1')
    expect(metrics).toContain('dechaff_pages_in_hand 0')
    for (const line of metrics.trim().split('\n'))
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+(?:\{[a-z]+="[^"]+"\})? [\d.e+-]+)$/)
  })

  it('describes what it takes', async () => {
    const said = await (await made().request('/openapi.json')).json()
    expect(said).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } })
    expect(Object.keys(said.paths).sort()).toEqual(['/clean', '/health', '/metrics'])
  })

  it.each([{ explain: true }, {}])('describes the record a page gets, %j', async (options) => {
    const said = await (await made().request('/openapi.json')).json()
    const { $ref } = said.paths['/clean'].post.responses[200].content['application/json'].schema
    const ajv = new Ajv2020({ strict: true })
    const fits = ajv.addSchema(said.components.schemas.Record, $ref).getSchema($ref)!
    const record = JSON.parse(JSON.stringify(await clean({ html: WEIR, fields: { crawl: 7 } }, options)))
    expect(fits(record), JSON.stringify(fits.errors)).toBe(true)
    expect(fits({ ...record, status: 'fine' })).toBe(false)
  })

  it('answers with the statuses it describes', async () => {
    const app = made(undefined, { token: 'secret' })
    const bearer = { authorization: 'Bearer secret' }
    const said = await (await app.request('/openapi.json', { headers: bearer })).json()
    const statuses = Object.keys(said.paths['/clean'].post.responses).map(Number)
    expect(statuses).toEqual([200, 400, 401, 403, 413, 415, 500, 503])
    expect(said.security).toEqual([{ token: [] }])
  })
})

describe('serve', () => {
  let served: Served
  beforeAll(async () => {
    served = await serve({ version: '1.2.3', size: 1, deadline: 60_000, bytes: 100_000 })
  })
  afterAll(() => served?.close())
  const ask = (path: string, init: RequestInit = {}) => fetch(`${served.url}${path}`, init)

  it('gives the record of a page: its HTML, its text, or JSON that holds it', async () => {
    const url = 'https://valley.example/weir'
    const wanted = await clean({ html: WEIR, id: 'weir', url })
    const bytes = new TextEncoder().encode(WEIR)
    const raw = await ask(`/clean?id=weir&url=${encodeURIComponent(url)}`, post(WEIR))
    expect(await raw.json()).toEqual(await clean({ bytes, id: 'weir', url, contentType: 'text/html' }))
    const json = await ask(
      '/clean',
      post(JSON.stringify({ html: WEIR, id: 'weir', url }), 'application/json'),
    )
    expect(await json.json()).toEqual(wanted)
    const dump = `The weir holds\n\n${PROSE}\n\nIt was built when the mill still ran, and nobody remembers by whom.\n`
    const text = await ask('/clean?id=dump', post(dump, 'text/plain'))
    const dumped = { bytes: new TextEncoder().encode(dump), id: 'dump', contentType: 'text/plain' }
    const record = await text.json()
    expect(record).toEqual(await clean(dumped))
    expect(record.input.kind).toBe('text')
    const explained = await ask('/clean?explain=1', post(WEIR))
    expect((await explained.json()).blocks.length).toBeGreaterThan(5)
    const rejected = await ask('/clean', post('<p>404</p>'))
    expect([rejected.status, (await rejected.json()).status]).toEqual([200, 'rejected'])
  })

  it('listens on this machine, and is nobody there under a foreign name', async () => {
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const { port } = new URL(served.url)
    const status = await new Promise((resolve, reject) => {
      const asked = request({ port, host: '127.0.0.1', path: '/health', headers: { host: 'evil.example' } })
      asked
        .on('response', (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end()
    })
    expect(status).toBe(403)
  })

  it('does not listen to other machines without a token', async () => {
    await expect(serve({ version: '1.2.3', host: '0.0.0.0' })).rejects.toThrow('give a token')
  })
})
