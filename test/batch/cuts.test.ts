import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { RefusedInput } from '../../src/batch/input.ts'
import { openParcel } from '../../src/batch/open-parcel.ts'
import { readArc } from '../../src/batch/sources/arc.ts'
import { byteReader } from '../../src/batch/sources/bytes.ts'
import { PRESETS } from '../../src/batch/sources/fields.ts'
import { openSources } from '../../src/batch/sources/open.ts'
import { readWarc } from '../../src/batch/sources/warc.ts'
import { clean } from '../../src/index.ts'
import { chunked, collect, openInput, tellAll, textOf } from './bytes-of.ts'
import { folder, put } from './folder.ts'

const BODY = `<title>Quay</title>${'<p>The quay of Quilby was mended stone by stone, and the ferry waited for it. '.repeat(20)}`

function warc(block: Buffer, extra = '', id = 'r'): Buffer {
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <${id}>\r\n${extra}Content-Type: application/http\r\nContent-Length: ${block.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')])
}
const http = (body: Buffer | string, headers = '') =>
  Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${headers}\r\n`),
    Buffer.from(body),
  ])

/** What is said of the only page's end, with the length of its text. */
async function endOf(file: Buffer): Promise<{ cut: string | undefined; length: number } | string> {
  const [input] = await collect(readWarc(byteReader([file]), 'f.warc'))
  const page = openInput(input!)
  if ('refused' in page) return page.refused.code
  return { cut: page.truncated, length: textOf(page).length }
}

describe('a payload that is cut says so', () => {
  const packed = gzipSync(BODY)
  it.each([
    ['gzip', http(packed.subarray(0, -30), 'Content-Encoding: gzip\r\n')],
    ['brotli', http(brotliCompressSync(BODY).subarray(0, -6), 'Content-Encoding: br\r\n')],
    ['deflate', http(deflateSync(BODY).subarray(0, -20), 'Content-Encoding: deflate\r\n')],
    [
      'chunks',
      http(
        `400\r\n${BODY.slice(0, 1024)}\r\n400\r\n${BODY.slice(1024, 1300)}`,
        'Transfer-Encoding: chunked\r\n',
      ),
    ],
    ['chunks without an end', http(`400\r\n${BODY.slice(0, 1024)}\r\n`, 'Transfer-Encoding: chunked\r\n')],
    ['Content-Length', http(BODY.slice(0, 900), 'Content-Length: 1700\r\n')],
  ])('%s', async (_name, block) => {
    const end = await endOf(warc(block))
    expect(end).toMatchObject({ cut: expect.any(String) })
    expect(typeof end === 'object' && end.length).toBeGreaterThan(50)
  })

  it('by its archive', async () => {
    expect(await endOf(warc(http(BODY), 'WARC-Truncated: length\r\n'))).toMatchObject({
      cut: 'the archive cut it (length)',
    })
  })

  it.each([
    ['whole', http(BODY, `Content-Length: ${BODY.length}\r\n`)],
    ['packed', http(packed, `Content-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n`)],
    ['stored decoded', http(BODY, `Content-Encoding: br\r\nContent-Length: ${BODY.length * 2}\r\n`)],
    ['stored joined', http(BODY, 'Transfer-Encoding: chunked\r\n')],
    [
      'in chunks',
      http(`${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`, 'Transfer-Encoding: chunked\r\n'),
    ],
  ])('and one that is not does not: %s', async (_name, block) => {
    expect(await endOf(warc(block))).toEqual({ cut: undefined, length: BODY.length })
  })

  it('in the record', async () => {
    const { limits } = await clean({ html: BODY, truncated: 'its gzip body is cut' })
    expect(limits).toEqual([{ limit: 'truncated', message: 'its gzip body is cut' }])
  })
})

const MHTML = [
  'From: <Saved>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary="b0"',
  '',
  '--b0',
  'Content-Type: text/html',
  '',
  BODY.replace('stone by stone', 'stone --b0 by stone'),
  '--b0--',
  '',
].join('\r\n')

describe('MHTML', () => {
  const open = (file: string, path = 'page.mhtml') =>
    openParcel({ kind: 'mhtml', path, bytes: Buffer.from(file) }, path, PRESETS.auto!).page

  it('is not cut at its boundary inside a line', () => {
    const page = open(MHTML)
    expect('truncated' in page).toBe(false)
    expect('refused' in page || textOf(page).match(/ferry/g)).toHaveLength(20)
  })

  it('says at every cut but the last line end that it is cut, or fails', () => {
    for (let cut = 300; cut < MHTML.lastIndexOf('--b0--') + 6; cut++) {
      const page = open(MHTML.slice(0, cut))
      expect('refused' in page || page.truncated, `cut at ${cut}`).toBeTruthy()
    }
  })

  it('is read as such whatever it is named', async () => {
    const root = put(folder(), { 'page.html': MHTML })
    const [input] = await collect(openSources([`${root}/page.html`], { fields: PRESETS.auto! }))
    expect(openInput(input!)).toMatchObject({ contentType: 'text/html' })
  })
})

const arc = (version: 1 | 2) => {
  const version2 = version === 2 ? ' 200 - - 0 f.arc' : ''
  const about = `${version} 0 Quilby\nURL IP-address Archive-date Content-type Archive-length\n`
  const record = (url: string, block: Buffer | string) =>
    `${url} 10.0.0.1 20031105224313 text/html${version2} ${block.length}\n${block}\n`
  return `filedesc://f.arc 0.0.0.0 20031105000000 text/plain${version2} ${about.length}\n${about}\n${['a', 'b'].map((name) => record(`http://quilby.example/${name}`, http(`<p>Page ${name}`).toString())).join('')}`
}

describe('ARC', () => {
  const read = (file: string) => tellAll(readArc(byteReader(chunked(file, 50)), 'f.arc'))

  it.each([1, 2] as const)('is read in version %i', async (version) => {
    expect(await read(arc(version))).toEqual(['f.arc#2: <p>Page a', 'f.arc#3: <p>Page b'])
    const root = put(folder(), { 'f.arc.gz': gzipSync(arc(version)) })
    const [first] = await collect(openSources([`${root}/f.arc.gz`], { fields: PRESETS.auto! }))
    expect(openInput(first!)).toMatchObject({
      url: 'http://quilby.example/a',
      retrieved: '2003-11-05T22:43:13Z',
    })
  })

  it('has every record before a cut, then one that failed', async () => {
    const file = arc(1)
    const first = file.indexOf('http://quilby.example/a')
    const second = file.indexOf('http://quilby.example/b')
    for (let cut = 1; cut < file.length - 1; cut++) {
      const told = await read(file.slice(0, cut))
      expect(
        told.filter((line) => !line.includes(' ! ')),
        `cut at ${cut}`,
      ).toEqual(cut < second - 1 ? [] : ['f.arc#2: <p>Page a'])
      // between two records nobody sees a cut
      if (![first, first - 1, second, second - 1].includes(cut))
        expect(told.at(-1)).toMatch(/ ! (?:truncated|arc-)/)
    }
  })
})

describe('a packed file', () => {
  const tellFile = async (name: string, bytes: Buffer): Promise<string[]> => {
    const root = put(folder(), { [name]: bytes })
    const told = await collect(openSources([`${root}/${name}`], { fields: PRESETS.auto! }))
    return told.map((input) => {
      const page = openInput(input)
      return 'refused' in page ? page.refused.code : (page.truncated ?? 'whole')
    })
  }

  it('that is followed by something else gives its page, and a failed record', async () => {
    const junk = Buffer.concat([gzipSync(BODY), Buffer.from('behind')])
    expect(await tellFile('page.html.gz', junk)).toEqual(['whole', 'truncated'])
  })

  it('that is cut gives its page as far as it goes, and says so, or fails', async () => {
    const packed = gzipSync(BODY)
    for (let cut = 3; cut < packed.length; cut += 7) {
      const told = await tellFile('page.html.gz', packed.subarray(0, cut))
      expect(told).toHaveLength(1)
      expect(told[0], `cut at ${cut}`).not.toBe('whole')
    }
  })
})

describe('every cut of', () => {
  const lines = ['{"id":"a","text":"one"}', '{"id":"b","text":"two"}', '{"id":"c","text":"three"}']
  const told = ['a: one', 'b: two', 'c: three']
  const told2 = ['a: <p>one', 'b: <p>two', 'c: <p>three']
  const records = ['one', 'two', 'three'].map((text, at) => warc(http(`<p>${text}`), '', 'abc'[at]))

  async function check(file: Buffer, whole: readonly string[], ends: readonly number[], name: string) {
    for (let cut = 1; cut < file.length; cut++) {
      const root = folder()
      put(root, { [name]: file.subarray(0, cut) })
      const all = await collect(openSources([`${root}/${name}`], { fields: PRESETS.auto! }))
      const pages = all.filter((input): input is Exclude<typeof input, RefusedInput> => !('refused' in input))
      const found = pages
        .map((input) => openInput(input))
        .flatMap((page) => ('refused' in page ? [] : [`${page.id}: ${textOf(page)}`]))
      const before = ends.filter((end) => end <= cut).length
      expect(found.slice(0, before), `cut at ${cut}`).toEqual(whole.slice(0, before))
    }
  }
  const endsOf = (parts: readonly { readonly length: number }[], off: number) =>
    parts.map((_part, at) => parts.slice(0, at + 1).reduce((sum, { length }) => sum + length, 0) - off)

  it('JSON Lines has the records before it', async () => {
    const rows = lines.map((line) => `${line}\n`)
    await check(Buffer.from(rows.join('')), told, endsOf(rows, 1), 'f.jsonl')
  })

  it('WARC has the records before it', async () => {
    await check(Buffer.concat(records), told2, endsOf(records, 0), 'f.warc')
  })

  it('packed WARC has the records before it', async () => {
    const members = records.map((record) => gzipSync(record))
    await check(Buffer.concat(members), told2, endsOf(members, 0), 'f.warc.gz')
  })
})
