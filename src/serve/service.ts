import { timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { CleanPool } from '../batch/clean-all.ts'
import type { Outcome } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import { openApi } from './open-api.ts'

export interface ServiceOptions {
  /** Cleans pages; `explained` adds every block with its votes. */
  readonly pool: { readonly plain: CleanPool; readonly explained: CleanPool }
  /** Asked of every request but /health, as `Authorization: Bearer`. Default: none is asked. */
  readonly token?: string
  /** Bytes of a request's body, at most. */
  readonly bytes: number
  /** Pages in hand at once; further ones are told to come again. */
  readonly waiting: number
  /** Names under which it is asked, as the header `Host` has them; default: any. */
  readonly hosts?: readonly string[]
  readonly version: string
}

/** Seconds after which to ask again where too much is in hand. */
const AGAIN = '1'

/**
 * Cleans pages over HTTP: `POST /clean`, with `/health`, `/metrics` and `/openapi.json`. A page that is rejected or failed
 * is an answer like any other: its record says so. It opens no address, whatever a request names.
 */
export function service(options: ServiceOptions): Hono {
  const { pool, token, bytes, waiting, hosts, version } = options
  const app = new Hono()
  const metrics = meter()
  let inHand = 0
  app.use(async (c, next) => refuse(c, hosts) ?? (await next()))
  app.get('/health', (c) => c.json({ status: 'ok', version }))
  app.use(async (c, next) => (mayAsk(c, token) ? next() : unauthorized(c)))
  app.get('/openapi.json', (c) => c.json(openApi({ version, bytes, token: token !== undefined })))
  app.get('/metrics', (c) =>
    c.body(metrics.text(inHand), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  )
  const tooLarge = (c: Context) => said(c, 413, `the body is larger than ${bytes} bytes`)
  app.post('/clean', bodyLimit({ maxSize: bytes, onError: tooLarge }), async (c) => {
    const asked = await dumpOf(c)
    if (typeof asked === 'string') return said(c, 400, asked)
    if (inHand >= waiting) return said(c, 503, 'too many pages in hand', { 'retry-after': AGAIN })
    const began = performance.now()
    inHand++
    try {
      const chosen = flagOf(c.req.query('explain')) ? pool.explained : pool.plain
      const outcome = await chosen.clean(asked, { signal: c.req.raw.signal })
      metrics.add(outcome.status, performance.now() - began)
      return c.json(outcome)
    } finally {
      inHand--
    }
  })
  app.all('/clean', (c) => said(c, 405, 'POST a page', { allow: 'POST' }))
  app.notFound((c) => said(c, 404, 'not found; there are /clean, /health, /metrics and /openapi.json'))
  app.onError((error, c) => {
    // whoever asked has gone
    if (c.req.raw.signal.aborted) return said(c, 499 as 400, 'aborted')
    return said(c, error instanceof TypeError ? 400 : 500, error.message)
  })
  return app
}

type Status = 400 | 401 | 403 | 404 | 405 | 413 | 500 | 503

const said = (c: Context, status: Status, error: string, headers: Record<string, string> = {}) =>
  c.json({ error }, status, headers)

/** A name that points at this machine (DNS rebinding) is not this machine, and no page in a browser may ask. */
function refuse(c: Context, hosts: readonly string[] | undefined): Response | undefined {
  c.header('cache-control', 'no-store')
  c.header('x-content-type-options', 'nosniff')
  if (hosts && !hosts.includes(c.req.header('host') ?? '')) return said(c, 403, 'not for this host')
  return c.req.header('origin') === undefined ? undefined : said(c, 403, 'not for pages in a browser')
}

function mayAsk(c: Context, token: string | undefined): boolean {
  if (token === undefined) return true
  const [given, wanted] = [Buffer.from(c.req.header('authorization') ?? ''), Buffer.from(`Bearer ${token}`)]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

const unauthorized = (c: Context): Response =>
  said(c, 401, 'send the token: "Authorization: Bearer TOKEN"', { 'www-authenticate': 'Bearer' })

const flagOf = (value: string | undefined) => value !== undefined && value !== '0' && value !== 'false'

/** What else a request may say of a page, as strings. */
const FIELDS = ['id', 'url', 'contentType', 'retrieved'] as const

/** The page of a request: JSON that holds it, or the body itself. @returns what is wrong with it. */
async function dumpOf(c: Context): Promise<Dump | string> {
  const type = c.req.header('content-type') ?? ''
  if (/^application\/json\b/i.test(type)) return jsonDump(await c.req.json().catch(() => undefined))
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  if (bytes.length === 0) return 'the body is empty: send a page, its HTML or its text'
  const { url, id } = c.req.query()
  return {
    bytes,
    ...(type !== '' &&
      !/^application\/(?:octet-stream|x-www-form-urlencoded)/i.test(type) && { contentType: type }),
    ...(url && { url }),
    ...(id && { id }),
  }
}

function jsonDump(body: unknown): Dump | string {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return 'the body is no JSON object with "html" or "text"'
  const known: readonly string[] = ['html', 'text', ...FIELDS]
  for (const [name, value] of Object.entries(body)) {
    if (!known.includes(name)) return `unknown field "${name}"; there are ${known.join(', ')}`
    if (typeof value !== 'string') return `"${name}" must be a string`
  }
  const { html, text } = body as { html?: string; text?: string }
  return (html === undefined) === (text === undefined) ? 'give either "html" or "text"' : (body as Dump)
}

/** Upper ends of the classes of the time a page took, in seconds. */
const CLASSES = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

interface Meter {
  /** `ms`: from request to record. */
  add(status: Outcome['status'], ms: number): void
  /** In Prometheus' text format. */
  text(inHand: number): string
}

/** Counts pages by what became of them, and how long they took. */
function meter(): Meter {
  const pages: Record<Outcome['status'], number> = { clean: 0, rejected: 0, failed: 0 }
  const within: number[] = CLASSES.map(() => 0)
  let [count, seconds] = [0, 0]
  return {
    add(status, ms) {
      pages[status]++
      count++
      seconds += ms / 1000
      for (const [i, most] of CLASSES.entries()) if (ms / 1000 <= most) within[i]!++
    },
    text: (inHand) =>
      [
        '# HELP dechaff_pages_total Pages by what became of them.',
        '# TYPE dechaff_pages_total counter',
        ...Object.entries(pages).map(([status, n]) => `dechaff_pages_total{status="${status}"} ${n}`),
        '# HELP dechaff_page_seconds Time from request to record.',
        '# TYPE dechaff_page_seconds histogram',
        ...CLASSES.map((most, i) => `dechaff_page_seconds_bucket{le="${most}"} ${within[i]}`),
        `dechaff_page_seconds_bucket{le="+Inf"} ${count}`,
        `dechaff_page_seconds_sum ${seconds}`,
        `dechaff_page_seconds_count ${count}`,
        '# HELP dechaff_pages_in_hand Pages being cleaned or waiting.',
        '# TYPE dechaff_pages_in_hand gauge',
        `dechaff_pages_in_hand ${inHand}`,
        '',
      ].join('\n'),
  }
}
