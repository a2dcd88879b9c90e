import { createHash } from 'node:crypto'
import { lstat, readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { text } from 'node:stream/consumers'
import { messageOf, usageError } from './exit.ts'
import { type Input, placeOf } from './input.ts'
import type { BatchRequest } from './request.ts'
import { SHARD_PAGES } from './run.ts'
import type { Inputs } from './shard.ts'
import { type FieldMap, PRESETS, withFields } from './sources/fields.ts'
import { type InputList, readList } from './sources/list.ts'
import { openEntry, openSources } from './sources/open.ts'
import { findFiles, isPattern } from './sources/paths.ts'
import { isNamedAsPage } from './sources/sniff.ts'

/** Where the records of a request keep what a page needs. */
export function fieldsOf(request: BatchRequest): FieldMap {
  const preset = PRESETS[request.preset]
  if (!preset) throw usageError(`no preset "${request.preset}"; there are ${Object.keys(PRESETS).join(', ')}`)
  const named = {
    id: request.idField,
    url: request.urlField,
    html: request.htmlField,
    text: request.textField,
  }
  const map = withFields(
    preset,
    Object.fromEntries(Object.entries(named).filter(([, path]) => path !== undefined)),
  )
  return request.pass === undefined ? map : { ...map, pass: request.pass }
}

/** A request whose list has been read. */
export interface Job extends BatchRequest {
  readonly entries?: InputList
}

/** Reads the list a request names, whole. */
export async function jobOf(request: BatchRequest): Promise<Job> {
  const { list, shardSize } = request
  if (list === undefined) return request
  try {
    const read = list === '-' ? await text(process.stdin) : await readFile(list, 'utf8')
    const found = readList(read, list, shardSize ?? SHARD_PAGES)
    if (found.splits > 0) return { ...request, entries: found }
  } catch (error) {
    throw usageError(messageOf(error))
  }
  throw usageError(`${list} names no file`)
}

/**
 * The inputs a request names, in order, after `--sample` and `--limit`, or those of its list. `passed` is told bytes that were
 * gone through.
 */
export function inputsOf(request: Job, passed?: (bytes: number) => void): Inputs {
  const { input: content, entries: list } = request
  const options = { fields: fieldsOf(request), ...(content && { content }), ...(passed && { passed }) }
  async function* open(split: number): AsyncGenerator<Input> {
    for (const entry of list!.split(split)) yield* openEntry(entry, options)
  }
  if (list) return { splits: list.splits, open }
  const all = openSources(request.operands, options)
  const chosen = request.sample === undefined ? all : sample(all, request.sample)
  return request.limit === undefined ? chosen : first(chosen, request.limit)
}

/**
 * Refuses a run whose results would lie among its inputs, or the other way round: either would read what it writes.
 * Links are followed. Of a pattern, what it names counts, not the folders it looks through. `inside`: inputs may lie in the
 * output folder, not the other way round.
 */
export async function refuseOverlap(
  operands: readonly string[],
  out: string,
  { inside = false, list }: { readonly inside?: boolean; readonly list?: InputList | undefined } = {},
): Promise<void> {
  const to = await realPath(resolve(out))
  for (const { file } of list?.entries() ?? []) refuseWithin(file, resolve(file), out, to, inside)
  for (const operand of operands) {
    if (operand === '-') continue
    const there = await lstat(operand).then(
      () => true,
      () => false,
    )
    if (there || !isPattern(operand)) refuseWithin(operand, await realPath(resolve(operand)), out, to, inside)
    else if (!inside)
      for await (const found of findFiles([operand])) {
        const path = 'refused' in found ? (found.path ?? found.id) : found.path
        refuseWithin(path, resolve(path), out, to, inside)
      }
  }
}

function refuseWithin(input: string, from: string, out: string, to: string, inside: boolean): void {
  if (!inside && isWithin(from, to))
    throw usageError(`the input ${input} lies in the output folder ${out}; choose another one`)
  if (isWithin(to, from))
    throw usageError(`the output folder ${out} lies in the input ${input}; choose another one`)
}

const isWithin = (path: string, folder: string): boolean =>
  `${path}${sep}`.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`)

/** A path without links, also where the end of it is not there yet. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return dirname(path) === path ? path : join(await realPath(dirname(path)), basename(path))
  }
}

function amountOfList(list: InputList): Amount | undefined {
  let bytes = 0
  for (const { length = Number.NaN } of list.entries()) bytes += length
  return Number.isNaN(bytes) ? undefined : { bytes }
}

/** What a request will come to: its pages where their number is known without reading them, else the bytes to read. */
export type Amount = { readonly pages: number } | { readonly bytes: number; readonly most?: number }

/** Undefined where nobody knows: of standard input. */
export async function amountOf(request: Job): Promise<Amount | undefined> {
  const { entries, operands, input, sample: some = Number.POSITIVE_INFINITY, limit: most } = request
  if (operands.includes('-')) return undefined
  if (entries) return amountOfList(entries)
  let pages = 0
  let bytes = 0
  let onePageEach = input === undefined
  for await (const found of findFiles(operands)) {
    pages++
    if ('refused' in found) continue
    bytes += found.size
    onePageEach &&= isNamedAsPage(found.path)
  }
  // a sample is known when all has been read: what is left then are its pages
  if (onePageEach || request.sample !== undefined)
    return { pages: Math.min(onePageEach ? pages : some, some, most ?? some) }
  return { bytes, ...(most !== undefined && { most }) }
}

/** The first `n` inputs. */
export async function* first(inputs: AsyncIterable<Input>, n: number): AsyncGenerator<Input> {
  if (n <= 0) return
  let left = n
  for await (const input of inputs) {
    yield input
    if (--left === 0) return
  }
}

/**
 * `n` inputs spread over all of them, the same ones every time: those whose places have the smallest hashes, in the order
 * they came. Holds what it chose until the source ends; files are held by name only.
 */
export async function* sample(inputs: AsyncIterable<Input>, n: number): AsyncGenerator<Input> {
  let chosen: { rank: string; at: number; input: Input }[] = []
  const keep = (): void => {
    chosen = chosen.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.at - b.at)).slice(0, n)
  }
  let at = 0
  for await (const input of inputs) {
    chosen.push({ rank: createHash('sha256').update(placeOf(input)).digest('hex'), at: at++, input })
    if (chosen.length >= 2 * n + 64) keep()
  }
  keep()
  for (const { input } of chosen.sort((a, b) => a.at - b.at)) yield input
}
