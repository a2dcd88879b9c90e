import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortedSums } from '../../src/batch/sorted-sums.ts'
import { page as pageOf } from '../../src/core/page.ts'
import { clean, type SiteRecord, SitesError } from '../../src/index.ts'
import { readText } from '../../src/read/text.ts'
import { countOf, keysOfPage, recordsOf, UNPRUNED } from '../../src/sites/counts.ts'
import { othersOf, siteTable } from '../../src/sites/others.ts'
import { lineOf, readRecord } from '../../src/sites/records.ts'
import { siteOf } from '../../src/sites/site.ts'
import { folder } from '../batch/folder.ts'

const page = (url: string, text: string) =>
  pageOf({ door: 'text', url, blocks: readText(text, { lineLength: 10_000 }).blocks, claims: [], limits: [] })

/** Counts pages in several lots, each with next to no memory, and adds the lots up. */
function countIn(lots: readonly (readonly string[])[]): SiteRecord[] {
  const parts = lots.map((keys) => {
    const sums = sortedSums(`${folder()}/x`, { keys: 5 })
    for (const key of keys) sums.add(key, 1)
    const records = [...recordsOf(sums.sums(), UNPRUNED)]
    sums.close()
    return records
  })
  const sums = sortedSums(`${folder()}/x`, { keys: 7 })
  for (const record of parts.flat()) sums.add(...countOf(record))
  const records = [...recordsOf(sums.sums())]
  sums.close()
  return records
}

describe('lineOf', () => {
  it('leaves letters and digits, in lower case, a space between words', () => {
    expect(lineOf('  Subscribe – to OUR “letter”!')).toBe('subscribe to our letter')
    expect(lineOf('相关阅读：')).toBe('相关阅读')
    expect(lineOf('12:30 | 4')).toBeUndefined()
  })

  it('leaves a line in that form as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const line = lineOf(text)
        if (line !== undefined && lineOf(line) !== undefined) expect(lineOf(line)).toBe(line)
      }),
    )
  })
})

describe('siteOf', () => {
  it.each([
    ['https://www.paper.co.uk/sport/tennis/1', 'paper.co.uk', 'paper.co.uk/sport'],
    ['http://ann.blogspot.com/2024', 'ann.blogspot.com', undefined],
    ['https://paper.example/?a=/b/c', 'paper.example', undefined],
    ['http://10.0.0.7/a/b', '10.0.0.7', '10.0.0.7/a'],
  ])('%s is a page of %s', (url, host, section) => {
    expect(siteOf(url)).toEqual({ host, ...(section && { section }) })
  })

  it('knows none for what is no address', () => {
    for (const url of [undefined, '', 'page.html', 'file:///a', 'https://'])
      expect(siteOf(url)).toBeUndefined()
  })
})

describe('counting', () => {
  const pages = Array.from({ length: 45 }, (_, i) =>
    page(
      `https://www.paper.example/${i % 2 ? 'sport' : 'news'}/${i}`,
      `Home page\nStory number ${i} of the day\nStory number ${i} of the day\n${i % 3 ? 'Read it daily' : 'Ask us anything'}`,
    ),
  )

  it('counts a line once a page, forgets what stands on one, and counts parts of a site with pages enough', () => {
    const records = countIn([pages.flatMap(keysOfPage)])
    expect(records.slice(0, 4)).toEqual([
      { site: 'paper.example', door: 'text', pages: 45 },
      { site: 'paper.example', door: 'text', line: 'home page', on: 45, of: 45 },
      { site: 'paper.example', door: 'text', line: 'read it daily', on: 30, of: 45 },
      { site: 'paper.example', door: 'text', line: 'ask us anything', on: 15, of: 45 },
    ])
    expect(records.flatMap((record) => ('pages' in record ? [[record.site, record.pages]] : []))).toEqual([
      ['paper.example', 45],
      ['paper.example/news', 23],
      ['paper.example/sport', 22],
    ])
  })

  it('gives the same records for any order and any parts', () => {
    const whole = countIn([pages.flatMap(keysOfPage)])
    fc.assert(
      fc.property(fc.shuffledSubarray(pages, { minLength: 45 }), fc.nat(44), (shuffled, cut) => {
        const lots = [shuffled.slice(0, cut), shuffled.slice(cut)].map((lot) => lot.flatMap(keysOfPage))
        expect(countIn(lots)).toEqual(whole)
      }),
      { numRuns: 10 },
    )
  })

  it('keeps the lines on the most pages, whatever the order, where there are too many', () => {
    const keys = pages.flatMap(keysOfPage)
    const sums = (all: readonly string[]) => {
      const sorted = sortedSums(`${folder()}/x`)
      for (const key of all) sorted.add(key, 1)
      return [...recordsOf(sorted.sums(), { atLeast: 1, mostLines: 5, sectionPages: 99 })]
    }
    expect(sums(keys)).toHaveLength(6)
    expect(sums(keys.toReversed())).toEqual(sums(keys))
  })
})

describe('a file of counts', () => {
  it.each([
    ['no JSON', 'is not valid JSON'],
    ['{"site":"a.example","door":"wet","pages":1}', '"door" must be'],
    ['{"site":"a.example","door":"text","line":"A line","on":3,"of":2}', '"on" no more than "of"'],
  ])('%s is told with its place', (text, why) => {
    expect(() => readRecord(text, 'sites.jsonl:7')).toThrow(SitesError)
    expect(() => readRecord(text, 'sites.jsonl:7')).toThrow(`sites.jsonl:7: `)
    expect(() => readRecord(text, 'sites.jsonl:7')).toThrow(why)
  })

  it('may hold lines a person wrote', () => {
    const record = '{"site":"A.example","door":"text","line":"Our LETTER!","on":1,"of":1}'
    expect(readRecord(record, 'x')).toMatchObject({ site: 'a.example', line: 'our letter' })
  })
})

describe('what other pages tell', () => {
  const STORY = [
    'The bridge over the Lenne was opened again on Tuesday after two years of work on its piers.',
    'Masons from three villages had cut every stone by hand, and the mayor thanked each of them by name.',
    'The first to cross it was a woman of ninety, who had also been the first to cross the old one.',
  ].join('\n\n')
  const FOOT = 'The Lenne Herald has told the valley what happens in it since before there was a bridge.'
  const url = 'https://www.herald.example/bridge'
  const counts = (line: string, on: number, of: number): SiteRecord[] => [
    { site: 'herald.example', door: 'text', line: lineOf(line)!, on, of },
  ]
  const textOf = async (sites?: readonly SiteRecord[]) =>
    (await clean({ text: `${STORY}\n\n${FOOT}`, url }, sites && { sites })).articles[0]?.text

  it('takes the page itself off every count', () => {
    const others = othersOf(page(url, `${STORY}\n\n${FOOT}`), siteTable(counts(FOOT, 2, 12)))
    expect(others).toMatchObject({ pages: 11, on: [0, 0, 0, 1] })
  })

  it('drops a paragraph that stands on most of them, and only with the counts', async () => {
    expect(await textOf()).toContain(FOOT)
    expect(await textOf(counts(FOOT, 10, 12))).not.toContain(FOOT)
    expect(await textOf(counts(FOOT, 1, 12))).toContain(FOOT)
  })

  it('says so, with a vote', async () => {
    const { blocks } = await clean(
      { text: `${STORY}\n\n${FOOT}`, url },
      { sites: counts(FOOT, 10, 12), explain: true },
    )
    const votes = blocks!.at(-1)!.votes.filter(({ rule }) => rule === 'site-line')
    expect(votes).toMatchObject([{ because: 'stands on 9 of 11 other pages of this site' }])
  })

  it('changes nothing where every line of the page was counted twice', async () => {
    const all = `${STORY}\n\n${FOOT}`.split('\n\n').flatMap((line) => counts(line, 2, 12))
    expect(await textOf(all)).toBe(await textOf())
  })

  it('knows nothing of pages without an address or of other sites', async () => {
    const sites = counts(FOOT, 10, 12)
    const text = `${STORY}\n\n${FOOT}`
    for (const elsewhere of [undefined, 'https://other.example/'])
      expect(
        (await clean({ text, ...(elsewhere && { url: elsewhere }) }, { sites })).articles[0]?.text,
      ).toContain(FOOT)
  })

  it('is a wrong call where the file of counts is none', async () => {
    await expect(clean({ text: STORY }, { sites: '/nowhere/sites.jsonl' })).rejects.toThrow(SitesError)
  })
})
