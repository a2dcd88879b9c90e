import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Outcome } from '../core/article.ts'
import { type AcceptedSample, parseAccepted } from './accepted.ts'
import { contentPolicy, type Frame } from './frame.ts'
import { reportParts, reviewFrame } from './report.ts'

export interface ServeOptions {
  /** Cleans the pages anew: asked every time the report is opened. */
  readonly pages: () => AsyncIterable<Outcome>
  /** Makes a sample. @returns its folder. @throws a message for a person. */
  readonly add: (sample: AcceptedSample) => Promise<string>
  /** Default: any free one. */
  readonly port?: number
}
export interface ReviewServer {
  /** With the token: who does not know it gets nothing. */
  readonly url: string
  readonly close: () => Promise<void>
}

const MOST_BYTES = 1024 * 1024

/** Serves the report on this machine only. The only thing it writes is what {@link ServeOptions.add} writes. */
export async function serveReview({ pages, add, port = 0 }: ServeOptions): Promise<ReviewServer> {
  const token = randomBytes(24).toString('hex')
  const server = await listenHere(port, (request, response, host) =>
    answer(request, response, { token, host, pages, add }),
  )
  return { ...server, url: `${server.url}${token}/` }
}

/** Listens on 127.0.0.1 only, and refuses requests under any other name. `port` 0: any free one. */
export async function listenHere(
  port: number,
  handle: (request: IncomingMessage, response: ServerResponse, host: string) => Promise<void>,
): Promise<ReviewServer> {
  const server = createServer((request, response) => {
    const host = `127.0.0.1:${(server.address() as AddressInfo | null)?.port}`
    // a name that points at this machine (DNS rebinding) is not this machine
    if (request.headers.host !== host) return end(response, 403, 'not for this host')
    handle(request, response, host).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Asked extends Required<Pick<ServeOptions, 'pages' | 'add'>> {
  readonly token: string
  readonly host: string
}

async function answer(request: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void> {
  const { token, host, pages, add } = asked
  const [, given = '', rest] = /^\/([^/]*)\/(.*)$/.exec(request.url ?? '') ?? []
  if (!same(given, token) || (rest !== '' && rest !== 'samples')) return end(response, 404, 'not found')
  if (request.method === 'GET' && rest === '') return report(response, pages)
  if (request.method !== 'POST' || rest !== 'samples') return end(response, 405, 'not allowed')
  if (request.headers.origin !== `http://${host}`) return end(response, 403, 'not from this page')
  if (request.headers['content-type'] !== 'application/json') return end(response, 415, 'JSON only')
  const body = await bodyOf(request)
  if (body === undefined) return end(response, 413, 'too large')
  const sample = parseAccepted(body)
  if (typeof sample === 'string') return end(response, 400, sample)
  try {
    end(response, 201, `Made ${await add(sample)}.`)
  } catch (error) {
    end(response, 409, (error as Error).message)
  }
}

const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** Headers of a page of ours. */
export const pageHeaders = (frame: Frame): Readonly<Record<string, string>> => ({
  ...HEADERS,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `${contentPolicy(frame)}; frame-ancestors 'none'`,
})

async function report(response: ServerResponse, pages: ServeOptions['pages']): Promise<void> {
  response.writeHead(200, pageHeaders(reviewFrame(true)))
  for await (const part of reportParts(pages(), { live: true })) {
    if (response.destroyed) return
    if (!response.write(part))
      await new Promise<void>((resolve) => {
        response.once('drain', resolve)
        response.once('close', resolve)
      })
  }
  response.end()
}

export function end(response: ServerResponse, status: number, text: string): void {
  const policy = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" }
  response.writeHead(status, { ...HEADERS, ...policy, 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

function same(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > MOST_BYTES) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
