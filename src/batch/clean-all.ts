import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { Outcome } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import type { PageInput } from './input.ts'
import { inOrder } from './order.ts'
import { type PoolOptions, startPool } from './pool.ts'
import { outcomeOf, readRecord } from './record.ts'
import { weightOf } from './weight.ts'
import type { CleanOptions } from './worker.ts'

export interface CleanAllOptions extends CleanOptions, Omit<PoolOptions, 'clean' | 'fields'> {
  /** Processes at once; default: one per processor. */
  readonly concurrency?: number
  readonly signal?: AbortSignal
}

/** Bytes of pages in hand at once. */
export const BYTES_IN_HAND = 64 * 1024 * 1024
export const windowFor = (concurrency: number): number => concurrency * 16

/**
 * Cleans a stream of dumps, each in a child process with a deadline and a memory cap, and yields one outcome a dump,
 * in the order of the dumps. Asks for new dumps only as outcomes are taken. Throws what the source throws, and the
 * signal's reason once that fires; a bad page is an outcome, never an error.
 */
export async function* cleanAll(
  dumps: AsyncIterable<Dump> | Iterable<Dump>,
  options: CleanAllOptions = {},
): AsyncGenerator<Outcome, void, undefined> {
  const { concurrency = availableParallelism(), signal, pipeline, explain, as, sites, ...rest } = options
  const clean = {
    ...(pipeline === undefined ? {} : { pipeline }),
    ...(explain === undefined ? {} : { explain }),
    ...(as ? { as } : {}),
    ...(sites === undefined ? {} : { sites }),
  }
  const pool = startPool({ ...rest, clean })
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

function inputOf(dump: Dump): PageInput {
  const named = sendable(dump)
  return { place: named.id, size: weightOf(named), parcel: { kind: 'dump', dump: named } }
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
