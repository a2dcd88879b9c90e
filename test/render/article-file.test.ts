import fc from 'fast-check'
import { parse, parseFragment } from 'parse5'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import type { Article } from '../../src/core/article.ts'
import { articleWriter, renderArticle } from '../../src/render/article-file.ts'
import { all, attributesOf, textIn } from './html-tree.ts'

const article = (fields: Partial<Article> = {}): Article => ({
  text: 'The lock was mended.',
  markdown: 'The lock was mended.',
  content: {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: 'The lock was mended.' }] }],
  },
  wordCount: 4,
  confidence: 1,
  evidence: {},
  ...fields,
})

/** A note, named as most pages name their first. */
const noted = (title: string, note: string): Article => {
  const names = { identifier: '1', label: '1' }
  const said = { type: 'paragraph' as const, children: [{ type: 'text' as const, value: note }] }
  return article({
    title,
    content: {
      type: 'root',
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', value: title },
            { type: 'footnoteReference', ...names },
          ],
        },
        { type: 'footnoteDefinition', ...names, children: [said] },
      ],
    },
  })
}

const LIKE_MARKUP = [
  '# 1. [a](b) *c* --- no: yes',
  '---',
  '2024-05-01',
  'null',
  '12:30:00',
  '</title><script>f()</script>',
  '<!-- & -->',
  "it's \"so\": \\ 'x'",
  'two\nlines\u0085three\u2028four\u2029five\ufeffsix\x7f\x9f',
  ' !!js/function "f" ',
  '{{ page }} {% raw %}',
]

describe('front matter', () => {
  const about = fc.record(
    {
      title: fc.oneof(fc.string({ minLength: 1, unit: 'grapheme' }), fc.constantFrom(...LIKE_MARKUP)),
      authors: fc.array(fc.constantFrom(...LIKE_MARKUP, 'Ann Lee'), { minLength: 1 }),
      site: fc.string({ minLength: 1, unit: 'binary' }).filter((text) => text.isWellFormed()),
      tags: fc.array(fc.string({ minLength: 1 }), { minLength: 1 }),
      published: fc.constantFrom('2024', '2024-05', '2024-05-01T12:30+02:00'),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Partial<Article>>

  test('is read back as the strings it was written from, by YAML 1.1 and 1.2, and ends where it ends', async () => {
    const writer = await articleWriter('md')
    fc.assert(
      fc.property(about, fc.constantFrom('1.1', '1.2'), (fields, version) => {
        const file = writer.file(article(fields as Partial<Article>), {})
        if (Object.keys(fields).length === 0) {
          expect(file).toBe('The lock was mended.\n')
          return
        }
        const [before, head, body, ...more] = file.split(/^---\n/m)
        expect([before, body, more]).toEqual(['', '\nThe lock was mended.\n', []])
        const read = parseDocument(head!, { version: version as '1.1' })
        expect([...read.errors, ...read.warnings]).toEqual([])
        expect(read.toJS()).toEqual({ ...fields })
      }),
    )
  })

  test('tells the canonical address, and none that is no page of the web', async () => {
    const [url, canonicalUrl] = ['https://a.example/1?from=feed', 'https://a.example/1']
    expect(await renderArticle(article({ url, canonicalUrl }), 'md')).toContain(`url: "${canonicalUrl}"\n`)
    const bad = article({ url: 'java\nscript:f()', canonicalUrl: 'data:text/html,x', image: 'file:///a.png' })
    expect(await renderArticle(bad, 'md')).toBe('The lock was mended.\n')
    const html = await renderArticle(bad, 'html')
    expect(html).not.toMatch(/script:|data:|file:/)
  })

  test('says all there is to say, in one order', async () => {
    const fields = {
      language: 'en',
      tags: ['locks', 'canals'],
      title: 'The lock',
      modified: '2024-05-02',
      published: '2024-05-01',
      section: 'Region',
      description: 'A lock is mended.',
      source: 'Canal News',
      site: 'The Daily',
      authors: ['Ann Lee'],
      image: 'https://a.example/lock.jpg',
      url: 'https://a.example/1',
    }
    const file = await renderArticle(article(fields), 'md', { retrieved: '2024-06-01T00:00:00Z' })
    expect([...file.matchAll(/^(\w+):/gm)].map(([, key]) => key).join(' ')).toBe(
      'title authors published modified url site source section tags description image language retrieved',
    )
  })
})

describe('HTML', () => {
  test('is a document a parser finds no fault with, whatever titles say', async () => {
    for (const title of LIKE_MARKUP) {
      const html = await renderArticle(
        article({ title, description: title, authors: [title], language: 'ar', direction: 'rtl' }),
        'html',
      )
      const faults: string[] = []
      const tree = parse(html, { onParseError: ({ code }) => void faults.push(code) })
      // a control character stays what it is
      expect(faults.filter((code) => code !== 'control-character-in-input-stream')).toEqual([])
      expect(attributesOf(all(tree, 'html')[0]!)).toEqual({ lang: 'ar', dir: 'rtl' })
      expect(textIn(all(tree, 'title')[0]!)).toBe(title)
      expect(textIn(all(tree, 'h1')[0]!)).toBe(title)
      expect(all(tree, 'meta').map(attributesOf)).toContainEqual({ name: 'description', content: title })
      expect(all(tree, 'script')).toEqual([])
    }
  })

  test('is a fragment where that is asked for, and of paragraphs where there is no content', async () => {
    const { content: _, ...bare } = article({ text: 'One <b>.\n\nTwo.' })
    const html = await renderArticle(bare, 'html-fragment')
    expect(all(parseFragment(html), 'p').map(textIn)).toEqual(['One <b>.', 'Two.'])
    expect(html).not.toContain('<html')
  })
})

describe('several articles in one file', () => {
  const articles = [noted('First', 'said of the first'), noted('Second', 'said of the second')]

  test('are sections, none of which has front matter, and keep their notes apart', async () => {
    const writer = await articleWriter('md')
    const file = articles.map((one, i) => writer.section(one, {}, i + 1)).join('')
    expect(file).not.toMatch(/^---$/m)
    expect(file).toMatch(
      /^# First\n.*\[\^1-1\]: said of the first\n\n\*\*\*\n\n# Second\n.*\[\^2-1\]: said of the second\n$/s,
    )
  })

  test('are elements of one document with identifiers of their own', async () => {
    const writer = await articleWriter('html')
    const tree = parse(writer.opening + articles.map((one, i) => writer.section(one, {}, i + 1)).join(''))
    expect(all(tree, 'article').length).toBe(2)
    const ids = all(tree).flatMap((one) => attributesOf(one).id ?? [])
    expect(ids.length).toBe(4)
    expect(new Set(ids).size).toBe(4)
  })
})
