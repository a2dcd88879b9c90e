import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** An empty folder that is gone after the test. `quick`: in memory where there is such a place, for many syncs. */
export function folder(quick = false): string {
  const path = mkdtempSync(join(quick && existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'dechaff-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

export function put(root: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  return root
}

/** Every file under a folder with its bytes, to compare two runs; the stub's pages are small. */
export function contents(root: string, at = ''): Record<string, string> {
  const all: Record<string, string> = {}
  for (const name of readdirSync(join(root, at)).sort()) {
    const path = at ? `${at}/${name}` : name
    if (statSync(join(root, path)).isDirectory()) Object.assign(all, contents(root, path))
    else all[path] = readFileSync(join(root, path), 'latin1')
  }
  return all
}

export const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '')
export const records = (text: string): Record<string, unknown>[] =>
  lines(text).map((line) => JSON.parse(line))
