import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** What rows are made of: a change here makes them anew. Learning itself is not among it. */
const SOURCES = [
  'src',
  'pipelines',
  'bench/align',
  'bench/labels.ts',
  'bench/tokens.ts',
  'bench/fit/bag.ts',
  'bench/fit/page-rows.ts',
  'bench/subject.ts',
  'bench/pages.ts',
]

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => undefined)
  if (!entries) return path.endsWith('.ts') ? [path] : []
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Digest of everything the rows hang on besides the data; fitted models are the result, not part of it. */
export async function sourceDigest(): Promise<string> {
  const files = (await Promise.all(SOURCES.map((source) => filesUnder(join(ROOT, source))))).flat()
  const hash = createHash('sha256')
  for (const file of files.filter((name) => !name.endsWith('.model.json')).sort())
    hash.update(await readFile(file))
  return hash.digest('hex').slice(0, 16)
}

/** The value kept under `key` in the temporary folder, made and kept where there is none. */
export async function cached<T>(key: string, make: () => Promise<T>): Promise<T> {
  const folder = join(tmpdir(), 'dechaff-bench')
  const file = join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.v8`)
  const kept = await readFile(file).catch(() => undefined)
  if (kept) return deserialize(kept) as T
  const made = await make()
  await mkdir(folder, { recursive: true })
  await writeFile(`${file}.${process.pid}`, serialize(made))
  await rename(`${file}.${process.pid}`, file)
  return made
}
