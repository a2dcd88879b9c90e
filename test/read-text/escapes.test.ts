import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean } from '../../src/index.ts'
import { readText } from '../../src/read/text.ts'

const LIMITS = { lineLength: 50_000 }
const textsOf = (dump: string) => readText(dump, LIMITS).blocks.map(({ text }) => text)
const linesOf = (dump: string) =>
  readText(dump, LIMITS).blocks.map(({ place }) => ('lines' in place ? place.lines : undefined))

describe('what a dump’s way to the file left in it', () => {
  it.each([
    [
      'a cell printed with its escapes',
      '"Tolm News\\nFerry cancelled\\n\\n\\"Again\\", said Ole\\u0301.\\n\\nNobody was surprised."',
      ['Tolm News', 'Ferry cancelled', '"Again", said Ole\u0301.', 'Nobody was surprised.'],
    ],
    [
      'Windows line ends among them',
      'Ferry\\r\\nA strike.\\r\\nA storm.\\r\\nThe end.',
      ['Ferry', 'A strike.', 'A storm.', 'The end.'],
    ],
    [
      'nothing but escaped characters',
      `${'\\u6e21\\u8f6e'.repeat(4)}\\u6e21\\u8f6e\\u505c\\u822a\\u3002`,
      [`${'渡轮'.repeat(5)}停航。`],
    ],
    [
      'character references',
      'Salt &amp; pepper\nThe captain&rsquo;s &quot;no&quot; was final&hellip; &#8212; or so he said&#x2e;',
      ['Salt & pepper', 'The captain’s "no" was final… — or so he said.'],
    ],
    [
      'references escaped twice',
      'The mayor&amp;#39;s ferry &amp;amp; the mayor&amp;rsquo;s dog',
      ["The mayor's ferry & the mayor’s dog"],
    ],
    [
      'other line ends',
      'Home\vNews\fFerry cancelled\u2028By Ole Rand\u2029The ferry stays in port.\u0085Nobody minds.',
      ['Home', 'News', 'Ferry cancelled', 'By Ole Rand', 'The ferry stays in port.', 'Nobody minds.'],
    ],
    [
      'a soft break inside a sentence',
      'The ferry to Tolm was\u2028cancelled, said\vthe captain.',
      ['The ferry to Tolm was cancelled, said the captain.'],
    ],
    ['icons', '\ue001 Home\n\ue010 Ole Rand \ue011 3 May 2021 \ue012', ['Home', 'Ole Rand', '3 May 2021']],
    ['soft hyphens', 'The har\u00adbour mas\u00adter', ['The harbour master']],
  ])('is read as what it stood for: %s', async (_, dump, texts) => {
    const { safeText } = await import('../../src/decode/safe-text.ts')
    expect(textsOf(safeText(dump))).toEqual(texts)
  })

  it.each([
    [
      'escapes in a listing of lines',
      'print("one\\n")\nprint("two\\n")\nprint("three\\n")\nprint("four\\n")',
    ],
    ['a path', 'Copy it to C:\\new\\readme and go on.'],
    [
      'references in a text about them',
      'In HTML a dash is written &mdash; and an ampersand &amp; as everybody knows.',
    ],
    ['rare characters of a font inside a name', '王\ue863同志'],
  ])('stays where it is meant: %s', (_, dump) => {
    expect(textsOf(dump).join('\n').replaceAll(/\s+/g, ' ')).toBe(dump.replaceAll(/\s+/g, ' '))
  })

  it('moves no line', () => {
    expect(linesOf('Home\u2028News\n\nFerry\fBy Ole\n&#10;The end.')).toEqual([
      [1, 1],
      [1, 1],
      [3, 3],
      [3, 3],
      [4, 4],
    ])
  })

  it('never throws, and loses no letter', () => {
    const part = fc.constantFrom(
      '\\n',
      '\\u00e9',
      '\\',
      '&amp;',
      '&#',
      '&#x1F600;',
      '\u2028',
      '\f',
      '\ue001',
      'ab',
      ' ',
      '\n',
      '"',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const dump = parts.join('')
        const out = textsOf(dump).join('')
        expect(out.split('b').length).toBe(dump.split('b').length)
      }),
    )
  })
})

describe('soft hyphens', () => {
  it('are in no text and no title of an HTML page', async () => {
    const paragraph =
      'The fer&shy;ry to Tolm was can&#173;celled again on Fri\u00adday, and the islanders wrote their third letter to the ministry.'
    const { articles } = await clean({
      html: `<title>Fer&shy;ry can\u00adcelled</title><h1>Fer&shy;ry can\u00adcelled</h1><p>${paragraph}</p><p>${paragraph.replace('third', 'fourth')}</p>`,
    })
    expect(JSON.stringify(articles)).not.toContain('\u00ad')
    expect(articles[0]!.title).toBe('Ferry cancelled')
  })
})
