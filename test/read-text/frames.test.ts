import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/core/block.ts'
import { headClaims, labelledHead } from '../../src/facts/labelled-head.ts'
import { clean } from '../../src/index.ts'
import { readText } from '../../src/read/text.ts'

const read = (text: string): Block[] => readText(text, { lineLength: 100_000 }).blocks
const texts = (text: string): string[] => read(text).map((block) => block.text)

describe('boxes drawn with characters', () => {
  it('reads a box that arranges a page cell by cell, from top to bottom', () => {
    const page = `
┌────────┬──────────────────────────┐
│ Boats  │ A rope for the ferry     │
│ Nets   │                          │
│        │ By Ann Lee               │
└────────┴──────────────────────────┘
The ferry has a rope again.`
    const blocks = read(page)
    expect(blocks.map(({ text }) => text)).toEqual([
      'Boats',
      'Nets',
      'A rope for the ferry',
      'By Ann Lee',
      'The ferry has a rope again.',
    ])
    expect(blocks.map(({ place }) => 'lines' in place && place.lines[0])).toEqual([3, 4, 3, 5, 7])
  })

  it('reads a box of several rows as a table', () => {
    const page = `
╔══════╤═══════╗
║ Boat │ Seats ║
╟──────┼───────╢
║ Anna │ 12    ║
╟──────┼───────╢
║ Tolm │ 40    ║
║      │ and 2 ║
╚══════╧═══════╝`
    expect(read(page).map(({ kind, text, row, column }) => [kind, text, row, column])).toEqual([
      ['cell', 'Boat', 0, 0],
      ['cell', 'Seats', 0, 1],
      ['cell', 'Anna', 1, 0],
      ['cell', '12', 1, 1],
      ['cell', 'Tolm', 2, 0],
      ['cell', '40 and 2', 2, 1],
    ])
  })

  it('leaves bars inside a line alone', () => {
    expect(texts('News │ Sport │ Weather')).toEqual(['News │ Sport │ Weather'])
  })
})

describe('a page put on one line', () => {
  const story =
    'The ferry to Tolm has a rope again, after nine days without one. The old rope had been cut by a propeller, and nobody ' +
    'knows whose. A new one came from Holm by train, on two wagons, because it is four hundred metres long. It took the crew ' +
    'a day to roll it up and another to find its end. "We had it all the time," said the captain. He had been asked twice.'

  it('parts menu and title, byline, text and foot', () => {
    const page = `Home Boats A rope for the ferry By Ann Lee 5 May 2022 ${story} ${story} More news Nets for sale © 2022 Tolm Gazette. All rights reserved.`
    expect(texts(page)).toEqual([
      'Home Boats A rope for the ferry',
      'By Ann Lee 5 May 2022',
      `${story} ${story}`,
      'More news Nets for sale',
      '© 2022 Tolm Gazette. All rights reserved.',
    ])
  })

  it('parts the entries of menus and feet that interfaces are known to have', () => {
    const page = `Home News Sport Boats Contact A rope for the ferry By Ann Lee 5 May 2022 ${story} ${story} Share on Facebook Related articles Nets for sale Privacy policy`
    expect(texts(page)).toEqual([
      'Home News Sport Boats Contact',
      'A rope for the ferry',
      'By Ann Lee 5 May 2022',
      `${story} ${story}`,
      'Share on Facebook',
      'Related articles',
      'Nets for sale',
      'Privacy policy',
    ])
  })

  it('parts its lines where a script without spaces has one', () => {
    const chinese =
      '去托尔姆的渡轮又有缆绳了，停航九天之后恢复。旧缆绳被螺旋桨割断，谁家的船也没有人知道。新缆绳有四百米长，装了两节车皮运来。船长说它一直在那里，只是没有人去找。'
    const page = `首页 > 船舶 渡轮又有缆绳了 2022-05-05 06:00 来源：托尔姆晚报 ${chinese}${chinese}（责任编辑：李明） 相关新闻 渔网出售 版权所有`
    expect(texts(page)).toEqual([
      '首页 > 船舶',
      '渡轮又有缆绳了',
      '2022-05-05 06:00',
      '来源：托尔姆晚报',
      chinese + chinese,
      '（责任编辑：李明）',
      '相关新闻',
      '渔网出售',
      '版权所有',
    ])
  })

  it('is one paragraph where nothing frames it', () => {
    expect(texts(`${story} ${story}`)).toEqual([`${story} ${story}`])
  })

  it('has a foot without a notice, where the text is over', () => {
    expect(texts(`${story} ${story} Share Other nets Home`).at(-1)).toBe('Share Other nets Home')
  })
})

describe('fields at the head of a dump', () => {
  const head = `Title: A rope for the ferry
Link: https://tolm.example/rope
Published: Thu, 05 May 2022 06:00:00 +0000
Author: Ann Lee
Category: Boats`
  const text = `The ferry to Tolm has a rope again, after nine days without one, and the captain has promised to look after it.

The old rope had been cut by a propeller, and nobody knows whose it was, though there are only three in the harbour.`

  it('become claims', () => {
    expect(headClaims(read(`${head}\n\n${text}`)).map(({ field, value }) => [field, value])).toEqual([
      ['title', 'A rope for the ferry'],
      ['canonicalUrl', 'https://tolm.example/rope'],
      ['published', 'Thu, 05 May 2022 06:00:00 +0000'],
      ['author', 'Ann Lee'],
      ['section', 'Boats'],
    ])
  })

  it('are no text, and tell of the article', async () => {
    const { articles } = await clean({ text: `${head}\n\n${text}` })
    expect(articles[0]).toMatchObject({ title: 'A rope for the ferry', authors: ['Ann Lee'] })
    expect(articles[0]!.published).toMatch(/^2022-05-05/)
    expect(articles[0]!.text).toBe(text)
  })

  it('may be those of a mail', async () => {
    const mail = `From: Ann Lee <ann@tolm.example>
To: harbour@lists.example
Date: Thu, 05 May 2022 06:00:00 +0000
Subject: A rope for the ferry`
    const { articles } = await clean({ text: `${mail}\n\n${text}` })
    expect(articles[0]).toMatchObject({ title: 'A rope for the ferry', authors: ['Ann Lee'] })
    expect(articles[0]!.text).toBe(text)
  })

  it('may be labelled in the language of the reader', () => {
    const german =
      'Titel: Ein Seil für die Fähre\nLink: https://tolm.example/seil\nDatum: 5. Mai 2022\nAutor: Ann Lee'
    expect(headClaims(read(`${german}\n\n${text}`)).map(({ field }) => field)).toEqual([
      'title',
      'canonicalUrl',
      'published',
      'author',
    ])
  })

  it('are none without a title, or where few lines have a label', () => {
    expect(labelledHead(read('Link: https://tolm.example\nDate: 5 May 2022\nAuthor: Ann Lee'))).toEqual([])
    expect(labelledHead(read('Title: holder for a day\nThe belt was won on Friday.'))).toEqual([])
  })
})

describe('programs at the margin', () => {
  const shell =
    '#!/bin/sh\nset -e\nnow=$(date +%H)\nif [ "$now" -eq 8 ]; then\n  /opt/fish/turn --steps 40\nfi'

  it('are one block of code between blank lines, as they were set', () => {
    const blocks = read(
      `So I looked at the script.\n\n${shell}\n\nThe clock had been set back for the winter.`,
    )
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'So I looked at the script.'],
      ['code', shell],
      ['paragraph', 'The clock had been set back for the winter.'],
    ])
  })

  it('are no lists, menus or sentences', () => {
    const page =
      'Home (3)\nNews; sport\nAbout us\n\nHe said a = b, and left.\nShe said b = a.\nNobody wrote it down.'
    expect(read(page).every(({ kind }) => kind !== 'code')).toBe(true)
  })
})

describe('pictures of Markdown', () => {
  it('are figures, with or without a description, linked or not', () => {
    const page = `# A rope\n\n![The rope](https://tolm.example/rope.jpg)\n\nIt is long.\n\n[![](https://tolm.example/a.gif)](https://tolm.example/x)\n\n## And an end`
    expect(read(page).map(({ kind, text, runs }) => [kind, text, runs?.[0]?.image, runs?.[0]?.href])).toEqual(
      [
        ['heading', 'A rope', undefined, undefined],
        ['figure', 'The rope', 'https://tolm.example/rope.jpg', undefined],
        ['paragraph', 'It is long.', undefined, undefined],
        ['figure', 'a.gif', 'https://tolm.example/a.gif', 'https://tolm.example/x'],
        ['heading', 'And an end', undefined, undefined],
      ],
    )
  })
})

describe('a line broken at every inline element', () => {
  it('goes on behind a name on a line of its own', () => {
    const page = `The ferry to\nTolm\nsails again\n, with a\nrope\nfrom\nHolm\n, which is long.\nAnn Lee`
    expect(texts(page)).toEqual([
      'The ferry to Tolm sails again, with a rope from Holm, which is long.',
      'Ann Lee',
    ])
  })
})
