import childProcess from 'node:child_process'
import { createHash } from 'node:crypto'
import dgram from 'node:dgram'
import dns from 'node:dns'
import { readSync, writeSync } from 'node:fs'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'
import { Worker } from 'node:worker_threads'
import type { Origin, Outcome } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import type { Door } from '../core/page.ts'
import type { Pipeline } from '../core/pipeline.ts'
import type { Sites } from '../pipeline/load-sites.ts'
import { type Frame, frameOf, frameReader } from './frame.ts'
import { type Opened, openParcel } from './open-parcel.ts'
import { optimizeLater } from './optimize-later.ts'
import { refusedOutcome, tellOrigin } from './outcome.ts'
import { digestOf, parcelOf, type WireHead } from './parcel.ts'
import { recordOf } from './record.ts'
import type { FieldMap } from './sources/fields.ts'
import { weightOf } from './weight.ts'

const GLOBALS = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']

/**
 * Takes network and child processes away from this process. A page's script is never run; this is for the library
 * that one day follows a link by itself. Where Node has a permission model, the parent sets it as well.
 */
function sealOff(): void {
  for (const name of GLOBALS) Reflect.deleteProperty(globalThis, name)
  close(net, ['connect', 'createConnection', 'createServer'])
  close(net.Socket.prototype, ['connect'])
  close(net.Server.prototype, ['listen'])
  close(tls, ['connect', 'createServer'])
  close(dgram, ['createSocket'])
  close(http, ['request', 'get', 'createServer'])
  close(https, ['request', 'get', 'createServer'])
  close(http2, ['connect', 'createServer', 'createSecureServer'])
  close(
    dns,
    Object.keys(dns).filter((name) => /^(?:lookup|resolve|reverse)/.test(name)),
  )
  close(
    dns.promises,
    Object.keys(dns.promises).filter((name) => /^(?:lookup|resolve|reverse)/.test(name)),
  )
  close(childProcess, ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'])
  syncBuiltinESMExports()
}

function close(owner: object, names: readonly string[]): void {
  for (const name of names) {
    const value = (): never => {
      throw new Error(`${name} is not there in a page's process`)
    }
    Object.defineProperty(owner, name, { value, configurable: true, writable: true })
  }
}

/** Milliseconds between two looks at the parent. */
const EVERY = 1000

const WATCH = `
  const parent = process.ppid
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL') }, ${EVERY})
`

/**
 * Ends this process when its parent is gone. A page that hangs keeps the process from noticing by itself, and nobody
 * is left to kill it: a thread of its own looks after the parent. Where threads are not to be had, there is no watch.
 */
function watchParent(): void {
  try {
    const thread = new Worker(WATCH, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8 } })
    thread.on('error', () => {})
    thread.unref()
  } catch {
    // the parent's end still closes the channel, which every page but a hanging one notices
  }
}

/** What a cleaner module exports. */
export interface CleanerModule {
  readonly clean: (dump: Dump, options: CleanOptions) => Promise<Outcome>
  /** What is sent of an outcome; default: the page's record. */
  readonly recordOf?: (outcome: Outcome, place: string, content: string | null) => Buffer
}
export interface CleanOptions {
  /** A pipeline's name, the path of its file, or one already loaded. Default `article`. */
  readonly pipeline?: string | Pipeline
  /** Adds every block with its verdict and votes to the record. Default false. */
  readonly explain?: boolean
  /** Forces the reading; default: found out from the content. */
  readonly as?: Door
  /** Counts of the lines on the pages of sites, as `dechaff sites` makes them. */
  readonly sites?: Sites
  /** A module of rules. */
  readonly rules?: string
}

/** What a process is told first. */
export interface Begin {
  readonly options: CleanOptions
  readonly fields: FieldMap
  /** Bytes resident from which on it says that it is heavy. */
  readonly heavy: number
  /** Address of every page, whatever it says itself. */
  readonly url?: string
}
/** What it is told then, once a page. `name`: open the parcel and say what is known, clean nothing. */
export interface Order {
  readonly place: string
  readonly wire: WireHead
  readonly origin?: Origin
  readonly name?: true
}
/** What it says: once that it is ready, then once an order, in order. A cleaned page's record is the body. */
export type Answer =
  | { readonly ready: true }
  | { readonly status: Outcome['status']; readonly digest: string; readonly heavy?: true }
  | {
      readonly id: string
      readonly path?: string
      readonly url?: string
      readonly bytes: number
      readonly digest: string
    }
  | { readonly error: string }
  /** The cleaner itself could not be loaded. */
  | { readonly broken: string }

/** The channel to the parent. It is read and written without an event loop: there is nothing to do meanwhile. */
const CHANNEL = 3
const CHUNK = 256 * 1024
/** Answers wait for one another this long, in milliseconds, as long as there is work at hand. */
const GATHER = 20

// the parent decides when to stop: a Ctrl-C on the terminal reaches every process of the group
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
// a page that waits for nothing must be seen to hang, not to end
setInterval(() => {}, 2 ** 30)

const cut = frameReader<Begin | Order>()
const chunk = Buffer.allocUnsafe(CHUNK)
const orders: Frame<Begin | Order>[] = []
let answers: Uint8Array[] = []
let written = performance.now()

/** The next order; ends the process where the parent has gone. */
function receive(): Frame<Begin | Order> {
  if (orders.length === 0 || performance.now() - written > GATHER) flush()
  while (orders.length === 0) {
    const size = readSync(CHANNEL, chunk)
    if (size === 0) process.exit()
    orders.push(...cut(Buffer.from(chunk.subarray(0, size))))
    written = performance.now()
  }
  return orders.shift()!
}

function flush(): void {
  const bytes = Buffer.concat(answers)
  answers = []
  written = performance.now()
  for (let at = 0; at < bytes.length; ) at += writeSync(CHANNEL, bytes, at)
}

function answer(message: Answer, body?: Buffer): void {
  answers.push(...frameOf(message, body))
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What is loaded on the first page of a kind is loaded before any page's time runs. */
const WARM_UP: readonly Dump[] = [
  { id: 'warm-up', html: '<title>Quarry</title><p>The quarry opened at dawn.</p>' },
  { id: 'warm-up', text: 'The quarry opened at dawn.' },
]

async function load(options: CleanOptions): Promise<CleanerModule> {
  const cleaner = (await import(process.argv[2]!)) as CleanerModule
  for (const dump of WARM_UP) await cleaner.clean(dump, options)
  return cleaner
}

async function clean(
  cleaner: CleanerModule,
  begin: Begin,
  { head, body }: Frame<Order>,
  { page, file }: Opened,
): Promise<void> {
  try {
    const url = begin.url === undefined ? {} : { url: begin.url }
    const outcome =
      'refused' in page ? refusedOutcome(page) : await cleaner.clean({ ...page, ...url }, begin.options)
    const digest = digestOf({ head: head.wire, body }, head.place, file)
    const heavy = process.memoryUsage.rss() > begin.heavy
    const named = tellOrigin({ ...outcome, id: page.id }, head.origin)
    const content = 'refused' in page ? null : contentDigest(page)
    const record = (cleaner.recordOf ?? recordOf)(named, head.place, content)
    answer({ status: outcome.status, digest, ...(heavy && { heavy }) }, record)
  } catch (error) {
    answer({ error: messageOf(error) })
  }
}

const contentDigest = (dump: Dump): string =>
  createHash('sha256')
    .update(dump.bytes ?? dump.html ?? dump.text ?? '')
    .digest('base64url')

/** Who a page is, told by a process that does nothing else with it. */
function introduce({ head, body }: Frame<Order>, { page, file }: Opened): void {
  const { id, path, url } = page
  const bytes = 'refused' in page ? 0 : weightOf(page)
  const digest = digestOf({ head: head.wire, body }, head.place, file)
  answer({ id, bytes, digest, ...(path !== undefined && { path }), ...(url !== undefined && { url }) })
}

optimizeLater(4)
watchParent()
sealOff()
const begin = receive().head as Begin
let cleaner: CleanerModule | undefined
try {
  cleaner = await load(begin.options)
  answer({ ready: true })
} catch (error) {
  answer({ broken: messageOf(error) })
}
while (cleaner) {
  const order = receive() as Frame<Order>
  const opened = openParcel(parcelOf(order.head.wire, order.body), order.head.place, begin.fields)
  if (order.head.name) introduce(order, opened)
  else await clean(cleaner, begin, order, opened)
}
flush()
