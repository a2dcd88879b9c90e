import { existsSync, readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'

/** A page to make a sample of. */
export interface SampleInput {
  readonly bytes: Uint8Array
  /** Name it goes by: the file's, or the record's id. */
  readonly name: string
  readonly path?: string
  readonly url?: string
}

interface Recorded {
  readonly id?: unknown
  readonly url?: unknown
  readonly html?: unknown
  readonly text?: unknown
  readonly input?: { readonly path?: unknown; readonly url?: unknown; readonly bytes?: unknown }
}

/**
 * Reads a page: a file, or `RECORDS#ID`, where RECORDS is a JSONL file or a folder of them and ID a record's id. A record
 * holds the page itself (`html` or `text`) or names its file (`input.path`).
 * @throws a message for a person where there is no such page.
 */
export async function readSampleInput(page: string): Promise<SampleInput> {
  if (existsSync(page)) {
    if (!statSync(page).isFile())
      throw new Error(`${page} is a folder: name a page, or FOLDER#ID for a page of a run`)
    return { bytes: await readFile(page), name: page, path: page }
  }
  const hash = page.lastIndexOf('#')
  const [records, id] = [page.slice(0, hash), page.slice(hash + 1)]
  if (hash < 1 || !existsSync(records)) throw new Error(`there is no file ${page}`)
  for (const file of recordFiles(records)) {
    const found = await findRecord(file, id)
    if (found !== undefined) return pageOf(found, id, file)
  }
  throw new Error(`${records} holds no record with the id "${id}"`)
}

function recordFiles(path: string): readonly string[] {
  if (statSync(path).isFile()) return [path]
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => /\.(?:jsonl|ndjson)$/.test(name))
    .sort()
    .map((name) => join(path, name))
}

async function findRecord(file: string, id: string): Promise<Recorded | undefined> {
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    // most lines are of other pages, and long: look before parsing
    if (!line.includes(JSON.stringify(id))) continue
    const record = parseRecord(line)
    if (record?.id === id) return record
  }
  return undefined
}

function parseRecord(line: string): Recorded | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

async function pageOf(record: Recorded, id: string, file: string): Promise<SampleInput> {
  const address = record.url ?? record.input?.url
  const url = typeof address === 'string' ? { url: address } : {}
  const inline = record.html ?? record.text
  if (typeof inline === 'string' && record.input === undefined)
    return { bytes: new TextEncoder().encode(inline), name: id, ...url }
  const path = record.input?.path
  if (typeof path !== 'string')
    throw new Error(`the record "${id}" of ${file} does not say where its page is`)
  const candidates = isAbsolute(path) ? [path] : [path, join(dirname(file), path)]
  const there = candidates.find((candidate) => existsSync(candidate))
  if (there === undefined) throw new Error(`the page of the record "${id}", ${path}, is no longer there`)
  const bytes = await readFile(there)
  const size = record.input?.bytes
  if (typeof size === 'number' && size > 0 && size !== bytes.length)
    throw new Error(`${path} is not the page of the record "${id}" alone: it holds more, or has changed`)
  return { bytes, name: id, path: there, ...url }
}
