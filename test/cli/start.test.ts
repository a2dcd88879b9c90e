import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import Module from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const home = mkdtempSync(join(tmpdir(), 'dechaff-start-'))
const cache = join(home, 'cache')
const kept = join(cache, 'dechaff')
/** Node 22.8 and later keep compiled code by themselves. */
const keeps = !('enableCompileCache' in Module)
const PAGE = `<title>Quarry</title><h1>Quarry</h1><p>Von Jörg Öztürk · 3. März 2023</p>${'<p>The quarry opened at dawn, and by noon the first carts had left for the harbour.</p>'.repeat(6)}`

/** The package as it would be installed, without the code that the build compiled. */
beforeAll(() => {
  for (const file of ['package.json', 'dist/cli/package.json', 'dist/cli/main.js', 'dist/cli/program.cjs'])
    cpSync(join(ROOT, file), join(home, file))
})
afterAll(() => rmSync(home, { recursive: true }))

function start(words: readonly string[], folder = cache) {
  const env = { ...process.env, XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, NODE_OPTIONS: '' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(home, 'dist/cli/main.js'), ...words], {
    input: PAGE,
    encoding: 'utf8',
    env,
  })
  expect([status, stderr]).toEqual([0, ''])
  return stdout
}
const clean = (folder?: string) => start(['clean', '-', '-f', 'json'], folder)
const codes = () => readdirSync(kept).filter((name) => name.endsWith('.code'))

test.runIf(keeps)(
  'compiled code is kept after the first eight pages, not after help, and used from then on',
  () => {
    start(['--help'])
    expect(() => readdirSync(kept)).toThrow()
    const first = clean()
    expect(first).toContain('The quarry opened at dawn')
    const [name, ...others] = codes()
    expect(others).toEqual([])
    const code = () => readFileSync(join(kept, name!))
    const ofOne = code()
    expect(ofOne.length).toBeGreaterThan(100_000)
    for (let page = 2; page <= 8; page++) {
      const before = code()
      expect(clean()).toBe(first)
      expect(code().equals(before)).toBe(false)
    }
    const ofEight = code()
    expect(clean()).toBe(first)
    expect(code().equals(ofEight)).toBe(true)
    expect(codes()).toEqual([name])
  },
)

test.runIf(keeps)('what pages of another kind need is added to it', () => {
  const folder = join(home, 'by-kinds')
  const size = () => {
    const [name] = readdirSync(join(folder, 'dechaff'))
    return statSync(join(folder, 'dechaff', name!)).size
  }
  start(['clean', '-', '-f', 'json', '--as', 'text'], folder)
  const ofText = size()
  start(['clean', '-', '-f', 'json', '--as', 'html'], folder)
  expect(size()).toBeGreaterThan(ofText * 1.02)
})

test.runIf(keeps)('a cache that is cut or broken is made anew', () => {
  const first = clean()
  const file = join(kept, codes()[0]!)
  const code = readFileSync(file)
  const broken = Buffer.from(code)
  broken.fill(0x5a, 1_000, 2_000)
  for (const bad of [code.subarray(0, code.length >> 1), Buffer.alloc(0), broken]) {
    writeFileSync(file, bad)
    expect(clean()).toBe(first)
    expect(readFileSync(file).length).toBeGreaterThan(100_000)
    expect(readFileSync(file).equals(bad)).toBe(false)
  }
})

test('where nothing can be kept the command says and does the same', () => {
  const file = join(home, 'no-folder')
  writeFileSync(file, '')
  expect(clean(file)).toBe(clean())
})

test('the one file reads letters beyond ASCII as the modules do', () => {
  expect(clean()).toContain('"authors":["Jörg Öztürk"],"published":"2023-03-03"')
})
