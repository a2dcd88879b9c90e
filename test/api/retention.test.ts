import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Cleans pages of a megabyte each, holds all their records, and tells how many bytes of heap that took. */
const HOLDING = `
  const { clean } = await import(${JSON.stringify(new URL('../../dist/index.js', import.meta.url).href)})
  const prose = 'The ferry left on time, the harbour master of Quilby said, and nobody complained about it at all. '
  const page = (i) => '<html lang="en"><head><title>Boats of Quilby, part ' + i + '</title>'
    + '<meta property="og:description" content="What the harbour master counted on day ' + i + ' of the fog">'
    + '<meta property="og:site_name" content="QuilbyHarbourGazetteAndEveningPost' + i + '"></head><body>'
    + '<!-- ' + String.fromCharCode(9731).repeat(500_000) + ' --><h1>Boats of Quilby, part ' + i + '</h1>'
    + ('<p>' + prose.repeat(3) + ' – ' + i + '</p>').repeat(4) + '</body></html>'
  const heap = () => { gc(); gc(); return process.memoryUsage().heapUsed }
  const held = []
  for (let i = 0; i < 5; i++) await clean({ html: page(i) })
  const before = heap()
  for (let i = 0; i < 40; i++) held.push(await clean({ html: page(i) }, { explain: true }))
  console.log(JSON.stringify({ clean: held.filter((one) => one.status === 'clean').length, bytes: heap() - before }))`

test('a record does not keep its page in memory', () => {
  const said = execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', HOLDING], {
    encoding: 'utf8',
  })
  const { clean, bytes } = JSON.parse(said) as { clean: number; bytes: number }
  expect(clean).toBe(40)
  // forty pages are 40 MB as V8 keeps them; their records are a hundredth of that
  expect(bytes).toBeLessThan(10_000_000)
})
