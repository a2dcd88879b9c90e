import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { parse, parseFragment } from 'parse5'
import { describe, expect, test } from 'vitest'
import { contentOf } from '../../src/content/content.ts'
import type { Content } from '../../src/core/article.ts'
import { clean } from '../../src/pipeline/clean.ts'
import { DEFAULT_LIMITS } from '../../src/pipeline/limits.ts'
import { readHtml } from '../../src/read/html.ts'
import { renderHtml } from '../../src/render/html-document.ts'
import { markable, renderMarkdown } from '../../src/render/markdown.ts'
import { renderText } from '../../src/render/text.ts'
import { all, textIn } from '../render/html-tree.ts'
import { made } from './made.ts'
import { comparable, readMarkdown } from './read-back.ts'

const SAMPLES = join(import.meta.dirname, '../../samples')

/** Every page of the samples. */
const pages = readdirSync(SAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const file = readdirSync(join(SAMPLES, name)).find((file) => file.startsWith('page.'))!
    return { name, file, bytes: readFileSync(join(SAMPLES, name, file)) }
  })

/** The contents of a page's articles, and the page decoded. */
async function contents({ bytes, file }: (typeof pages)[number]) {
  const { articles, input } = await clean({ bytes }, { as: file.endsWith('.html') ? 'html' : 'text' })
  const source = new TextDecoder(input.charset ?? 'utf-8').decode(bytes)
  return { source, trees: articles.map(({ content }) => content!) }
}

const bare = (text: string): string => text.replace(/\s+/g, '')

/** The text a tree holds; marks of notes, which have names of their own in it, and descriptions of pictures apart. */
function textOf(node: Nodes): string {
  if (node.type === 'html' || node.type === 'footnoteReference') return ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** What a reader of the HTML sees, without the marks of notes and what no letter of it is of the page. */
function shownIn(html: string): string {
  const tree = parseFragment(html)
  const marks = all(tree, 'a').filter(({ attrs }) => attrs.some(({ name }) => name === 'data-footnote-ref'))
  const captions = all(tree, 'figcaption')
  for (const one of [...marks, ...captions]) one.childNodes = []
  return textIn(tree)
}

function countOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const char of bare(text)) counts.set(char, (counts.get(char) ?? 0) + 1)
  return counts
}

/** Characters that stand in a text more often than on the page. */
function invented(text: string, page: string): string[] {
  const there = countOf(page)
  return [...countOf(text)].filter(([char, count]) => count > (there.get(char) ?? 0)).map(([char]) => char)
}

/** Its text, cut where the page has a mark or a formula in other letters. */
function unbroken(node: Nodes): string {
  if (node.type === 'footnoteReference' || node.type === 'inlineMath') return APART
  return 'children' in node ? node.children.map(unbroken).join('') : textOf(node)
}
const APART = '|||'

/** Paragraphs, cells and the like that stand in a tree more often than on the page. */
function doubled(content: Content, page: string): string[] {
  const lines: string[] = []
  const visit = (node: Nodes): void => {
    if (
      node.type === 'paragraph' ||
      node.type === 'heading' ||
      node.type === 'tableCell' ||
      node.type === 'code'
    )
      lines.push(...bare(unbroken(node)).split(APART))
    else if ('children' in node) node.children.forEach(visit)
  }
  visit(content)
  const long = lines.filter((line) => line.length > 3)
  const text = bare(page)
  return [...new Set(long)].filter((line) => {
    const written = long.filter((other) => other.includes(line)).length
    return written > text.split(line).length - 1
  })
}

describe.each(pages)('sample $name', (page) => {
  test('has nothing in its content that is not on the page as often, and no line twice', async () => {
    const { source, trees } = await contents(page)
    for (const content of trees) {
      const shown = page.file.endsWith('.html') ? textIn(parse(source)) : source
      expect(invented(textOf(content), shown)).toEqual([])
      if (page.file.endsWith('.html')) expect(doubled(content, shown)).toEqual([])
    }
  })

  test('is read back from its Markdown as the tree it was, and from its HTML with the same text', async () => {
    for (const content of (await contents(page)).trees) {
      const markdown = renderMarkdown(content)
      expect(comparable(readMarkdown(markdown))).toEqual(comparable(markable(content)))
      expect(bare(shownIn(renderHtml(content)))).toBe(bare(textOf(content)))
    }
  })
})

/** Pages of wholes in wholes in which every word stands once. */
const { flow } = fc.letrec<{ flow: string; block: string; line: string }>((tie) => ({
  line: fc
    .array(
      fc.constantFrom(
        'W',
        '<b>W</b>',
        '<i>W <b>W</b></i>',
        '<a href="/a">W</a>',
        '<code>W</code>',
        'W<sup>W</sup>',
        'H<sub>W</sub>',
        '<del>W</del>',
        '<ruby>W<rt>W</rt></ruby>',
        '<kbd>W</kbd>',
        '<q>W</q>',
        'W<br>W',
        '<span>W</span>',
        '*W*',
        '1. W',
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => parts.join(' ')),
  block: fc.oneof(
    { depthSize: 'small' },
    tie('line').map((line) => `<p>${line}</p>`),
    tie('line').map((line) => `<h2>${line}</h2>`),
    fc.constant('<pre><code>W\n  W</code></pre>'),
    fc.constant(
      '<figure><img src="/p.jpg" width="600" height="400" alt=""><figcaption>W</figcaption></figure>',
    ),
    tie('flow').map((flow) => `<ul><li>W</li><li>${flow}</li></ul>`),
    fc.tuple(tie('line'), tie('flow')).map(([line, flow]) => `<ol start="3"><li>${line}${flow}</li></ol>`),
    tie('flow').map((flow) => `<blockquote>${flow}</blockquote>`),
    fc
      .tuple(tie('line'), tie('flow'))
      .map(([line, flow]) => `<table><tr><th>W<th>W<tr><td rowspan=2>${line}<td>${flow}<tr><td>W</table>`),
    tie('flow').map((flow) => `<dl><dt>W<dd>${flow}</dl>`),
    tie('flow').map((flow) => `<details><summary>W</summary>${flow}</details>`),
    tie('flow').map((flow) => `<section><div>${flow}</div></section>`),
  ),
  flow: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join('')),
})) as { flow: fc.Arbitrary<string> }

const WORD = /w\d+w/g

test('every word of a made page stands in its tree once, and once in text, Markdown and HTML', () => {
  fc.assert(
    fc.property(flow, (markup) => {
      let count = 0
      const html = markup.replace(/W/g, () => `w${++count}w`)
      const { blocks, wholes } = readHtml(`<body>${html}`, undefined, DEFAULT_LIMITS)
      const content = contentOf({ blocks, wholes, pictures: [] }, { links: true, images: true })
      const words = Array.from({ length: count }, (_, i) => `w${i + 1}w`).sort()
      const wordsIn = (text: string) => (text.match(WORD) ?? []).sort()
      expect(wordsIn(textOf(content)), html).toEqual(words)
      expect(wordsIn(renderMarkdown(content)), html).toEqual(words)
      expect(wordsIn(textIn(parseFragment(renderHtml(content)))), html).toEqual(words)
      const spoken = new Set([...html.matchAll(/<rt>(w\d+w)/g)].map(([, word]) => word))
      expect(wordsIn(renderText(content)), html).toEqual(words.filter((word) => !spoken.has(word)))
    }),
    { numRuns: 200 },
  )
}, 120_000)

test('HTML of trees of all kinds, read back, has the text of the tree', () => {
  fc.assert(
    fc.property(made, ({ blocks, wholes }) => {
      const content = contentOf({ blocks, wholes, pictures: [] }, { links: true, images: true })
      expect(bare(shownIn(renderHtml(content)))).toBe(bare(textOf(content)))
    }),
    { numRuns: 300 },
  )
}, 120_000)
