import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ContentOptions, contentOf } from '../../src/content/content.ts'
import type { Block, BlockKind, Run } from '../../src/core/block.ts'
import { DEFAULT_LIMITS } from '../../src/pipeline/limits.ts'
import { readHtml } from '../../src/read/html.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { renderText } from '../../src/render/text.ts'

const OPTIONS = { links: true, images: true }
const tree = (blocks: readonly Block[], options: ContentOptions = OPTIONS) =>
  contentOf({ blocks, wholes: [], pictures: [] }, options)
let at = 0
function block(kind: BlockKind, text: string, more: Partial<Block> = {}): Block {
  return { at: at++, kind, text, place: { lines: [1, 1] }, ...more }
}
/** The blocks of a document and the wholes they are part of. */
const parts = (html: string) => readHtml(html, undefined, DEFAULT_LIMITS)
const read = (html: string) => {
  const { blocks, wholes } = parts(html)
  return contentOf({ blocks, wholes, pictures: [] }, OPTIONS)
}
const said = (...runs: Run[]): Block => block('paragraph', runs.map((run) => run.text).join(''), { runs })
const textOf = (blocks: readonly Block[]): string => renderText(tree(blocks))
const md = (...blocks: Block[]): string => renderMarkdown(tree(blocks))

describe('text', () => {
  test('keeps paragraphs apart, list items and table rows together, and code as it stands', () => {
    const page = `<h1>A quiet harbour</h1><p>The boats came home.</p>
      <ul><li>nets<ul><li>ropes</li></ul></li><li>sails</li></ul><ol><li>first</li></ol>
      <table><tr><th>Boat</th><th>Crew</th></tr><tr><td></td><td>7</td></tr></table>
      <pre><code>if (a) {\n  b()\n}</code></pre>`
    expect(renderText(read(page))).toBe(
      'A quiet harbour\n\nThe boats came home.\n\n- nets\n  - ropes\n- sails\n\n1. first\n\nBoat\tCrew\n\t7\n\nif (a) {\n  b()\n}',
    )
  })

  test('puts in no character of its own but markers and white space', () => {
    const kinds = fc.constantFrom<BlockKind>('paragraph', 'heading', 'quote', 'code', 'cell', 'caption')
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, fc.string({ minLength: 1 }))), (list) => {
        const blocks = list.map(([kind, text]) =>
          block(kind, text, kind === 'cell' ? { group: 1, row: 0 } : {}),
        )
        const bare = (text: string) => text.replace(/\s/g, '')
        expect(bare(textOf(blocks))).toBe(bare(list.map(([, text]) => text).join('')))
      }),
    )
  })
})

describe('markdown blocks', () => {
  test('addresses keep their dollar signs, and text before them does not open a formula', () => {
    const href = 'https://a.example/$s_!w,1'
    const runs = [{ text: 'For $5 see ' }, { text: 'the list', href }, { text: '.' }]
    expect(md(said(...runs))).toBe(`For \\$5 see [the list](${href}).`)
  })

  test('terms are bold and their descriptions stand below, though both are items of the list', () => {
    const terms =
      '<dl><div><dt>Leat</dt><dd>A ditch.</dd></div><div><dt>Weir</dt><dd><p>A low dam.</p><p>It feeds the leat.</p></dd></div></dl>'
    expect(renderMarkdown(read(terms))).toBe(
      '- **Leat**\\\n  A ditch.\n- **Weir**\\\n  A low dam.\n\n  It feeds the leat.',
    )
  })

  test.each([
    ['note', 'Note', '> [!NOTE]\n> Keep sand near.'],
    ['warning', 'Warning:', '> [!WARNING]\n> Keep sand near.'],
    ['note', 'On sand', '> [!NOTE]\n> On sand\n>\n> Keep sand near.'],
    ['warning', 'Note', '> [!WARNING]\n> Note\n>\n> Keep sand near.'],
  ])('a callout (%s) under the title "%s" says its kind once', (kind, title, written) => {
    const callout = `<div class="admonition ${kind}"><p class="admonition-title">${title}</p><p>Keep sand near.</p></div>`
    expect(renderMarkdown(read(callout))).toBe(written)
  })

  test('a key is marked once', () => {
    const key = { text: 'Esc', code: true, edit: 'kbd' } as const
    expect(md(said({ text: 'Press ' }, key))).toBe('Press <kbd>Esc</kbd>')
  })

  test('headings carry their level and lose the bold that says nothing', () => {
    const runs = [{ text: 'Tides ', bold: true as const }, { text: 'of May #' }]
    expect(md(block('heading', 'Tides of May #', { level: 3, runs }))).toBe('### Tides of May \\#')
  })

  test('nested items are indented by the width of the marker above them', () => {
    const list = '<ol start="9"><li>one<ul><li>inner</li></ul></li><li>two<ul><li>inner</li></ul></li></ol>'
    expect(renderMarkdown(read(list))).toBe('9. one\n   - inner\n10. two\n    - inner')
  })

  test('an item without its parent is no code block', () => {
    const { blocks, wholes } = parts('<ul><li>out<ul><li>in<ul><li>deep</li></ul></li></ul></li></ul>')
    const deep = blocks.filter(({ text }) => text === 'deep')
    expect(renderMarkdown(contentOf({ blocks: deep, wholes, pictures: [] }, OPTIONS))).toMatch(
      /^(?:- )+deep$/,
    )
  })

  test('two lists in a row stay two', () => {
    expect(renderMarkdown(read('<ul><li>a</li><li>b</li></ul><ul><li>c</li><li>d</li></ul>'))).toBe(
      '- a\n- b\n\n* c\n* d',
    )
  })

  test('paragraphs of a quotation stay in it', () => {
    expect(renderMarkdown(read('<blockquote><p>Go.</p><p>Stay<br>here.</p></blockquote>'))).toBe(
      '> Go.\n>\n> Stay\\\n> here.',
    )
  })

  test('comments are quoted, one deeper for each they answer; what opens a thread is not', () => {
    const comment = (text: string, answers = '') => `<div class="comment"><p>${text}</p>${answers}</div>`
    const thread =
      comment('Who has the key?') + comment('The keeper.', comment('Which one?')) + comment('No idea.')
    expect(renderMarkdown(read(thread))).toBe(
      'Who has the key?\n\n> The keeper.\n>\n> > Which one?\n\n> No idea.',
    )
    const items =
      '<p>A key was lost.</p><ol><li class="comment">Whose?</li><li class="comment">Mine.</li></ol>'
    expect(renderMarkdown(read(items))).toBe('A key was lost.\n\n> Whose?\n\n> Mine.')
    const mail = (text: string) =>
      `<div itemscope itemtype="https://schema.org/EmailMessage"><p>${text}</p></div>`
    expect(renderMarkdown(read(`<h2>The key</h2>${mail('Who?')}${mail('I.')}`))).toBe(
      '## The key\n\nWho?\n\n> I.',
    )
    expect(renderMarkdown(read('<p>Why?</p><div class="answer"><p>Because.</p></div>'))).toBe(
      'Why?\n\nBecause.',
    )
  })

  test('a fence is longer than any inside and names a plain language only', () => {
    expect(md(block('code', 'a ```` b', { codeLanguage: 'ts' }))).toBe('`````ts\na ```` b\n`````')
    expect(md(block('code', 'a', { codeLanguage: 'x y`z' }))).toBe('```\na\n```')
  })

  test('tables have their header, or an empty one, and gaps where cells are missing', () => {
    const table =
      '<table><tr><th>Boat</th><th>Crew</th></tr><tr><td></td><td>a|b<br>c</td></tr></table><p>So.</p><table><tr><td>x</td><td>1</td></tr><tr><td>y</td><td>2</td></tr></table>'
    expect(renderMarkdown(read(table))).toBe(
      '| Boat | Crew |\n| --- | --- |\n|  | a\\|b<br>c |\n\nSo.\n\n|  |  |\n| --- | --- |\n| x | 1 |\n| y | 2 |',
    )
  })

  test('a picture is written where pictures are wanted', () => {
    const picture = block('figure', 'A [red] boat', {
      runs: [{ text: '', image: 'https://coast.example/a b.jpg', alt: 'A [red] boat' }],
    })
    expect(md(picture)).toBe('![A \\[red\\] boat](https://coast.example/a%20b.jpg)')
    expect(renderMarkdown(tree([picture], { links: true, images: false }))).toBe('')
  })
})

describe('markdown inline', () => {
  test('marks touch the words they mark, and neighbours of one style are one', () => {
    expect(
      md(
        said(
          { text: 'The ' },
          { text: ' old', bold: true },
          { text: ' town ', bold: true },
          { text: 'sleeps.' },
        ),
      ),
    ).toBe('The  **old town** sleeps.')
  })

  test('marks that would not be read as marks are left out', () => {
    expect(md(said({ text: '这是' }, { text: '“重点”', bold: true }, { text: '内容' }))).toBe(
      '这是“重点”内容',
    )
    expect(md(said({ text: '这是' }, { text: '重点', bold: true }, { text: '内容' }))).toBe(
      '这是**重点**内容',
    )
    expect(md(said({ text: 'a', bold: true }, { text: 'b', italic: true }))).toBe('**a**b')
  })

  test('links keep their address and their emphasis; without links their words stay', () => {
    const line = said(
      { text: 'See!' },
      { text: 'the [map]', href: 'https://coast.example/m_(1)', italic: true },
      { text: ' now', href: 'javascript:alert(1)' },
    )
    expect(md(line)).toBe('See\\![*the \\[map\\]*](<https://coast.example/m_(1)>) now')
    expect(renderMarkdown(tree([line], { links: false, images: false }))).toBe('See!*the [map]* now')
  })

  test('code is fenced past the backticks inside it', () => {
    expect(md(said({ text: 'run ' }, { text: '`x`', code: true }))).toBe('run `` `x` ``')
  })

  test.each([
    ['1. May was wet', '1\\. May was wet'],
    ['- not a list', '\\- not a list'],
    ['+ nor this', '\\+ nor this'],
    ['* nor that', '\\* nor that'],
    ['# 1 in town', '\\# 1 in town'],
    ['> quoted', '\\> quoted'],
    ['---', '\\---'],
    ['[1]: a note', '\\[1]: a note'],
    ['2024 was dry', '2024 was dry'],
    ['a *star* and_under_score', 'a \\*star\\* and_under_score'],
    ['_edge_ 2 * 3', '\\_edge\\_ 2 * 3'],
    ['see [1] and [2](x)', 'see [1] and [2]\\(x)'],
    ['see [1]', 'see [1]'],
    ['a <b> c < d', 'a \\<b> c < d'],
    ['AT&T &amp; Co', 'AT&T \\&amp; Co'],
    ['C:\\dir\\*', 'C:\\dir\\\\\\*'],
    ['~~gone~~ ~5', '\\~\\~gone\\~\\~ \\~5'],
    ['a | b\n--- | ---', 'a | b\\\n\\--- | ---'],
    ['tick ` tock', 'tick \\` tock'],
  ])('%s', (text, expected) => {
    expect(md(block('paragraph', text))).toBe(expected)
  })

  test.each([...'*_[]<>#|`~\\!&-1.'])(
    'a run of 200,000 %s is written, at most one escape a character',
    (char) => {
      const run = char.repeat(200_000)
      const written = md(block('paragraph', run))
      expect(written.length).toBeLessThanOrEqual(2 * run.length)
      expect(written.replaceAll(/\\(.)/g, '$1').length).toBe(run.length)
    },
  )
})
