import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const MAIN = join(import.meta.dirname, '../../dist/cli/main.js')
const SAMPLES = join(import.meta.dirname, '../../samples')
const ENGLISH = join(SAMPLES, 'untitled-stays-whole/page.txt')

function dechaff(args: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    input: input ?? '',
  })
  return { status, stdout, stderr }
}
const folder = () => mkdtempSync(join(tmpdir(), 'cli-'))

describe('dechaff clean', () => {
  it('prints one record a page and line, data on stdout only', () => {
    const { status, stdout, stderr } = dechaff(['clean', ENGLISH, '-f', 'json'])
    expect(status).toBe(0)
    expect(stderr).toBe('')
    const record = JSON.parse(stdout)
    expect(Object.keys(record)).toEqual(['id', 'input', 'status', 'reason', 'articles', 'dropped'])
    expect(record.input).toMatchObject({ kind: 'text', charset: 'utf-8', path: ENGLISH })
  })

  it('reads standard input', () => {
    const { status, stdout } = dechaff(['clean', '-', '-f', 'text'], readFileSync(ENGLISH, 'utf8'))
    expect(status).toBe(0)
    expect(stdout.length).toBeGreaterThan(1000)
  })

  it('accounts for every file of a folder, in order, and writes nothing outside --out', () => {
    const [input, out] = [folder(), join(folder(), 'out')]
    writeFileSync(join(input, 'a.txt'), readFileSync(ENGLISH))
    writeFileSync(join(input, 'b.html'), '')
    writeFileSync(join(input, 'c.html'), '%PDF-1.7 not a page\0\0')
    mkdirSync(join(input, 'd.html'))
    const { status, stderr } = dechaff(['clean', input, '--out', out])
    expect(status).toBe(0)
    const records = readFileSync(join(out, 'records.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(records.map(({ status, reason }) => reason?.code ?? status)).toEqual([
      'clean',
      'empty',
      'binary',
      'folder',
    ])
    expect(stderr).toContain('4 pages: 1 clean, 3 rejected, 0 failed')
    expect(readdirSync(out).filter((name) => name !== '.dechaff')).toHaveLength(2)
  })

  it('gives the same bytes however many inputs run beside', () => {
    const pages = ['german-news/page.txt', 'recipe/page.html'].map((page) => join(SAMPLES, page))
    const together = dechaff(['clean', ...pages, '-f', 'json']).stdout
    const apart = pages.map((page) => dechaff(['clean', page, '-f', 'json']).stdout).join('')
    expect(together).toBe(apart)
  })

  it('writes the files run writes, one an article, and sections where two articles go to standard output', () => {
    const page = join(SAMPLES, 'two-results-flattened/page.txt')
    for (const kind of ['md', 'html']) {
      const [one, other] = [join(folder(), 'out'), join(folder(), 'out')]
      expect(dechaff(['clean', page, ENGLISH, '-o', one, '-f', kind]).status).toBe(0)
      expect(dechaff(['run', page, ENGLISH, '-o', other, '--articles', kind, '-q']).status).toBe(0)
      const files = (path: string) =>
        readdirSync(path)
          .filter((name) => name.endsWith(`.${kind}`))
          .map((name) => readFileSync(join(path, name), 'utf8'))
          .sort()
      expect(files(one)).toHaveLength(3)
      expect(files(one)).toEqual(files(join(other, 'articles')))
      const start = kind === 'md' ? /^---\n/gm : /^<!doctype html>$/gm
      expect(files(one).every((file) => (file.match(start)?.length ?? 0) > 0)).toBe(true)
      const sections = dechaff(['clean', page, '-f', kind]).stdout
      expect(sections.match(start)?.length ?? 0).toBe(kind === 'md' ? 0 : 1)
    }
  })

  it.runIf(process.getuid?.() !== 0)('fails an unreadable file and goes on', () => {
    const input = folder()
    writeFileSync(join(input, 'a.txt'), readFileSync(ENGLISH))
    writeFileSync(join(input, 'b.txt'), 'secret')
    chmodSync(join(input, 'b.txt'), 0)
    expect(dechaff(['clean', input, '-f', 'json']).status).toBe(0)
    expect(dechaff(['clean', input, '-f', 'json', '--fail-on-failed']).status).toBe(1)
  })
})

describe('wrong use', () => {
  it.each([
    [
      ['clean', ENGLISH, '--pipeline', 'artcle'],
      'error: unknown pipeline "artcle"; did you mean "article"?\n',
    ],
    [['clean', ENGLISH, '--formt', 'json'], "error: unknown option '--formt'\n(Did you mean --format?)\n"],
    [['clean', ENGLISH, '-f', 'yaml'], undefined],
    [['rules', 'share-bra'], 'dechaff: no rule "share-bra"; did you mean "share-bar"?\n'],
    [['explain', '/no/such/page.html'], 'dechaff: /no/such/page.html: cannot be read (ENOENT)\n'],
    [['cleen'], undefined],
  ])('%j is told in one clear line, exit code 2', (args, message) => {
    const { status, stdout, stderr } = dechaff(args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    if (message) expect(stderr).toBe(message)
    expect(stderr).not.toContain('    at ')
  })

  it('leaves nothing half written', () => {
    const out = join(folder(), 'out')
    dechaff(['clean', ENGLISH, '--out', out, '-p', 'artcle'])
    expect(existsSync(out)).toBe(false)
  })
})

describe('dechaff explain', () => {
  const page = join(SAMPLES, 'spam-after-footer/page.txt')

  it('shows every block with its place and votes', () => {
    const { status, stdout } = dechaff(['explain', page])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^\+ body \(paragraph, \d/m)
    expect(stdout).toMatch(/^- footer .* lines? \d+/m)
  })

  it('--grep tells where a sentence went', () => {
    const { status, stdout } = dechaff(['explain', page, '--grep', 'all rights reserved'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/copyright \(footer\): /)
    expect(dechaff(['explain', page, '--grep', 'no such words here']).status).toBe(1)
  })

  it.each([
    [
      'pages.jsonl',
      '{"id":"one","text":"Home"}\n{"id":"two","html":"<p>The weir holds.</p>","url":"https://v.example/2"}\n',
    ],
    [
      'pages.csv',
      'id,html,url\none,<p>Home</p>,https://v.example/1\ntwo,<p>The weir holds.</p>,https://v.example/2\n',
    ],
  ])('finds one page of many in %s, by id or address', (name, content) => {
    const file = join(mkdtempSync(join(tmpdir(), 'dechaff-explain-')), name)
    writeFileSync(file, content)
    for (const id of ['two', 'https://v.example/2'])
      expect(dechaff(['explain', `${file}#${id}`]).stdout).toContain('The weir holds.')
    expect(dechaff(['explain', `${file}#three`])).toMatchObject({
      status: 2,
      stderr: `dechaff: ${file} has no page "three"; there are: one, two\n`,
    })
    expect(dechaff(['explain', file])).toMatchObject({
      status: 2,
      stderr: `dechaff: ${file} holds more than one page: name one, as in ${file}#one\n`,
    })
  })

  it.each([
    ['page.html.gz', gzipSync('<p>The weir holds.</p>')],
    ['page.json', '{"html":"<p>The weir holds.</p>"}'],
  ])('explains the one page in %s', (name, content) => {
    const file = join(mkdtempSync(join(tmpdir(), 'dechaff-explain-')), name)
    writeFileSync(file, content)
    expect(dechaff(['explain', file]).stdout).toContain('The weir holds.')
  })
})

describe('one file on standard output', () => {
  const prose =
    '<p>The weir above the mill held through the night, the miller said, and nobody had to leave.</p>'
  const line = (id: string) =>
    `${JSON.stringify({ id, html: `<h1>The weir of ${id}</h1>${prose.repeat(5)}` })}\n`
  const written = (content: string, format: string) => {
    const file = join(mkdtempSync(join(tmpdir(), 'dechaff-many-')), 'pages.jsonl')
    writeFileSync(file, content)
    return dechaff(['clean', file, '-f', format]).stdout
  }

  it('is one document with front matter where it holds one page', () => {
    expect(written(line('Orm'), 'md')).toMatch(/^---\ntitle: "The weir of Orm"\n/)
    expect(written(line('Orm'), 'html')).toContain('<title>The weir of Orm</title>')
  })

  it('has no second front matter, and no second document, where it holds more', () => {
    const three = ['Orm', 'Lenne', 'Aldmoor'].map(line).join('')
    const markdown = written(three, 'md')
    expect(markdown).not.toMatch(/^---$/m)
    expect(markdown.match(/^\*\*\*$/gm)).toHaveLength(2)
    expect(markdown.indexOf('Orm')).toBeLessThan(markdown.indexOf('Lenne'))
    expect(markdown.indexOf('Lenne')).toBeLessThan(markdown.indexOf('Aldmoor'))
    const html = written(three, 'html')
    expect([html.match(/<!doctype/g), html.match(/<article/g)].map((all) => all?.length)).toEqual([1, 3])
  })
})

describe('help', () => {
  it.each([['--help'], ['clean', '--help'], ['explain', '--help'], ['rules', '--help']])(
    '%s %s shows examples',
    (...args) => {
      const out = execFileSync(process.execPath, [MAIN, ...args.filter((arg) => arg !== undefined)], {
        encoding: 'utf8',
      })
      expect(out).toContain('Examples:')
    },
  )
})
