import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Article, chunkArticle, clean, inLayout } from '../../src/index.ts'
import { recordJsonSchema } from '../../src/pipeline/record-schema.ts'
import { samplePages } from '../core/bundle.ts'

let told = 0
/** No two alike: of a paragraph a page prints twice one copy is kept. */
const paragraph = () =>
  `The weir above mill ${++told} held, the miller said. Nobody had to leave the lower town. The council meets on Thursday.`
const ROWS = Array.from({ length: 30 }, (_, i) => `<tr><td>Gate ${i}</td><td>${i * 3} cm</td></tr>`).join('')
const HTML = `<!doctype html><html lang="en"><head><title>The weir holds</title>
  <link rel="canonical" href="https://www.valley.example/news/weir">
  <meta property="article:published_time" content="2024-03-02T06:30:00+01:00"></head><body><main><article><h1>The weir holds</h1>
  <p>${paragraph()} See <a href="../map">the map</a>.</p><h2>The gates</h2><p>${paragraph()}</p>
  <table><thead><tr><th>Gate</th><th>Height</th></tr></thead><tbody>${ROWS}</tbody></table>
  <h3>Their keeper</h3><p>${paragraph()}</p><ul><li>${paragraph()}</li><li>${paragraph()}</li></ul>
  <pre><code>open(gate)\n\nclose(gate)\n</code></pre><h2>The ferry</h2><p>${paragraph()} ${paragraph()} ${paragraph()}</p></article></main></body></html>`

async function weir(): Promise<Article> {
  const { articles } = await clean({ html: HTML, id: 'weir' })
  return articles[0]!
}

describe('pieces for retrieval', () => {
  it('stand under their headings, and never cut a table, a list or a listing', async () => {
    const article = await weir()
    const chunks = chunkArticle(article, 200).map((chunk) => ({
      ...chunk,
      headings: chunk.headings.filter((heading) => heading !== article.title),
    }))
    expect(new Set(chunks.map(({ headings }) => headings.join(' > ')))).toEqual(
      new Set(['', 'The gates', 'The gates > Their keeper', 'The ferry']),
    )
    const table = chunks.find(({ markdown }) => markdown.includes('| Gate 0'))
    expect(table?.markdown.match(/^\| Gate \d/gm)).toHaveLength(30)
    expect(chunks.find(({ markdown }) => markdown.includes('open(gate)'))?.markdown).toContain('close(gate)')
    expect(chunks.filter(({ markdown }) => /^[*-] /m.test(markdown))).toHaveLength(1)
    const prose = chunks.filter(({ markdown }) => !/^(?:[|*`-])/m.test(markdown))
    // headings come on top
    for (const { text, headings } of prose)
      expect(text.length).toBeLessThanOrEqual(200 + headings.join('\n\n').length + 4)
    // a paragraph is cut between sentences
    expect(chunks.filter(({ headings }) => headings[0] === 'The ferry').length).toBeGreaterThan(1)
    for (const { text } of prose) expect(text.trimEnd()).toMatch(/[.]$/)
  })

  it('hold together what the article holds, in order, whatever their size', async () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '')
    const articles = [await weir()]
    for (const { bytes } of samplePages().slice(0, 12)) articles.push(...(await clean({ bytes })).articles)
    for (const article of articles)
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 4000 }), (size) => {
          const chunks = chunkArticle(article, size)
          expect(letters(chunks.map(({ text }) => text).join(' '))).toBe(letters(article.text))
        }),
        { numRuns: 5 },
      )
    expect(() => chunkArticle(articles[0]!, 0)).toThrow(RangeError)
  })

  it('are made of the text where there is no tree', async () => {
    const { articles } = await clean({ html: HTML }, { pipeline: 'text-corpus' })
    expect(articles[0]?.content).toBeUndefined()
    expect(chunkArticle(articles[0]!, 100).length).toBeGreaterThan(5)
  })
})

describe('the record', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true })
  const check = ajv.compile(JSON.parse(recordJsonSchema()) as object)

  it('is as the schema in the package says, for every sample, explained or not', async () => {
    expect(readFileSync('pipelines/record.schema.json', 'utf8')).toBe(recordJsonSchema())
    for (const { name, bytes } of samplePages()) {
      const record = JSON.parse(
        JSON.stringify(await clean({ bytes, fields: { label: name } }, { explain: true })),
      )
      check(record)
      expect([name, check.errors]).toEqual([name, null])
    }
    for (const dump of [{ text: '' }, { bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) }]) {
      check(await clean(dump))
      expect(check.errors).toBeNull()
    }
    expect(check({ ...(await clean({ html: HTML })), extra: 1 })).toBe(false)
  }, 60_000)

  it('has host, fingerprint, the fields handed in, and links absolute by the canonical address', async () => {
    const { input, articles } = await clean({ html: HTML, fields: { label: 'river', crawl: { depth: 2 } } })
    expect(input.fields).toEqual({ label: 'river', crawl: { depth: 2 } })
    const [article] = articles
    expect(article).toMatchObject({
      hostname: 'valley.example',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    })
    expect(article?.url).toBeUndefined()
    expect(article?.markdown).toContain('[the map](https://www.valley.example/map)')
    const other = await clean({ html: HTML, url: 'https://m.valley.example/a/b/c' })
    expect(other.articles[0]?.markdown).toContain('(https://m.valley.example/a/map)')
  })

  it('has near fingerprints for near texts, and far ones for others', async () => {
    const bits = (a = '', b = '') =>
      [...(BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2)].filter((bit) => bit === '1').length
    const long = samplePages().filter(({ name }) => name.endsWith('.html'))
    const found: string[] = []
    for (const { bytes } of long) {
      const [article] = (await clean({ bytes })).articles
      if (article && article.wordCount > 150) found.push(article.fingerprint!)
    }
    const distances = found.flatMap((one, i) => found.slice(i + 1).map((other) => bits(one, other)))
    expect(Math.min(...distances.filter((distance) => distance > 0))).toBeGreaterThan(8)
    const [own] = (await clean({ html: HTML })).articles
    const [changed] = (await clean({ html: HTML.replace('Nobody had', 'No one had') })).articles
    expect(bits(own?.fingerprint, changed?.fingerprint)).toBeLessThan(16)
  })
})

describe('layouts of other tools', () => {
  it('have their keys', async () => {
    const article = await weir()
    const source = {
      page: 'weir',
      part: 2,
      parts: 2,
      input: { url: null, retrieved: '2024-03-03', fields: { label: 'river' } },
    }
    expect(inLayout('datatrove', article, source)).toMatchObject({
      id: 'weir#2',
      text: article.text,
      media: [],
      metadata: {
        date: article.published,
        label: 'river',
        title: 'The weir holds',
        hostname: 'valley.example',
      },
    })
    expect(Object.keys(inLayout('dolma', article, source))).toEqual([
      'id',
      'text',
      'source',
      'added',
      'created',
      'metadata',
    ])
    expect(inLayout('schema.org', article, source)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Article',
      headline: 'The weir holds',
      datePublished: '2024-03-02T06:30:00+01:00',
      url: 'https://www.valley.example/news/weir',
      articleBody: article.text,
    })
    const json = inLayout('trafilatura', article, source)
    expect(json).toMatchObject({
      hostname: 'valley.example',
      date: '2024-03-02',
      filedate: '2024-03-03',
      author: null,
    })
    for (const key of [
      'source',
      'source-hostname',
      'excerpt',
      'categories',
      'tags',
      'raw_text',
      'comments',
      'fingerprint',
    ])
      expect(json).toHaveProperty([key])
  })
})
