import { existsSync, readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, isAbsolute, join, relative, sep } from 'node:path'
import { type Problem, parseWant } from './parse-want.ts'
import type { Want } from './want.ts'

/** A page with what is expected of it. */
export interface Sample {
  /** Path of its folder below the folder of samples, with forward slashes. */
  readonly id: string
  /** Path of its folder. */
  readonly folder: string
  /** Path of the page's file. */
  readonly page: string
  /** What stands in it. */
  readonly bytes: Uint8Array
  /** What is expected of it. */
  readonly want: Want
  /** Contents of the file `want.text` names. */
  readonly pinned?: string
}
export type ReadSample =
  | { readonly ok: true; readonly sample: Sample }
  | {
      readonly ok: false
      readonly id: string
      readonly folder: string
      readonly problems: readonly Problem[]
    }

export const WANT_FILE = 'want.yaml'
const PAGE = /^page\.(?:html?|txt)$/

/**
 * Folders of samples below `dir`, or `dir` itself, in order of name: every folder that holds a page or a `want.yaml`,
 * and every folder that holds nothing at all, for an emptied sample must not pass unseen.
 * @throws where `dir` cannot be read.
 */
export function findSamples(dir: string): readonly string[] {
  const entries = readdirSync(dir, { withFileTypes: true })
  if (entries.some((entry) => entry.isFile() && (entry.name === WANT_FILE || PAGE.test(entry.name))))
    return [dir]
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  const below = folders.flatMap((entry) => {
    const folder = join(dir, entry.name)
    return readdirSync(folder).length === 0 ? [folder] : findSamples(folder)
  })
  return below.sort((a, b) => (a < b ? -1 : 1))
}

/** Whether a path is a folder with samples in it: somewhere below it stands a `want.yaml`. */
export function isSampleFolder(path: string): boolean {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return false
  return findSamples(path).some((folder) => existsSync(join(folder, WANT_FILE)))
}

/**
 * Every sample of a folder, in order of id.
 * @throws a message for a person where one is broken.
 */
export async function readSamples(dir: string): Promise<readonly Sample[]> {
  const samples: Sample[] = []
  for (const folder of findSamples(dir)) {
    const read = await readSample(folder, folder === dir ? undefined : dir)
    if (!read.ok) throw new Error(read.problems.map(({ where, message }) => `${where} ${message}`).join('\n'))
    samples.push(read.sample)
  }
  return samples
}

/** The id of a sample: its folder's path below the folder of samples. */
export function sampleId(root: string, folder: string): string {
  const path = relative(root, folder)
  return path === '' || path.startsWith('..') || isAbsolute(path)
    ? basename(folder)
    : path.split(sep).join('/')
}

/** Reads a sample's folder; what is wrong with it comes back as problems, never as an exception. */
export async function readSample(folder: string, root: string = join(folder, '..')): Promise<ReadSample> {
  const id = sampleId(root, folder)
  const failed = (...problems: Problem[]): ReadSample => ({ ok: false, id, folder, problems })
  const names = readdirSync(folder)
  const pages = names.filter((name) => PAGE.test(name))
  const wantFile = join(folder, WANT_FILE)
  if (pages.length !== 1)
    return failed({
      where: folder,
      message: `needs one page.html or page.txt, has ${pages.length || 'none'}`,
    })
  if (!names.includes(WANT_FILE))
    return failed({ where: wantFile, message: 'is missing: a page without expectations tests nothing' })
  const parsed = parseWant(await readFile(wantFile, 'utf8'), wantFile)
  if (!parsed.ok) return failed(...parsed.problems)
  const { want } = parsed
  const pin = want.text === undefined ? undefined : join(folder, want.text)
  if (pin !== undefined && !existsSync(pin))
    return failed({ where: wantFile, message: `text: there is no file ${pin}` })
  const page = join(folder, pages[0]!)
  const bytes = await readFile(page)
  return {
    ok: true,
    sample: { id, folder, page, bytes, want, ...(pin && { pinned: await readFile(pin, 'utf8') }) },
  }
}
