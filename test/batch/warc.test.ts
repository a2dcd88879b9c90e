import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { byteReader } from '../../src/batch/sources/bytes.ts'
import { unpack } from '../../src/batch/sources/unpack.ts'
import { readWarc } from '../../src/batch/sources/warc.ts'
import { chunked, collect, openInput, tellAll } from './bytes-of.ts'

interface Parts {
  readonly type?: string
  readonly id?: string
  readonly media?: string
  readonly block: string | Buffer
  readonly length?: number | string
  readonly end?: string
}

function record({
  type = 'conversion',
  id = 'r',
  media = 'text/plain',
  block,
  length,
  end = '\r\n',
}: Parts): Buffer {
  const bytes = Buffer.from(block)
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <${id}>`,
    'WARC-Target-URI: https://quarry.example/page',
    'WARC-Date: 2024-03-01T10:00:00Z',
    `Content-Type: ${media}`,
    `Content-Length: ${length ?? bytes.length}`,
    '',
    '',
  ].join(end)
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from(end + end)])
}

const response = (body: string | Buffer, headers = 'Content-Type: text/html', status = '200 OK'): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n`), Buffer.from(body)])

const read = (bytes: Buffer, size = 50): Promise<string[]> =>
  tellAll(readWarc(byteReader(chunked(bytes, size)), 'f.warc'))

const records = [
  record({ id: 'a', block: 'first page' }),
  record({ id: 'b', block: 'second page' }),
  record({ id: 'c', block: 'third page' }),
]
const three = Buffer.concat(records)

const isMember = (packed: Buffer): boolean => {
  try {
    return gunzipSync(packed).length > 0
  } catch {
    return false
  }
}

describe('WARC', () => {
  it('reads conversion, resource and response records and passes over the others', async () => {
    const file = Buffer.concat([
      record({ type: 'warcinfo', block: 'software: x' }),
      record({ type: 'request', block: 'GET / HTTP/1.1\r\n\r\n' }),
      record({ type: 'response', id: 'a', media: 'application/http', block: response('<p>Hello') }),
      record({ type: 'resource', id: 'b', media: 'text/html', block: '<p>Res' }),
      record({ type: 'metadata', block: 'fetchTimeMs: 3' }),
      record({ id: 'c', block: 'plain' }),
    ])
    expect(await read(file)).toEqual(['a: <p>Hello', 'b: <p>Res', 'c: plain'])
  })

  it('hands over the address, the date and the media type', async () => {
    const [input] = await collect(
      readWarc(
        byteReader(
          chunked(
            record({ type: 'response', block: response('x', 'Content-Type: text/html; charset=koi8-r') }),
          ),
        ),
        'f',
      ),
    )
    expect(openInput(input!)).toMatchObject({
      url: 'https://quarry.example/page',
      retrieved: '2024-03-01T10:00:00Z',
      contentType: 'text/html; charset=koi8-r',
    })
  })

  it('undoes chunks and content codings, also where the archive has undone them already', async () => {
    const chunks = '6\r\n<p>Hel\r\n2;x=y\r\nlo\r\n0\r\n\r\n'
    const cases: [Buffer, string][] = [
      [response(chunks, 'Transfer-Encoding: chunked'), '<p>Hello'],
      [response('<p>joined', 'Transfer-Encoding: chunked'), '<p>joined'],
      [response(gzipSync('<p>zip'), 'Content-Encoding: gzip'), '<p>zip'],
      [response('<p>unzipped', 'Content-Encoding: gzip'), '<p>unzipped'],
      [response(brotliCompressSync('<p>br'), 'Content-Encoding: br'), '<p>br'],
      [response('<p>not br', 'Content-Encoding: br'), '<p>not br'],
    ]
    for (const [block, text] of cases)
      expect(await read(record({ type: 'response', block }))).toEqual([`r: ${text}`])
  })

  it('rejects error answers and other media', async () => {
    const file = Buffer.concat([
      record({
        type: 'response',
        id: 'a',
        block: response('gone', 'Content-Type: text/html', '404 Not Found'),
      }),
      record({ type: 'response', id: 'b', block: response('x', 'Content-Type: image/png') }),
    ])
    expect(await read(file)).toEqual(['a ! http-status', 'b ! media-type'])
  })

  it('yields what is whole and one failed record wherever the file is cut', async () => {
    const starts = records.map((_, at) => Buffer.concat(records.slice(0, at)).length)
    const whole = ['a: first page', 'b: second page', 'c: third page']
    for (let cut = 1; cut < three.length; cut++) {
      const told = await read(three.subarray(0, cut))
      const good = told.filter((line) => !line.includes(' ! '))
      const bad = told.filter((line) => line.includes(' ! '))
      expect(good, `cut at ${cut}`).toEqual(whole.slice(0, good.length))
      expect(bad.length, `cut at ${cut}: ${told}`).toBeLessThanOrEqual(1)
      // a record is missing only where the cut says so: at most its closing empty line may be gone
      const begun = starts.filter((start) => start < cut).length
      expect(good.length + bad.length, `cut at ${cut}: ${told}`).toBe(begun)
    }
  })

  it('does so wherever its gzip is cut, a member a record or one for all', async () => {
    const whole = ['a: first page', 'b: second page', 'c: third page']
    for (const packed of [gzipSync(three), Buffer.concat(records.map((one) => gzipSync(one)))])
      for (let cut = 1; cut < packed.length; cut++) {
        const inner = byteReader(unpack('gzip', chunked(packed.subarray(0, cut), 100)))
        const told = await tellAll(readWarc(inner, 'f.warc.gz'))
        const good = told.filter((line) => !line.includes(' ! '))
        expect(good, `cut at ${cut}`).toEqual(whole.slice(0, good.length))
        // between two members the file is whole as it is: only there may a cut go unseen
        if (good.length === told.length) expect(isMember(packed.subarray(0, cut)), `cut at ${cut}`).toBe(true)
      }
  })

  it('finds the next record after a wrong length, short or long', async () => {
    for (const length of [3, 25, 60, 100_000, 10 ** 12, 'many', -4]) {
      const file = Buffer.concat([
        record({ id: 'a', block: 'first page' }),
        record({ id: 'b', block: 'second page', length }),
        record({ id: 'c', block: 'third page' }),
      ])
      const told = await read(file)
      expect(told[0]).toBe('a: first page')
      expect(told[1]).toMatch(/^b ! (?:warc-length|truncated|too-large)$/)
      expect(told.slice(2), `length ${length}`).toEqual(['c: third page'])
    }
  })

  it('reads files with bare line feeds', async () => {
    const file = Buffer.concat([
      record({ id: 'a', block: 'one', end: '\n' }),
      record({ id: 'b', block: 'two', end: '\n' }),
    ])
    expect(await read(file)).toEqual(['a: one', 'b: two'])
  })

  it('has no page in records of other kinds, and says when the file is no archive', async () => {
    expect(await read(record({ type: 'warcinfo', block: 'x' }))).toEqual([])
    expect(await read(Buffer.from('just text\nand more\n'))).toEqual(['f.warc#1 ! warc-header'])
  })

  it('keeps headers that look like object internals apart', async () => {
    const file = record({ id: '__proto__', block: 'x' })
    expect(await read(file)).toEqual(['__proto__: x'])
  })
})
