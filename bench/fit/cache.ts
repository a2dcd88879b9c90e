import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** What rows are made of: a change here makes them anew. Learning, metadata and output are not among it. */
const SOURCES = [
  ...['core', 'decode', 'facts', 'judge', 'pipeline', 'read', 'rules', 'words'].map((name) => `src/${name}`),
  ...['align', 'labels.ts', 'pages.ts', 'site.ts', 'subject.ts', 'tokens.ts', 'forms.ts'].map(
    (name) => `bench/${name}`,
  ),
  ...['bag.ts', 'page-rows.ts', 'worker.ts'].map((name) => `bench/fit/${name}`),
  'pipelines',
]

async function filesUnder(path: string): Promise<string[]> {
  if (path.endsWith('.ts')) return [path]
  const entries = await readdir(path, { withFileTypes: true, recursive: true })
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

const short = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** The value kept for a name in this state, in the temporary folder; made where there is none, and older states let go. */
export async function cached<T>(name: string, state: string, make: () => Promise<T>): Promise<T> {
  const folder = join(tmpdir(), 'dechaff-bench')
  const prefix = `${short(ROOT + name)}-`
  const file = join(folder, `${prefix}${short(state)}.v8`)
  const kept = await readFile(file).catch(() => undefined)
  if (kept) return deserialize(kept) as T
  const made = await make()
  await mkdir(folder, { recursive: true })
  for (const old of await readdir(folder))
    if (old.startsWith(prefix)) await rm(join(folder, old), { force: true })
  await writeFile(`${file}.${process.pid}`, serialize(made))
  await rename(`${file}.${process.pid}`, file)
  return made
}
