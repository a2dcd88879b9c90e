import { JSDOM } from 'jsdom'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import {
  type CleanOptions,
  chunkArticle,
  clean,
  cleanAll,
  createPool,
  type Dump,
  defineRule,
  inLayout,
  loadPipeline,
  renderArticle,
} from '../../src/index.ts'

const wrong = (dump: unknown, options?: unknown) => clean(dump as Dump, options as CleanOptions)

describe('a wrong call', () => {
  it.each([
    [undefined, undefined, 'clean() takes an object with bytes, html, text or document, got undefined'],
    ['<p>hi', undefined, 'did you mean { html } or { text }?'],
    [new Uint8Array(3), undefined, 'got an object (Uint8Array); did you mean { bytes }?'],
    [new JSDOM().window.document, undefined, 'did you mean { document }?'],
    [{}, undefined, 'clean() takes one of bytes, html, text or document, got none'],
    [{ html: 5 }, undefined, 'html must be a string, got 5'],
    [{ bytes: 'abc' }, undefined, 'bytes must be a Uint8Array, got "abc"'],
    [{ document: {} }, undefined, 'document must be a DOM document, got an object'],
    [{ html: '', ulr: 'https://a.example/' }, undefined, 'a page cannot hold "ulr", did you mean "url"?'],
    [{ html: '' }, { as: 'pdf' }, 'as must be "html" or "text", got "pdf"'],
    [{ html: '' }, { explian: true }, 'options cannot hold "explian", did you mean "explain"?'],
    [
      { html: '' },
      { pipeline: { name: 'half' } },
      'pipeline must be a name or a pipeline, got an object (Object) without rules, gates, limits, keep; loadPipeline() makes',
    ],
    [{ html: '' }, { rules: ['share-bar'] }, 'rules must be an array of rules'],
  ])('of clean, %j with %j', async (dump, options, words) => {
    const error = await wrong(dump, options).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TypeError)
    expect((error as TypeError).message).toContain(words)
  })

  it('of cleanAll and createPool throws before anything starts', () => {
    expect(() => cleanAll(5 as never)).toThrow('cleanAll() takes an iterable of dumps')
    expect(() => cleanAll('page.html' as never)).toThrow('cleanAll() takes an iterable of dumps')
    expect(() => cleanAll([], { concurency: 2 } as never)).toThrow('did you mean "concurrency"?')
    expect(() => cleanAll([], { rules: [5] } as never)).toThrow('rules must be an array of rules')
    expect(() => createPool({ size: 0 })).toThrow('size must be a number above 0, got 0')
  })

  it('of loadPipeline names what is missing', async () => {
    await expect(loadPipeline(undefined as never)).rejects.toThrow(
      'takes a name, a path or a pipeline, got undefined',
    )
    await expect(loadPipeline({ name: 'half', rules: {} } as never)).rejects.toThrow(
      'without gates, limits, keep',
    )
    const whole = await loadPipeline('strict')
    expect(await loadPipeline(whole)).toBe(whole)
  })

  it('of what writes articles says what it takes', async () => {
    const record = await clean({ html: HTML })
    const article = record.articles[0]!
    const source = { page: 'a', part: 1, parts: 1, input: record.input }
    const none = 'takes an article of a record'
    await expect(renderArticle({} as never, 'md')).rejects.toThrow(`renderArticle() ${none}`)
    await expect(renderArticle(article, 'pdf' as never)).rejects.toThrow(
      'format must be one of md, html, text, html-fragment, got "pdf"',
    )
    expect(() => chunkArticle(record as never, 500)).toThrow(`${none}, not the record itself`)
    expect(() => chunkArticle(article, 0.5)).toThrow('size must be a whole number above 0')
    expect(() => inLayout('dolma', undefined as never, source)).toThrow(`inLayout() ${none}`)
    expect(() => inLayout('json' as never, article, source)).toThrow('layout must be one of datatrove, dolma')
    expect(() => inLayout('dolma', article, {} as never)).toThrow('takes { page, part, parts, input } last')
  })

  it.each([
    [undefined, 'takes an object that describes a rule'],
    [{ seeBlock() {} }, "a rule's id must be a string"],
    [{ id: 'quay', weight: 2 }, 'rule quay needs seeBlock(block, fact, options, view) or see(view, options)'],
    [{ id: 'quay', see() {} }, 'rule quay needs a weight'],
  ])('of defineRule, %j', (spec, words) => {
    expect(() => defineRule(spec as never)).toThrow(words)
  })
})

const HTML = `<!doctype html><html><head><title>The quay of Aldmoor</title></head><body><article><h1>The quay of Aldmoor</h1>${'<p>The quay was mended in spring, the warden said, and every boat of the bay came back to it.</p>'.repeat(8)}</article><footer><a href="/about">About</a></footer></body></html>`

describe('a document', () => {
  it.each([
    ['jsdom', () => new JSDOM(HTML).window.document],
    ['linkedom', () => parseHTML(HTML).document],
  ])('of %s is read like its markup', async (_, document) => {
    const [own, markup] = [await clean({ document: document() }), await clean({ html: HTML })]
    expect(own.reason).toBeNull()
    expect(own.articles[0]?.text).toBe(markup.articles[0]?.text)
  })
})

describe('createPool', () => {
  it('cleans pages that come one by one like clean, and ends when it is closed', async () => {
    const pool = createPool({ size: 1 })
    const dump = { id: 'quay', html: HTML }
    const [first, second] = await Promise.all([pool.clean(dump), pool.clean({ text: 'short' })])
    expect(first).toEqual(await clean(dump))
    expect(second.status).toBe('rejected')
    await expect(pool.clean({} as Dump)).rejects.toThrow(TypeError)
    await expect(pool.clean(dump, { signal: AbortSignal.abort() })).rejects.toThrow('abort')
    pool.close()
    await expect(pool.clean(dump)).rejects.toThrow('the pool is closed')
  })

  it('is closed by its signal, with pages in hand accounted for', async () => {
    const stop = new AbortController()
    const pool = createPool({ size: 1, signal: stop.signal })
    const cleaned = pool.clean({ html: HTML })
    stop.abort()
    expect(await cleaned).toMatchObject({ status: 'failed', reason: { code: 'stopped' } })
    await expect(pool.clean({ html: HTML })).rejects.toThrow('the pool is closed')
  })
})

it('a pipeline says what language a wrong tag may mean', async () => {
  const { writeFileSync, mkdtempSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const path = `${mkdtempSync(`${tmpdir()}/languages-`)}/own.yaml`
  writeFileSync(path, 'name: own\nlanguages: [german]\ngates:\n  language: { languages: [deu, zh-Hant] }\n')
  const error = await loadPipeline(path).catch((thrown: Error) => thrown)
  expect((error as Error).message).toContain(
    ':2:13 languages.0: "german" is no BCP 47 language; did you mean "de"?',
  )
  expect((error as Error).message).toContain('"deu" is no BCP 47 language; did you mean "de"?')
  expect((error as Error).message).not.toContain('zh-Hant')
})
