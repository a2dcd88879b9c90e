import { describe, expect, it } from 'vitest'
import { byteReader } from '../../src/batch/sources/bytes.ts'
import { readCsv } from '../../src/batch/sources/csv.ts'
import { PRESETS } from '../../src/batch/sources/fields.ts'
import { unpack } from '../../src/batch/sources/unpack.ts'
import { chunked, gzip, tellAll } from './bytes-of.ts'

const read = (bytes: Uint8Array | string, size = 5): Promise<string[]> =>
  tellAll(readCsv(byteReader(chunked(bytes, size)), 'f.csv', PRESETS.auto!), PRESETS.auto)

const latin1 = (text: string) => Buffer.from(text, 'latin1')

describe('CSV', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('reads rows ended by %s, with and without one at the end', async (_name, end) => {
    const rows = ['id,text', 'a,one', '"b","two ""2"", and', 'a half"', 'c,three']
    const told = ['a: one', `b: two "2", and${end}a half`, 'c: three']
    for (const size of [1, 3, 1000]) {
      expect(await read(rows.join(end), size)).toEqual(told)
      expect(await read(rows.join(end) + end, size)).toEqual(told)
    }
  })

  it('reads semicolons and tabs where the first row has no comma', async () => {
    expect(await read('id;text\na;one, two\n')).toEqual(['a: one, two'])
    expect(await read('id\ttext\na\tone; two\n')).toEqual(['a: one; two'])
  })

  it('takes a quotation mark inside a cell for itself, and loses no row', async () => {
    expect(await read('id,text\na,a 5" nail\nb,two\nc,the "old" quay\nd,four\ne,"x" and y\nf,six\n')).toEqual(
      ['a: a 5" nail', 'b: two', 'c: the "old" quay', 'd: four', 'e: "x" and y', 'f: six'],
    )
  })

  it('fails where a quotation mark leaves doubt, after every row before it', async () => {
    expect(await read('id,text\na,one\nb,"never closed\nc,three\n')).toEqual(['a: one', 'f.csv:2 ! bad-csv'])
    expect(await read('id,text\na,one\n"b,two\nc,"three"\nd,four\n')).toEqual([
      'a: one',
      'f.csv:2 ! bad-csv',
      'd: four',
    ])
  })

  it('fails a row with more cells than names, and fills up one with fewer', async () => {
    expect(await read('id,text,url\na,one, and more,x,y\nb,two\nc,three,,,\n')).toEqual([
      'f.csv:1 ! bad-csv',
      'b: two',
      'c: three',
    ])
  })

  it.each([
    [
      'windows-1252',
      latin1(
        'id,text\na,Die Br\xfccke \xfcber die Lenne ist wieder offen, \x84endlich\x93\n'.replace(
          'offen,',
          'offen',
        ),
      ),
    ],
    [
      'UTF-8 after a long ASCII beginning',
      Buffer.from(`id,text\n${'x,plain\n'.repeat(3000)}a,Brücke über\n`),
    ],
    ['UTF-16', Buffer.from('\ufeffid,text\na,Brücke über\n', 'utf16le')],
  ])('is decoded like a page: %s', async (_name, bytes) => {
    const told = await read(bytes, 4096)
    expect(told.at(-1)).toMatch(/^a: (?:Die )?Brücke über/)
    expect(told.join('')).not.toContain('\ufffd')
  })

  it('reads a first row of very many columns', async () => {
    const names = Array.from({ length: 200_000 }, (_, at) => `c${at}`).join(',')
    expect(await read(`text,${names}\n${'short\n'.repeat(2000)}`, 65_536)).toHaveLength(2000)
  })

  it('has no record without a second row', async () => {
    expect(await read('')).toEqual([])
    expect(await read('id,text\n')).toEqual([])
  })

  it('has every row before a cut, and says where the last one is cut', async () => {
    const rows = ['a,"one, and ""more"""', 'b,two', 'c,"three"']
    const file = `id,text\n${rows.join('\n')}\n`
    const whole = await read(file)
    const ends = rows.map((_row, at) => Buffer.byteLength(`id,text\n${rows.slice(0, at + 1).join('\n')}`))
    for (let cut = 0; cut < file.length; cut++) {
      const told = await read(file.slice(0, cut))
      const before = ends.filter((end) => end < cut).length
      expect(told.slice(0, before), `cut at ${cut}`).toEqual(whole.slice(0, before))
      const packed = gzip(file)
      const broken = await tellAll(
        readCsv(
          byteReader(unpack('gzip', chunked(packed.subarray(0, Math.min(cut + 1, packed.length - 1))))),
          'f.csv',
          PRESETS.auto!,
        ),
      )
      expect(broken.at(-1), `gzip cut at ${cut}`).toBe('f.csv:end ! truncated')
      expect(whole).toEqual(expect.arrayContaining(broken.slice(0, -1)))
    }
  })
})
