import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteReader } from '../../src/batch/sources/bytes.ts'
import { PRESETS, withFields } from '../../src/batch/sources/fields.ts'
import { readJson, readJsonLines } from '../../src/batch/sources/jsonl.ts'
import type { Dump } from '../../src/core/dump.ts'
import { chunked, collect, openInput, tell, tellAll } from './bytes-of.ts'

const auto = PRESETS.auto!
const read = (text: string | Buffer, fields = auto): Promise<string[]> =>
  tellAll(readJsonLines(byteReader(chunked(text, 11)), 'f'), fields)

describe('JSON Lines', () => {
  it('reads records, names them by their id or their line', async () => {
    expect(await read('{"id":"a","html":"<p>1"}\n{"text":"2"}\n{"id":3,"text":"x"}')).toEqual([
      'a: <p>1',
      'f:2: 2',
      '3: x',
    ])
  })

  it('takes a byte order mark, CRLF, empty lines and a missing last line feed', async () => {
    expect(await read('\uFEFF{"text":"1"}\r\n\r\n  \n{"text":"2"}')).toEqual(['f:1: 1', 'f:4: 2'])
  })

  it('counts empty lines without ado, however many', async () => {
    const line = `${'\n'.repeat(20_000)}\r\n\r\n{"text":"1"}\n\n{"text":"2"}`
    const told = await tellAll(readJsonLines(byteReader(chunked(line, 1000)), 'f'))
    expect(told).toEqual(['f:20003: 1', 'f:20005: 2'])
  })

  it('answers a broken line with one failed record and goes on', async () => {
    expect(await read('{"text":"1"}\n{"text":\n[1,\nnull\n7\n{"text":"2"}\n')).toEqual([
      'f:1: 1',
      'f:2 ! bad-json',
      'f:3 ! bad-json',
      'f:4 ! bad-record',
      'f:5 ! bad-record',
      'f:6: 2',
    ])
  })

  it('says which fields a record has when none holds a page', async () => {
    const [input] = await collect(readJsonLines(byteReader(chunked('{"headline":"x","lead":"y"}')), 'f'))
    expect(openInput(input!)).toMatchObject({
      refused: { code: 'no-content-field', message: expect.stringContaining('headline, lead') },
    })
  })

  it('passes over a line longer than a page may be', async () => {
    async function* long(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"text":"1"}\n{"text":"')
      for (let mebibytes = 0; mebibytes < 100; mebibytes++) yield Buffer.alloc(1024 * 1024, 'a')
      yield Buffer.from('"}\n{"text":"3"}\n')
    }
    expect(await tellAll(readJsonLines(byteReader(long()), 'f'))).toEqual([
      'f:1: 1',
      'f:2 ! too-large',
      'f:3: 3',
    ])
  })

  it('survives lone surrogates, deep nesting and keys of object internals', async () => {
    const deep = `{"text":"deep","x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`
    const told = await read(
      `{"text":"a\\ud800b"}\n${deep}\n{"__proto__":{"text":"no"},"text":"own"}\n{"__proto__":{"text":"no"}}`,
    )
    expect(told).toEqual(['f:1: a\ud800b', 'f:2: deep', 'f:3: own', 'f:4 ! no-content-field'])
  })

  it('reads the fields a user names, nested ones too, and no others', async () => {
    const fields = withFields(auto, { id: 'meta.key', html: 'page.source', url: 'where' })
    const [input] = await collect(
      readJsonLines(
        byteReader(
          chunked('{"meta":{"key":"k"},"page":{"source":"<p>"},"where":"https://a.example/","text":"t"}'),
        ),
        'f',
      ),
    )
    expect(openInput(input!, fields)).toEqual({
      path: 'f',
      id: 'k',
      html: '<p>',
      url: 'https://a.example/',
    })
    expect(await read('{"text":"t"}', fields)).toEqual(['f:1 ! no-content-field'])
  })

  it.each([
    ['crawlee', '{"url":"u","crawl":{"loadedUrl":"https://x.example/"},"text":"t","html":"<p>h"}', '<p>h'],
    ['scrapy', '{"url":"https://x.example/","body":"<p>b"}', '<p>b'],
    ['commoncrawl', '{"url":"https://x.example/","text":"t","warc_date":"2024-01-01T00:00:00Z"}', 't'],
  ])('knows the fields of %s', async (preset, line, text) => {
    const [input] = await collect(readJsonLines(byteReader(chunked(line)), 'f'))
    expect(tell(input!, PRESETS[preset]!)).toBe(`f:1: ${text}`)
    expect(openInput(input!, PRESETS[preset]!).url).toBe('https://x.example/')
  })

  it('reads a JSON file of one record or of many', async () => {
    const all = (text: string): Promise<string[]> => tellAll(readJson(Buffer.from(text), 'f'))
    expect(await all('{"text":"one"}')).toEqual(['f: one'])
    expect(await all('[{"text":"1"},3,{"text":"2"}]')).toEqual(['f:1: 1', 'f:2 ! bad-record', 'f:3: 2'])
    expect(await all(' [ ] ')).toEqual([])
    expect(await all('{"text":"one"')).toEqual(['f ! bad-json'])
    expect(await all('{"none":1}')).toEqual(['f ! no-content-field'])
    expect(await all('{"text":"1"}\n{"text":"2"}')).toEqual(['f:1: 1', 'f:2: 2'])
  })

  it('gives every record of a JSON file before a fault in it', async () => {
    const all = (text: string): Promise<string[]> => tellAll(readJson(Buffer.from(text), 'f'))
    expect(await all('[{"text":"1"},{"text":"2"')).toEqual(['f:1: 1', 'f:end ! bad-json'])
    expect(await all('[{"text":"1"} {}, {"text":"3"}]')).toEqual(['f:1 ! bad-json', 'f:2: 3'])
    expect(await all('[{"text":"1"}] x')).toEqual(['f:1: 1', 'f:end ! bad-json'])
    expect(await all('[{"text":"1"},]')).toEqual(['f:1: 1', 'f:2 ! bad-json'])
  })

  it('cuts JSON files where a parser would, whatever strings and brackets they hold', async () => {
    const record = fc.record({ text: fc.string({ minLength: 1 }), more: fc.jsonValue() })
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1 }), fc.constantFrom(0, 2), async (all, space) => {
        const inputs = await collect(readJson(Buffer.from(JSON.stringify(all, null, space)), 'f'))
        const texts = inputs.map((input) => (openInput(input, auto) as Dump).text)
        expect(texts).toEqual(all.map(({ text }) => text.toWellFormed()))
      }),
      { numRuns: 200 },
    )
  })

  it('parses no JSON where work is handed out', async () => {
    const brackets = Buffer.from(`[${'['.repeat(8_000_000)}`)
    const before = process.memoryUsage().rss
    expect((await collect(readJson(brackets, 'f'))).length).toBe(1)
    const deep = Buffer.from(`[${'['.repeat(4_000_000)}${']'.repeat(4_000_000)}]`)
    const [input] = await collect(readJson(deep, 'f'))
    expect(input).toMatchObject({ place: 'f:1', parcel: { kind: 'json' } })
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
  })
})
