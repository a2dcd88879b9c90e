import { describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/pipeline/limits.ts'
import { readHtml } from '../../src/read/html.ts'
import { readWithJsdom } from '../../src/read/standard-dom.ts'

const STORY = `<p>The ferry to Quilby sails at noon, wind and tide permitting, said the harbour master.</p>`
const page = (head: string, body = '') =>
  `<!DOCTYPE html><title>Ferry</title>${head}<body>${STORY}<p class="veiled">Nobody shall see this line.</p>${body}`

/** What each engine says hides the block that begins with a phrase. */
async function coveringOf(html: string, phrase: string) {
  const pages = [
    readHtml(html, undefined, DEFAULT_LIMITS),
    await readWithJsdom(html, undefined, DEFAULT_LIMITS),
  ]
  return pages.map(({ blocks }) => {
    const dom = blocks.find(({ text }) => text.startsWith(phrase))?.dom
    return dom?.hidden ?? dom?.covered
  })
}
const VEIL = '.veiled { display: none }'

describe('style sheets of a page', () => {
  test.each([
    ['in the head', `<style>${VEIL}</style>`],
    ['in capitals', `<STYLE TYPE="text/css">${VEIL}</STYLE>`],
    ['after a picture in a string', `<style>.a { background: url("data:,<svg></svg>") } ${VEIL}</style>`],
    [
      'after a sheet that hides nothing',
      `<style>${'.b { color: red }\n'.repeat(20_000)}</style><style>${VEIL}</style>`,
    ],
  ])('hide what they say: %s', async (_name, head) => {
    expect(await coveringOf(page(head), 'Nobody')).toEqual(['style', 'style'])
  })

  test.each([
    ['written by a script', `<script>document.write("<style>${VEIL}<\\/style>")</script>`],
    ['where no script runs', `<noscript><style>${VEIL}</style></noscript>`],
    ['in a template', `<template><style>${VEIL}</style></template>`],
    ['in a picture', `<svg><style>${VEIL}</style></svg>`],
  ])('do not hold here: %s', async (_name, head) => {
    expect(await coveringOf(page('', head), 'Nobody')).toEqual([undefined, undefined])
  })
})

test('code nested deeper than the limit stays code', () => {
  const deep = `${'<div>'.repeat(600)}<script>leak("a")</script><style>.leak { margin: 0 }</style><p>Deep down.</p>`
  const { blocks } = readHtml(page('', deep), undefined, DEFAULT_LIMITS)
  expect(blocks.map(({ text }) => text).join('\n')).toContain('Deep down.')
  expect(blocks.filter(({ text }) => text.includes('leak'))).toEqual([])
})

describe('style sheets that cost more than they can say', () => {
  const TOLD = 60_000
  const limits = (html: string, styles = DEFAULT_LIMITS.styles) =>
    readHtml(html, undefined, { ...DEFAULT_LIMITS, styles }).limits.filter(({ limit }) => limit === 'styles')

  test('a class is asked for once, however often an element writes it', async () => {
    const copies = `<p class="${'shut '.repeat(30_000).slice(0, DEFAULT_LIMITS.attributeLength)}">Closed for the winter.</p>`
    const html = page(`<style>${'.shut{display:none}'.repeat(5000)}</style>`, copies)
    expect(limits(html)).toEqual([])
    expect(await coveringOf(html, 'Closed')).toEqual(['style', 'style'])
  })

  test.each([
    ['rules for a class', '.shut{opacity:0}', '<p class=shut>x</p>'],
    ['rules for a tag', 'p,.shut{opacity:0}', '<p>x</p>'],
    ['declarations', `.shut{${'a:b;'.repeat(400)}opacity:0}`, '<p class=shut>x</p>'],
    ['parts of a selector', `${'.up '.repeat(300)}.shut{opacity:0}`, '<p class=shut>x</p>'],
  ])('many elements times many %s end at the budget, and the page says so', (_name, rule, element) => {
    const sheet = `<style>${VEIL}${rule.repeat(TOLD / rule.length)}</style>`
    const few = page(sheet, `<div class=up>${element}</div>`)
    const many = page(sheet, `<div class=up>${element.repeat(TOLD / 10)}</div>`)
    expect(limits(few)).toEqual([])
    expect(limits(many, 100_000)).toEqual([
      { limit: 'styles', message: 'style sheets were asked no more after 100000 looks' },
    ])
    const { blocks } = readHtml(many, undefined, { ...DEFAULT_LIMITS, styles: 100_000 })
    expect(blocks.find(({ text }) => text.startsWith('Nobody'))?.dom?.covered).toBe('style')
    expect(blocks.at(-1)!.dom!.covered).toBeUndefined()
  })

  test('a sheet longer than is read is said to be cut', () => {
    expect(limits(page(`<style>${VEIL}${'.b{color:red}'.repeat(20_000)}</style>`))).toEqual([
      { limit: 'styles', message: 'style sheets were read up to 150000 characters' },
    ])
  })
})
