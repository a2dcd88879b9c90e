import { timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { CleanPool } from '../batch/clean-all.ts'
import type { Outcome } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import { nearest } from '../pipeline/nearest.ts'
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
  const refuseLarge = () => {
    throw tooLarge(bytes)
  }
  app.post('/clean', bodyLimit({ maxSize: bytes, onError: refuseLarge }), async (c) => {
    const explain = flagOf(c.req.query('explain'))
    const asked = await dumpOf(c, bytes)
    if (inHand >= waiting) return said(c, 503, 'too many pages in hand', { 'retry-after': AGAIN })
    const began = performance.now()
    inHand++
    try {
      const chosen = explain ? pool.explained : pool.plain
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
    if (error instanceof Refused) return said(c, error.status, error.message)
    return said(c, error instanceof TypeError ? 400 : 500, error.message)
  })
  return app
}

type Status = 400 | 401 | 403 | 404 | 405 | 413 | 415 | 500 | 503

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

/** What a request may say of a page beside the page, as strings. */
const SAID = ['id', 'url', 'contentType', 'retrieved'] as const
/** What the address of a request may say: the header `content-type` has its own place. */
const ASKED: readonly string[] = ['explain', ...SAID.filter((name) => name !== 'contentType')]

/** A request that is wrong, and with which status that is said. */
class Refused extends Error {
  readonly status: 400 | 413 | 415
  constructor(status: Refused['status'], message: string) {
    super(message)
    this.status = status
  }
}

/** @throws {Refused} where it is neither yes nor no. */
function flagOf(value = '0'): boolean {
  if (['1', 'true', ''].includes(value)) return true
  if (['0', 'false'].includes(value)) return false
  throw new Refused(400, `"explain" is 1 or 0, not "${value}"`)
}

/** The page of a request: JSON that holds it, or the body itself; the address may say more of it. @throws {Refused} */
async function dumpOf(c: Context, most: number): Promise<Dump> {
  const query: Readonly<Record<string, string>> = c.req.query()
  for (const name of Object.keys(query)) if (!ASKED.includes(name)) throw unknown('parameter', name, ASKED)
  const { explain: _, ...said } = query
  const type = c.req.header('content-type') ?? ''
  const bytes = await unpacked(new Uint8Array(await c.req.arrayBuffer()), c, most)
  if (/^application\/json\b/i.test(type)) return { ...said, ...jsonDump(bytes) }
  if (/^multipart\//i.test(type))
    throw new Refused(415, 'the body is a form: send the page itself (curl --data-binary @page.html)')
  if (bytes.length === 0) throw new Refused(400, 'the body is empty: send a page, its HTML or its text')
  // what programs say of a body they know nothing of
  const hint = /^(?:application\/(?:octet-stream|x-www-form-urlencoded).*)?$/i.test(type)
    ? {}
    : { contentType: type }
  return { bytes, ...hint, ...said }
}

type Unpack = (packed: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Buffer>

const PACKINGS: Readonly<Record<string, Unpack>> = {
  gzip: promisify<Uint8Array, object, Buffer>(gunzip),
  'x-gzip': promisify<Uint8Array, object, Buffer>(gunzip),
  deflate: promisify<Uint8Array, object, Buffer>(inflate),
  br: promisify<Uint8Array, object, Buffer>(brotliDecompress),
}

/** A body as it was before `content-encoding`. It may be as long as one that came unpacked. */
async function unpacked(body: Uint8Array, c: Context, most: number): Promise<Uint8Array> {
  const packing = c.req.header('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (packing === 'identity') return body
  const unpack = Object.hasOwn(PACKINGS, packing) ? PACKINGS[packing] : undefined
  if (!unpack) throw new Refused(415, `unknown content-encoding "${packing}"; there are gzip, deflate and br`)
  try {
    return await unpack(body, { maxOutputLength: most })
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(most)
    throw new Refused(400, `the body is not ${packing}: ${(error as Error).message}`)
  }
}

const tooLarge = (most: number) => new Refused(413, `the body is larger than ${most} bytes`)

function unknown(kind: string, name: string, known: readonly string[]): Refused {
  const meant = nearest(name, known)
  return new Refused(
    400,
    `unknown ${kind} "${name}"${meant ? `, did you mean "${meant}"?` : `; there are ${known.join(', ')}`}`,
  )
}

/** @throws {Refused} */
function jsonDump(bytes: Uint8Array): Dump {
  const body = jsonOf(bytes)
  if (!isObject(body)) throw new Refused(400, 'the body is no JSON object with "html" or "text"')
  const known: readonly string[] = ['html', 'text', ...SAID, 'fields']
  for (const [name, value] of Object.entries(body)) {
    if (!known.includes(name)) throw unknown('field', name, known)
    if (name === 'fields' && !isObject(value)) throw new Refused(400, '"fields" must be an object')
    if (name !== 'fields' && typeof value !== 'string') throw new Refused(400, `"${name}" must be a string`)
  }
  if ((body.html === undefined) === (body.text === undefined))
    throw new Refused(400, 'give either "html" or "text"')
  return body
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
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
