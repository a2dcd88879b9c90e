import { describe, expect, test } from 'vitest'
import type { Page } from '../../src/core/page.ts'
import { DEFAULT_LIMITS } from '../../src/pipeline/limits.ts'
import { readHtml } from '../../src/read/html.ts'

const read = (body: string): Page => readHtml(`<body>${body}`, 'https://paper.example/a/1', DEFAULT_LIMITS)
const addresses = (body: string): string[] =>
  read(body).pictures.map(({ src }) => src.replace('https://paper.example', ''))

test('a picture stands at its place, with its whole, alt, link and size', () => {
  const { blocks, wholes, pictures } = read(`<article><p>Before.</p>
    <figure><a href="/big"><img src="/mill.jpg" alt="The mill" width="640" height="400" class="size-large"></a>
    <figcaption>The mill in May.</figcaption></figure><p>After.</p></article>`)
  expect(blocks.map(({ text }) => text)).toEqual(['Before.', 'The mill in May.', 'After.'])
  expect(pictures).toHaveLength(1)
  const [{ above, whole, ...picture }] = pictures as [Page['pictures'][number]]
  expect(picture).toEqual({
    src: 'https://paper.example/mill.jpg',
    alt: 'The mill',
    at: 1,
    href: 'https://paper.example/big',
    width: 640,
    height: 400,
    names: 'size-large',
  })
  expect(wholes[whole!]?.kind).toBe('figure')
  expect(above?.[0]).toBe(blocks[1]!.dom!.parent)
})

describe('where a picture stands', () => {
  test('one without words about it counts too', () => {
    expect(read('<p>One.</p><p><img src="/a.jpg"></p><p>Two.</p>').pictures).toMatchObject([
      { alt: '', at: 1 },
    ])
  })

  test('one in a line of text is a run of it', () => {
    const { blocks, pictures } = read('<p>Press <img src="/esc.png" alt="Esc" height="20"> to leave.</p>')
    expect(pictures).toEqual([])
    expect(blocks[0]?.runs?.map(({ text, image, alt }) => image ?? `${text}${alt ?? ''}`)).toEqual([
      'Press ',
      'https://paper.example/esc.png',
      ' to leave.',
    ])
  })

  test('a large one at the edge of a paragraph, or one on a line of its own, stands before or after it', () => {
    const at = (body: string) => read(`<p>Zero.</p>${body}`).pictures.map((picture) => picture.at)
    expect(at('<p><img src="/a.jpg" width="300" height="200">Its text.</p>')).toEqual([1])
    expect(at('<p>Its text.<img src="/a.jpg" width="300" height="200"></p>')).toEqual([2])
    expect(at('<p><img src="/a.jpg"><br>Its text.</p>')).toEqual([1])
    expect(at('<p>Its text.<br><img src="/a.jpg"></p>')).toEqual([2])
    expect(at('<div><img src="/a.jpg"> Its text.</div>')).toEqual([1])
    expect(at('<p><img src="/a.jpg"> Its text.</p>')).toEqual([])
  })
})

describe('which address', () => {
  test.each([
    ['src', '<img src="/a.jpg">'],
    ['a lazy attribute', '<img src="/b.jpg" data-src="/a.jpg">'],
    ['a lazy attribute nobody listed', '<img src="data:image/gif;base64,R0lG" data-real-file="/a.jpg">'],
    ['the largest of a set', '<img srcset="/c.jpg 320w,/b.jpg 640w,/a.jpg 1200w">'],
    ['a set with widths rather than the small one', '<img src="/b.jpg" srcset="/b.jpg 320w, /a.jpg 1200w">'],
    ['what a script would put in', '<img data-src="/a.jpg" srcset="/b.jpg 32w">'],
    [
      'a source every browser shows',
      '<picture><source type="image/avif" srcset="/c.avif 900w"><source media="(max-width: 9em)" srcset="/d.jpg 900w"><source type="image/webp" srcset="/b.webp 300w, /a.jpg 900w"><img src="/e.jpg"></picture>',
    ],
    ['the one address, where a set is for finer screens', '<img src="/a.jpg" srcset="/a2.jpg 2x">'],
    ['a lazy set', '<img src="/blank.gif" data-srcset="/b.jpg 1x, /a.jpg 2x">'],
    [
      'a source of the picture element',
      '<picture><source srcset="/a.jpg 2x, /b.jpg"><img src="data:image/gif;base64,R0lG"></picture>',
    ],
    [
      'the copy for browsers without scripts',
      '<div><img src="data:,"><noscript><img src="/a.jpg"></noscript></div>',
    ],
    ['an element of AMP', '<amp-img src="/a.jpg" width="640" height="400"></amp-img>'],
  ])('%s', (_what, body) => {
    expect(addresses(body)).toEqual(['/a.jpg'])
  })

  test('commas in addresses of a set', () => {
    expect(addresses('<img srcset="/w_320,h_200/a.jpg 320w, /w_640,h_400/a.jpg 640w">')).toEqual([
      '/w_640,h_400/a.jpg',
    ])
  })
})

test('a copy is no second picture', () => {
  expect(
    addresses('<figure><img data-src="/a.jpg"><noscript><img src="/a.jpg?w=900"></noscript></figure>'),
  ).toEqual(['/a.jpg'])
  expect(
    addresses('<p><a href="/x"><noscript><img src="/a.jpg"></noscript><img src="/a.jpg"></a></p>'),
  ).toEqual(['/a.jpg'])
  expect(addresses('<figure><img src="/a.jpg"></figure><figure><img src="/b.jpg"></figure>')).toEqual([
    '/a.jpg',
    '/b.jpg',
  ])
})

test.each([
  ['a counter', '<img src="/count.php?u=1" width="1" height="1">'],
  ['a counter for browsers without scripts', '<noscript><img src="https://count.example/p?id=3"></noscript>'],
  ['a hidden one', '<img src="/a.jpg" style="display: none">'],
  ['a portrait beside a byline', '<img class="author-avatar" src="/ada.jpg" width="96" height="96">'],
  ['a logo', '<a class="site-logo" href="/"><img src="/paper.png" alt="The Paper"></a>'],
  ['an icon', '<p><img src="/img/mail-icon.png" alt="chain link icon"> Write to us.</p>'],
  ['a tiny one that says nothing', '<img src="/dot.png" width="16" height="16">'],
  ['a stand-in', '<img src="/images/placeholder.gif" alt="wait">'],
  ['no address', '<img alt="nothing">'],
  ['a script', '<img src="javascript:alert(1)">'],
])('not of the story: %s', (_what, body) => {
  const { pictures, blocks } = read(`<p>Some text of a story.</p>${body}`)
  expect(pictures).toEqual([])
  expect(blocks.flatMap(({ runs = [] }) => runs).some(({ image }) => image !== undefined)).toBe(false)
})

test('a large picture named for a logo is a picture of one', () => {
  expect(addresses('<img src="/new-logo.png" width="640" height="480" alt="The new logo">')).toEqual([
    '/new-logo.png',
  ])
  expect(
    addresses('<figure><img src="/new-logo.png"><figcaption>The new logo</figcaption></figure>'),
  ).toEqual(['/new-logo.png'])
})
