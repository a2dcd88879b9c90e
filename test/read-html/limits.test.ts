import { expect, test } from 'vitest'
import { clean } from '../../src/index.ts'
import { DEFAULT_LIMITS } from '../../src/pipeline/limits.ts'
import { readHtml } from '../../src/read/html.ts'
import { parseLight } from '../../src/read/light/parse.ts'

const STORY = '<p>The harbour of Quilby opened again on Monday after two weeks of repairs, the town said.</p>'
const hits = (html: string, limits = DEFAULT_LIMITS) =>
  readHtml(html, undefined, limits).limits.map(({ limit }) => limit)

function depthOf(html: string): number {
  let deepest = 0
  const visit = (node: { firstChild: unknown }, depth: number): void => {
    deepest = Math.max(deepest, depth)
    type Node = { firstChild: unknown; nextSibling: Node | null }
    for (let child = node.firstChild as Node | null; child; child = child.nextSibling) visit(child, depth + 1)
  }
  visit(parseLight(html, undefined, DEFAULT_LIMITS).document, 0)
  return deepest
}

const DEEP: Readonly<Record<string, string>> = {
  div: '<div>',
  b: '<b>',
  'ul li': '<ul><li>',
  table: '<table><tr><td>',
  blockquote: '<blockquote>',
  font: '<font color=a><font color=b>',
  'a b p': '<p><a href=x>t',
  'div with a slash': '<div/>',
  'math title': '<math><title>',
  'svg textarea': '<svg><textarea>',
  'svg script': '<svg><script>',
}

/** Those the tree builder closes itself. */
const SHALLOW = new Set(['a b p'])

test.each(Object.entries(DEEP))('%s without end is folded and the page still read', async (name, unit) => {
  const html = STORY + unit.repeat(20_000) + STORY
  expect(depthOf(html)).toBeLessThanOrEqual(DEFAULT_LIMITS.depth + 10)
  const outcome = await clean({ html })
  expect(outcome.status).not.toBe('failed')
  if (!SHALLOW.has(name)) expect(outcome.limits?.map(({ limit }) => limit)).toContain('depth')
})

test('text below the deepest level falls to the deepest element that is kept', () => {
  const html = `${'<div>'.repeat(600)}inside${'</div>'.repeat(600)}<p>after</p>`
  const { blocks, limits } = readHtml(html, undefined, DEFAULT_LIMITS)
  expect(blocks.map(({ text }) => text)).toEqual(['inside', 'after'])
  expect(blocks[1]!.dom!.depth).toBe(2)
  expect(limits.map(({ limit }) => limit)).toEqual(['depth'])
})

test('every limit is said once, with its bound', () => {
  const many = Array.from({ length: 300 }, (_, i) => `a${i}=1`).join(' ')
  expect(hits(`<p ${many}>x<p ${many}>y`)).toEqual(['attributes'])
  expect(hits(`<p title="${'x'.repeat(70_000)}">x`)).toEqual(['attributeLength'])
  expect(hits(STORY.repeat(20), { ...DEFAULT_LIMITS, nodes: 20 })).toContain('nodes')
  const [hit] = readHtml(STORY.repeat(20), undefined, { ...DEFAULT_LIMITS, readability: 100 }).limits
  expect(hit).toMatchObject({ limit: 'readability', message: expect.stringContaining('more than 100') })
})

test('a page too costly for Readability says nothing of what it kept', () => {
  const { blocks } = readHtml(STORY.repeat(20), undefined, { ...DEFAULT_LIMITS, readability: 100 })
  expect(blocks[0]!.dom!.readable).toBeUndefined()
  expect(readHtml(STORY.repeat(20), undefined, DEFAULT_LIMITS).blocks[0]!.dom!.readable).toBe(1)
})

test('Readability is not asked of lists in lists in lists, but of as many side by side', () => {
  const items = 6_000
  expect(hits('<ul><li>one more boat '.repeat(items))).toContain('readability')
  expect(hits(`<ul>${'<li>one more boat</li>'.repeat(items)}</ul>`)).toEqual([])
})

test('names and paths of elements stay short, however long a page makes them', () => {
  const long = (name: string) => Array.from({ length: 5_000 }, (_, i) => `${name}${i}`).join(' ')
  const open = `<div class="${long('part')}" id="${'x'.repeat(20_000)}">`
  const { blocks } = readHtml(`${open.repeat(100)}<p>One.<p>Two.`, undefined, DEFAULT_LIMITS)
  for (const { dom, place } of blocks) {
    expect(dom!.names.length).toBeLessThan(4_100)
    expect('path' in place && place.path.length).toBeLessThan(2_100)
    expect('path' in place && place.path).toMatch(/^….*>p$/)
  }
})

test('an address stays as printed where the base is endless', () => {
  const html = `<base href="https://quay.example/${'x'.repeat(60_000)}/">${STORY}<p><a href="ferry">The ferry</a> sails.`
  const hrefs = readHtml(html, undefined, DEFAULT_LIMITS).blocks.flatMap(({ runs = [] }) =>
    runs.flatMap(({ href }) => href ?? []),
  )
  expect(hrefs).toEqual(['ferry'])
})
