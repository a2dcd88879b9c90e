import { createHash } from 'node:crypto'
import type { Origin } from '../../core/article.ts'
import { isNamedAsPage } from './sniff.ts'

/** What a line of a list names: a file, or a part of one. Without `length` the part goes to the file's end. */
export type Entry = { readonly file: string } & Partial<Pick<Origin, 'offset' | 'length'>>

/** Files and parts of files, in order, cut into splits. Every reader of the same list cuts it the same way. */
export interface InputList {
  /** Digest of the list. */
  readonly digest: string
  /** How many splits it has: consecutive entries that are handed out together, so that no other is opened for them. */
  readonly splits: number
  entries(): Iterable<Entry>
  split(index: number): readonly Entry[]
}

/** An entry that is not known to be smaller fills a split by itself. */
const SPLIT_BYTES = 32 * 1024 * 1024

/**
 * Reads a list: a path a line, or `{"file", "offset", "length"}` in JSON, as records tell where they were found; empty lines
 * are passed over. `pages`: entries of a split; fewer where their bytes reach 32 MiB.
 *
 * @throws where a line is neither, with its number.
 */
export function readList(text: string, name: string, pages: number): InputList {
  const lines = text.split('\n')
  const starts: number[] = []
  let entries = 0
  let bytes = Number.POSITIVE_INFINITY
  for (const [at, entry] of listed(lines, name)) {
    if (entries >= pages || bytes >= SPLIT_BYTES) {
      starts.push(at)
      entries = 0
      bytes = 0
    }
    entries++
    bytes += entry.length ?? (entry.offset === undefined && isNamedAsPage(entry.file) ? 0 : SPLIT_BYTES)
  }
  const read = (from: number, to?: number) =>
    [...listed(lines.slice(from, to), name)].map(([, entry]) => entry)
  return {
    digest: createHash('sha256').update(text).digest('hex'),
    splits: starts.length,
    *entries() {
      for (const [, entry] of listed(lines, name)) yield entry
    },
    split: (index) => read(starts[index]!, starts[index + 1]),
  }
}

function* listed(lines: readonly string[], name: string): Generator<readonly [at: number, entry: Entry]> {
  for (const [at, line] of lines.entries()) {
    const text = line.replace(/\r$/, '')
    if (text.trim() !== '') yield [at, entryOf(text, `${name}:${at + 1}`)]
  }
}

function entryOf(text: string, where: string): Entry {
  if (!text.startsWith('{')) return { file: text }
  const { file, offset, length } = parsed(text, where)
  if (typeof file !== 'string' || file === '') throw new Error(`${where}: "file" is no path`)
  for (const [key, value] of Object.entries({ offset, length }))
    if (value !== undefined && !(Number.isSafeInteger(value) && (value as number) >= 0))
      throw new Error(`${where}: "${key}" is no number of bytes`)
  if (offset === undefined && length !== undefined) throw new Error(`${where}: "length" without "offset"`)
  return { file, ...(offset !== undefined && { offset, ...(length !== undefined && { length }) }) } as Entry
}

function parsed(text: string, where: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    throw new Error(`${where}: is neither a path nor an object of JSON`)
  }
}
