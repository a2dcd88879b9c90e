import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { clean } from '../../src/index.ts'
import { DEFAULT_LIMITS } from '../../src/pipeline/limits.ts'
import { LightDocumentError } from '../../src/read/light/node.ts'
import { parseLight } from '../../src/read/light/parse.ts'

const STORY = `<title>Boats</title><h1>Boats of Quilby</h1>${'<p>The ferry left on time, the harbour master said, and nobody complained about it.</p>'.repeat(8)}`
const document = () => parseLight(STORY, undefined, DEFAULT_LIMITS).document

test.each([
  'innerText',
  'outerHTML',
  'classList',
  'closest',
  'querySelector',
  'getElementById',
  'cloneNode',
  'parentElement',
  'lastElementChild',
])('asking an element for %s throws a named error', (name) => {
  const body = document().body as unknown as Record<string, unknown>
  expect(() => body[name]).toThrow(LightDocumentError)
  expect(() => body[name]).toThrow(name)
})

test('selectors other than element names throw', () => {
  expect(() => document().querySelectorAll('p.lead')).toThrow(LightDocumentError)
  expect(document().querySelectorAll('p,h1')).toHaveLength(9)
})

test('lists of children follow removals, as they do in a DOM', () => {
  const body = document().body!
  const children = body.children
  const first = children[0]!
  expect(first.localName).toBe('h1')
  body.removeChild(first)
  expect(body.children).toHaveLength(8)
  body.removeChild(body.children[5]!)
  expect(body.children.map((child) => child.localName)).toEqual(new Array(7).fill('p'))
  expect(body.childNodes).toHaveLength(7)
})

test('a document of the caller is read and not changed', async () => {
  const { window } = new JSDOM(`${STORY}<script>1</script><!-- x --><svg><p>y</p></svg>`)
  const before = window.document.documentElement.outerHTML
  const outcome = await clean({ document: window.document })
  expect(window.document.documentElement.outerHTML).toBe(before)
  expect(outcome.status).toBe('clean')
  expect(outcome.articles[0]?.text).toContain('nobody complained')
})
