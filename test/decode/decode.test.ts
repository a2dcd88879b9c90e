import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js'
import { createSinglebyteEncoder } from '@exodus/bytes/single-byte.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/decode/decode.ts'
import { safeText } from '../../src/decode/safe-text.ts'

const TEXTS: Readonly<Record<string, string>> = {
  'windows-1252':
    'Le maire a inauguré la fontaine près du marché – «enfin», a-t-il déclaré. Der Bürger überprüft. ',
  'windows-1251': 'Городской совет утвердил бюджет на следующий год и открыл новую школу у реки. ',
  'koi8-r': 'Городской совет утвердил бюджет на следующий год и открыл новую школу у реки. ',
  gb18030: '市政府昨天宣布，新的图书馆将在明年春天开放，居民可以免费借阅图书。',
  big5: '市政府昨天宣布，新的圖書館將在明年春天開放，居民可以免費借閱圖書。',
  shift_jis: '市役所は昨日、新しい図書館を来年の春に開くと発表しました。誰でも本を借りられます。',
  'euc-jp': '市役所は昨日、新しい図書館を来年の春に開くと発表しました。誰でも本を借りられます。',
  'iso-2022-jp': '市役所は昨日、新しい図書館を来年の春に開くと発表しました。',
  'euc-kr': '시청은 내년 봄에 새 도서관을 연다고 어제 발표했다. 누구나 책을 빌릴 수 있다. ',
}
const SINGLE = new Set(['windows-1252', 'windows-1251', 'koi8-r'])

function encode(text: string, charset: string): Uint8Array {
  return SINGLE.has(charset) ? createSinglebyteEncoder(charset)(text) : createMultibyteEncoder(charset)(text)
}
const utf8 = (text: string) => new TextEncoder().encode(text)
const join = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

describe.each(Object.entries(TEXTS))('%s', (charset, line) => {
  const text = line.repeat(6)

  it('is read where the page declares it', () => {
    const page = `<meta charset="${charset}"><p>${text}</p>`
    expect(decode(encode(page, charset))).toEqual({ text: page, charset, from: 'declaration' })
  })
  it('is read where the transport names it', () => {
    const found = decode(encode(text, charset), { contentType: `text/html; charset="${charset}"` })
    expect(found).toEqual({ text, charset, from: 'transport' })
  })
  it('is detected where nothing is said', () => {
    const page = `<html><title>x</title><style>${'.a{margin:0}'.repeat(300)}</style><p>${text}</p>`
    expect(decode(encode(page, charset))).toEqual({ text: page, charset, from: 'detected' })
  })
  it('is detected where UTF-8 is declared', () => {
    expect(decode(encode(`<meta charset=utf-8><p>${text}`, charset))).toMatchObject({
      charset,
      from: 'detected',
    })
  })
})

describe('known bytes', () => {
  it.each([
    ['windows-1252', [0x93, 0x80, 0x99, 0x94], '“€™”'],
    ['gb18030', [0xd6, 0xd0, 0xce, 0xc4, 0x81, 0x30, 0x89, 0x37], '中文Þ'],
    ['big5', [0xa4, 0xa4, 0xa4, 0xe5], '中文'],
    ['shift_jis', [0x93, 0xfa, 0x96, 0x7b], '日本'],
    ['euc-jp', [0xc6, 0xfc, 0xcb, 0xdc], '日本'],
    ['iso-2022-jp', [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42], '日本'],
    ['euc-kr', [0xc7, 0xd1, 0xb1, 0xdb], '한글'],
  ])('of %s', (charset, bytes, text) => {
    expect(decode(Uint8Array.from(bytes), { contentType: `text/plain;charset=${charset}` }).text).toBe(text)
  })
})

describe('what wins', () => {
  it.each([
    ['nothing known about ASCII', utf8('<p>plain'), {}, 'utf-8', 'default'],
    ['valid UTF-8 over a wrong declaration', utf8('<meta charset=gbk><p>café 中文'), {}, 'utf-8', 'utf-8'],
    [
      'valid UTF-8 over a wrong transport',
      utf8('café'),
      { contentType: 'text/html; charset=iso-8859-1' },
      'utf-8',
      'utf-8',
    ],
    ['ASCII stays with its declaration', utf8('<meta charset=gbk><p>plain'), {}, 'gbk', 'declaration'],
    ['a declared UTF-8', utf8('<meta charset=utf8><p>é'), {}, 'utf-8', 'declaration'],
    [
      'a declaration as http-equiv',
      encode('<meta http-equiv=content-type content="text/html; charset=gb2312"><p>中文', 'gbk'),
      {},
      'gbk',
      'declaration',
    ],
    [
      'a declaration far down',
      encode(`<!-- ${'x'.repeat(20_000)} --><meta charset="big5"><p>中文`, 'big5'),
      {},
      'big5',
      'declaration',
    ],
    [
      'an XML declaration',
      encode('<?xml version="1.0" encoding="windows-1251"?><p>да', 'windows-1251'),
      {},
      'windows-1251',
      'declaration',
    ],
    [
      'no declaration in a comment',
      encode('<!-- <meta charset=koi8-r> --><meta charset=windows-1251><p>да', 'windows-1251'),
      {},
      'windows-1251',
      'declaration',
    ],
    [
      'no declaration in a script',
      encode('<script>"<meta charset=koi8-r>"</script><meta charset=windows-1251><p>да', 'windows-1251'),
      {},
      'windows-1251',
      'declaration',
    ],
    [
      'a declaration over the server default',
      encode('<meta charset=euc-kr><p>한글', 'euc-kr'),
      { contentType: 'text/html; charset=ISO-8859-1' },
      'euc-kr',
      'declaration',
    ],
    ['an unknown label is none', utf8('<meta charset=klingon><p>plain'), {}, 'utf-8', 'default'],
    [
      'declared UTF-16 in ASCII bytes is UTF-8',
      utf8('<meta charset=utf-16><p>plain'),
      {},
      'utf-8',
      'declaration',
    ],
    [
      'a byte order mark',
      join(Uint8Array.of(0xef, 0xbb, 0xbf), utf8('é')),
      { contentType: 'text/html; charset=gbk' },
      'utf-8',
      'bom',
    ],
    [
      'a lone byte at the end of ASCII is Western',
      Uint8Array.of(0x63, 0x61, 0x66, 0xe9),
      {},
      'windows-1252',
      'detected',
    ],
  ] as const)('%s', (_, bytes, hints, charset, from) => {
    const found = decode(bytes, hints)
    expect({ charset: found.charset, from: found.from }).toEqual({ charset, from })
    expect(found.text).not.toContain('\ufffd')
  })

  it('meets a declaration that ends in the word charset', () => {
    expect(decode(utf8('<meta http-equiv="content-type" content="text/html; charset"><p>x')).from).toBe(
      'default',
    )
  })
})

describe('damage', () => {
  const line = '市政府昨天宣布新的图书馆。'.repeat(20)

  it('keeps UTF-8 with a few stray bytes', () => {
    const found = decode(join(utf8(`<meta charset=utf-8>${line}`), Uint8Array.of(0xe9, 0x20), utf8(line)))
    expect(found).toEqual({
      text: `<meta charset=utf-8>${line}\ufffd ${line}`,
      charset: 'utf-8',
      from: 'declaration',
    })
  })
  it.each([1, 2])('drops a UTF-8 character cut after %i bytes', (kept) => {
    const found = decode(join(utf8(line), utf8('图').subarray(0, kept)))
    expect(found).toEqual({ text: line, charset: 'utf-8', from: 'utf-8' })
  })
  it('drops a cut character of another charset', () => {
    const bytes = encode(`<meta charset=gb18030>${line}`, 'gb18030')
    expect(decode(bytes.subarray(0, -1)).text).toBe(`<meta charset=gb18030>${line.slice(0, -1)}`)
  })
})

describe('UTF-16', () => {
  const html = '<html><body><p>Budget agreed, 中文 too.</p></body></html>\n'
  const chinese = '市政府昨天宣布，新的图书馆将在明年春天开放。\n居民可以免费借阅图书。\n'.repeat(4)
  const le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
  const be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())

  it.each([
    ['little endian', le, 'utf-16le', html],
    ['big endian', be, 'utf-16be', html],
    ['little endian Chinese', le, 'utf-16le', chinese],
    ['big endian Chinese', be, 'utf-16be', chinese],
  ] as const)('%s, with and without mark', (_, encoder, charset, text) => {
    expect(decode(encoder(text))).toEqual({ text, charset, from: 'detected' })
    expect(decode(encoder(`\ufeff${text}`))).toEqual({ text, charset, from: 'bom' })
  })
  it.each([
    'Паром на Толм снова отменили. Капитан сказал, что виной туман.',
    'Το πλοίο για την Τολμ ακυρώθηκε ξανά. Ο καπετάνιος έφταιγε.',
    'המעבורת לטולם בוטלה שוב. רב החובל האשים את הערפל.',
    'ألغيت العبارة إلى تولم مرة أخرى. وألقى القبطان اللوم على الضباب.',
    'เรือข้ามฟากไปโทล์มถูกยกเลิกอีกครั้ง กัปตันโทษหมอก',
  ])('is seen in an alphabet whose letters have no byte above 0x7F: %s', (text) => {
    const little = Buffer.from(text, 'utf16le')
    expect(decode(little)).toMatchObject({ text, charset: 'utf-16le' })
    expect(decode(Buffer.from(little).swap16())).toMatchObject({ text, charset: 'utf-16be' })
  })
  it('is not seen in ASCII with stray NULs', () => {
    expect(decode(utf8('A line of text\0 with\0 three stray\0 NULs.'))).toMatchObject({
      text: 'A line of text with three stray NULs.',
      charset: 'utf-8',
    })
  })
})

describe('Cyrillic of a single byte', () => {
  it('is no text whose accented letters stand alone', () => {
    const text =
      'A városi tanács kedden úgy döntött, hogy a régi hidat még tavasszal megjavítják. Néhány lakó már várta a hírt. '
    const { text: found } = decode(createSinglebyteEncoder('windows-1250')(text.repeat(3)))
    expect(found).toBe(text.repeat(3))
  })

  const text = 'Паром на Толм снова отменили, и островитяне написали министру третье письмо.'
  /** The alphabet's capitals and small letters as each charset numbers them; none of the text's letters is ё. */
  it.each([
    ['ibm866', (i: number) => (i < 48 ? 0x80 + i : 0xe0 + i - 48)],
    ['windows-1251', (i: number) => 0xc0 + i],
    ['iso-8859-5', (i: number) => 0xb0 + i],
  ] as const)('is told: %s', (charset, byteOf) => {
    const bytes = Uint8Array.from(text, (char) =>
      char < '\x80' ? char.charCodeAt(0) : byteOf(char.charCodeAt(0) - 0x410),
    )
    expect(decode(bytes)).toEqual({ text, charset, from: 'detected' })
  })
})

describe('safe text', () => {
  it('loses NUL, control characters and inner byte order marks, and moves no line', () => {
    expect(decode(utf8('a\0bc\ufeffd\x9b\te\r\nf\vg')).text).toBe('abcd\te\r\nf\u2028g')
  })
  it('loses what was meant for a terminal, with its letters, and nothing else', () => {
    const printed =
      '\x1b[1;31mHarbour\x1b[0m \x1b]8;;https://tolm.example\x07news\x1b]8;;\x07 N\bNO\bO _\bo_\bn \x1b(Btime [3m'
    expect(safeText(printed)).toBe('Harbour news NO on time [3m')
  })
  it('has no lone surrogate', () => {
    expect(safeText('a\ud800b\udc00c😀')).toBe('a\ufffdb\ufffdc😀')
  })
})

describe('laws', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map(utf8),
    fc
      .array(
        fc.constantFrom(
          '<meta charset=',
          'gbk',
          'utf-16',
          '>',
          '<!--',
          '-->',
          '<?xml encoding="',
          '\x1b$B',
          'é',
          '\0',
        ),
      )
      .map((parts) => utf8(parts.join(''))),
  )
  it('never throws, and gives well-formed text without controls', () => {
    fc.assert(
      fc.property(bytes, fc.option(fc.string(), { nil: undefined }), (input, contentType) => {
        const { text } = decode(input, contentType === undefined ? {} : { contentType })
        expect(text).toBe(safeText(text))
      }),
    )
  })
  it('gives every UTF-8 text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!text.includes('\x1b') && safeText(text) === text)
        expect(decode(utf8(`${text}é`)).text).toBe(`${text}é`)
      }),
    )
  })
})
