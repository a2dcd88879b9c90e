import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Claim, ClaimField } from '../../src/core/claim.ts'
import { type ClaimSources, readClaims } from '../../src/read/claims.ts'

const URL = 'https://coast.example/2031/05/16/herring'
const NONE: ClaimSources = {
  titles: [],
  metas: [],
  links: [],
  jsonLd: [],
  states: [],
  microdata: [],
  times: [],
}
const read = (some: Partial<ClaimSources>, url: string | undefined = URL): Claim[] =>
  readClaims({ ...NONE, ...some }, url)
const ld = (value: unknown): Partial<ClaimSources> => ({
  jsonLd: [typeof value === 'string' ? value : JSON.stringify(value)],
})
const values = (claims: readonly Claim[], field: ClaimField) =>
  claims.filter((claim) => claim.field === field).map((claim) => claim.value)

describe('JSON-LD', () => {
  test('an article gives its fields, each with its place', () => {
    const claims = read(
      ld({
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: 'Herring &amp; salt',
        datePublished: '2031-05-16T08:00:00+02:00',
        author: [
          { '@type': 'Person', name: 'Ann Lee' },
          'Bo Ray',
          { '@type': 'Organization', name: 'Coast Wire' },
        ],
        publisher: { '@type': 'Organization', name: 'The Coast' },
        isAccessibleForFree: 'False',
        image: ['/a.jpg'],
      }),
    )
    expect(claims).toContainEqual({
      field: 'title',
      value: 'Herring & salt',
      from: 'json-ld',
      key: 'NewsArticle.headline',
    })
    expect(values(claims, 'author')).toEqual(['Ann Lee', 'Bo Ray', 'Coast Wire'])
    expect(claims.find((claim) => claim.value === 'Coast Wire')?.key).toBe('NewsArticle.author[Organization]')
    expect(values(claims, 'site')).toEqual(['The Coast'])
    expect(values(claims, 'paywalled')).toEqual(['true'])
    expect(values(claims, 'image')).toEqual(['https://coast.example/a.jpg'])
  })

  test('a graph is followed: references, main entity, trail', () => {
    const claims = read(
      ld({
        '@graph': [
          { '@type': 'WebPage', '@id': '#page', name: 'Herring - The Coast', mainEntity: { '@id': '#a' } },
          { '@type': 'Article', '@id': '#a', headline: 'Herring', author: { '@id': '#ann' } },
          { '@type': 'Person', '@id': '#ann', name: 'Ann Lee' },
          {
            '@type': 'BreadcrumbList',
            itemListElement: [
              { '@type': 'ListItem', position: 2, item: { name: 'Fish' } },
              { '@type': 'ListItem', position: 1, name: 'Home' },
            ],
          },
        ],
      }),
    )
    expect(values(claims, 'title')).toEqual(['Herring', 'Herring - The Coast'])
    expect(values(claims, 'author')).toEqual(['Ann Lee'])
    expect(values(claims, 'breadcrumb')).toEqual(['Home', 'Fish'])
  })

  test('a list of other articles says nothing of this page', () => {
    const others = ['Cod', 'Eel', 'Ray'].map((headline) => ({
      '@type': 'NewsArticle',
      headline,
      author: 'Bo Ray',
    }))
    expect(values(read(ld(others)), 'author')).toEqual([])
    expect(values(read(ld({ '@type': 'ItemList', itemListElement: others })), 'title')).toEqual([])
    const own = { '@type': 'NewsArticle', headline: 'Herring', author: 'Ann Lee', url: `${URL}/` }
    expect(values(read(ld([...others, own])), 'author')).toEqual(['Ann Lee'])
  })

  test.each([
    ['a comment around it', '<!-- {"@type":"Article","headline":"Herring"} -->'],
    ['a CDATA section', '//<![CDATA[\n{"@type":"Article","headline":"Herring"}\n//]]>'],
    ['a trailing comma', '{"@type":"Article","headline":"Herring",}'],
    ['a raw line break', '{"@type":"Article","headline":"Herring","description":"a\nb"}'],
    ['stray quotes', '{"@type":"Article","headline":"Herring","description":"a "b" c"}'],
    ['two objects', '{"@type":"WebSite","name":"Coast"}\n{"@type":"Article","headline":"Herring"}'],
    ['a semicolon', '{"@type":"Article","headline":"Herring"};'],
    ['a bad escape', '{"@type":"Article","headline":"Herring","description":"it\\\'s"}'],
  ])('is read with %s', (_name, script) => {
    expect(values(read(ld(script)), 'title')).toEqual(['Herring'])
  })

  test('depth, circles and odd keys do no harm', () => {
    const deep = `${'{"mainEntity":'.repeat(10_000)}1${'}'.repeat(10_000)}`
    expect(read(ld(deep))).toEqual([])
    const circle = [
      { '@id': '#a', '@type': 'Article', headline: 'Herring', author: { '@id': '#b' } },
      { '@id': '#b', '@type': 'Person', author: { '@id': '#a' } },
    ]
    expect(values(read(ld(circle)), 'title')).toEqual(['Herring'])
    read(ld('{"@type":"Article","__proto__":{"polluted":1},"constructor":{"name":"x"}}'))
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('any text and any JSON is survived', () => {
    fc.assert(fc.property(fc.string(), (text) => void read(ld(text))))
    fc.assert(
      fc.property(fc.json(), (text) => void read(ld(`{"@type":"Article","x":${text},"author":${text}}`))),
    )
  })
})

describe('other markup', () => {
  test('meta names are told apart by a table, addresses made absolute', () => {
    const claims = read({
      metas: [
        { name: 'og:title', content: ' Herring ' },
        { name: 'article:published_time', content: '2031-05-16' },
        { name: 'byl', content: 'By Ann Lee' },
        { name: 'og:image', content: '../fish.jpg' },
        { name: 'contentsource', content: '海岸日报' },
        { name: 'constructor', content: 'nothing' },
        { name: 'twitter:label1', content: 'Written by' },
        { name: 'twitter:data1', content: 'Ann Lee' },
      ],
      links: [{ rel: 'canonical', href: '/herring' }],
    })
    expect(claims[0]).toEqual({ field: 'title', value: 'Herring', from: 'opengraph', key: 'og:title' })
    expect(values(claims, 'author')).toEqual(['By Ann Lee', 'Ann Lee'])
    expect(values(claims, 'image')).toEqual(['https://coast.example/2031/05/fish.jpg'])
    expect(values(claims, 'source')).toEqual(['海岸日报'])
    expect(values(claims, 'canonicalUrl')).toEqual(['https://coast.example/herring'])
    expect(claims.some((claim) => claim.value === 'nothing')).toBe(false)
  })

  test('an address that cannot be made absolute is no claim', () => {
    expect(read({ links: [{ rel: 'canonical', href: '/herring' }] }, '')).toEqual([])
    expect(read({ metas: [{ name: 'og:image', content: 'http://[' }] })).toEqual([])
  })

  test('microdata: a nested person gives the name, a comment gives nothing', () => {
    const claims = read({
      microdata: [
        { prop: 'author', value: '', type: 'https://schema.org/Article', text: 'Ann Lee Follow' },
        { prop: 'name', value: '', type: 'https://schema.org/Person', text: 'Ann Lee' },
        { prop: 'author', value: '', type: 'https://schema.org/Comment', text: 'Troll' },
        { prop: 'datePublished', value: '2031-05-16', type: 'https://schema.org/Article', text: '' },
      ],
    })
    expect(values(claims, 'author')).toEqual(['Ann Lee'])
    expect(values(claims, 'published')).toEqual(['2031-05-16'])
  })

  test('time elements are what the words before them say', () => {
    const time = (label: string) => ({
      datetime: '2031-05-16',
      text: '',
      names: '',
      around: '',
      pubdate: false,
      label,
    })
    const claims = read({ times: [time('Last updated'), time('First published'), time('')] })
    expect(claims.map(({ field, key }) => `${field} ${key}`)).toEqual([
      'modified time[published]',
      'published time[published]',
      'published time',
    ])
  })

  test('time elements tell how near to the article they are', () => {
    const time = (names: string, pubdate = false, around = '') => ({
      datetime: '2031-05-16',
      text: '',
      names,
      around,
      pubdate,
    })
    const beside = { ...time('', false, '<li>  <ul>  <section> related'), datetime: '2031-05-19' }
    const keys = read({
      times: [time('', true), time('entry-date'), time('card'), time('last-modified'), time(''), beside],
    })
    expect(keys.map(({ field, key }) => `${field} ${key}`)).toEqual([
      'published time[pubdate]',
      'published time[published]',
      'published time[elsewhere]',
      'modified time',
      'published time',
      'published time[elsewhere]',
    ])
  })
})
