import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as bombs from '../../bench/batch/bombs.ts'
import { contents, put, records } from './folder.ts'

// the command and the cleaner as users run them, from the build (`npm test` makes it first), over everything bad at once
const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'dechaff-bombs-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const SOME: bombs.Files = bombs.allBombs(bombs.SMALL)
/** What has no bytes to write. */
function putSpecial(folder: string): void {
  execFileSync('mkfifo', [join(folder, 'a named pipe.html')])
  symlinkSync('nowhere.html', join(folder, 'a dangling link.html'))
  symlinkSync('a circle.html', join(folder, 'a circle.html'))
  symlinkSync('/dev/zero', join(folder, 'a device.html'))
  mkdirSync(join(folder, 'a folder.html'))
}

interface Ended {
  readonly code: number | null
  readonly err: string
}
function run(processes: number): Promise<Ended> {
  const args = ['run', 'in', '--out', `out-${processes}`, '-j', String(processes), '--articles', 'md']
  // a machine that is busy with other things is no reason for a page to fail
  const child = spawn(process.execPath, [CLI, ...args, '--shard-size', '20', '--deadline', '60'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, err })))
}

let ended: Ended[]
/** `clean`, or what went wrong, by id. */
const became = new Map<string, string>()
const articles = new Map<string, Record<string, unknown>>()
let ids: string[] = []

beforeAll(async () => {
  put(join(root, 'in'), SOME)
  putSpecial(join(root, 'in'))
  ended = [await run(1), await run(8)]
  const read = (name: string) => records(readFileSync(join(root, 'out-1', name), 'utf8'))
  for (const article of read('articles.jsonl')) {
    const id = String(article.page).replace(/^in\//, '')
    became.set(id, 'clean')
    articles.set(id, article)
    ids.push(id)
  }
  for (const { id, status, reason } of [...read('rejected.jsonl'), ...read('failed.jsonl')]) {
    const name = String(id).replace(/^in\//, '')
    became.set(name, `${status} ${(reason as { code: string }).code}`)
    ids.push(name)
  }
  ids = ids.sort()
}, 900_000)

const files = (...groups: bombs.Files[]): string[] => groups.flatMap((group) => Object.keys(group))

describe('everything bad at once', () => {
  it('ends by itself, at 1 and 8 processes, with a record for every page', () => {
    expect(ended.map(({ code }) => code)).toEqual([0, 0])
  })

  it('gives the same bytes at 1 and 8 processes', () => {
    expect(contents(join(root, 'out-8'))).toEqual(contents(join(root, 'out-1')))
  })

  it('loses nothing and doubles nothing', () => {
    expect(new Set(ids).size).toBe(ids.length)
    const report = JSON.parse(readFileSync(join(root, 'out-1/report.json'), 'utf8'))
    expect(report.in).toBe(ids.length)
    const missing = files(SOME).filter((name) => !ids.some((id) => id.startsWith(name)))
    // these hold records with names of their own
    expect(missing.filter((name) => !/\.(?:jsonl|warc)$/.test(name))).toEqual([])
  })

  it('prints no control character of a name or a title', () => {
    for (const { err } of ended) expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  })

  it('writes articles under plain names only', () => {
    const names = readdirSync(join(root, 'out-1/articles'))
    expect(names.length).toBe(articles.size)
    for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9-]*\.md$/)
    expect(readdirSync(root).sort()).toEqual(['in', 'out-1', 'out-8'])
  })

  it('does not touch what all objects share', () => {
    expect(articles.get('JSON-LD with __proto__.html')?.title).toBe('Fog over Quilby')
  })
})

const tell = (name: string, what: string): void => expect(became.get(name), name).toBe(what)

describe('bytes that are no text, or not the text they are said to be', () => {
  it.each([
    ['empty.html', 'rejected empty'],
    ['one byte.html', 'rejected not-an-article'],
    ['NULs.html', 'rejected empty'],
    ['NULs in prose.html', 'clean'],
    ['invalid UTF-8.html', 'clean'],
    ['UTF-16 with a mark.html', 'clean'],
    ['UTF-16 without a mark.html', 'clean'],
    ['UTF-16 big endian.html', 'clean'],
    ['declared as another charset.html', 'clean'],
    ['declared as no charset.html', 'clean'],
    ['cut in a character.txt', 'clean'],
  ])('%s: %s', (name, what) => {
    tell(name, what)
    if (what === 'clean') expect(articles.get(name)?.text).toContain('two goats and a piano')
  })
})

describe('markup that tree builders choke on', () => {
  it.each(files(bombs.strangeMarkup(bombs.SMALL)))('%s', (name) => {
    tell(name, 'clean')
    expect(articles.get(name)?.text).toContain('two goats and a piano')
  })
})

describe('runs of 200,000 equal characters', () => {
  it.each(files(bombs.longRuns()))('%s', (name) => {
    tell(name, 'clean')
    expect(articles.get(name)?.text).toContain('two goats and a piano')
  })
})

describe('data in a page', () => {
  it.each(files(bombs.strangeClaims()))('%s', (name) => {
    tell(name, 'clean')
    expect(articles.get(name)?.text).toContain('two goats and a piano')
  })
})

describe('what is no page, under the name of one', () => {
  it.each([
    ['a PDF.html', 'rejected binary'],
    ['a PNG.html', 'rejected binary'],
    ['a zip.html', 'rejected binary'],
    ['a gzip.html', 'rejected binary'],
    ['JSON.html', 'rejected not-a-page'],
    ['CSV.html', 'rejected not-a-page'],
    ['JavaScript.html', 'rejected not-a-page'],
    ['a named pipe.html', 'failed not-a-file'],
    ['a device.html', 'failed not-a-file'],
    ['a dangling link.html', 'failed dangling-link'],
    ['a circle.html', 'failed dangling-link'],
    ['a folder.html', 'rejected folder'],
  ])('%s: %s', tell)
})

describe('packed files and archives that are cut, wrong, or bombs', () => {
  it.each([
    ['gzip bomb.gz', 'failed too-large'],
    ['gzip bomb of empty lines.jsonl.gz:end', 'failed expansion'],
    ['brotli bomb.br', 'failed too-large'],
    ['gz 0', 'clean'],
    ['gzip cut.jsonl.gz:end', 'failed truncated'],
    ['gzip cut in its head.jsonl.gz:end', 'failed truncated'],
    ['cut 2', 'clean'],
    ['cut 3', 'failed truncated'],
    ['short 1', 'clean'],
    ['short 2', 'failed warc-length'],
    ['short 3', 'clean'],
    ['long 2', 'failed truncated'],
    ['long 3', 'clean'],
    ['words 2', 'failed warc-length'],
    ['words 3', 'clean'],
    ['archive without a page.warc', 'rejected empty'],
    ['bare 3', 'clean'],
  ])('%s: %s', tell)
})

describe('lines of records', () => {
  it.each([
    ['whole 1', 'clean'],
    ['broken lines.jsonl:2', 'failed bad-json'],
    ['broken lines.jsonl:3', 'failed bad-json'],
    ['broken lines.jsonl:4', 'failed bad-record'],
    ['whole 2', 'clean'],
    ['long', 'clean'],
    ['after long', 'clean'],
    ['lone', 'clean'],
    ['crlf 1', 'clean'],
    ['crlf 2', 'clean'],
    ['twice', 'clean'],
    ['twice#2', 'clean'],
  ])('%s: %s', tell)
})

describe('names nobody would choose', () => {
  it.each(bombs.NAMES)('%j is an id', (name) => tell(name, 'clean'))
  it.each(bombs.NAMES.map((name, at) => [name, at] as const))('%j is a title', (_, at) =>
    tell(`title ${at}`, 'clean'),
  )
})
