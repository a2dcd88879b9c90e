import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type SiteTable, tableBuilder } from '../sites/others.ts'
import { readRecord, type SiteRecord, SitesError } from '../sites/records.ts'

/** A file of counts that must hold what it held before. */
export interface SitesFile {
  /** Where it lies. */
  readonly path: string
  /** SHA-256 of its bytes, hexadecimal. */
  readonly digest: string
}

/** Counts of the lines on sites: the path of a file `dechaff sites` made, the same with its digest, or its records. */
export type Sites = string | SitesFile | readonly SiteRecord[]

interface Loaded {
  readonly table: SiteTable
  readonly digest: string
}

const files = new Map<string, Promise<Loaded>>()

/**
 * Lays the counts of a file out for looking up, and reads it once; records are given back as they are.
 *
 * @throws {SitesError} the file cannot be read, holds something else, or is not the one it was.
 */
export async function loadSites(sites: Sites): Promise<readonly SiteRecord[] | SiteTable> {
  if (typeof sites !== 'string' && !('path' in sites)) return sites
  const { table } = await loaded(sites)
  return table
}

/** The file with the digest it has now, after a look at every record. Throws like {@link loadSites}. */
export async function sitesFile(path: string): Promise<SitesFile> {
  const { digest } = await loaded(path)
  return { path, digest }
}

async function loaded(sites: string | SitesFile): Promise<Loaded> {
  const path = typeof sites === 'string' ? sites : sites.path
  let found = files.get(path)
  if (found === undefined) {
    found = read(path)
    files.set(path, found)
    found.catch(() => files.delete(path))
  }
  const { digest } = await found
  if (typeof sites !== 'string' && sites.digest !== digest)
    throw new SitesError(`${path}: is not the file it was when the run began`)
  return found
}

async function read(path: string): Promise<Loaded> {
  const hash = createHash('sha256')
  const table = tableBuilder()
  for await (const record of readSites(path, (bytes) => hash.update(bytes))) table.add(record)
  return { table: table.done(), digest: hash.digest('hex') }
}

/** The records of a file, one after the other. `passed` is shown its bytes. Throws like {@link loadSites}. */
export async function* readSites(
  path: string,
  passed: (bytes: Uint8Array) => void = () => {},
): AsyncGenerator<SiteRecord> {
  let number = 0
  for await (const line of linesOf(path, passed)) {
    const record = readRecord(line, `${path}:${++number}`)
    if (record !== undefined) yield record
  }
}

async function* linesOf(path: string, passed: (bytes: Uint8Array) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let open = ''
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
      passed(chunk)
      const lines = (open + decoder.decode(chunk, { stream: true })).split('\n')
      open = lines.pop()!
      yield* lines
    }
  } catch (error) {
    const { code, message, syscall } = error as NodeJS.ErrnoException
    throw syscall === undefined ? error : new SitesError(`${path}: cannot be read (${code ?? message})`)
  }
  yield open + decoder.decode()
}
