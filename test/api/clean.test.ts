import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { clean, defineRule } from '../../src/index.ts'

const PARAGRAPHS = [
  'The harbour of Corrin was closed for nine days after the storm, and the fishermen mended their nets in the church hall while they waited.',
  'On the tenth day the pilot boat went out alone, found the channel where it had always been, and came back with its flag at the masthead.',
  'The council now wants to move the breakwater by forty metres, which would cost more than the town earns from fish in three good years.',
]
const HTML = `<!doctype html><html lang="en"><head><title>Harbour opens | Corrin Post</title></head><body>
  <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
  <article><h1>Harbour opens</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article>
  <footer><p>© 2024 Corrin Post. All rights reserved.</p></footer></body></html>`

describe('clean', () => {
  it('gives the article with its metadata', async () => {
    const { status, articles } = await clean({ html: HTML, url: 'https://post.example/harbour' })
    expect(status).toBe('clean')
    expect(articles).toHaveLength(1)
    expect(articles[0]).toMatchObject({
      title: 'Harbour opens',
      language: 'en',
      direction: 'ltr',
      url: 'https://post.example/harbour',
    })
    for (const paragraph of PARAGRAPHS) expect(articles[0]!.text).toContain(paragraph)
    expect(articles[0]!.text).not.toContain('rights reserved')
  })

  it('gives the same article whatever it is handed: bytes, text of the page, a document', async () => {
    const options = { explain: true }
    const fromHtml = await clean({ html: HTML, id: 'x' }, options)
    const fromBytes = await clean({ bytes: new TextEncoder().encode(HTML), id: 'x' }, options)
    const document = new JSDOM(HTML).window.document
    const before = document.documentElement.outerHTML
    const fromDocument = await clean({ document, id: 'x' }, options)
    expect(fromBytes.articles).toEqual(fromHtml.articles)
    expect(fromDocument.articles).toEqual(fromHtml.articles)
    expect(fromDocument.blocks).toEqual(fromHtml.blocks)
    expect(document.documentElement.outerHTML).toBe(before)
  })

  it('makes headings of the short lines between the paragraphs of a dump', async () => {
    const [first, second, third] = PARAGRAPHS
    const { articles } = await clean({
      text: [first, 'A wall that would cost more than the fish', second, third].join('\n'),
    })
    expect(articles[0]!.markdown).toContain('\n\n## A wall that would cost more than the fish\n\n')
    expect(articles[0]!.text).toContain('\n\nA wall that would cost more than the fish\n\n')
  })

  it('hears a rule of the caller', async () => {
    const pilot = defineRule({
      id: 'pilot-boat',
      role: 'promo',
      doc: 'Sentences about the pilot boat.',
      weight: 15,
      options: { word: { default: ['pilot boat'], doc: 'What to look for.' } },
      examples: [],
      *see({ blocks }, { word }) {
        for (const { at, text } of blocks)
          if (text.includes(word[0]!)) yield { at, because: 'names the pilot boat' }
      },
    })
    const { articles, dropped } = await clean({ html: HTML }, { rules: [pilot] })
    expect(articles[0]!.text).not.toContain('pilot boat')
    expect(dropped.byRole.promo).toBe(1)
    expect(dropped.byRule['pilot-boat']).toBe(1)
  })

  it('throws on a wrong call only', async () => {
    await expect(clean({})).rejects.toThrow(TypeError)
    await expect(clean({ html: 'a', text: 'b' })).rejects.toThrow('html and text')
  })

  it.each([
    ['empty', new Uint8Array()],
    ['empty', new TextEncoder().encode(' \n\t ')],
    ['binary', new TextEncoder().encode('%PDF-1.4\n%\u0000\u0001')],
  ])('rejects what is %s', async (code, bytes) => {
    const outcome = await clean({ bytes })
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code }, articles: [] })
  })

  it.each(['html', 'text'] as const)('takes control characters out of %s given as a string', async (door) => {
    const line =
      'The lock keeper \u001b[31mof Orm\u0000 wrote every boat down, and the book is now in its ninth volume.'
    const { articles } = await clean({ [door]: `${line}\n${line.replace('wrote', 'sang')}\ud800` })
    const { text } = articles[0]!
    expect(text).toContain('keeper of Orm wrote')
    expect(text).not.toMatch(/[\0\x1b]|\p{Surrogate}/u)
  })

  it('rejects a page larger than the limit', async () => {
    const outcome = await clean({ bytes: new Uint8Array(33 * 1024 * 1024).fill(97) })
    expect(outcome.reason?.code).toBe('too-large')
  })

  it.each(['text', 'html'] as const)('reads %s of more blocks than the limit up to there', async (door) => {
    const story = PARAGRAPHS.map((text) => `<p>${text}\n`).join('')
    const { status, articles, limits } = await clean({ [door]: story + '<p>One line.\n'.repeat(30_001) })
    expect(status).toBe('clean')
    expect(articles[0]!.text).toContain(PARAGRAPHS[0])
    expect(limits).toContainEqual({
      limit: 'blocks',
      message: 'more than 30000 blocks: the page was read up to there',
    })
  })
})

describe('laws', () => {
  const chars = (text: string) => text.replace(/\s/g, '')
  const line = fc.oneof(
    fc.constantFrom(
      ...PARAGRAPHS,
      'Home',
      'Share',
      '© 2024 Corrin Post',
      '• Sport',
      'By Ann Lee',
      '2024-05-03',
      '相关阅读',
      '来源：人民之声',
    ),
    fc.string({ maxLength: 60 }),
  )

  it('accounts for every page exactly once and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 25 }), fc.boolean(), async (lines, html) => {
        const page = html
          ? { html: lines.map((text) => `<p>${text}</p>`).join('') }
          : { text: lines.join('\n') }
        const { status, reason, articles } = await clean(page)
        expect(['clean', 'rejected']).toContain(status)
        expect(reason === null).toBe(status === 'clean')
        expect(articles.length > 0).toBe(status === 'clean')
      }),
      { numRuns: 150 },
    )
  })

  it('invents nothing: every line of an article stands on the page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 25 }), async (lines) => {
        const page = lines.join('\n')
        const { articles, blocks = [] } = await clean({ text: page }, { explain: true })
        const kept = blocks
          .filter((block) => block.kept)
          .map((block) => chars(block.text))
          .join('')
        const shown = articles.map((article) => chars(article.text.replace(/^ *- /gm, ''))).join('')
        for (const char of new Set(shown)) expect(kept + page).toContain(char)
        expect(shown.length).toBeLessThanOrEqual(kept.length + 4 * lines.length)
      }),
      { numRuns: 100 },
    )
  })

  it('gives the same record for the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
        const once = JSON.stringify(await clean({ text: lines.join('\n') }, { explain: true }))
        expect(JSON.stringify(await clean({ text: lines.join('\n') }, { explain: true }))).toBe(once)
      }),
      { numRuns: 40 },
    )
  })
})
