import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { pageScript } from '../../src/review/frame.ts'
import { comparisonParts, reportParts } from '../../src/review/report.ts'
import { blocksOf, record, stream, vote } from './records.ts'

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

test.each(['review/page', 'review/compare'] as const)(
  'the script %s never turns a string into markup or code',
  (name) => {
    expect(pageScript(name)).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser|srcdoc/,
    )
  },
)

test.each(['review/page', 'review/compare', 'playground/page'] as const)(
  'nothing in the script %s ends its element, or opens a comment in it',
  (name) => {
    expect(pageScript(name)).not.toMatch(/<\/script|<!--/i)
  },
)

test('a comparison holds the pages that changed, twice, as data', async () => {
  const page = (text: string, weight: number) =>
    record(
      EVIL,
      blocksOf([
        [text, vote('rule', weight)],
        ['Stays.', vote('prose', 1)],
      ]),
    )
  const parts: string[] = []
  const names = { a: EVIL, b: 'after' }
  for await (const part of comparisonParts(stream(page(EVIL, 1)), stream(page(EVIL, -1)), names))
    parts.push(part)
  const html = parts.join('')
  expect(html.match(/<script/g)).toHaveLength(3)
  expect(html).not.toContain('alert(1)</script>')
  const index = JSON.parse(/id="index">(.*?)<\/script>/.exec(html)![1]!)
  expect(index).toMatchObject({
    compared: 1,
    names,
    only: [],
    pages: [{ id: EVIL, change: { lost: 1, gained: 0 } }],
  })
})
