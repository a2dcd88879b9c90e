import { describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/pipeline/limits.ts'
import { readHtml } from '../../src/read/html.ts'
import { readWithJsdom } from '../../src/read/standard-dom.ts'

/** A page's texts, the same from both engines, with the limits the first one tells of. */
async function read(html: string) {
  const page = readHtml(html, undefined, DEFAULT_LIMITS)
  const other = await readWithJsdom(html, undefined, DEFAULT_LIMITS)
  expect(other.blocks).toEqual(page.blocks)
  expect(other.limits).toEqual(page.limits)
  return { texts: page.blocks.map(({ text }) => text), limits: page.limits.map(({ limit }) => limit) }
}
const textsOf = async (body: string) => (await read(`<!DOCTYPE html><title>Kiln</title><body>${body}`)).texts

describe('text is cut as a browser shows it', () => {
  test.each([
    [
      'spans set as blocks',
      '<p><span style="display:block">One.</span><span style="display: block">Two.</span>',
      ['One.', 'Two.'],
    ],
    [
      'divisions set as part of a line',
      '<p>A<div style="display:inline">One </div><div style="display:inline">two.</div>',
      ['A', 'One two.'],
    ],
    [
      'kept line feeds',
      '<div style="white-space: pre-line">One.\nTwo.\n\nThree.</div>',
      ['One.\nTwo.', 'Three.'],
    ],
    [
      'spans a sheet sets as blocks',
      '<style>.l { display: block } p.l { color: red }</style><p><span class="l">One.</span><span class="l">Two.</span><b>Three</b> four.',
      ['One.', 'Two.', 'Three four.'],
    ],
    [
      'an element by its name, its own style heard last',
      '<style>p span{display:block}</style><p><span>One.</span><span style="display:inline">Two</span> three.',
      ['One.', 'Two three.'],
    ],
    [
      'divisions a sheet sets as part of a line',
      '<style>div.i{display:inline}</style><p>A<div class="i">One </div><div class="i">two.</div>',
      ['A', 'One two.'],
    ],
    [
      'links a sheet sets as blocks stay a menu, and what only some screens show is not heard',
      '<style>a.m{display:block} @media print{span.q{display:block}}</style><div><a class="m" href="/a">Kilns</a> <a class="m" href="/b">Ash</a> <span class="q">and</span> <span>glaze</span></div>',
      ['Kilns Ash and glaze'],
    ],
    [
      'line feeds a sheet shows, spaces too where the letters are as wide as each other',
      '<style>.say{white-space:pre-line}.log{white-space:pre;font-family:Courier,monospace}</style><div class="say">One.\nTwo.</div><div class="log">lit  6\n     7</div>',
      ['One.\nTwo.', 'lit  6\n     7'],
    ],
    [
      'custom elements beside one another',
      '<k-story><k-p>One.</k-p><k-p>Two.</k-p></k-story><k-foot>End.</k-foot>',
      ['One.', 'Two.', 'End.'],
    ],
    ['custom elements that hold blocks', 'A <k-box>B<p>One.</p></k-box> C', ['A', 'B', 'One.', 'C']],
    [
      'custom elements in a sentence',
      '<p>It is <k-emoji>:fire:</k-emoji> today, <k-time>noon</k-time>',
      ['It is :fire: today, noon'],
    ],
  ])('%s', async (_name, body, texts) => expect(await textsOf(body)).toEqual(texts))
})

describe('declarative shadow roots', () => {
  const host = (inner: string, mode = 'shadowrootmode="open"') =>
    `<k-page><template ${mode}><header>Top</header><slot name="title"><h1>None</h1></slot><slot></slot></template>${inner}</k-page>`
  test('are read in place, with what is given in its slots', async () => {
    expect(await textsOf(host('<p>One.</p><h1 slot="title">Kilns</h1><p slot="no">Lost.</p>'))).toEqual([
      'Top',
      'Kilns',
      'One.',
    ])
  })
  test('keep what stands in a slot nobody fills', async () => {
    expect(await textsOf(host('<p>One.</p>'))).toEqual(['Top', 'None', 'One.'])
  })
  test('may stand in one another', async () => {
    expect(await textsOf(host(host('<p>One.</p>')))).toEqual(['Top', 'None', 'Top', 'None', 'One.'])
  })
  test('other templates show nothing', async () => {
    expect(await textsOf(host('<p>One.</p>', 'id="t"'))).toEqual(['One.'])
  })
})

describe('an element without an end that runs to the end of the page', () => {
  const REST = '<p>One.</p><p>Two.</p>'
  test.each([
    ['title', `<head><title>Kiln<meta name="a"></head><body>${REST}`],
    ['title in capitals', `<HEAD><TITLE>Kiln\n<LINK rel="x"></HEAD><BODY>${REST}`],
    ['iframe as XML', `<body><iframe src="/x"/>${REST}`],
    ['iframe', `<body><iframe src="/x">${REST}`],
    ['textarea', `<body><textarea name="q">${REST}`],
    ['style', `<head><style>p { color: red }\n</head><body>${REST}`],
    ['script as XML', `<head><script src="/x.js"/></head><body>${REST}`],
    ['noscript', `<body><div><noscript><img src="/x.gif">${REST}`],
    ['two of them', `<head><title>Kiln</head><body><iframe/>${REST}`],
  ])('is read as closed: %s', async (_name, html) => {
    const { texts, limits } = await read(html)
    expect(texts.slice(-2)).toEqual(['One.', 'Two.'])
    expect(new Set(limits)).toEqual(new Set(['unclosed']))
  })

  test.each([
    ['a script cut off', `<body>${REST}<script>if (a <b && c) document.write("<p>x`, ['One.', 'Two.']],
    ['a page cut in its title', '<title>Kiln and', []],
  ])('is none: %s', async (_name, html, texts) => expect(await read(html)).toEqual({ texts, limits: [] }))
})
