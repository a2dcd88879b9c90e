import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { Miniflare } from 'miniflare'
import { beforeAll, describe, expect, it } from 'vitest'
import { clean } from '../../src/index.ts'
import { findChromium, isRequired, launch } from '../browser/chromium.ts'
import { type Bundle, bundleCore, SPECIAL, samplePages } from './bundle.ts'

/** Bytes of the bundle for browsers, minified and packed by gzip: what a page of HTML needs, and all there is. */
const MOST = { html: 570_000, all: 850_000 }

const PAGES = [...samplePages(), ...SPECIAL]
const FOLDER = mkdtempSync(join(tmpdir(), 'core-'))
const pagesFile = join(FOLDER, 'pages.json')

/** Cleans every page of a file of JSON with the core given, and answers with the records. */
const RECORDS = `async (core, pages) => {
  const records = []
  for (const { base64 } of pages) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    records.push(JSON.stringify(await core.clean({ bytes }, { explain: true })))
  }
  return records
}`

const sent = PAGES.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }))

describe('dechaff/core', () => {
  let wanted: readonly string[]
  let forNode: Bundle
  let forBrowsers: Bundle
  beforeAll(async () => {
    writeFileSync(pagesFile, JSON.stringify(sent))
    const records: string[] = []
    for (const { bytes } of PAGES) records.push(JSON.stringify(await clean({ bytes }, { explain: true })))
    wanted = records
    forNode = await bundleCore('node')
    forBrowsers = await bundleCore('browser')
    writeFileSync(join(FOLDER, 'node.mjs'), forNode.files[0]!.code)
    writeFileSync(join(FOLDER, 'core.mjs'), forBrowsers.files[0]!.code)
  }, 120_000)

  it('cleans what it is shown', () => {
    const read = wanted.map((record) => JSON.parse(record))
    expect(read.filter(({ status }) => status === 'clean').length).toBeGreaterThan(20)
    expect(read.map(({ input }) => input.charset)).toEqual(
      expect.arrayContaining(['shift_jis', 'windows-1252']),
    )
    expect(read.at(-1).articles[0].markdown).toContain('\\frac')
  })

  it('takes in nothing of Node, no YAML, no schema library and no jsdom', async () => {
    const { metafile } = await bundleCore('browser', { from: './src/core.ts' })
    const packages = Object.keys(metafile.inputs).filter((path) =>
      /node_modules\/(?:jsdom|yaml|zod|commander|p-queue)\//.test(path),
    )
    expect(packages).toEqual([])
    const { outputs } = forBrowsers.metafile
    expect(Object.values(outputs).flatMap(({ imports }) => imports)).toEqual([])
  })

  it('stays as small as the docs say', async () => {
    const { files, metafile } = await bundleCore('browser', { splitting: true })
    const bytes = new Map(files.map(({ name, code }) => [name, gzipSync(code, { level: 9 }).length]))
    const outputs = new Map(
      Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]),
    )
    /** What a file imports, and what that imports; `lazy` are the files loaded on the way. */
    const needed = (from: string, lazy: RegExp, all = new Set<string>()): Set<string> => {
      if (all.has(from)) return all
      all.add(from)
      for (const { path, kind } of outputs.get(from)!.imports)
        if (kind === 'import-statement' || lazy.test(basename(path))) needed(basename(path), lazy, all)
      return all
    }
    const sum = (names: Iterable<string>) => [...names].reduce((total, name) => total + bytes.get(name)!, 0)
    const html = needed('stdin.js', /^html-/)
    expect(html.size).toBeGreaterThan(3)
    expect(sum(html)).toBeLessThan(MOST.html)
    expect(sum(bytes.keys())).toBeLessThan(MOST.all)
  })

  it('gives the same records from a bundle run by Node, far from any package', () => {
    const script = join(FOLDER, 'run.mjs')
    writeFileSync(
      script,
      `import { readFileSync } from 'node:fs'
       const core = await import('./node.mjs')
       const records = await (${RECORDS})(core, JSON.parse(readFileSync('pages.json', 'utf8')))
       process.stdout.write(JSON.stringify(records))`,
    )
    const out = execFileSync(process.execPath, [script], {
      cwd: FOLDER,
      maxBuffer: 2 ** 28,
      encoding: 'utf8',
    })
    expect(JSON.parse(out)).toEqual(wanted)
  })

  it('gives the same records in a worker thread, where neither process nor Buffer is', async () => {
    const script = join(FOLDER, 'worker.mjs')
    writeFileSync(
      script,
      `import { parentPort, workerData } from 'node:worker_threads'
       delete globalThis.Buffer
       delete globalThis.process
       const core = await import('./core.mjs')
       parentPort.postMessage(await (${RECORDS})(core, workerData))`,
    )
    const worker = new Worker(script, { workerData: sent })
    const records = await new Promise((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
    await worker.terminate()
    expect(records).toEqual(wanted)
  })

  it('gives the same records in workerd', async () => {
    const script = `import * as core from './core.mjs'
      export default {
        async fetch(request) {
          return Response.json(await (${RECORDS})(core, await request.json()))
        },
      }`
    const server = new Miniflare({
      modules: [
        { type: 'ESModule', path: 'server.mjs', contents: script },
        { type: 'ESModule', path: 'core.mjs', contents: forBrowsers.files[0]!.code },
      ],
      compatibilityDate: '2026-01-01',
    })
    try {
      const answer = await server.dispatchFetch('http://localhost/', {
        method: 'POST',
        body: JSON.stringify(sent),
      })
      expect(await answer.json()).toEqual(wanted)
    } finally {
      await server.dispose()
    }
  })

  it.skipIf(findChromium() === undefined && !isRequired)(
    'gives the same records in Chromium, of bytes and of its own document',
    async () => {
      const browser = await launch()
      try {
        const page = await (await browser.newContext({ offline: true })).newPage()
        await page.addScriptTag({
          content: `globalThis.core = import(URL.createObjectURL(new Blob([${JSON.stringify(forBrowsers.files[0]!.code)}], { type: 'text/javascript' })))`,
        })
        const records = await page.evaluate(
          `core.then((core) => (${RECORDS})(core, ${JSON.stringify(sent)}))`,
        )
        expect(records).toEqual(wanted)
        const html = '<title>Weir</title><h1>The weir holds</h1>'.concat(
          '<p>The weir above the mill held through the night, the miller said, and nobody had to leave.</p>'.repeat(
            6,
          ),
        )
        const status = await page.evaluate(
          `core.then((core) => core.clean({ document: new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html') })).then(({ status }) => status)`,
        )
        expect(status).toBe('clean')
      } finally {
        await browser.close()
      }
    },
  )
})
