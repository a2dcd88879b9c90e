import { request } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AcceptedSample } from '../../src/review/accepted.ts'
import { type ReviewServer, serveReview } from '../../src/review/serve.ts'
import { blocksOf, record, stream, vote } from './records.ts'

let server: ReviewServer
let accepted: AcceptedSample[]
beforeEach(async () => {
  accepted = []
  server = await serveReview({
    pages: () => stream(record('p', blocksOf([['A line.', vote('prose', 1)]]))),
    add: async (sample) => {
      if (sample.name === 'taken') throw new Error('taken is there already')
      accepted.push(sample)
      return `samples/${sample.name}`
    },
  })
})
afterEach(() => server.close())

interface Answer {
  readonly status: number | undefined
  readonly body: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(server.url)
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options
    const asked = request(
      { hostname, port, path, method, headers: { host: `${hostname}:${port}`, ...headers } },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part) => {
          text += part
        })
        response.on('end', () =>
          resolve({ status: response.statusCode, body: text, headers: response.headers }),
        )
      },
    )
    asked.on('error', reject).end(body)
  })
}
const root = () => new URL(server.url).pathname
const json = (origin = new URL(server.url).origin) => ({ origin, 'content-type': 'application/json' })
const sample = { id: 'p', name: 'ferry', why: 'late', flips: [{ at: 0, text: 'A line.' }] }

test('it listens on this machine only and gives the report to who knows the token', async () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{48}\/$/)
  const { status, body, headers } = await ask(root())
  expect(status).toBe(200)
  expect(body).toContain('id="page-0"')
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none'; .*connect-src 'self'; .*frame-ancestors 'none'$/,
  )
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
})

test.each([
  ['no token', () => ask('/'), 404],
  ['a wrong token', () => ask(`/${'0'.repeat(48)}/`), 404],
  ['a longer token', () => ask(`${root().slice(0, -1)}0/`), 404],
  ['another path', () => ask(`${root()}../../etc/passwd`), 404],
  ['another host name', () => ask(root(), { headers: { host: 'evil.example' } }), 403],
  ['localhost under another port', () => ask(root(), { headers: { host: '127.0.0.1:1' } }), 403],
  ['another method', () => ask(root(), { method: 'PUT' }), 405],
  ['reading samples', () => ask(`${root()}samples`), 405],
  [
    'no origin',
    () =>
      ask(`${root()}samples`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      }),
    403,
  ],
  [
    'a foreign origin',
    () =>
      ask(`${root()}samples`, {
        method: 'POST',
        headers: json('https://evil.example'),
        body: JSON.stringify(sample),
      }),
    403,
  ],
  [
    'a form',
    () =>
      ask(`${root()}samples`, {
        method: 'POST',
        headers: { ...json(), 'content-type': 'text/plain' },
        body: '{}',
      }),
    415,
  ],
  ['no JSON', () => ask(`${root()}samples`, { method: 'POST', headers: json(), body: '{' }), 400],
  [
    'too much',
    () => ask(`${root()}samples`, { method: 'POST', headers: json(), body: 'x'.repeat(2 ** 20 + 1) }),
    413,
  ],
])('%s gets nothing', async (_, asked, status) => {
  expect((await asked()).status).toBe(status)
  expect(accepted).toEqual([])
})

test.each(['../up', '/etc', 'a/b', 'A b', '.', '-x', 'x'.repeat(61)])(
  'the name %s is refused',
  async (name) => {
    const body = JSON.stringify({ ...sample, name })
    expect(await ask(`${root()}samples`, { method: 'POST', headers: json(), body })).toMatchObject({
      status: 400,
    })
    expect(accepted).toEqual([])
  },
)

test('a sample is handed on, and what is wrong with it is told', async () => {
  const post = (body: object) =>
    ask(`${root()}samples`, { method: 'POST', headers: json(), body: JSON.stringify(body) })
  expect(await post(sample)).toMatchObject({ status: 201, body: 'Made samples/ferry.' })
  expect(accepted).toEqual([sample])
  expect(await post({ ...sample, name: 'taken' })).toMatchObject({
    status: 409,
    body: 'taken is there already',
  })
  expect(await post({ ...sample, path: '/etc' })).toMatchObject({ status: 400 })
})
