import { describe, expect, test } from 'vitest'
import { type MetadataInput, metadata } from '../../src/assemble/metadata.ts'
import type { Block } from '../../src/core/block.ts'
import type { Claim, ClaimField, ClaimOrigin } from '../../src/core/claim.ts'
import type { PageFacts } from '../../src/core/facts.ts'
import { KINDS } from '../../src/words/page-types.ts'

const URL = 'https://www.coast.example/fish/herring-is-back'
const WHOLE: PageFacts = {
  mass: 0,
  script: 'Latin',
  titleKeys: new Set(),
  authorKeys: new Set(),
  stories: [],
}
const PROSE = 'The herring came back to the bay this spring. Nobody had expected it.'

const claim = (field: ClaimField, value: string, key: string, from: ClaimOrigin = 'json-ld'): Claim => ({
  field,
  value,
  from,
  key,
})
const ld = (field: ClaimField, value: string, property: string) =>
  claim(field, value, `NewsArticle.${property}`)
const og = (field: ClaimField, value: string, key: string) => claim(field, value, key, 'opengraph')
const line = (field: ClaimField, value: string, at = 0): Claim => ({
  ...claim(field, value, field, 'line'),
  at,
})
const titled = (value: string) => claim('title', value, 'title', 'title-element')

/** A page of the given header blocks and one paragraph, which is the article. */
function read(
  header: readonly Partial<Block>[],
  claims: readonly Claim[],
  more: Partial<MetadataInput> = {},
) {
  const blocks = [...header, { text: PROSE }].map(
    (some, at): Block => ({ kind: 'paragraph', text: '', place: { path: 'p' }, ...some, at }),
  )
  const from = blocks.length - 1
  const verdicts = blocks.map(({ at }) => ({
    at,
    role: 'body' as const,
    kept: at === from,
    score: 0,
    votes: [],
  }))
  const page = { door: 'html' as const, url: URL, blocks, wholes: [], pictures: [], claims, limits: [] }
  return metadata({ page, facts: [], whole: WHOLE, verdicts, from, to: from, lineClaims: [], ...more })
}
const h1 = (text: string): Partial<Block> => ({ kind: 'heading', level: 1, text })

describe('title', () => {
  test('the printed heading wins where a claim agrees, and the site falls off the rest', () => {
    const { fields, evidence } = read(
      [h1('Herring is back')],
      [titled('Herring Is Back | Fish | The Coast'), og('site', 'The Coast', 'og:site_name')],
    )
    expect(fields.title).toBe('Herring is back')
    expect(fields.titleInferred).toBeUndefined()
    expect(evidence.title).toMatchObject({ from: 'line h1', raw: 'Herring is back' })
  })

  test('an application named after the headline is no site', () => {
    const { fields } = read(
      [h1('Herring is back in the bay')],
      [
        titled('Herring is back in the bay | Fish | The Coast'),
        claim('site', 'Herring is back in the bay', 'application-name', 'meta'),
      ],
    )
    expect(fields.title).toBe('Herring is back in the bay')
    expect(fields.site).not.toBe('Herring is back in the bay')
  })

  test('a headline printed as two headings of the first level is both', () => {
    const whole = 'Herring is back: A bay rejoices'
    const { fields } = read(
      [h1('Herring is back'), h1('A bay rejoices')],
      [ld('title', whole, 'headline'), og('title', whole, 'og:title'), titled(`${whole} | The Coast`)],
    )
    expect(fields.title).toBe(whole)
  })

  test.each([
    ['Herring is back - The Coast', 'Herring is back'],
    ['The Coast: Herring is back', 'Herring is back'],
    ['Herring is back – what now', 'Herring is back – what now'],
    ['Herring: back in the bay', 'Herring: back in the bay'],
    ['The Coast is a hundred years old', 'The Coast is a hundred years old'],
    ['Roe - Milt and the market - The Coast', 'Roe - Milt and the market'],
  ])('%s', (said, expected) => {
    expect(read([], [titled(said), og('site', 'The Coast', 'og:site_name')]).fields.title).toBe(expected)
  })

  test('a name of the site that repeats the headline is none', () => {
    const claims = [
      og('title', 'Herring is back', 'og:title'),
      claim('site', 'Herring is back', 'meta[name=application-name]', 'meta'),
    ]
    expect(read([h1('Herring is back')], claims).fields.title).toBe('Herring is back')
  })

  test('sections go only together with the site behind them', () => {
    const claims = [
      titled('鲱鱼回来了_要闻_海岸网'),
      og('site', '海岸网', 'og:site_name'),
      og('section', '要闻', 'article:section'),
    ]
    expect(read([], claims).fields.title).toBe('鲱鱼回来了')
  })

  test('of a headline printed and another claimed, evidence lists the one not taken', () => {
    const claims = [ld('title', 'Why the bay is full again', 'headline')]
    const { fields, evidence } = read([h1('Herring is back')], claims)
    const said = ['Herring is back', 'Why the bay is full again']
    expect(said).toContain(fields.title)
    expect(evidence['title']?.alternatives?.map(({ value }) => value)).toEqual(
      said.filter((one) => one !== fields.title),
    )
  })

  test('a rubric printed as the first heading is no title', () => {
    const claims = [
      ld('title', 'Herring is back', 'headline'),
      og('title', 'Herring is back', 'og:title'),
      titled('Herring is back'),
    ]
    expect(read([h1('Newsroom')], claims).fields.title).toBe('Herring is back')
  })

  test('without any title the text lends its first sentence, marked as inferred', () => {
    expect(read([], []).fields).toMatchObject({
      title: 'The herring came back to the bay this spring.',
      titleInferred: true,
    })
  })
})

describe('authors', () => {
  const names = (...values: string[]) =>
    read(
      [],
      values.map((value) => ld('author', value, 'author')),
    ).fields.authors

  test.each([
    ['By Ann Lee and Bo Ray', ['Ann Lee', 'Bo Ray']],
    ['Von Anna Weber, Redakteurin für Fisch', ['Anna Weber']],
    ['Ann Lee, Senior Reporter', ['Ann Lee']],
    ['Ann Lee (ann@coast.example)', ['Ann Lee']],
    ['Ann Lee, MD, PhD', ['Ann Lee']],
    ['记者 张三丰、李四光', ['张三丰', '李四光']],
    ['홍길동 기자', ['홍길동']],
    ['Staff', undefined],
    ['admin', undefined],
    ['https://social.example/annlee', undefined],
  ])('%s', (credit, expected) => {
    expect(names(credit)).toEqual(expected)
  })

  test('the same name is kept once, and the site signs only alone', () => {
    const site = og('site', 'The Coast', 'og:site_name')
    const author = (value: string) => ld('author', value, 'author')
    expect(
      read([], [site, author('Ann Lee'), author('ANN LEE'), author('The Coast')]).fields.authors,
    ).toEqual(['Ann Lee'])
    expect(read([], [site, author('The Coast')]).fields.authors).toEqual(['The Coast'])
  })

  test('a signature set apart by the markup is found', () => {
    const dom = {
      tag: 'p',
      depth: 3,
      shape: 1,
      number: 2,
      parent: 1,
      names: 'byline',
      links: 1,
      linkShare: 1,
      images: 0,
      above: [],
    }
    const runs = [{ text: 'Ann Lee', href: 'https://www.coast.example/authors/ann-lee' }]
    expect(read([h1('Herring'), { text: 'Ann Lee', runs, dom }], []).fields.authors).toEqual(['Ann Lee'])
  })
})

test('a page that is surely no text of somebody has neither author nor day of its own', () => {
  const claims = [
    ld('author', 'Ann Lee', 'author'),
    claim('published', '2031-05-16', 'NewsArticle.datePublished'),
  ]
  const kinds = (type: string) => ({
    whole: { ...WHOLE, kinds: KINDS.map((kind) => (kind === type ? 0.9 : 0.01)) },
  })
  expect(read([], claims, kinds('article')).fields).toMatchObject({
    authors: ['Ann Lee'],
    published: '2031-05-16',
  })
  const { authors, published } = read([], claims, kinds('product')).fields
  expect([authors, published]).toEqual([undefined, undefined])
})

describe('who and when is left out rather than wrong', () => {
  test('a byline that names the same people as the article’s data outweighs markup of cards that names more', () => {
    const cards = ['Ann Lee', 'Bo Ray', 'Cem Ak'].map((name) => claim('author', name, 'author', 'microdata'))
    const byline = { ...line('author', 'Ann Lee'), key: 'byline' }
    expect(
      read([h1('Herring is back')], [ld('author', 'Ann Lee', 'author'), ...cards], { lineClaims: [byline] })
        .fields.authors,
    ).toEqual(['Ann Lee'])
  })

  test('the site’s own name beside a date signs nothing', () => {
    const dated = { ...line('author', 'The Coast'), key: 'dateline' }
    expect(
      read([h1('Herring is back')], [og('site', 'The Coast', 'og:site_name')], { lineClaims: [dated] }).fields
        .authors,
    ).toBeUndefined()
  })

  const org = (property: string) => claim('author', 'Coast Holding', `${property}[Organization]`)

  test('an organisation that only markup names published the text, unless the page signs with it or is a paper', () => {
    expect(read([h1('Herring is back')], [org('Article.author')]).fields.authors).toBeUndefined()
    expect(
      read([h1('Herring is back'), { text: 'By Coast Holding' }], [org('Article.author')]).fields.authors,
    ).toEqual(['Coast Holding'])
    expect(read([h1('Herring is back')], [org('NewsArticle.author')]).fields.authors).toEqual([
      'Coast Holding',
    ])
  })

  test('the day an address was made counts where the page shows it', () => {
    const made = claim('published', '2031-05-16T08:00:00Z', 'WebPage.datePublished')
    expect(read([h1('Herring is back')], [made]).fields.published).toBeUndefined()
    const shown = { ...line('published', '16 May 2031'), key: 'dateline' }
    expect(read([h1('Herring is back')], [made], { lineClaims: [shown] }).fields.published).toBe(
      '2031-05-16T08:00:00Z',
    )
  })

  test('elements named for publication that give several days belong to a list, unless a line prints one of them', () => {
    const time = (value: string) => claim('published', value, 'time[published]', 'time')
    const shown = { ...line('published', '16 May 2031'), key: 'dateline' }
    const times = [time('2031-05-20'), time('2031-05-16'), time('2031-05-18')]
    expect(read([h1('Herring is back')], times, { lineClaims: [shown] }).fields.published).toBe('2031-05-16')
  })
})

describe('dates', () => {
  const dated = (claims: readonly Claim[], more: Partial<MetadataInput> = {}) => read([], claims, more).fields

  test.each([
    ['2031-05-16T08:00:00.123Z', '2031-05-16T08:00:00Z'],
    ['2031-05-16T08:00+0200', '2031-05-16T08:00+02:00'],
    ['2031-05-16 08:00', '2031-05-16T08:00'],
    ['20310516', '2031-05-16'],
    ['Fri, 16 May 2031 08:00:00 GMT', '2031-05-16T08:00:00Z'],
    ['2031-02-30', undefined],
    ['1970-01-01', undefined],
    ['soon', undefined],
  ])('%s', (written, expected) => {
    expect(dated([ld('published', written, 'datePublished')]).published).toBe(expected)
  })

  test('a day takes the time another place gives for it, a stranger day does not', () => {
    const day = ld('published', '2031-05-16', 'datePublished')
    expect(dated([day], { lineClaims: [line('published', '2031-05-16T08:55')] }).published).toBe(
      '2031-05-16T08:55',
    )
    expect(dated([day], { lineClaims: [line('published', '2031-05-17T08:55')] }).published).toBe('2031-05-16')
  })

  test('nothing is later than the retrieval, and no change comes before the publication', () => {
    const claims = [
      ld('published', '2031-05-16', 'datePublished'),
      ld('modified', '2031-05-01', 'dateModified'),
    ]
    expect(dated(claims)).toEqual(expect.not.objectContaining({ modified: expect.anything() }))
    expect(dated(claims, { retrieved: '2031-05-10T00:00:00Z' }).published).toBeUndefined()
  })

  test('what is refused is told with its reason', () => {
    const late = ld('published', '2031-05-16', 'datePublished')
    const none = ld('published', '2031-02-30', 'datePublished')
    const { fields, evidence } = read([], [late, none], { retrieved: '2031-05-10T00:00:00Z' })
    expect(fields.published).toBeUndefined()
    expect(evidence.published?.refused).toEqual([
      {
        value: '2031-05-16',
        from: 'json-ld NewsArticle.datePublished',
        why: 'later than the page was retrieved',
      },
      expect.objectContaining({ value: '2031-02-30', why: expect.stringContaining('calendar') }),
    ])
  })

  test.each([
    [
      'with an offset of its own',
      og('published', '2031-05-16T22:28:35-05:00', 'og:x'),
      '2031-05-16T22:28:35-05:00',
    ],
    ['printed by the same clock', line('published', '2031-05-16T22:28'), '2031-05-16T22:28'],
    ['by another clock', line('published', '2031-05-16T22:41'), '2031-05-17T03:28:35Z'],
    ['as another day', line('published', '2031-05-14'), '2031-05-17T03:28:35Z'],
  ])('a moment in UTC is told as readers had it: said %s', (_, other, expected) => {
    const utc = ld('published', '2031-05-17T03:28:35Z', 'datePublished')
    const lines = other.from === 'line' ? { lineClaims: [other] } : {}
    expect(read([], other.from === 'line' ? [utc] : [utc, other], lines).fields.published).toBe(expected)
  })

  test('small numbers are read in the order of the page', () => {
    const slashed = ld('published', '03/04/2031', 'datePublished')
    expect(dated([slashed]).published).toBeUndefined()
    expect(dated([slashed], { order: 'dmy' }).published).toBe('2031-04-03')
  })

  test('a time of the list below is no date of the article; the address may give one', () => {
    const time = claim('published', '2031-05-19', 'time[elsewhere]', 'time')
    expect(dated([time]).published).toBeUndefined()
    const page = {
      door: 'html' as const,
      url: 'https://coast.example/2031/05/16/herring',
      wholes: [],
      pictures: [],
      claims: [],
      limits: [],
    }
    const blocks = [{ at: 0, kind: 'paragraph' as const, text: PROSE, place: { path: 'p' } }]
    expect(read([], [], { page: { ...page, blocks } }).fields.published).toBe('2031-05-16')
  })
})

describe('other fields', () => {
  test('source, editors and trail come from printed lines, the section from the trail', () => {
    const { fields } = read([], [og('site', '海岸网', 'og:site_name')], {
      lineClaims: [
        line('source', '来源：海岸日报'),
        line('editor', '张三丰'),
        line('breadcrumb', '首页 > 要闻 > 正文'),
        line('dateline', 'BEIHAI'),
      ],
    })
    expect(fields).toMatchObject({
      source: '海岸日报',
      editors: ['张三丰'],
      breadcrumb: ['首页', '要闻', '正文'],
      section: '要闻',
      site: '海岸网',
      dateline: 'BEIHAI',
    })
  })

  test('tags are told apart and kept once', () => {
    expect(read([], [ld('tag', 'Herring, bay; HERRING', 'keywords')]).fields.tags).toEqual(['Herring', 'bay'])
  })

  test('where a page holds several articles its markup speaks for none of them', () => {
    const { fields } = read([], [ld('title', 'Search', 'headline'), ld('author', 'Ann Lee', 'author')], {
      several: true,
      lineClaims: [line('title', 'Herring is back'), line('author', 'Bo Ray')],
    })
    expect(fields).toMatchObject({ title: 'Herring is back', authors: ['Bo Ray'] })
  })

  test('every field has its evidence', () => {
    const { fields, evidence } = read(
      [h1('Herring')],
      [
        titled('Herring'),
        ld('author', 'By Ann Lee', 'author'),
        claim('author', 'A. Lee', 'meta[name=author]', 'meta'),
        og('image', 'https://coast.example/a.jpg', 'og:image'),
      ],
    )
    expect(Object.keys(evidence).sort()).toEqual(Object.keys(fields).sort())
    expect(evidence.authors).toEqual({
      from: 'json-ld NewsArticle.author',
      raw: 'By Ann Lee',
      alternatives: [{ value: 'A. Lee', from: 'meta[name=author]' }],
    })
  })
})
