import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/core/block.ts'
import { readText } from '../../src/read/text.ts'

const read = (text: string): Block[] => readText(text, { lineLength: 100_000 }).blocks
const texts = (text: string): string[] => read(text).map((block) => block.text)
const linesOf = (block: Block): readonly number[] => ('lines' in block.place ? block.place.lines : [])

describe('copied text: one line, one block', () => {
  it('keeps lines apart, counts blank lines and indents', () => {
    const blocks = read('Harbour Post\n\n  Ferry back in service\nBy Ann Lee\n\n\nThe ferry sails again.\n')
    expect(blocks.map((block) => [block.text, linesOf(block)])).toEqual([
      ['Harbour Post', [1, 1]],
      ['Ferry back in service', [3, 3]],
      ['By Ann Lee', [4, 4]],
      ['The ferry sails again.', [7, 7]],
    ])
    expect(blocks.map((block) => block.layout)).toEqual([
      { blankBefore: 1, blankAfter: 1, indent: 0 },
      { blankBefore: 1, blankAfter: 0, indent: 2 },
      { blankBefore: 0, blankAfter: 2, indent: 0 },
      { blankBefore: 2, blankAfter: 1, indent: 0 },
    ])
  })

  it('counts \\r\\n and lone \\r as one line end each and drops a byte order mark', () => {
    const blocks = read('\uFEFFone\r\n\r\ntwo\rthree')
    expect(blocks.map((block) => [block.text, linesOf(block)[0]])).toEqual([
      ['one', 1],
      ['two', 3],
      ['three', 4],
    ])
  })

  it('takes full-width indents for layout and folds exotic spaces', () => {
    const [block] = read('\u3000\u3000河边\u00A0\u00A0的\t\t集市\u200B今天开门。')
    expect(block).toMatchObject({ text: '河边 的 集市今天开门。', layout: { indent: 4 } })
  })

  it('keeps joiners, which scripts need', () => {
    expect(texts('می\u200Cخواهم')).toEqual(['می\u200Cخواهم'])
  })

  it('makes no block of rules and empty bullets, but remembers them as a break', () => {
    const blocks = read('above\n-----\n*\n| | |\nbelow\n?')
    expect(blocks.map((block) => block.text)).toEqual(['above', 'below', '?'])
    expect(blocks[1]!.layout!.blankBefore).toBe(1)
  })

  it('leaves verse alone', () => {
    const verse = 'The heron stands,\nand does not mind\nthe barges going\nhome behind,'
    expect(texts(verse)).toEqual(verse.split('\n'))
  })

  it('keeps a long paragraph whole, names with inner capitals and all', () => {
    const sentence =
      'The club posts on YouTube and LinkedIn, where MacDonald of OpenBarge answers everybody. '
    expect(texts(sentence.repeat(12))).toEqual([sentence.repeat(12).trim()])
  })
})

describe('lists', () => {
  it('reads bullets with depth, group and the sign as printed', () => {
    const blocks = read('Sections\n  • Home\n    • Town\n    • Coast\n  • Sport\nNews\n  • Late')
    expect(blocks.map(({ kind, depth, group, text }) => [kind, depth, group, text])).toEqual([
      ['paragraph', undefined, undefined, 'Sections'],
      ['item', 1, 0, 'Home'],
      ['item', 2, 0, 'Town'],
      ['item', 2, 0, 'Coast'],
      ['item', 1, 0, 'Sport'],
      ['paragraph', undefined, undefined, 'News'],
      ['item', 1, 1, 'Late'],
    ])
    expect(blocks[1]!.layout!.bullet).toBe('•')
  })

  it('reads a count from one, not a lone number', () => {
    const blocks = read('1. Boil water\n2. Add salt\n\n2. Liga\n3. Liga\n\n3. März 2024')
    expect(blocks.map(({ kind, ordinal, text }) => [kind, ordinal, text])).toEqual([
      ['item', 1, 'Boil water'],
      ['item', 2, 'Add salt'],
      ['paragraph', undefined, '2. Liga'],
      ['paragraph', undefined, '3. Liga'],
      ['paragraph', undefined, '3. März 2024'],
    ])
  })

  it('needs company for a dash: a lone one opens speech', () => {
    expect(read('– Bring the boat, said Olga.\n\nShe left.')[0]).toMatchObject({
      kind: 'paragraph',
      text: '– Bring the boat, said Olga.',
    })
    expect(read('- flour\n- eggs').map((block) => block.kind)).toEqual(['item', 'item'])
  })
})

describe('lists flattened into a line', () => {
  const line =
    'Key Facts - The valley will get forty new buses by the end of the year [1][3] - Fares stay as they are for pupils and nurses until spring [2] Part 1 - The depot in Oster moves to the old sugar mill on the canal [1] - Drivers begin training in the second week of March [2] Open Questions - Nobody has said who pays for the washing plant [3]'

  it('cuts at the dashes and finds the headings between', () => {
    const blocks = read(`Title\n${line}`)
    expect(blocks.slice(1).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'heading: Key Facts',
      'item: The valley will get forty new buses by the end of the year [1][3]',
      'item: Fares stay as they are for pupils and nurses until spring [2]',
      'heading: Part 1',
      'item: The depot in Oster moves to the old sugar mill on the canal [1]',
      'item: Drivers begin training in the second week of March [2]',
      'heading: Open Questions',
      'item: Nobody has said who pays for the washing plant [3]',
    ])
    for (const block of blocks.slice(1)) {
      expect(linesOf(block)).toEqual([2, 2])
      expect(block.layout!.cut).toBe(true)
    }
  })

  it.each([
    'He was - as he often was on such mornings - late for the ferry - and nobody in the harbour office - least of all the clerk - minded.',
    'Opening hours: Monday 9 - 12, Tuesday 9 - 12, Wednesday 14 - 18, Thursday 9 - 12, Friday 9 - 12, Saturday and Sunday by appointment.',
    'Home · News from the valley · Sport and leisure · Opinion and letters · Weather and tides · Small advertisements · Contact the desk',
  ])('leaves dashes inside sentences, ranges and menus alone: %s', (text) => {
    expect(texts(text)).toEqual([text])
  })
})

describe('text glued into one line', () => {
  const paragraph = (place: string): string =>
    `The council of ${place} met on Monday evening to talk about the bridge. It was built for carts and carries lorries today. `
      .repeat(3)
      .trim()
  const glued = `HomeNewsSportThe old bridge gets a new deckBy Ann Lee14 May 2024${paragraph('Oster')}${paragraph('Wendel')}Read nextShareContact`

  it('cuts where pieces were glued, and keeps paragraphs whole', () => {
    expect(texts(glued)).toEqual([
      'Home',
      'News',
      'Sport',
      'The old bridge gets a new deck',
      'By Ann Lee14 May 2024',
      paragraph('Oster'),
      paragraph('Wendel'),
      'Read next',
      'Share',
      'Contact',
    ])
  })

  it('cuts a huge Chinese line at its sentences', () => {
    const sentence = '河上的老桥今年要换新的桥面，工程从四月开始，到秋天结束。'
    expect(texts(sentence.repeat(50))).toEqual(Array.from({ length: 50 }, () => sentence))
  })

  it('leaves programs alone', () => {
    const program = 'const readLine = (theLine) => { return theLine.splitAt(readSeam); }; '.repeat(12).trim()
    expect(texts(program)).toEqual([program])
  })
})

describe('wrapped dumps', () => {
  const lynx = `
   The council of the small town of Oster met on Monday evening to talk
   about the old bridge, which was built for carts a hundred years ago and
   carries forty lorries an hour today. Nobody had expected so many people
   in the hall, and the doors were left open to the street.

   By Ann Lee
   14 May 2024

   "We will not close it," said the mayor, who had come straight from the
   building site, "but we will have to close one of its two lanes until the
   work is done." The engineers want three months; the shops on the left
   bank hope for two.

     * Bridges of the valley, and why so many of them were built by one and
       the same man from the hills
     * Tides

   [bridge.jpg]
   (BUTTON) Share
   Advertisement
`

  it('joins the lines of a dump of two paragraphs, and of none whose lines are sentences', () => {
    const brief = `The bridge of Oster
14 May 2024

The council of the small town of Oster met on Monday evening to
talk about the old bridge, which was built for carts a hundred
years ago.

Nobody had expected so many people in the hall, and the doors
were left open to the street until it was dark.`
    expect(texts(brief)).toHaveLength(4)
    const lines = brief.replace(/ (?:to|hundred)\n\p{L}/gu, '.\nThe ')
    expect(texts(lines)).toHaveLength(7)
  })

  it('joins the lines of paragraphs and items, and nothing else', () => {
    expect(read(lynx).map((block) => [block.kind, block.text.slice(0, 24), linesOf(block)])).toEqual([
      ['paragraph', 'The council of the small', [2, 5]],
      ['paragraph', 'By Ann Lee', [7, 7]],
      ['paragraph', '14 May 2024', [8, 8]],
      ['paragraph', '"We will not close it," ', [10, 13]],
      ['item', 'Bridges of the valley, a', [15, 16]],
      ['item', 'Tides', [17, 17]],
      ['paragraph', '[bridge.jpg]', [19, 19]],
      ['paragraph', '(BUTTON) Share', [20, 20]],
      ['paragraph', 'Advertisement', [21, 21]],
    ])
    expect(read(lynx)[0]!.text).toContain('to talk about the old bridge, which was built')
  })

  it('joins wide characters without a space', () => {
    const sentence =
      '河上的老桥今年要换新的桥面，工程从四月开始，到秋天结束，在这段时间里只有一条车道可以通行，货车要走北边的公路，公共汽车照常行驶。'
    const rows = (text: string): string => (text.match(/.{1,40}/gu) ?? []).join('\n')
    const dump = [1, 2, 3, 4].map(() => rows(sentence.repeat(2))).join('\n\n')
    expect(texts(dump)).toEqual(Array.from({ length: 4 }, () => sentence.repeat(2)))
  })

  it('keeps hyphens it cannot be sure of', () => {
    const dump = `The harbour board has bought a second-hand ferry from the well-
known yard at Wendel, and the pilots will try it on the short pre-
and post-season runs before it sails to the islands in the summer of
the next year. The yard has built such boats since the war, and most
of them are still afloat, says the man who looks after the engines.`
    expect(texts(dump)[0]).toContain('the well-known yard')
    expect(texts(dump)[0]).toContain('short pre- and post-season')
  })

  it('takes link numbers out and leaves the list of addresses a list', () => {
    const dump = `   [1]Home [2]News
     * [3]Tides
     * [4]Weather today

   The ferry [5]sails again.

References

   1. http://harbour.example/
   2. http://harbour.example/news
   3. http://harbour.example/tides
   4. http://harbour.example/weather
   5. http://harbour.example/ferry`
    const blocks = read(dump)
    expect(blocks.slice(0, 5).map((block) => block.text)).toEqual([
      'Home News',
      'Tides',
      'Weather today',
      'The ferry sails again.',
      'References',
    ])
    expect(blocks[1]!.runs).toEqual([{ text: 'Tides', href: 'http://harbour.example/tides' }])
    expect(blocks.slice(5).map((block) => block.ordinal)).toEqual([1, 2, 3, 4, 5])
  })

  it('leaves citation marks in the text', () => {
    const dump = 'The bridge is old.[1] It is narrow.[2]\nIt is loved.[3] It leaks.[4]'
    expect(texts(dump).join('\n')).toBe(dump)
  })
})

describe('breaks inside sentences on pages of few lines', () => {
  it('are spaces in a narrow column all of whose lines are full', () => {
    const dump = `THE ROPE

The ferry to Tolm has a rope again, after
nine days without one. The old rope had been
cut by a propeller.

A new one came from Holm by train, on two
wagons, because it is four hundred metres
long and as thick as the arm of the captain.
It took the crew a day to roll it up and one
more to find its end, which lay on the quay.
`
    expect(texts(dump)).toEqual([
      'THE ROPE',
      'The ferry to Tolm has a rope again, after nine days without one. The old rope had been cut by a propeller.',
      'A new one came from Holm by train, on two wagons, because it is four hundred metres long and as thick as the arm of the captain. It took the crew a day to roll it up and one more to find its end, which lay on the quay.',
    ])
  })

  it('are line ends in verse', () => {
    const verse = [
      'The ferry has a rope again,',
      'it came from Holm upon the train,',
      'and all the captain had to say',
      'was that it rained again that day,',
      'and that the rope was thick and long',
      'and would not mend what had gone wrong.',
    ]
    expect(texts(verse.join('\n'))).toEqual(verse)
  })

  it('are nothing under a full-width indent', () => {
    const dump = `渡轮又有缆绳了
　　去托尔姆的渡轮又有缆绳了,停航九天之后终于恢复了航行,旧缆绳
是被螺旋桨割断的。
　　新缆绳有四百米长,装了两节车皮运来,船员卷了一天才把它卷
好。`
    expect(texts(dump)).toEqual([
      '渡轮又有缆绳了',
      '去托尔姆的渡轮又有缆绳了,停航九天之后终于恢复了航行,旧缆绳是被螺旋桨割断的。',
      '新缆绳有四百米长,装了两节车皮运来,船员卷了一天才把它卷好。',
    ])
  })

  it('are spaces in Markdown, where the next line starts small', () => {
    const dump = `# Rope

## Ferry

The ferry to Tolm has a rope again, and the captain has promised
to look after it.
Nobody believes him, for he promised the same of the last rope.`
    expect(texts(dump).slice(2)).toEqual([
      'The ferry to Tolm has a rope again, and the captain has promised to look after it.',
      'Nobody believes him, for he promised the same of the last rope.',
    ])
  })
})

describe('Markdown as Pandoc writes it', () => {
  const dump = `::: {#nav .menu}
[Home](/){.link}
:::

# A rope for the ferry {#rope .headline}

[By Ann Lee]{.byline}

The ferry has a *new and thick* rope, 2 * 3 metres * 4 of it.`

  it('reads links in a line that is emphasised as a whole', () => {
    const [, , credit] = read(`# Rope\n\n## Ferry\n\n*By [Ann Lee](https://tolm.example/lee), 5 May 2022*`)
    expect(credit).toMatchObject({ text: 'By Ann Lee, 5 May 2022' })
    expect(credit!.runs?.some(({ href }) => href === 'https://tolm.example/lee')).toBe(true)
  })

  it('loses fences of elements and attributes, and knows emphasis', () => {
    const blocks = read(dump)
    expect(blocks.map(({ text }) => text)).toEqual([
      'Home',
      'A rope for the ferry',
      'By Ann Lee',
      'The ferry has a new and thick rope, 2 * 3 metres * 4 of it.',
    ])
    expect(blocks[3]!.runs?.filter(({ italic }) => italic).map(({ text }) => text)).toEqual(['new and thick'])
  })
})

describe('Markdown', () => {
  const dump = `# The bridge

Title underlined
================

Some text.

## Costs

> We will not close it, said the mayor.

- one
- two

\`\`\`js
if (open) {
  close()
}
\`\`\`

| Year | Cost |
|------|-----:|
| 2023 | 40   |
| 2024 |      |
`

  it('reads headings, quotes, lists, code and tables', () => {
    expect(read(dump).map(({ kind, level, text }) => [kind, level, text])).toEqual([
      ['heading', 1, 'The bridge'],
      ['heading', 1, 'Title underlined'],
      ['paragraph', undefined, 'Some text.'],
      ['heading', 2, 'Costs'],
      ['quote', undefined, 'We will not close it, said the mayor.'],
      ['item', undefined, 'one'],
      ['item', undefined, 'two'],
      ['code', undefined, 'if (open) {\n  close()\n}'],
      ['cell', undefined, 'Year'],
      ['cell', undefined, 'Cost'],
      ['cell', undefined, '2023'],
      ['cell', undefined, '40'],
      ['cell', undefined, '2024'],
    ])
    const cells = read(dump).filter((block) => block.kind === 'cell')
    expect(cells.map(({ row, column, head }) => [row, column, head])).toEqual([
      [0, 0, true],
      [0, 1, true],
      [1, 0, undefined],
      [1, 1, undefined],
      [2, 0, undefined],
    ])
    expect(new Set(cells.map((cell) => cell.group)).size).toBe(1)
    expect(read(dump).find((block) => block.kind === 'code')!.codeLanguage).toBe('js')
  })

  it('turns inline marks into runs', () => {
    const [, block] = read(
      '## Links\n\n![boat](/boat.jpg) See [the *tides*](/tides) and **do not** run `sail`.\n[a](b)',
    )
    expect(block!.text).toBe('See the *tides* and do not run sail.')
    expect(block!.runs).toEqual([
      { text: '', image: '/boat.jpg', alt: 'boat' },
      { text: 'See ' },
      { text: 'the *tides*', href: '/tides' },
      { text: ' and ' },
      { text: 'do not', bold: true },
      { text: ' run ' },
      { text: 'sail', code: true },
      { text: '.' },
    ])
  })

  it('does not take shell comments, hashtags or breadcrumbs for it', () => {
    const dump = 'git init\n# Create a file\ntouch a\n#harbour\n> Home\n> News'
    expect(read(dump).map(({ kind, text }) => [kind, text])).toEqual(
      dump.split('\n').map((text) => ['paragraph', text]),
    )
  })
})

describe('tables and code without markup', () => {
  it('reads rows of tabs', () => {
    const blocks = read('Results\nTeam\tPoints\nOster\t12\nWendel\t9\n\nA\tlone row')
    expect(blocks.map(({ kind, row, column, text }) => [kind, row, column, text])).toEqual([
      ['paragraph', undefined, undefined, 'Results'],
      ['cell', 0, 0, 'Team'],
      ['cell', 0, 1, 'Points'],
      ['cell', 1, 0, 'Oster'],
      ['cell', 1, 1, '12'],
      ['cell', 2, 0, 'Wendel'],
      ['cell', 2, 1, '9'],
      ['paragraph', undefined, undefined, 'A lone row'],
    ])
  })

  it('reads indented code, but not indented prose', () => {
    const blocks = read(
      'Like this:\n\n    open(lock);\n    if (late) {\n      wait();\n    }\n\n    Just set in\n    a little',
    )
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'code', 'paragraph', 'paragraph'])
    expect(blocks[1]!.text).toBe('open(lock);\nif (late) {\n  wait();\n}')
  })
})

describe('limits', () => {
  it('cuts an overlong line at sentence ends and says so', () => {
    const { blocks, limits } = readText('One two three. Four five six. Seven eight nine. Ten.', {
      lineLength: 32,
    })
    expect(limits).toEqual([expect.objectContaining({ limit: 'lineLength' })])
    expect(blocks.map((block) => block.text)).toEqual([
      'One two three. Four five six.',
      'Seven eight nine. Ten.',
    ])
  })

  it('never cuts a surrogate pair', () => {
    const { blocks } = readText('😀'.repeat(9), { lineLength: 5 })
    for (const block of blocks) expect(block.text).not.toMatch(/\p{Surrogate}/u)
  })
})

describe('dumps broken at every inline element', () => {
  const dump = [
    'Canal',
    'Barges of the',
    'Lower Ostrel',
    ', the widest river, wait for',
    'rain',
    '. The lock keeper (',
    'Ada Quill',
    ') counts them.',
    '"We have time,"',
    'she says.',
    'Weather',
    'Boats',
  ]

  it('joins the pieces of a sentence, and nothing else', () => {
    expect(texts(dump.join('\n'))).toEqual([
      'Canal',
      'Barges of the Lower Ostrel, the widest river, wait for rain. The lock keeper (Ada Quill) counts them.',
      '"We have time," she says.',
      'Weather',
      'Boats',
    ])
    expect(linesOf(read(dump.join('\n'))[1]!)).toEqual([2, 8])
  })

  it('needs lines that begin inside a sentence to believe it', () => {
    const menu = ['Ostrel', 'eels', 'otters', 'The lock keeper counts them.', 'boats']
    expect(texts(menu.join('\n'))).toEqual(menu)
  })

  it('joins without a space where a script has none', () => {
    const pieces = [
      '河边的磨坊已经关门，',
      '陆小满',
      '说，水还在流',
      '。',
      '新闻',
      '小镇的人都去看',
      '，他也去了。',
    ]
    expect(texts(pieces.join('\n'))).toEqual([
      '河边的磨坊已经关门，陆小满说，水还在流。',
      '新闻',
      '小镇的人都去看，他也去了。',
    ])
  })
})

it('cuts a Chinese page on one line at its paragraphs, and its header and foot at their spaces', () => {
  const body = [
    '河边的磨坊关了三年，今天又开门了。',
    '磨坊主说：“水还在流，石头也还在。”',
    '第一袋面粉送给了学校。',
  ]
  const head = ['河畔晚报 > 本地', '磨坊又开门了', '2022-03-04 18:20', '来源:河畔晚报']
  const foot = ['责任编辑:陆小满', '相关阅读']
  const raw = `${head.join(' ')} 　　${body.join('　　')} ${foot.join(' ')}`
  expect(texts(raw)).toEqual([...head, ...body, ...foot])
})
