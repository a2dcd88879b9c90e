import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { sniffBytes } from '../../src/decode/sniff-bytes.ts'
import { sniffDoor } from '../../src/decode/sniff-door.ts'
import { sniffText } from '../../src/decode/sniff-text.ts'
import { refuseText, rejectBytes } from '../../src/pipeline/receive.ts'

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
/** Characters regular expressions have gone over while `run` ran: work that can be counted on a busy machine. */
function charactersSearched(run: () => void): number {
  const { exec } = RegExp.prototype
  let characters = 0
  const spy = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const match = exec.call(this, text)
    characters += (match ? match.index + match[0].length : text.length) - from
    return match
  })
  try {
    run()
  } finally {
    spy.mockRestore()
  }
  return characters
}
const PROSE = 'The council of Larkhaven met on Tuesday and agreed to repair the old bridge before winter. '

describe('sniffBytes', () => {
  it.each([
    ['%PDF-1.7\n%\xe2\xe3', 'application/pdf'],
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image/png'],
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
    ['GIF89a\x01\0', 'image/gif'],
    ['RIFF\x24\0\0\0WEBPVP8 ', 'image/webp'],
    ['PK\x03\x04\x14\0\0\0\x08\0', 'application/zip'],
    [`PK\x03\x04${'\0'.repeat(26)}[Content_Types].xml`, 'application/vnd.openxmlformats-officedocument'],
    ['\x28\xb5\x2f\xfd\x04', 'application/zstd'],
    ['BZh91AY&SY\x01', 'application/x-bzip2'],
    ['Rar!\x1a\x07\x01\0', 'application/vnd.rar'],
    ["7z\xbc\xaf'\x1c\0\x04", 'application/x-7z-compressed'],
    ['\0\0\0\x20ftypisom\0\0', 'video/mp4'],
    ['ID3\x04\0\0\0\0', 'audio/mpeg'],
    ['wOF2\0\x01', 'font/woff2'],
    ['\0asm\x01\0\0\0', 'application/wasm'],
    ['\x7fELF\x02\x01\x01\0', 'application/x-executable'],
    ['MZ\x90\0\x03\0\0\0\x04', 'application/vnd.microsoft.portable-executable'],
    ['SQLite format 3\0', 'application/vnd.sqlite3'],
    ['\xca\xfe\xba\xbe\0\0\0\x34', 'application/java-vm'],
  ])('%j is %s', (head, media) => {
    expect(sniffBytes(latin1(head))).toEqual({ media })
  })
  it('names gzip, and data without a known mark', () => {
    const packed = gzipSync(Array.from({ length: 3_000 }, (_, i) => (i * i).toString(36)).join(' '))
    expect(sniffBytes(packed)).toEqual({ media: 'application/gzip' })
    expect(sniffBytes(packed.subarray(200))).toEqual({ media: 'application/octet-stream' })
  })
  it.each([
    [
      'prose that begins like a signature',
      latin1('MZ, as her friends called her, and BM were late. ID3 is a tag.'),
    ],
    ['prose that begins with BM', latin1('BM shares fell.')],
    ['a legacy charset', latin1('\xd6\xd0\xce\xc4'.repeat(100))],
    ['UTF-16', new Uint8Array(Buffer.from(PROSE, 'utf16le'))],
    ['UTF-16 with a mark', new Uint8Array(Buffer.from(`\ufeff${PROSE}`, 'utf16le'))],
    ['text with a few NULs', latin1(`${PROSE}\0${PROSE}\0`)],
    ['terminal colours', latin1(`\x1b[31mred\x1b[0m ${PROSE}`)],
    ['no bytes', new Uint8Array()],
  ])('%s is text', (_, bytes) => {
    expect(sniffBytes(bytes)).toBeUndefined()
  })
})

describe('sniffDoor', () => {
  it.each([
    ['a doctype', '<!DOCTYPE html><html><p>x</p>'],
    ['no doctype', '<html lang=en><head><title>x</title></head>x'],
    [
      'XHTML',
      '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html xmlns="y"><body/></html>',
    ],
    ['comments and white space first', '\ufeff \n<!-- made by hand -->\n<!-- again --><html><body><p>x'],
    ['a fragment', '<div class="story"><p>One.</p><p>Two.</p></div>'],
    ['a fragment of long paragraphs', `<p>${PROSE.repeat(10)}</p>\n<p>${PROSE.repeat(10)}</p>`],
    [
      'old hand-written markup',
      `<center><font size=2>${PROSE}</font></center><br><br>${PROSE}<br><a href=x>next</a><br>`,
    ],
    ['a fragment that begins with text', 'Hello <b>all</b><br>\nsecond <i>line</i><br>\nthird line<br>\n'],
  ])('%s is html', (_, text) => {
    expect(sniffDoor(text)).toBe('html')
  })
  it.each([
    ['prose', PROSE.repeat(20)],
    ['nothing', ' \n'],
    [
      'prose on tags',
      `Use a <div> for boxes and a <span> for words. A <p> is a paragraph, and <b>bold</b> is bold. ${PROSE.repeat(8)}`,
    ],
    ['prose that begins with a tag', `<div> is the plainest element of all. ${PROSE.repeat(5)}`],
    ['prose on the root element', `<html> is the root of a page. ${PROSE.repeat(5)}`],
    [
      'a listing in a fence',
      `# Boxes\n\n${PROSE}\n\n\`\`\`html\n${'<div class="a"><p>x</p></div>\n'.repeat(30)}\`\`\`\n\n${PROSE}`,
    ],
    [
      'Markdown with a little HTML',
      `<p align="center"><img src="logo.png"></p>\n\n# Larkhaven\n\n${`${PROSE}\n\n`.repeat(12)}A <br> here.\n`,
    ],
    ['less-than signs', 'if a < b and b > c then a<b>c\n'.repeat(3)],
    ['addresses in angle brackets', 'Ann Lee <ann@example.org> wrote:\n> see <https://example.org/a>\n'],
  ])('%s is text', (_, text) => {
    expect(sniffDoor(text)).toBe('text')
  })
  it('takes hints as hints', () => {
    const page = '<!doctype html><html><body><p>One.</p></body></html>'
    expect(sniffDoor(page, { contentType: 'text/plain', path: 'a.txt' })).toBe('html')
    expect(sniffDoor(PROSE, { contentType: 'text/html', path: 'https://example.org/a.html?x=1' })).toBe(
      'text',
    )
    const few = `${PROSE}<br>${PROSE.repeat(4)}<br>${PROSE}<a href=x>more</a>`
    expect([sniffDoor(few), sniffDoor(few, { path: 'a.html' })]).toEqual(['text', 'html'])
    const markup = `<p>${PROSE.repeat(3)}\n\n${PROSE.repeat(3)}\n\nEnds with <b>bold</b>`
    expect(sniffDoor(markup, { path: 'README.md' })).toBe('text')
  })
})

const SCRIPT = `(function () {
  var list = document.querySelectorAll('.menu a')
  for (var i = 0; i < list.length; i++) {
    list[i].addEventListener('click', function (event) { event.preventDefault(); show(this.hash); });
  }
  const total = items.reduce((sum, item) => sum + item.price, 0);
  if (total > 100) { return total * 0.9; } else { return total; }
})();
`
const PYTHON = `import os
from pathlib import Path

class Store:
    def __init__(self, root):
        self.root = Path(root)
        self.seen = {}

    def read(self, name):
        if name in self.seen:
            return self.seen[name]
        with open(self.root / name) as file:
            self.seen[name] = file.read()
        return self.seen[name]
`
const ROWS = Array.from({ length: 14 }, (_, i) => `${i},town ${i},${i * 37},"a, b"`).join('\n')

describe('sniffText', () => {
  it.each([
    ['application/json', '{"title": "A day", "items": [1, 2, {"a": null}]}'],
    ['application/json', `[${'{"a": "b"},'.repeat(30_000)}{"a": 1}]\n`],
    ['application/x-ndjson', '{"a": 1}\n{"a": 2}\n{"a": 3}\n'],
    ['text/csv', `id,name,sum,note\n${ROWS}\n`],
    ['text/javascript', SCRIPT],
    ['text/javascript', SCRIPT.repeat(80)],
    ['text/javascript', SCRIPT.replace(/\s+/g, ' ').repeat(5)],
    ['text/x-source', PYTHON],
    [
      'text/css',
      '.menu { color: #333; margin: 0 auto; }\n.menu a:hover { text-decoration: none }\n@media print { .menu { display: none; } }\n',
    ],
    [
      'application/rss+xml',
      '<?xml version="1.0"?>\n<?xml-stylesheet href="a.xsl"?>\n<rss version="2.0"><channel><title>x</title></channel></rss>',
    ],
    ['application/atom+xml', '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>'],
    ['application/xml', '<?xml version="1.0"?><urlset xmlns="x"><url/></urlset>'],
    ['application/xml', '<?xml version="1.0"?><catalog><book id="1"/></catalog>'],
    ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'],
    ['text/x-php', '<?php\nfunction a() { return 1; }\n'],
    ['text/x-script', '#!/usr/bin/env python3\nprint(1)\n'],
    ['text/calendar', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'],
  ])('%s', (media, text) => {
    expect(sniffText(text)).toEqual({ media })
  })
  it.each([
    ['prose', PROSE.repeat(10)],
    ['prose after a bracket', `[Larkhaven] ${PROSE.repeat(3)}`],
    ['prose after a brace', `{Editor's note} ${PROSE.repeat(3)}`],
    ['prose after a quote', `"We shall see," she said. ${PROSE.repeat(3)}`],
    ['a footnote mark', '[1]'],
    [
      'an article with listings',
      `How to read a menu\n\n${PROSE}\n\n${SCRIPT}\n${PROSE}\n\n${SCRIPT}\nThe loop walks over the links one by one.\n${PROSE}\n`,
    ],
    [
      'an article with listings only in the middle',
      `${PROSE.repeat(60)}\n${SCRIPT.repeat(30)}\n${PROSE.repeat(60)}`,
    ],
    ['a list of names', Array.from({ length: 20 }, (_, i) => `Ann Lee, Bo Ek, Cy Day ${i}`).join('\n')],
    ['a poem', 'Rain, rain, on the roof,\nslow, cold, and grey,\n'.repeat(8)],
    ['a menu with bars', 'Home | News | Sport | Weather\n'.repeat(12)],
    ['HTML', `<!doctype html><html><script>${SCRIPT.repeat(20)}</script><p>x</p></html>`],
    ['XHTML', '<?xml version="1.0"?><!DOCTYPE html><html xmlns="x"><body><p>x</p></body></html>'],
    ['nothing', ''],
    ['Chinese prose', '市政府昨天宣布，新的图书馆将在明年春天开放。\n'.repeat(20)],
    ['a score table in prose', `Results\nNorth 3:1 South\nEast 2:2 West\n${PROSE}`],
  ])('%s is a page', (_, text) => {
    expect(sniffText(text)).toBeUndefined()
  })
})

describe('refusals', () => {
  it.each([
    [new Uint8Array(), { code: 'empty', message: 'the input has no bytes' }],
    [latin1(' \r\n\0'), { code: 'empty', message: 'the input is 4 bytes of white space' }],
    [latin1('\xef\xbb\xbf\n'), { code: 'empty', message: 'the input is 4 bytes of white space' }],
    [latin1('\xff\xfe\n\0'), { code: 'empty', message: 'the input is 4 bytes of white space' }],
    [latin1('%PDF-1.4'), { code: 'binary', message: 'the input is application/pdf, not text or HTML' }],
    [latin1('\x01\x02\x03\x04'), { code: 'binary', message: 'the input is binary data, not text or HTML' }],
    [latin1('a'), undefined],
  ])('of bytes %#', (bytes, refusal) => {
    expect(rejectBytes(bytes)).toEqual(refusal)
  })
  it('of text', () => {
    expect(refuseText('{"a": [1]}')).toEqual({
      code: 'not-a-page',
      message: 'the input is application/json, not a page',
    })
    expect(refuseText(PROSE)).toBeUndefined()
  })
})

describe('laws', () => {
  const piece = fc.constantFrom(
    '<div>',
    '<',
    '{',
    '"a":',
    ',',
    ';\n',
    '```\n',
    '<?xml',
    '?>',
    '<!--',
    'word ',
    '市',
    '\n',
    '\t',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 80 }).map((parts) => parts.join('')),
  )
  it('nothing throws', () => {
    fc.assert(
      fc.property(text, fc.uint8Array({ maxLength: 300 }), (string, bytes) => {
        expect(['html', 'text']).toContain(sniffDoor(string, { contentType: string, path: string }))
        sniffText(string)
        rejectBytes(bytes)
      }),
    )
  })
  it.each([
    '<',
    '>',
    '{',
    '[',
    '"',
    ',',
    ';',
    ' ',
    '\u3000',
    '<a ',
    '<!--',
    'a:b;',
    '{"a":',
    '```\n',
    '1',
    '|',
  ])('nothing searches more of 400,000 characters of %j than of 200,000', (unit) => {
    const searched = (length: number): number => {
      const long = unit.repeat(Math.ceil(length / unit.length))
      return charactersSearched(() => {
        sniffDoor(long)
        sniffText(long)
      })
    }
    expect(searched(200_000)).toBeGreaterThan(0)
    expect(searched(400_000)).toBe(searched(200_000))
  })
})
