import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import type { Article, ExplainedBlock, Outcome } from '../core/article.ts'

/** Whether a path is a folder `dechaff clean --out` or `dechaff run --out` made. */
export function isRunFolder(path: string): boolean {
  return ['records', 'articles', 'explain'].some((name) => fileOf(path, name) !== undefined)
}

/**
 * The records of a run, one a page. `clean --out` wrote them whole; what `run --out` wrote into a file a kind is put
 * together again, in the order of `explain.jsonl` where there is one.
 *
 * @throws a message for a person where a file is no JSON Lines or holds other records.
 */
export async function* readRun(folder: string): AsyncGenerator<Outcome> {
  const records = fileOf(folder, 'records')
  if (records !== undefined) {
    for await (const record of readJsonLines(records)) yield checked(record, records)
    return
  }
  const heads = await readHeads(folder)
  const explain = fileOf(folder, 'explain')
  if (explain !== undefined)
    for await (const line of readJsonLines(explain)) {
      const { id, input, status, blocks } = checked({ articles: [], ...(line as object) }, explain)
      const waiting = heads.get(id) ?? []
      const head = waiting.shift() ?? { ...blank(id), status }
      if (waiting.length === 0) heads.delete(id)
      yield {
        ...head,
        input: input.path === null ? head.input : input,
        dropped: head.dropped.blocks > 0 ? head.dropped : droppedOf(blocks ?? []),
        blocks: blocks ?? [],
      }
    }
  for (const left of heads.values()) yield* left
}

function fileOf(folder: string, name: string): string | undefined {
  return ['', '.gz', '.zst'].map((packed) => join(folder, `${name}.jsonl${packed}`)).find(existsSync)
}

/** The same name may come twice; pages of one name are taken in their order. */
type Heads = Map<string, Outcome[]>

async function readHeads(folder: string): Promise<Heads> {
  const heads: Heads = new Map()
  const add = (page: Outcome) => heads.set(page.id, [...(heads.get(page.id) ?? []), page])
  const articles = fileOf(folder, 'articles')
  let open: (Outcome & { articles: Article[] }) | undefined
  if (articles !== undefined)
    for await (const line of readJsonLines(articles)) {
      const { page, part, parts, limits, notes, ...article } = line as Article &
        Pick<Outcome, 'limits' | 'notes'> & { page: string; part: number; parts: number }
      if (part === 1 || open === undefined) {
        open = { ...blank(page), ...(limits && { limits }), ...(notes && { notes }), articles: [] }
        add(open)
      }
      open.articles.push(article)
    }
  for (const status of ['rejected', 'failed']) {
    const file = fileOf(folder, status)
    if (file === undefined) continue
    for await (const line of readJsonLines(file)) {
      add(checked({ articles: [], ...(line as object) }, file))
    }
  }
  return heads
}

const blank = (id: string): Outcome => ({
  id,
  input: { path: null, url: null, kind: null, charset: null, charsetFrom: null, bytes: 0 },
  status: 'clean',
  reason: null,
  articles: [],
  dropped: { blocks: 0, chars: 0, byRole: {}, byRule: {} },
})

function droppedOf(blocks: readonly ExplainedBlock[]): Outcome['dropped'] {
  const byRole: Record<string, number> = {}
  const byRule: Record<string, number> = {}
  const gone = blocks.filter((block) => !block.kept)
  for (const { role, votes } of gone) {
    byRole[role] = (byRole[role] ?? 0) + 1
    for (const rule of new Set(votes.filter((vote) => vote.weight < 0).map((vote) => vote.rule)))
      byRule[rule] = (byRule[rule] ?? 0) + 1
  }
  return { blocks: gone.length, chars: gone.reduce((sum, { text }) => sum + text.length, 0), byRole, byRule }
}

const STATUSES: readonly unknown[] = ['clean', 'rejected', 'failed'] satisfies Outcome['status'][]

function checked(record: unknown, file: string): Outcome {
  const { id, status, articles, blocks = [] } = (record ?? {}) as Partial<Outcome>
  const whole = typeof id === 'string' && STATUSES.includes(status) && Array.isArray(articles)
  if (whole && Array.isArray(blocks)) return { ...blank(id), ...(record as Outcome) }
  throw new Error(`${file}: holds a line that is no record of a page`)
}

const LINE_END = 0x0a

/** The records of a JSON Lines file, packed where its name ends in `.gz` or `.zst`; one line in memory at a time. */
export async function* readJsonLines(path: string): AsyncGenerator<unknown> {
  let number = 0
  for await (const line of lines(path)) {
    number++
    if (line.trim() === '') continue
    let record: unknown
    try {
      record = JSON.parse(line)
    } catch {
      throw new Error(`${path}:${number}: is no JSON`)
    }
    yield record
  }
}

/** Lines end in LF and nothing else: text of pages holds other separators. */
async function* lines(path: string): AsyncGenerator<string> {
  let left: Buffer[] = []
  for await (const chunk of bytesOf(path)) {
    let from = 0
    for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, from)) {
      left.push(chunk.subarray(from, at))
      yield Buffer.concat(left).toString('utf8')
      left = []
      from = at + 1
    }
    if (from < chunk.length) left.push(chunk.subarray(from))
  }
  if (left.length > 0) yield Buffer.concat(left).toString('utf8')
}

function bytesOf(path: string): AsyncIterable<Buffer> {
  const file = createReadStream(path)
  if (path.endsWith('.zst')) return unzstd(file)
  if (!path.endsWith('.gz')) return file
  const unpacked = file.pipe(createGunzip())
  // an error of the file does not travel along a pipe
  file.on('error', (error) => unpacked.destroy(error))
  return unpacked
}

async function* unzstd(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const { Decompress } = await import('fzstd')
  let out: Buffer[] = []
  // the library fills the same bytes again: keep a copy
  const stream = new Decompress((part) => out.push(Buffer.from(part)))
  for await (const chunk of chunks) {
    stream.push(chunk)
    yield* out
    out = []
  }
}
