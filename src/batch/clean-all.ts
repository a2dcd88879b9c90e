import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import PQueue from 'p-queue'
import type { Outcome } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import type { Rule } from '../core/rule.ts'
import { checkCall, checkOptions, RULES_OR_MODULE } from '../pipeline/check-call.ts'
import { clean } from '../pipeline/clean-with-files.ts'
import { rulesModule } from '../pipeline/load-rules.ts'
import type { PageInput } from './input.ts'
import { inOrder } from './order.ts'
import { without } from './outcome.ts'
import { type PoolOptions, STOPPED, startPool } from './pool.ts'
import { outcomeOf, readRecord } from './record.ts'
import { weightOf } from './weight.ts'
import type { CleanOptions } from './worker.ts'

/** How a stream of dumps is cleaned. */
export interface CleanAllOptions extends Omit<CleanOptions, 'rules'>, Omit<PoolOptions, 'clean' | 'fields'> {
  /**
   * Rules of the caller's own. The path or address of a module that exports them goes to every process. Rules themselves are
   * functions, which cannot enter another process: with them the pages are cleaned in this one, one after the other,
   * without `concurrency`, `deadline` and `memory`.
   */
  readonly rules?: readonly Rule[] | string | URL
  /** Processes at once; default: one per processor. */
  readonly concurrency?: number
  /** Ends the work and the processes once it fires. */
  readonly signal?: AbortSignal
}

/** Bytes of pages in hand at once. */
export const BYTES_IN_HAND = 64 * 1024 * 1024
export const windowFor = (concurrency: number): number => concurrency * 16

/**
 * Cleans a stream of dumps, each in a child process with a deadline and a memory cap, and yields one outcome a dump,
 * in the order of the dumps. Asks for new dumps only as outcomes are taken. Throws what the source throws, and the
 * signal's reason once that fires; a bad page is an outcome, never an error.
 *
 * @throws {TypeError} at once where the call is wrong; for a dump that is none when its turn comes.
 */
export function cleanAll(
  dumps: AsyncIterable<Dump> | Iterable<Dump>,
  options: CleanAllOptions = {},
): AsyncGenerator<Outcome, void, undefined> {
  if (
    typeof dumps === 'string' ||
    (typeof (dumps as Partial<AsyncIterable<Dump> & Iterable<Dump>>)?.[Symbol.asyncIterator] !== 'function' &&
      typeof (dumps as Partial<Iterable<Dump>>)?.[Symbol.iterator] !== 'function')
  )
    throw new TypeError('cleanAll() takes an iterable of dumps, each with bytes, html, text or document')
  checkProcessOptions(options, { concurrency: 'a number above 0', signal: 'an AbortSignal' })
  const { rules } = options
  return isRules(rules) ? cleanedHere(dumps, rules, options) : outcomesOf(dumps, options)
}

const isRules = (rules: CleanAllOptions['rules']): rules is readonly Rule[] => Array.isArray(rules)

/** What functions decide is decided where they are. */
async function* cleanedHere(
  dumps: AsyncIterable<Dump> | Iterable<Dump>,
  rules: readonly Rule[],
  { signal, pipeline, explain, as, sites, url }: CleanAllOptions,
): AsyncGenerator<Outcome, void, undefined> {
  for await (const dump of dumps) {
    signal?.throwIfAborted()
    checkCall(dump)
    const named = { ...dump, id: dump.id ?? dump.path ?? digestOf(dump), ...(url !== undefined && { url }) }
    yield await clean(named, { ...given({ pipeline, explain, as, sites }), rules })
  }
}

async function* outcomesOf(
  dumps: AsyncIterable<Dump> | Iterable<Dump>,
  options: CleanAllOptions,
): AsyncGenerator<Outcome, void, undefined> {
  const { concurrency = availableParallelism(), signal, ...own } = options
  const { pipeline, explain, as, sites, rules, ...rest } = own
  const pool = startPool({ ...rest, clean: given({ pipeline, explain, as, sites, rules: moduleOf(rules) }) })
  const cleaned = inOrder(dumps, (dump) => pool.clean(inputOf(dump)), {
    concurrency,
    window: windowFor(concurrency),
    weigh: weightOf,
    budget: BYTES_IN_HAND,
    ...(signal ? { signal } : {}),
  })
  try {
    for await (const { record } of cleaned) yield outcomeOf(readRecord(record))
  } finally {
    pool.close()
  }
}

const known = ({ place: id, size: bytes }: PageInput, { path, url }: Dump) => ({ id, path, url, bytes })

function inputOf(dump: Dump): PageInput {
  checkCall(dump)
  const named = sendable(dump)
  return { place: named.id, size: weightOf(named), parcel: { kind: 'dump', dump: named } }
}

const PROCESS_OPTIONS = {
  cleaner: 'a string',
  deadline: 'a number above 0',
  memory: 'a number above 0',
  recycle: 'a number above 0',
  url: 'a string',
}

/** @throws {TypeError} for options that make no sense where pages are cleaned in processes of their own. */
function checkProcessOptions(options: object, further: Readonly<Record<string, string>>): void {
  checkOptions(options, { ...PROCESS_OPTIONS, ...RULES_OR_MODULE, ...further })
  const { rules, ...rest } = options as CleanAllOptions
  const bound =
    isRules(rules) && ['concurrency', 'deadline', 'memory', 'recycle', 'cleaner'].find((key) => key in rest)
  if (bound)
    throw new TypeError(
      `rules are functions and cannot enter another process, where ${bound} holds: name the module that exports them`,
    )
}

const moduleOf = (rules: CleanAllOptions['rules']): string | undefined =>
  rules === undefined || isRules(rules) ? undefined : rulesModule(rules)

/** Without the keys that hold nothing. */
function given(options: { readonly [K in keyof CleanOptions]?: CleanOptions[K] | undefined }): CleanOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}

/** How the pages of a pool are cleaned. */
export interface PoolSettings extends Omit<CleanAllOptions, 'concurrency'> {
  /** Processes at once, at most; default: one per processor. They start when pages come. */
  readonly size?: number
}

/** Processes that stay, for servers and queues: pages come one by one, from anywhere. */
export interface CleanPool {
  /**
   * Cleans one dump as soon as a process is free. Rejects with the signal's reason once that fires, where the page
   * was not done before; a bad page is an outcome.
   *
   * @throws {TypeError} when the call itself is wrong.
   */
  clean(dump: Dump, options?: { readonly signal?: AbortSignal }): Promise<Outcome>
  /** Ends every process. Pages in hand come back `failed` with the code `stopped`; later calls reject. */
  close(): void
}

/**
 * Starts a pool: what {@link cleanAll} does for a stream, for pages that come one by one. `signal` closes it.
 *
 * @throws {TypeError} when an option is wrong.
 */
export function createPool(settings: PoolSettings = {}): CleanPool {
  checkProcessOptions(settings, { size: 'a number above 0', signal: 'an AbortSignal' })
  const { size = availableParallelism(), signal, ...own } = settings
  const { pipeline, explain, as, sites, rules, ...rest } = own
  if (isRules(rules))
    throw new TypeError(
      'rules are functions and cannot enter another process: name the module that exports them',
    )
  signal?.throwIfAborted()
  const pool = startPool({ ...rest, clean: given({ pipeline, explain, as, sites, rules: moduleOf(rules) }) })
  const queue = new PQueue({ concurrency: size })
  let closed = false
  const close = (): void => {
    closed = true
    signal?.removeEventListener('abort', close)
    pool.close()
  }
  signal?.addEventListener('abort', close)
  return {
    async clean(dump, { signal: once } = {}) {
      const input = inputOf(dump)
      if (closed) throw new Error('the pool is closed')
      once?.throwIfAborted()
      const task = () => pool.clean(input)
      try {
        const { record } = await queue.add(task, once === undefined ? {} : { signal: once })
        return outcomeOf(readRecord(record))
      } catch (error) {
        // its process was ended before it could say anything
        if (closed && !once?.aborted) return without(known(input, dump), 'failed', STOPPED)
        throw error
      }
    },
    close,
  }
}

/** A document cannot leave its process: its markup can. And every outcome needs a name. */
function sendable(dump: Dump): Dump & { readonly id: string } {
  const { document, ...rest } = dump
  const root = (document as { documentElement?: { outerHTML?: string } } | undefined)?.documentElement
  const plain = root?.outerHTML === undefined ? rest : { ...rest, html: root.outerHTML }
  return { ...plain, id: plain.id ?? plain.path ?? digestOf(plain) }
}

const digestOf = (dump: Dump): string =>
  createHash('sha256')
    .update(dump.bytes ?? dump.html ?? dump.text ?? '')
    .digest('hex')
    .slice(0, 16)
