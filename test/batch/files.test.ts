import { execFileSync } from 'node:child_process'
import { appendFileSync, chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Input } from '../../src/batch/input.ts'
import { amountOf } from '../../src/batch/inputs.ts'
import { PRESETS } from '../../src/batch/sources/fields.ts'
import { openFile, openSources } from '../../src/batch/sources/open.ts'
import { findFiles } from '../../src/batch/sources/paths.ts'
import { chunked, tell, tellAll } from './bytes-of.ts'
import { folder, put } from './folder.ts'

/** What the operands come to, with the test's folder cut off the names. */
async function read(root: string, operands: string[] = [root], stdin = ''): Promise<string[]> {
  const told = await tellAll(openSources(operands, { fields: PRESETS.auto! }, chunked(stdin)))
  return told.map((line) => line.replaceAll(`${root}/`, ''))
}

const warc = (text: string): string =>
  `WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:w>\r\nContent-Type: text/plain\r\nContent-Length: ${text.length}\r\n\r\n${text}\r\n\r\n`

describe('files and folders', () => {
  it('are read in the order of the bytes of their names, whatever order the system lists them in', async () => {
    const root = put(folder(), {
      'b.html': '1',
      'a/z.html': '2',
      'B.html': '3',
      'ä.html': '4',
      'a.html': '5',
      '.hidden.html': '6',
    })
    expect(await read(root)).toEqual(['B.html: 3', 'a/z.html: 2', 'a.html: 5', 'b.html: 1', 'ä.html: 4'])
  })

  it('keep the order of the operands', async () => {
    const root = put(folder(), { 'b.html': '1', 'a.html': '2' })
    expect(await read(root, [join(root, 'b.html'), join(root, 'a.html')])).toEqual(['b.html: 1', 'a.html: 2'])
  })

  it('are found by patterns', async () => {
    const root = put(folder(), { 'x/1.html': '1', 'x/2.txt': '2', 'y/3.html': '3', 'y/deep/4.html': '4' })
    mkdirSync(join(root, 'x/folder.html'))
    expect(await read(root, [`${root}/*/*.html`])).toEqual([
      'x/1.html: 1',
      'x/folder.html ! folder',
      'y/3.html: 3',
    ])
    expect(await read(root, [`${root}/**/*.html`])).toContain('y/deep/4.html: 4')
    expect(await read(root, [`${root}/*.pdf`])).toEqual(['*.pdf ! not-found'])
  })

  it('may have the name of a pattern', async () => {
    const root = put(folder(), { 'a[1].html': '1' })
    expect(await read(root, [`${root}/a[1].html`])).toEqual(['a[1].html: 1'])
  })

  it('are found however deep they lie', async () => {
    const root = folder()
    const deep = 'd/'.repeat(1_500)
    put(root, { [`${deep}page.html`]: '1', 'e.html': '2' })
    expect(await read(root)).toEqual([`${deep}page.html: 1`, 'e.html: 2'])
  })

  it('that do not exist are one failed record', async () => {
    const root = folder()
    expect(await read(root, [`${root}/no.html`])).toEqual(['no.html ! not-found'])
  })

  it('with names no page would have are pages all the same', async () => {
    const root = put(folder(), {
      'new\nline.html': '1',
      '\u001b[31mred.html': '2',
      '=cmd().html': '3',
      [`${'n'.repeat(200)}.html`]: '4',
    })
    writeFileSync(
      Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0xfe]), Buffer.from('.html')]),
      '5',
    )
    expect((await read(root)).map((line) => line.slice(-3)).sort()).toEqual([
      ': 1',
      ': 2',
      ': 3',
      ': 4',
      ': 5',
    ])
  })
})

describe.skipIf(process.platform === 'win32')(
  'a file that has become another thing since it was found',
  () => {
    const swapped = async (to: string, name: string): Promise<string[]> => {
      const root = put(folder(), { [name]: '{"text":"1"}\n', 'z.html': 'last' })
      const path = join(root, name)
      const lines: string[] = []
      for await (const input of lateSwap(root, path, to)) lines.push(tell(input))
      return lines.map((line) => line.replaceAll(`${root}/`, ''))
    }
    /** Puts a pipe, or a link to a device without end, in the place of a file that was listed. */
    async function* lateSwap(root: string, path: string, to: string): AsyncGenerator<Input> {
      for await (const found of findFiles([root])) {
        if (!('refused' in found) && found.path === path) {
          rmSync(path)
          if (to === 'fifo') execFileSync('mkfifo', [path])
          else symlinkSync(to, path)
        }
        yield* 'refused' in found ? [found] : openFile(found, { fields: PRESETS.auto! })
      }
    }

    it.each(['fifo', '/dev/zero'])('is one failed record, and nothing waits for it: %s', async (to) => {
      for (const name of ['a.html', 'a.jsonl', 'a.bin'])
        expect(await swapped(to, name)).toEqual([`${name} ! not-a-file`, 'z.html: last'])
    })

    it('is read as far as it went when it was opened', async () => {
      const root = put(folder(), { 'a.jsonl': '{"text":"1"}\n{"text":"2"}\n' })
      const lines: string[] = []
      for await (const input of openSources([root], { fields: PRESETS.auto! })) {
        lines.push(tell(input).replaceAll(`${root}/`, ''))
        if (lines.length < 9) appendFileSync(join(root, 'a.jsonl'), '{"text":"more"}\n')
      }
      expect(lines).toEqual(['a.jsonl:1: 1', 'a.jsonl:2: 2'])
    })

    it('is a record, though it holds no page', async () => {
      const root = put(folder(), {
        'a.jsonl': '',
        'b.csv': '',
        'c.json': ' [] ',
        'd.jsonl.gz': gzipSync('\n'),
      })
      expect(await read(root)).toEqual([
        'a.jsonl ! empty',
        'b.csv ! empty',
        'c.json ! empty',
        'd.jsonl.gz ! empty',
      ])
    })
  },
)

describe('what is no page', () => {
  it('is one record: dangling links, links in a circle, links to folders', async () => {
    const root = put(folder(), { 'real/page.html': '1' })
    symlinkSync('nowhere.html', join(root, 'dangling.html'))
    symlinkSync('circle.html', join(root, 'circle.html'))
    symlinkSync('real', join(root, 'linked'))
    symlinkSync('..', join(root, 'real/up'))
    symlinkSync('real/page.html', join(root, 'good.html'))
    expect(await read(root)).toEqual([
      'circle.html ! dangling-link',
      'dangling.html ! dangling-link',
      'good.html: 1',
      'linked ! folder',
      'real/page.html: 1',
      'real/up ! folder',
    ])
  })

  it('is one record: a folder named as a page, whose files are read', async () => {
    const root = put(folder(), { 'saved.html/inner.html': '1' })
    mkdirSync(join(root, 'void.html'))
    expect(await read(root)).toEqual([
      'saved.html ! folder',
      'saved.html/inner.html: 1',
      'void.html ! folder',
    ])
  })

  it('is one record: named pipes, sockets and devices, none of which is opened', async () => {
    const root = put(folder(), { 'z.html': 'z' })
    execFileSync('mkfifo', [join(root, 'pipe.html')])
    const server = createServer().listen(join(root, 'socket.html'))
    onTestFinished(() => void server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    symlinkSync('/dev/zero', join(root, 'device.html'))
    expect(await read(root)).toEqual([
      'device.html ! not-a-file',
      'pipe.html ! not-a-file',
      'socket.html ! not-a-file',
      'z.html: z',
    ])
  })

  it.skipIf(process.getuid?.() === 0)('is one record: files and folders that may not be read', async () => {
    const root = put(folder(), { 'a.html': 'a', 'b/c.html': 'c', 'd.jsonl': '{}' })
    for (const name of ['a.html', 'b', 'd.jsonl']) chmodSync(join(root, name), 0)
    onTestFinished(() => chmodSync(join(root, 'b'), 0o755))
    expect(await read(root)).toEqual(['a.html ! unreadable', 'b ! unreadable', 'd.jsonl ! unreadable'])
  })

  it.skipIf(process.platform !== 'linux')('is one record: a file whose reading breaks', async () => {
    expect(await read('/proc/self', ['/proc/self/mem'])).toEqual(['mem ! unreadable'])
  })
})

describe('what a file holds', () => {
  it('is found out from its bytes: archives and records without a telling name', async () => {
    const root = put(folder(), {
      a: warc('in an archive'),
      b: '{"text":"in a line"}\n{"text":"in another"}\n',
      c: 'Just a page of words.',
      'd.json': '{"text":"in an item"}',
      'e.json': '[{"text":"in a list"}]',
      'f.json': '{"text":"first of lines"}\n{"text":"second"}\n',
    })
    expect(await read(root)).toEqual([
      'urn:w: in an archive',
      'b:1: in a line',
      'b:2: in another',
      'c: Just a page of words.',
      'd.json: in an item',
      'e.json:1: in a list',
      'f.json:1: first of lines',
      'f.json:2: second',
    ])
  })

  it('is found under gzip and brotli, two layers deep', async () => {
    const root = put(folder(), {
      'a.warc.gz': gzipSync(warc('packed')),
      'b.html.gz': gzipSync('<p>page'),
      'c.jsonl.br': brotliCompressSync('{"text":"line"}'),
      'd.jsonl.gz.gz': gzipSync(gzipSync('{"text":"twice"}')),
    })
    expect(await read(root)).toEqual([
      'urn:w: packed',
      'b.html.gz: <p>page',
      'c.jsonl.br:1: line',
      'd.jsonl.gz.gz:1: twice',
    ])
  })

  it('may be a table, one record a row', async () => {
    const root = put(folder(), {
      'a.csv': 'id,url,text\n1,https://a.example/,"two\nlines, ""quoted"""\nx,,plain\n',
      'b.csv': 'text\ngood\n"open quote\n',
      'c.tsv': Buffer.from('id\ttext, as copied\ttext\n7\t-\tCaf\xe9, open\n', 'latin1'),
      'd.tab.gz': gzipSync('id\ttext\n8\tpacked\n'),
    })
    expect(await read(root)).toEqual([
      '1: two\nlines, "quoted"',
      'x: plain',
      'b.csv:1: good',
      'b.csv:2 ! bad-csv',
      '7: Café, open',
      '8: packed',
    ])
  })

  it('does not matter where the name says it is one page: the cleaner says what it is instead', async () => {
    const packed = gzipSync('x')
    const root = put(folder(), {
      'a.html': packed,
      'b.html': '{"text":"x"}\n',
      'c.html': '%PDF-1.7',
      'd.html': 'a,b\n1,2\n',
    })
    const told = await read(root)
    expect(told.map((line) => line.slice(0, 6))).toEqual(['a.html', 'b.html', 'c.html', 'd.html'])
    expect(told.some((line) => line.includes('!'))).toBe(false)
  })

  it('may be cut: what is whole is read, and one failed record says the rest is missing', async () => {
    const packed = gzipSync(
      Array.from({ length: 500 }, (_, at) => `{"text":"${(at * 7919) % 9973} ${at}"}\n`).join(''),
    )
    const root = put(folder(), { 'a.jsonl.gz': packed.subarray(0, packed.length / 2) })
    const told = await read(root)
    expect(told.at(-1)).toBe('a.jsonl.gz:end ! truncated')
    expect(told.length).toBeGreaterThan(100)
    expect(told[100]).toBe(`a.jsonl.gz:101: ${(100 * 7919) % 9973} 100`)
  })

  it('may be nothing at all', async () => {
    const root = put(folder(), {
      'a.html': '',
      'b.jsonl': '',
      'c.warc': '',
      d: '',
      'e.gz': '',
      'f.html': '\0',
      'g.txt': 'x',
    })
    expect(await read(root)).toEqual([
      'a.html: ',
      'b.jsonl ! empty',
      'c.warc: ',
      'd: ',
      'e.gz: ',
      'f.html: \0',
      'g.txt: x',
    ])
  })
})

describe('how far the source has come', () => {
  const files = (): string =>
    put(folder(), {
      'a.html': 'x'.repeat(3000),
      'b.jsonl': `${JSON.stringify({ text: 'y'.repeat(1000) })}\n`.repeat(300),
      'c.warc.gz': gzipSync(warc('packed')),
    })

  it('is told in bytes as they lie on the disk, while they are read, and is all of them at the end', async () => {
    const root = files()
    let at = 0
    const passed = (bytes: number): void => {
      at += bytes
    }
    const steps = new Set<number>()
    for await (const _ of openSources([root], { fields: PRESETS.auto!, passed })) steps.add(at)
    const request = { operands: [root], pipeline: 'article', preset: 'auto', deadline: 10, memory: 1024 }
    expect(await amountOf(request)).toEqual({ bytes: at })
    expect(steps.size).toBeGreaterThan(4)
    expect(await amountOf({ ...request, limit: 7 })).toEqual({ bytes: at, most: 7 })
    expect(await amountOf({ ...request, sample: 9, limit: 7 })).toEqual({ pages: 7 })
    expect(await amountOf({ ...request, operands: [join(root, 'a.html'), join(root, 'no.html')] })).toEqual({
      pages: 2,
    })
    expect(await amountOf({ ...request, operands: [root, '-'] })).toBeUndefined()
  })
})

describe('standard input', () => {
  it('holds a page, lines, or an archive, packed or not', async () => {
    expect(await read('', ['-'], '<p>page')).toEqual(['-: <p>page'])
    expect(await read('', ['-'], '{"id":"a","text":"1"}\n{"text":"2"}')).toEqual(['a: 1', '-:2: 2'])
    const told = await tellAll(openSources(['-'], { fields: PRESETS.auto! }, chunked(gzipSync(warc('w')))))
    expect(told).toEqual(['urn:w: w'])
  })
})

const MHTML = (eol: string): string =>
  [
    'From: <Saved by a browser>',
    'Snapshot-Content-Location: https://quarry.example/page',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----b----"',
    '',
    '',
    '------b----',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<p>caf=C3=A9 =3D soft=',
    'line</p>',
    '------b----',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '------b------',
    '',
  ].join(eol)

describe('MHTML', () => {
  it.each(['\r\n', '\n'])('is its root part, decoded (line end %j)', async (eol) => {
    const root = put(folder(), { 'a.mhtml': MHTML(eol), 'b.html': MHTML(eol) })
    expect((await read(root))[0]?.trim()).toBe('a.mhtml: <p>café = softline</p>')
  })

  it('without a page in it is one failed record', async () => {
    const root = put(folder(), {
      'a.mhtml':
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nx\n--x--\n',
    })
    expect(await read(root)).toEqual(['a.mhtml ! bad-mhtml'])
  })
})
