import { createHash } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { link, pageScript } from '../../src/review/link.ts'
import { reportParts } from '../../src/review/report.ts'
import { blocksOf, record, vote } from './records.ts'

const EVIL = '</script><script>alert(1)</script><!--'

async function report(live = false): Promise<string> {
  const parts: string[] = []
  const page = record(EVIL, blocksOf([[EVIL, { ...vote(EVIL, 2), because: EVIL }]]), { title: EVIL })
  for await (const part of reportParts([page], { live })) parts.push(part)
  return parts.join('')
}
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

test('the policy names the one script and the one style, and nothing else is allowed', async () => {
  const html = await report()
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => text!)
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text]) => text!)
  expect([scripts.length, styles.length]).toEqual([1, 1])
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${hash(scripts[0]!)}`,
    `style-src ${hash(styles[0]!)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ])
  expect(await report(true)).toContain("; connect-src 'self'; ")
})

test('nothing a page says stands in the file as markup', async () => {
  const html = await report()
  expect(html).not.toContain('alert(1)</script>')
  expect(html.match(/<script/g)).toHaveLength(3)
  expect(html).not.toMatch(/\son\w+=|\sstyle=|javascript:|https?:\/\//)
})

test('the same pages make the same file', async () => {
  expect(await report()).toBe(await report())
})

test('the script never turns a string into markup or code', () => {
  expect(pageScript()).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser|srcdoc/,
  )
})

test('modules are linked in order; what cannot be linked is told', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'dechaff-link-'))
  await writeFile(
    join(dir, 'main.js'),
    `import { one as uno, two } from './more.js';\nglobalThis.linked = uno + two();\n`,
  )
  await writeFile(
    join(dir, 'more.js'),
    `export const one = 1;\nexport function two() { return 2; }\nexport {};\n`,
  )
  new Function(link(join(dir, 'main.js')))()
  expect((globalThis as { linked?: number }).linked).toBe(3)
  await writeFile(join(dir, 'main.js'), `import * as all from './more.js';\n`)
  expect(() => link(join(dir, 'main.js'))).toThrow('cannot be linked: import * as all')
})
