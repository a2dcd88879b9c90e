import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline as pipe } from 'node:stream/promises'
import { EXIT, exitOf, usageError } from '../batch/exit.ts'
import { findTwins, type KeepRule, type TwinRecord } from '../batch/find-twins.ts'
import { dumpOf, PRESETS, withFields } from '../batch/sources/fields.ts'
import { openSources } from '../batch/sources/open.ts'
import { plain } from './plain.ts'

export interface TwinsFlags {
  readonly out: string
  readonly keep: KeepRule
  readonly atLeast: number
  readonly against?: readonly string[]
  readonly drop?: string
  readonly idField?: string
  readonly textField?: string
  /** Percent. */
  readonly failOnFailed?: number
}

/** `dechaff twins`: writes the twins of the records, and the records without them where that is asked. @returns the exit code. */
export async function twinsOf(
  inputs: readonly string[],
  flags: TwinsFlags,
  signal?: AbortSignal,
): Promise<number> {
  const { out, keep, atLeast, against = [], drop } = flags
  if (drop !== undefined && inputs.includes('-'))
    throw usageError('--drop reads the records twice: name files')
  const count = { records: 0, unread: 0 }
  async function* all(): AsyncGenerator<TwinRecord> {
    for await (const { record } of recordsOf(inputs, flags, count)) {
      signal?.throwIfAborted()
      yield record
    }
    for await (const { record } of recordsOf(against, flags, count)) {
      signal?.throwIfAborted()
      yield { ...record, other: true }
    }
  }
  const { twins, dropped } = await findTwins(all(), { keep, atLeast, near: out, against: against.length > 0 })
  const { records, unread } = count
  const code = exitOf(
    { pages: records + unread, failed: unread, unread: records === 0 && unread > 0 },
    flags.failOnFailed,
  )
  if (code === EXIT.unread) return code
  await write(out, lines(twins.map((twin) => JSON.stringify(twin))))
  if (drop !== undefined) await write(drop, remaining(inputs, flags, dropped))
  const clusters = new Set(twins.map(({ cluster }) => cluster)).size
  process.stderr.write(
    `${count.records} records, ${twins.length} with twins in ${clusters} clusters, ${dropped.size} not to keep${
      count.unread > 0 ? `; ${count.unread} could not be read` : ''
    }\n`,
  )
  return code
}

interface Read {
  readonly record: TwinRecord
  /** The line as it came. */
  readonly bytes: Uint8Array
}

/** The records of JSON Lines files, in order; what is none is told and counted. */
async function* recordsOf(
  inputs: readonly string[],
  flags: TwinsFlags,
  count: { records: number; unread: number },
  tell = true,
): AsyncGenerator<Read> {
  const fields = withFields(PRESETS.auto!, {
    text: flags.textField ?? 'text',
    ...(flags.idField !== undefined && { id: flags.idField }),
  })
  for await (const input of openSources(inputs, { fields, content: 'jsonl' })) {
    const line = 'refused' in input || input.parcel.kind !== 'line' ? undefined : input.parcel.bytes
    const parsed = line && parse(line)
    const dump = parsed && dumpOf(parsed, fields)
    if (dump === undefined || line === undefined) {
      const place =
        'refused' in input ? `${input.id}: ${input.refused.message}` : `${input.place}: holds no text`
      if (tell) process.stderr.write(`dechaff: ${plain(place)}\n`)
      count.unread++
      continue
    }
    count.records++
    const { published } = parsed as { published?: unknown }
    const record = {
      id: dump.id ?? pageOf(parsed) ?? ('place' in input ? input.place : ''),
      text: dump.text ?? '',
      ...(typeof published === 'string' && { published }),
    }
    yield { record, bytes: line }
  }
}

function parse(line: Buffer): object | undefined {
  try {
    const value: unknown = JSON.parse(line.toString())
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/** Articles of a run go by their page, and by their part where it holds several. */
function pageOf(record: object | undefined): string | undefined {
  const { page, part, parts } = record as { page?: unknown; part?: unknown; parts?: unknown }
  if (typeof page !== 'string') return undefined
  return typeof parts === 'number' && parts > 1 ? `${page}#${String(part)}` : page
}

async function* remaining(
  inputs: readonly string[],
  flags: TwinsFlags,
  dropped: ReadonlySet<number>,
): AsyncGenerator<Uint8Array | string> {
  let at = 0
  for await (const { bytes } of recordsOf(inputs, flags, { records: 0, unread: 0 }, false)) {
    if (dropped.has(at++)) continue
    yield bytes
    yield '\n'
  }
}

function* lines(texts: readonly string[]): Generator<string> {
  for (const text of texts) yield `${text}\n`
}

/** Whole or not at all. */
async function write(
  path: string,
  content: Iterable<string> | AsyncIterable<Uint8Array | string>,
): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`
  try {
    await pipe(Readable.from(content), createWriteStream(unfinished))
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
