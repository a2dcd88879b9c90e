import { describe, expect, test } from 'vitest'
import type { Page } from '../../src/core/page.ts'
import { DEFAULT_LIMITS } from '../../src/pipeline/limits.ts'
import { readHtml } from '../../src/read/html.ts'
import { outlineOf } from '../outline.ts'

const read = (body: string): Page => readHtml(`<body>${body}`, undefined, DEFAULT_LIMITS)

const outline = (body: string): string[] => outlineOf(read(body))

/** Cells of a page's tables: text, row, column, spans where they are more than one. */
function cells(body: string): string[] {
  const { blocks, wholes } = read(body)
  return wholes.flatMap((whole) => {
    if (whole.kind !== 'cell') return []
    const text = blocks
      .slice(whole.from, whole.to + 1)
      .map((block) => block.text)
      .join(' / ')
    const spans = whole.rowSpan * whole.columnSpan > 1 ? ` spans ${whole.rowSpan} x ${whole.columnSpan}` : ''
    return [`${text}: ${whole.row}, ${whole.column}${whole.head ? ' head' : ''}${spans}`]
  })
}

describe('lists', () => {
  test('items hold paragraphs, code, quotations and lists', () => {
    expect(
      outline(`<ol><li>Dig.<p>Two spades deep.</p><pre>dig --deep</pre></li>
        <li><p>Plant.</p><ul><li>Leeks</li></ul><blockquote><p>In rows.</p></blockquote></li></ol><p>Done.</p>`),
    ).toEqual([
      'list ordered=true',
      '  item ordinal=1',
      '    "Dig."',
      '    "Two spades deep."',
      '    code',
      '      "dig --deep"',
      '  item ordinal=2',
      '    "Plant."',
      '    list ordered=false',
      '      item',
      '        "Leeks"',
      '    quote',
      '      "In rows."',
      '"Done."',
    ])
  })

  test('start, value and reversed', () => {
    expect(outline('<ol start="4"><li>four<li value="9">nine<li>ten</ol>')).toEqual([
      'list ordered=true start=4',
      '  item ordinal=4',
      '    "four"',
      '  item ordinal=9',
      '    "nine"',
      '  item ordinal=10',
      '    "ten"',
    ])
    expect(outline('<ol reversed><li>two<li>one</ol>')).toEqual([
      'list ordered=true start=2 reversed=true',
      '  item ordinal=2',
      '    "two"',
      '  item ordinal=1',
      '    "one"',
    ])
  })

  test('a list right in a list belongs to the item before it', () => {
    expect(outline('<ul><li>Tools</li><ul><li>Spade</li></ul><li>Seed</li></ul>')).toEqual([
      'list ordered=false',
      '  item',
      '    "Tools"',
      '    list ordered=false',
      '      item',
      '        "Spade"',
      '  item',
      '    "Seed"',
    ])
  })

  test('items without a list make one with their siblings', () => {
    expect(outline('<div><li>Spade</li><li>Rake</li></div><div><li>Leek</li></div>')).toEqual([
      'list ordered=false',
      '  item',
      '    "Spade"',
      '  item',
      '    "Rake"',
      'list ordered=false',
      '  item',
      '    "Leek"',
    ])
  })

  describe('levels that are told by styles and names', () => {
    const nested = [
      'list ordered=false',
      '  item',
      '    "Tools"',
      '    list ordered=false',
      '      item',
      '        "Spade"',
      '  item',
      '    "Seed"',
    ]
    const styled = (level: number, text: string) =>
      `<p class="MsoListParagraph" style="mso-list:l0 level${level} lfo1"><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp; </span></span><![endif]>${text}</p>`
    test.each([
      ['paragraphs of a word processor', styled(1, 'Tools') + styled(2, 'Spade') + styled(1, 'Seed')],
      [
        'a list for each level',
        '<ul class="lst-kix_x-0"><li>Tools</li></ul><ul class="lst-kix_x-1"><li>Spade</li></ul><ul class="lst-kix_x-0"><li>Seed</li></ul>',
      ],
      ['items of one list', '<ul><li>Tools</li><li class="ql-indent-1">Spade</li><li>Seed</li></ul>'],
    ])('%s', (_name, body) => expect(outline(body)).toEqual(nested))

    test('their numbers', () => {
      const numbered = (text: string, marker: string) =>
        `<p style="mso-list:l3 level1 lfo2"><span style="mso-list:Ignore">${marker}</span>${text}</p>`
      expect(outline(numbered('Dig.', '3.') + numbered('Plant.', '4.'))).toEqual([
        'list ordered=true',
        '  item ordinal=3',
        '    "Dig."',
        '  item ordinal=4',
        '    "Plant."',
      ])
    })
  })

  test('a number that the markup repeats is the number of the item', () => {
    expect(outline('<ol><li><div class="num">1.</div><div>Dig.</div></li></ol>')).toEqual([
      'list ordered=true',
      '  item ordinal=1',
      '    "Dig."',
    ])
    expect(outline('<ol><li><div>2</div><div>spades</div></li></ol>')).toContain('    "2"')
  })

  test('lists of one item each that follow one another are one list', () => {
    expect(outline('<ul><li>Spade</li></ul> <ul><li>Seed</li></ul>')).toEqual([
      'list ordered=false',
      '  item',
      '    "Spade"',
      '  item',
      '    "Seed"',
    ])
    expect(outline('<ol><li>Dig.</li></ol><ol start="2"><li>Plant.</li></ol>')).toHaveLength(5)
    for (const two of [
      '<ul><li>Spade</li></ul><p>and</p><ul><li>Seed</li></ul>',
      '<ul><li>Spade</li><li>Rake</li></ul><ul><li>Seed</li></ul>',
      '<ol><li>Dig.</li></ol><ol start="7"><li>Plant.</li></ol>',
    ])
      expect(outline(two).filter((line) => line.startsWith('list'))).toHaveLength(2)
  })

  test('terms and their descriptions', () => {
    expect(
      outline('<dl><div><dt>Leat</dt><dd><p>A ditch.</p><p>It feeds a mill.</p></dd></div></dl>'),
    ).toEqual([
      'definitions',
      '  term',
      '    "Leat"',
      '  description',
      '    "A ditch."',
      '    "It feeds a mill."',
    ])
  })
})

describe('tables', () => {
  test('spans of rows and columns move later cells', () => {
    expect(
      cells(`<table><tr><th rowspan="2">Year<th colspan="2">Catch<tr><th>Cod<th>Eel
        <tr><td>1951<td>40<td>7</table>`),
    ).toEqual([
      'Year: 0, 0 head spans 2 x 1',
      'Catch: 0, 1 head spans 1 x 2',
      'Cod: 1, 1 head',
      'Eel: 1, 2 head',
      '1951: 2, 0',
      '40: 2, 1',
      '7: 2, 2',
    ])
  })

  test('a row span ends with its group, and 0 reaches that far', () => {
    expect(
      cells(`<table><caption>Letters</caption><tbody><tr><td rowspan="9">a<td>b<tr><td>c</tbody>
        <tbody><tr><td rowspan="0">d<td>e<tr><td>f<tr><td>g</table>`),
    ).toEqual([
      'a: 0, 0 spans 2 x 1',
      'b: 0, 1',
      'c: 1, 1',
      'd: 2, 0 spans 3 x 1',
      'e: 2, 1',
      'f: 3, 1',
      'g: 4, 1',
    ])
  })

  test('rows are numbered as shown: head, bodies, foot', () => {
    expect(
      outline(`<table><tfoot><tr><td>Sum<td>9</tfoot><tbody><tr><td>Cod<td>9</tbody>
        <thead><tr><td>Fish<td>Boxes</thead></table>`).filter((line) => line.includes('row ')),
    ).toEqual(['  row row=2 section=foot', '  row row=1 section=body', '  row row=0 section=head'])
  })

  test('a cell keeps its blocks together; an empty one keeps its place', () => {
    expect(
      cells(`<table><tr><th>Day<th>Work<tr><td><p>Monday</p><p>Tuesday</p><td><ul><li>mow<li>rake</ul>
        <tr><td></td><td>rest</table>`),
    ).toEqual([
      'Day: 0, 0 head',
      'Work: 0, 1 head',
      'Monday / Tuesday: 1, 0',
      'mow / rake: 1, 1',
      'rest: 2, 1',
    ])
  })

  test('a row that is one wide cell does not make it another thing', () => {
    const rows = '<tr><td>Cod<td>40<tr><td>Eel<td>7<tr><td colspan="2">No fishing in May'
    expect(cells(`<table>${rows}</table>`).at(-1)).toBe('No fishing in May: 2, 0 spans 1 x 2')
  })

  test('elements that are a table by their roles', () => {
    const page = `<div role="table"><div role="rowgroup"><div role="row"><span role="columnheader">Fish</span><span
      role="columnheader">Days</span></div></div><div role="row"><span role="rowheader">Cod</span><span role="cell">40</span></div></div>`
    expect(cells(page)).toEqual(['Fish: 0, 0 head', 'Days: 0, 1 head', 'Cod: 1, 0 head', '40: 1, 1'])
    expect(read(page).blocks.map(({ kind }) => kind)).toEqual(['cell', 'cell', 'cell', 'cell'])
    expect(read('<ul><li role="row">Cod <b role="cell">40</b></li></ul>').blocks).toMatchObject([
      { kind: 'item', text: 'Cod 40' },
    ])
  })

  test('elements between the parts by role only arrange them', () => {
    expect(
      cells(
        '<div role="grid"><div><div role="row"><div role="columnheader">Kiln</div><div role="columnheader">Heat</div></div></div><div><div role="rowgroup"><div role="row"><div role="gridcell">Old</div><div role="gridcell">900</div></div></div></div></div>',
      ),
    ).toEqual(['Kiln: 0, 0 head', 'Heat: 0, 1 head', 'Old: 1, 0', '900: 1, 1'])
  })

  test('tables that arrange the page are none', () => {
    const page = `<table role="presentation"><tr><th>Left<th>Right<tr><td>a<td>b</table>
      <table><tr><td><h2>News</h2><td>Old</table>`
    expect(read(page).wholes).toEqual([])
  })

  test('a span as wide as it likes costs no more than the standard allows', () => {
    const row = '<tr><td colspan="1000" rowspan="65534">a</td><td>b</td></tr>'
    const { wholes } = read(`<table><tr><th>x</th></tr>${row.repeat(300)}</table>`)
    expect(Math.max(...wholes.map((whole) => (whole.kind === 'cell' ? whole.columnSpan : 0)))).toBe(1000)
  })
})

describe('quotations, figures and what unfolds', () => {
  test('lists, code and quotations stay in the quotation, and so does who said it', () => {
    const said = `<blockquote><p>Light it.</p><ul><li>From below.</li></ul><pre>lamp on</pre>
      <blockquote>Not warm.</blockquote><footer>Ada Holm</footer></blockquote>`
    expect(outline(said)).toEqual([
      'quote',
      '  "Light it."',
      '  list ordered=false',
      '    item',
      '      "From below."',
      '  code',
      '    "lamp on"',
      '  quote',
      '    "Not warm."',
      '  "Ada Holm"',
    ])
    expect(read(said).blocks.at(-1)?.dom?.zone).toBeUndefined()
  })

  test('a table in a figure is text of the story, its caption is not', () => {
    const { blocks } = read(`<article><figure><table><tr><td>Boards<td>41<tr><td>Nails<td>7</table>
      <figcaption>Costs</figcaption></figure></article>`)
    expect(blocks.map(({ text, dom }) => `${text} ${dom?.zone}`)).toEqual([
      'Boards article',
      '41 article',
      'Nails article',
      '7 article',
      'Costs figure',
    ])
  })

  test('a summary and what unfolds under it', () => {
    expect(outline('<details><summary>More</summary><p>Much more.</p></details>')).toEqual([
      'details',
      '  summary',
      '    "More"',
      '  "Much more."',
    ])
  })

  test('an element left and entered again is two wholes, so that wholes are intervals', () => {
    const { wholes, blocks } = read('<div><li>one</li> between <li>two</li></div>')
    expect(blocks.map(({ text }) => text)).toEqual(['one', 'between', 'two'])
    expect(wholes.map(({ kind, from, to }) => `${kind} ${from}-${to}`)).toEqual([
      'list 0-0',
      'item 0-0',
      'list 2-2',
      'item 2-2',
    ])
  })
})

test('a role makes a heading of the level it says, but not of what holds paragraphs', () => {
  const { blocks } = read(
    '<div role="heading" aria-level="3">Tides</div><div role="heading">Moons</div><div role="heading"><p>It ebbs.</p></div>',
  )
  expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
    ['heading', 3],
    ['heading', 2],
    ['paragraph', undefined],
  ])
})

test('posts of a thread hold their lists; a list item that is a post is an item around it', () => {
  expect(
    outline(
      '<ol class="thread"><li class="comment"><p>First!</p></li><li class="comment"><p>No.</p></li></ol>',
    ),
  ).toEqual([
    'list ordered=true',
    '  item ordinal=1',
    '    post comment=true',
    '      "First!"',
    '  item ordinal=2',
    '    post comment=true',
    '      "No."',
  ])
})

test('boxes before items are tasks; those of a form choose something', () => {
  const tasks =
    '<li><input type="checkbox" checked disabled> Sow</li><li><p><input type="checkbox"> Reap</p></li>'
  expect(outline(`<ul>${tasks}<li>Rest</li></ul>`)).toEqual([
    'list ordered=false',
    '  item checked=true',
    '    "Sow"',
    '  item checked=false',
    '    "Reap"',
    '  item',
    '    "Rest"',
  ])
  expect(outline('<form><ul><li><input type="checkbox"> Red</li></ul></form>')).toContain('  item')
  for (const items of [
    '<li data-checked="true"><p>Sow</p></li><li data-checked="false">Reap</li>',
    '<li data-list="checked">Sow</li><li data-list="unchecked">Reap</li>',
    '<li data-inline-task-id="1" class="checked">Sow</li><li data-inline-task-id="2">Reap</li>',
    '<li><div class="checkbox checkbox-on"></div>Sow</li><li><div class="checkbox checkbox-off"></div>Reap</li>',
  ])
    expect(outline(`<ul>${items}</ul>`)).toEqual([
      'list ordered=false',
      '  item checked=true',
      '    "Sow"',
      '  item checked=false',
      '    "Reap"',
    ])
})

describe('wholes by name', () => {
  test('lines of verse are lines of one block, an empty one parts stanzas', () => {
    expect(
      outline(`<div class="poem"><div class="line">Undo the ends.</div><div class="line indent">Let each forget</div>
        <div class="line"><br></div><div class="line">Then <i>pull</i>.</div></div><p>He reads well.</p>`),
    ).toEqual(['verse', '  "Undo the ends.\nLet each forget"', '  "Then pull."', '"He reads well."'])
    expect(
      outline(
        '<p class="stanza"><span class="verse-line">One,</span><span class="verse-line">two.</span></p>',
      ),
    ).toEqual(['verse', '  "One,\ntwo."'])
  })

  test('the post of a network that is shown in a box of its own is quoted', () => {
    expect(
      outline(
        '<div class="tweet"><a href="/x"><b>Kit</b> @kit</a><div class="tweet-text">It rains.</div></div>',
      ),
    ).toEqual(['quote', '  "Kit @kit"', '  "It rains."'])
    expect(outline('<div class="tweet-button">Tweet</div>')).toEqual(['"Tweet"'])
  })

  test('verses of a stanza are its lines, those of a poem its parts', () => {
    expect(
      outline(
        '<div class="poem"><div class="stanza"><div class="verse">One,</div><div class="verse i2">two.</div></div></div>',
      ),
    ).toEqual(['verse', '  "One,\ntwo."'])
    expect(outline('<div class="poem"><p class="verse">One.</p><p class="verse">Two.</p></div>')).toEqual([
      'verse',
      '  "One."',
      '  "Two."',
    ])
  })

  test('an indented line begins a paragraph, but not in verse', () => {
    const lines = 'One,<br>&nbsp;&nbsp;two.'
    expect(read(`<p>${lines}</p>`).blocks.map(({ text }) => text)).toEqual(['One,', 'two.'])
    expect(outline(`<div class="poem"><p>${lines}</p></div>`)).toHaveLength(2)
  })

  test('verse that is set like code is no code', () => {
    const { blocks } = read('<pre class="wp-block-verse">One,\n  two.</pre>')
    expect(blocks).toMatchObject([{ kind: 'paragraph', text: 'One,\n  two.' }])
  })

  test('callouts stand in the text', () => {
    const hint =
      '<aside class="admonition warning"><p class="admonition-title">Careful</p><p>It bites.</p></aside>'
    expect(outline(`<main>${hint}</main>`)).toEqual([
      'callout callout=warning',
      '  "Careful"',
      '  "It bites."',
    ])
    expect(read(`<main>${hint}</main>`).blocks.map(({ dom }) => dom?.zone)).toEqual(['main', 'main'])
    expect(
      outline('<div class="bd-callout bd-callout-info">Mind.</div><div class="callout-title">Not.</div>'),
    ).toEqual(['callout callout=note', '  "Mind."', '"Not."'])
  })

  test.each([
    ['tip', '<div class="theme-admonition theme-admonition-tip alert alert--success"><div>tip</div>'],
    ['note', '<div class="alert is-info"><p class="alert-title">Note</p>'],
    ['warning', '<div class="WARNING"><p>Warning</p>'],
    ['caution', '<div class="bs-callout alert alert-danger">'],
    ['important', '<aside class="important"><p><strong>Important:</strong></p>'],
    ['note', '<div class="notecard note"><h4>Note:</h4>'],
    [
      'tip',
      '<div class="admonitionblock tip"><table><tr><td class="icon"><div class="title">Tip</div></td><td>',
    ],
    [
      'caution',
      '<div class="markdown-alert markdown-alert-caution"><p class="markdown-alert-title">Caution</p>',
    ],
  ])('a callout of kind %s: %s', (kind, open) => {
    const close = open.includes('<td')
      ? '</td></tr></table></div>'
      : open.includes('aside')
        ? '</aside>'
        : '</div>'
    const page = outline(`<p>Fire.</p>${open}<p>Keep sand near the kiln.</p>${close}<p>Ash.</p>`)
    expect(page.slice(0, 2)).toEqual(['"Fire."', `callout callout=${kind}`])
    expect(page.slice(-2)).toEqual(['  "Keep sand near the kiln."', '"Ash."'])
  })

  test.each([
    '<div class="note"><p>Fourteen kilns stood here.</p></div>',
    '<p class="tip">Tip</p>',
    '<div class="info">By Ada Holm</div>',
  ])('no callout: %s', (body) => expect(read(body).wholes).toEqual([]))

  test('pulled quotations are one quotation, however marked', () => {
    expect(outline('<div class="pullquote"><p>Short.</p></div>')).toEqual(['quote', '  "Short."'])
    expect(outline('<aside class="wp-pull-quote"><blockquote>Short.</blockquote></aside>')).toEqual([
      'quote',
      '  "Short."',
    ])
  })

  test('captions of old markup, and who made the picture told apart', () => {
    expect(
      outline(
        '<div class="wp-caption"><img src="/a.jpg"><p class="wp-caption-text">The door in 1931.</p></div>',
      ),
    ).toEqual(['figure', '  caption', '    "The door in 1931."'])
    expect(
      outline(`<figure><img src="/a.jpg"><figcaption><span class="text">The door.</span><span class="credit">Ada Holm</span>
        </figcaption></figure>`),
    ).toEqual(['figure', '  caption', '    "The door."', '    "Ada Holm"'])
  })

  test('a figure around paragraphs is no figure', () => {
    const { wholes, blocks } = read(`<article><figure><p>One.</p><p>Two.</p><figure><img src="/a.jpg">
      <figcaption>A mill.</figcaption></figure><p>Three.</p></figure></article>`)
    expect(wholes.map(({ kind }) => kind)).toEqual(['figure', 'caption'])
    expect(blocks.map(({ dom }) => dom?.zone)).toEqual(['article', 'article', 'figure', 'article'])
  })
})
