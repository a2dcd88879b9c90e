import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { fnv1a, type Holdout, inHalf, siteOf } from './site.ts'

/** What is known to be right about a page. Only `text` is needed. */
export interface Gold {
  readonly text: string
  readonly title?: string | null
  readonly authors?: readonly string[] | string | null
  readonly published?: string | null
  readonly source?: string | null
  readonly editor?: readonly string[] | string | null
}

/** An article of a dump that holds several; lines are 0-based. */
export interface GoldArticle {
  readonly title: string
  readonly start_line: number
  readonly body_line: number
  readonly end_line: number
  readonly text: string
}

/** One page with its answer, whatever file it came from. */
export interface BenchPage {
  readonly id: string
  readonly set: string
  readonly url?: string
  readonly lang: string
  readonly type: string
  readonly site: string
  readonly html?: string
  readonly text?: string
  readonly gold: Gold
  /** Program that made the text dump. */
  readonly dumper?: string
  /** Per line of `text`: K keep, D drop, N either way, - blank. */
  readonly labels?: string
  /** Strings put into the dump that must not come out. */
  readonly spam?: readonly string[]
  readonly injected?: Readonly<Record<string, unknown>>
  readonly articles?: readonly GoldArticle[]
}

export interface Selection {
  readonly types?: readonly string[] | undefined
  readonly holdout: Holdout
  /** At most so many pages of each set: those whose id hashes lowest. */
  readonly sample?: number | undefined
}

type Row = Record<string, unknown> & { id: string }

const given = <K extends string, V>(key: K, value: V | null | undefined) =>
  (value === null || value === undefined ? {} : { [key]: value }) as { [P in K]?: V }

/** Brings a line of any of the set formats into one shape; `set` is used where the line names none. */
export function toPage(line: string, set: string): BenchPage {
  const row = JSON.parse(line) as Row
  const gold = (typeof row.gold === 'string' ? { text: row.gold, title: row.title } : row.gold) as Gold
  const url = row.url as string | null | undefined
  return {
    id: row.id,
    set: (row.set as string | undefined) ?? set,
    lang: (row.lang as string | null | undefined) ?? 'unknown',
    type: (row.type as string | undefined) ?? (row.ptype as string | undefined) ?? 'article',
    site: siteOf({ id: row.id, url }),
    gold: { ...gold, text: gold?.text ?? '' },
    ...given('url', url),
    ...given('html', row.html as string | undefined),
    ...given('text', row.text as string | undefined),
    ...given('dumper', row.dumper as string | undefined),
    ...given('labels', row.labels as string | undefined),
    ...given('spam', row.spam as string[] | undefined),
    ...given('injected', row.inj as Record<string, unknown> | undefined),
    ...given('articles', row.articles as GoldArticle[] | undefined),
  }
}

/** Files of the named sets in a folder and below (`NAME.jsonl` or `NAME.jsonl.gz`). Throws where one is missing. */
export async function setFiles(folder: string, names: readonly string[]): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true })
  const files = entries.filter((file) => /\.jsonl(\.gz)?$/.test(file)).sort()
  const found = new Map(files.map((file) => [setName(file), join(folder, file)]))
  const missing = names.filter((name) => !found.has(name))
  if (missing.length)
    throw new Error(`no set ${missing.join(', ')} in ${folder}; it has ${[...found.keys()].join(', ')}`)
  return new Map(names.map((name) => [name, found.get(name)!]))
}

/** Name of a set by its file. */
export function setName(file: string): string {
  return basename(file).replace(/\.jsonl(\.gz)?$/, '')
}

/** The file's lines, one by one, unzipped where it ends in .gz. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file)
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim()) yield line
  }
}

/** The selected pages of one set, as raw lines, so that a child process can do the parsing that costs. */
export async function* selectLines(file: string, selection: Selection): AsyncGenerator<string> {
  const set = setName(file)
  const chosen: { line: string; rank: number }[] = []
  for await (const line of linesOf(file)) {
    const page = toPage(line, set)
    if (selection.types && !selection.types.includes(page.type)) continue
    if (!inHalf(page.site, selection.holdout)) continue
    if (selection.sample === undefined) yield line
    else keepLowest(chosen, { line, rank: fnv1a(page.id) }, selection.sample)
  }
  for (const { line } of chosen) yield line
}

function keepLowest(
  chosen: { line: string; rank: number }[],
  next: { line: string; rank: number },
  most: number,
) {
  if (chosen.length === most && next.rank >= (chosen.at(-1)?.rank ?? 0)) return
  const place = chosen.findIndex((other) => other.rank > next.rank)
  chosen.splice(place < 0 ? chosen.length : place, 0, next)
  if (chosen.length > most) chosen.pop()
}
