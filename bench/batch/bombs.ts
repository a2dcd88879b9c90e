import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** How bad it shall be. */
export interface Sizes {
  /** Levels of nesting. */
  readonly deep: number
  /** Siblings, attributes, tags. */
  readonly wide: number
  /** Bytes of the longest line. */
  readonly long: number
  /** Bytes a bomb unpacks to. */
  readonly unpacked: number
}

/** For a test of some seconds. */
export const SMALL: Sizes = { deep: 20_000, wide: 20_000, long: 2_000_000, unpacked: 70_000_000 }
/** What a page may hold at worst, and more. */
export const FULL: Sizes = { deep: 1_000_000, wide: 1_000_000, long: 50_000_000, unpacked: 2_000_000_000 }

/** Files by name: `what it is.ending`. */
export type Files = Record<string, string | Uint8Array>

const SENTENCES = [
  'The harbour master of Quilby counted forty boats before the fog came in, and wrote the number down.',
  'By noon the ferry had stopped, and the people who wanted to cross sat in the café and waited.',
  'Nobody had seen such a fog since the winter the bridge was built, the baker said, and she was old.',
  'At four it lifted, and the first boat that left carried the post, two goats and a piano.',
]
export const PROSE = SENTENCES.map((sentence) => `<p>${sentence} ${sentence}</p>`).join('\n')
const TEXT = `Fog over Quilby\n\n${SENTENCES.map((sentence) => `${sentence} ${sentence}`).join('\n\n')}\n`
const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head><title>Fog over Quilby</title>${head}</head><body><article><h1>Fog over Quilby</h1>\n${PROSE}\n${body}</article></body></html>`
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

/** Bytes that are no text, or not the text they are said to be. */
export function strangeBytes(): Files {
  const html = page('')
  return {
    'empty.html': '',
    'one byte.html': 'x',
    'NULs.html': Buffer.alloc(5000),
    'NULs in prose.html': html.replaceAll(' the ', '\0 the\0 '),
    'invalid UTF-8.html': Buffer.concat([latin1('\xc0\x80\xfe\xff'), Buffer.from(html), latin1('\xe4\xb8')]),
    'UTF-16 with a mark.html': Buffer.from(`\ufeff${html}`, 'utf16le'),
    'UTF-16 without a mark.html': Buffer.from(html, 'utf16le'),
    'UTF-16 big endian.html': Buffer.from(html, 'utf16le').swap16(),
    'declared as another charset.html': page('', '<meta charset="shift_jis">').replace('café', 'café 港'),
    'declared as no charset.html': page('', '<meta charset="klingon">'),
    'cut in a character.txt': Buffer.concat([Buffer.from(TEXT), Buffer.from('港').subarray(0, 2)]),
  }
}

/** Markup that tree builders choke on. */
export function strangeMarkup({ deep, wide, long }: Sizes): Files {
  const nested = (open: string, times = deep): string => page(`${open.repeat(times)}deep down`)
  return {
    'a thousand divs deep.html': nested('<div>', 1000),
    'a million divs deep.html': nested('<div>', 1_000_000),
    'divs deep.html': nested('<div>'),
    'quotes deep.html': nested('<blockquote>'),
    'tables deep.html': nested('<table><tr><td>'),
    'lists deep.html': nested('<ul><li>'),
    'unclosed b.html': nested('<b>'),
    'unclosed b and i in paragraphs.html': nested('<p><b><i>'),
    'many siblings.html': page('<i>x</i>'.repeat(wide)),
    'many paragraphs.html': page('<p>x'.repeat(wide)),
    'many attributes.html': page(`<p ${Array.from({ length: wide }, (_, at) => `a${at}=1`).join(' ')}>x</p>`),
    'many metas.html': page('', '<meta name="author" content="Ann Lee">'.repeat(wide)),
    'one long line.html': page(`<p>${'word '.repeat(long / 5)}</p>`),
    'one long line.txt': `${TEXT}\n${'word '.repeat(long / 5)}`,
    'one long attribute.html': page(`<img alt="${'x'.repeat(long)}">`),
    'pictures in the text.html': page(
      `<img src="data:image/png;base64,${'iVBORw0KGgoAAAANSUhEUg'.repeat(long / 22)}">`.repeat(2),
    ),
  }
}

/** Runs of 200,000 equal characters, that patterns choke on. */
export function longRuns(): Files {
  const runs = { digits: '7', spaces: ' ', 'wide spaces': '\u3000', pipes: '|', dots: '.', 'a!': 'a!' }
  return Object.fromEntries(
    Object.entries(runs).flatMap(([name, unit]) => {
      const run = unit.repeat(200_000 / unit.length)
      return [
        [`${name}.html`, page(`<p>before ${run} after</p>`)],
        [`${name}.txt`, `${TEXT}\nbefore ${run} after\n`],
      ]
    }),
  )
}

/** Data in a page that claims to describe it. */
export function strangeClaims(): Files {
  const ld = (json: string): string => page('', `<script type="application/ld+json">${json}</script>`)
  return {
    'JSON-LD broken.html': ld('{"@type":"NewsArticle","headline":"Fog'),
    'JSON-LD deep.html': ld(`{"@graph":${'['.repeat(10_000)}${']'.repeat(10_000)}}`),
    'JSON-LD of objects deep.html': ld(`${'{"@graph":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
    'JSON-LD with __proto__.html': ld(
      '{"@type":"NewsArticle","__proto__":{"headline":"Polluted"},"constructor":{"prototype":{"x":1}}}',
    ),
    'JSON-LD in a circle.html': ld(
      '{"@graph":[{"@id":"#a","@type":"NewsArticle","author":{"@id":"#b"}},{"@id":"#b","@type":"Person","worksFor":{"@id":"#a"}}]}',
    ),
    'JSON-LD that holds itself.html': ld(
      '{"@id":"#g","@type":"NewsArticle","mainEntity":{"@id":"#g"},"author":{"@id":"#g"},"@graph":[{"@id":"#g"},{"@id":"#h","@graph":[{"@id":"#g"},{"@id":"#h"}]}]}',
    ),
  }
}

/** What is no page, under the name of one. */
export function noPages(): Files {
  return {
    'a PDF.html': latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'),
    'a PNG.html': latin1(`\x89PNG\r\n\x1a\n\0\0\0\rIHDR${'\0\x01'.repeat(50)}`),
    'a zip.html': latin1(`PK\x03\x04\x14\0\0\0\x08\0${'\xaf'.repeat(200)}`),
    'a gzip.html': gzipSync(page('')),
    'JSON.html': JSON.stringify({ boats: [1, 2, 3], town: 'Quilby', open: true }),
    'CSV.html': Array.from({ length: 30 }, (_, at) => `boat ${at},${at * 3},blue,Quilby`).join('\n'),
    'JavaScript.html': `'use strict';\n${'function count(boats) {\n  return boats.length + 1;\n}\nconst all = count([1, 2]);\n'.repeat(20)}`,
  }
}

const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }

const warc = (id: string, block: string, length: number | string = Buffer.byteLength(block), end = '\r\n') =>
  [
    'WARC/1.0',
    'WARC-Type: conversion',
    `WARC-Record-ID: <${id}>`,
    'Content-Type: text/plain',
    `Content-Length: ${length}`,
    '',
    `${block}${end}`,
    '',
  ].join(end)

/** Packed files and archives that are cut, wrong, or bombs. Records in them are called after their file. */
export function strangeArchives({ unpacked }: Sizes): Files {
  const lines = Array.from({ length: 40 }, (_, at) =>
    JSON.stringify({ id: `gz ${at}`, text: `${TEXT}\n${at * 7919}` }),
  )
  const packed = gzipSync(`${lines.join('\n')}\n`)
  const three = (at: string, length?: number | string, end?: string): string =>
    [
      warc(`${at} 1`, TEXT, undefined, end),
      warc(`${at} 2`, TEXT, length, end),
      warc(`${at} 3`, TEXT, undefined, end),
    ].join('')
  return {
    'gzip bomb.gz': gzipSync(Buffer.alloc(unpacked)),
    'gzip bomb of empty lines.jsonl.gz': gzipSync(Buffer.alloc(unpacked, 10)),
    'brotli bomb.br': brotliCompressSync(Buffer.alloc(unpacked), FAST),
    'gzip cut.jsonl.gz': packed.subarray(0, packed.length >> 1),
    'gzip cut in its head.jsonl.gz': packed.subarray(0, 7),
    'archive cut.warc': three('cut').slice(0, -100),
    'archive with a length too short.warc': three('short', 30),
    'archive with a length too long.warc': three('long', 100_000),
    'archive with a length of words.warc': three('words', 'many'),
    'archive without a page.warc': 'WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 1\r\n\r\nx\r\n\r\n',
    'archive with bare line feeds.warc': three('bare', undefined, '\n'),
  }
}

/** Names nobody would choose. */
export const NAMES: readonly string[] = [
  '../../../etc/passwd',
  '/etc/passwd',
  'nul\0byte',
  'n'.repeat(300),
  'CON',
  '🙂',
  '\u202egpj.exe',
  '\u001b[2Jclear',
  '=cmd()',
  '<img onerror=alert(1)>',
  '---',
  '__proto__',
]

/** Lines of records, broken ones among them. */
export function strangeLines({ long }: Sizes): Files {
  const record = (id: string): string => JSON.stringify({ id, text: TEXT })
  const html = NAMES.map((name, at) =>
    JSON.stringify({ id: `title ${at}`, html: page('').replaceAll('Fog over Quilby', name) }),
  )
  return {
    'broken lines.jsonl': `${record('whole 1')}\n{"text":\n[1,\nnull\n${record('whole 2')}\n`,
    'a long line.jsonl': `${JSON.stringify({ id: 'long', text: `${TEXT}\n${'word '.repeat(long / 5)}` })}\n${record('after long')}\n`,
    'lone surrogates.jsonl': `{"id":"lone","text":${JSON.stringify(TEXT).replaceAll('fog', '\\ud800fog')}}\n`,
    'mark and CRLF.jsonl': `\ufeff${record('crlf 1')}\r\n\r\n${record('crlf 2')}\r\n`,
    'names.jsonl': `${NAMES.map(record).join('\n')}\n`,
    'titles.jsonl': `${html.join('\n')}\n`,
    'the same twice.jsonl': `${record('twice')}\n${record('twice')}\n`,
  }
}

export const allBombs = (sizes: Sizes): Files => ({
  ...strangeBytes(),
  ...strangeMarkup(sizes),
  ...longRuns(),
  ...strangeClaims(),
  ...noPages(),
  ...strangeArchives(sizes),
  ...strangeLines(sizes),
})
