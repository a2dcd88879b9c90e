import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { parseWant } from '../../src/samples/parse-want.ts'

vi.setConfig({ testTimeout: 300_000 })

const MAIN = join(import.meta.dirname, '../../dist/cli/main.js')
const SAMPLES = join(import.meta.dirname, '../../samples')
const PAGES = ['short-news-item/page.html', 'poem-with-chrome/page.txt'].map((page) => join(SAMPLES, page))
const folder = () => mkdtempSync(join(tmpdir(), 'dechaff-review-'))

function dechaff(...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', input: '' })
}

test('two runs are compared: alike, then changed by a rule of the pipeline', () => {
  const dir = folder()
  const [a, b, mine] = [join(dir, 'a'), join(dir, 'b'), join(dir, 'mine.yaml')]
  writeFileSync(mine, 'name: mine\nbias: -9\n')
  dechaff('clean', ...PAGES, '--explain', '-f', 'json', '--out', a)
  dechaff('clean', ...PAGES, '--explain', '-f', 'json', '--out', b, '-p', mine)
  expect(dechaff('diff', a, a, '--exit-code')).toMatchObject({
    status: 0,
    stdout: '2 pages: 0 changed, 2 alike\n',
  })
  const text = dechaff('diff', a, b, '--details')
  expect(text).toMatchObject({ status: 0, stderr: '' })
  expect(text.stdout).toMatch(/^2 pages: 2 changed, 0 alike\n {2}status {2}clean to rejected 2\n/)
  const json = dechaff('diff', '-p', 'article', '-p', mine, ...PAGES, '--json', '--exit-code')
  expect(json.status).toBe(3)
  expect(JSON.parse(json.stdout)).toMatchObject({
    pages: 2,
    alike: 0,
    changed: [{ gained: [] }, { gained: [] }],
  })
})

test('coverage of a run, of a folder of samples, of pages', () => {
  const dir = folder()
  cpSync(join(SAMPLES, 'short-news-item'), join(dir, 'samples/short-news-item'), { recursive: true })
  const json = JSON.parse(dechaff('rules', 'coverage', join(dir, 'samples'), '--json').stdout)
  expect(json.pages).toBe(1)
  expect(json.rules.find((one: { rule: string }) => one.rule === 'title')).toMatchObject({
    fired: 1,
    pages: 1,
  })
  expect(json.rules.every((one: { holdsUp: unknown }) => Array.isArray(one.holdsUp))).toBe(true)
  const run = join(dir, 'run')
  dechaff('clean', PAGES[0]!, '--explain', '-f', 'json', '--out', run)
  const [ofRun, ofPages] = [dechaff('rules', 'coverage', run), dechaff('rules', 'coverage', PAGES[0]!)]
  expect(ofRun.stdout).toMatch(/^1 page, \d+ of \d+ rules fired\n/)
  expect(ofPages.stdout).toBe(ofRun.stdout)
  expect(dechaff('rules', 'share-bar').stdout).toContain('share-bar')
})

test('review writes one file, whole or not at all', () => {
  const dir = folder()
  const out = join(dir, 'report.html')
  expect(dechaff('review', PAGES[0]!, '-o', out)).toMatchObject({
    status: 0,
    stdout: '',
    stderr: `1 page in ${out}\n`,
  })
  expect(readFileSync(out, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/)
  expect(dechaff('review', PAGES[0]!, '-o', '-').stdout).toBe(readFileSync(out, 'utf8'))
  const none = dechaff('review', join(dir, 'nothing-*.html'), '-o', join(dir, 'none.html'))
  expect(none.status).not.toBe(0)
  expect(readdirSync(dir).filter((name) => name.includes('unfinished'))).toEqual([])
})

test.each([
  [['diff', 'here'], 'name two run folders'],
  [['diff', 'here', 'there'], 'here is no run folder'],
  [['diff', '-p', 'article', 'page.html'], 'name --pipeline twice'],
  [['diff', '-p', 'article', '-p', 'strict', '-'], 'the pages are read twice'],
  [['review', '--serve', '-'], 'reads pages more than once'],
  [['review', '--port', '70000', 'x'], 'from 0 to 65535'],
])('%j is a wrong call', (args, message) => {
  expect(dechaff(...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message) })
})

test('--serve makes a sample of a page, writes nothing else, and ends on Ctrl-C', async () => {
  const dir = folder()
  cpSync(PAGES[0]!, join(dir, 'page.html'))
  const args = [MAIN, 'review', '--serve', 'page.html', '--samples', 'kept']
  const server = spawn(process.execPath, args, { cwd: dir, stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const url = String(await new Promise<Buffer>((resolve) => server.stdout.once('data', resolve))).trim()
  const html = await (await fetch(url)).text()
  expect(html).toContain('id="page-0"')
  const block = JSON.parse(dechaff('clean', PAGES[0]!, '--explain', '-f', 'json').stdout).blocks.find(
    (one: { kept: boolean }) => one.kept,
  )
  const post = (flips: object[], name: string) =>
    fetch(`${url}samples`, {
      method: 'POST',
      headers: { origin: new URL(url).origin, 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'page.html', name, why: 'a line too many', flips }),
    }).then((answer) => answer.text())
  expect(await post([{ at: block.at, text: block.text }], 'mine')).toBe(`Made ${join('kept', 'mine')}.`)
  expect(await post([], 'mine')).toContain('is there already')
  expect(await post([{ at: block.at, text: 'something else' }], 'other')).toContain('reads differently now')
  expect(readFileSync(join(dir, 'kept/mine/page.html'))).toEqual(readFileSync(PAGES[0]!))
  const want = parseWant(readFileSync(join(dir, 'kept/mine/want.yaml'), 'utf8'), 'want.yaml')
  expect(want).toMatchObject({ ok: true, want: { why: 'a line too many' } })
  expect(
    want.ok &&
      want.want.drop?.some((drop) => block.text.startsWith(typeof drop === 'string' ? drop : drop.text)),
  ).toBe(true)
  expect(readdirSync(dir).sort()).toEqual(['kept', 'page.html'])
  expect(existsSync(join(dir, 'kept/other'))).toBe(false)
  server.kill('SIGINT')
  expect(await ended).toBe(0)
})

test('--serve makes samples of pages of a run, also where a file held many', async () => {
  const dir = folder()
  cpSync(PAGES[0]!, join(dir, 'page.html'))
  const lines = ['first', 'second'].map((id) =>
    JSON.stringify({ id, text: `${id}\n${readFileSync(PAGES[1]!, 'utf8')}` }),
  )
  writeFileSync(join(dir, 'lines.jsonl'), `${lines.join('\n')}\n`)
  const start = (...args: string[]) => spawn(process.execPath, [MAIN, ...args], { cwd: dir })
  const run = start('run', 'page.html', 'lines.jsonl', '-o', 'run', '--explain', '-q', '-j', '1')
  expect(await new Promise((resolve) => run.once('exit', resolve))).toBe(0)
  const server = start('review', '--serve', 'run', '--samples', 'kept')
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const url = String(await new Promise<Buffer>((resolve) => server.stdout.once('data', resolve))).trim()
  const post = (id: string, name: string) =>
    fetch(`${url}samples`, {
      method: 'POST',
      headers: { origin: new URL(url).origin, 'content-type': 'application/json' },
      body: JSON.stringify({ id, name, why: 'a line too many', flips: [] }),
    }).then((answer) => answer.text())
  expect(await post('page.html', 'a')).toBe(`Made ${join('kept', 'a')}.`)
  expect(await post('second', 'b')).toBe(`Made ${join('kept', 'b')}.`)
  expect(await post('third', 'c')).toContain('run has no page third')
  expect(readFileSync(join(dir, 'kept/a/page.html'))).toEqual(readFileSync(PAGES[0]!))
  expect(readFileSync(join(dir, 'kept/b/page.txt'), 'utf8')).toBe(JSON.parse(lines[1]!).text)
  server.kill('SIGINT')
  expect(await ended).toBe(0)
})
