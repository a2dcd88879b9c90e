import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { reasonOf } from '../../src/batch/input.ts'
import { type Packing, unpack } from '../../src/batch/sources/unpack.ts'
import { chunked } from './bytes-of.ts'

const TEXT = Array.from(
  { length: 300 },
  (_, at) => `line ${at} of the quarry's log, ${(at * 7919) % 997}\n`,
).join('')

// the frame `zstd` makes of 'pages '.repeat(200), with its checksum
const ZSTD = Buffer.from('KLUv/WSwA20AADBwYWdlcyABAKfkL0VD6sha', 'base64')

async function unpacked(
  packing: Packing,
  bytes: Uint8Array,
): Promise<{ text: string; code: string | undefined }> {
  const parts: Uint8Array[] = []
  try {
    for await (const part of unpack(packing, chunked(bytes, 100))) parts.push(part)
    return { text: Buffer.concat(parts).toString(), code: undefined }
  } catch (error) {
    return { text: Buffer.concat(parts).toString(), code: reasonOf(error).code }
  }
}

describe('unpack', () => {
  it('reads one member and several', async () => {
    expect(await unpacked('gzip', gzipSync(TEXT))).toEqual({ text: TEXT, code: undefined })
    const members = Buffer.concat([gzipSync('one '), gzipSync(''), gzipSync('two '), gzipSync('three')])
    expect(await unpacked('gzip', members)).toEqual({ text: 'one two three', code: undefined })
  })

  it('reads brotli', async () => {
    expect(await unpacked('brotli', brotliCompressSync(TEXT))).toEqual({ text: TEXT, code: undefined })
  })

  it('reads zstd, one frame and several, and says where it is cut', async () => {
    const text = 'pages '.repeat(200)
    expect(await unpacked('zstd', ZSTD)).toEqual({ text, code: undefined })
    expect(await unpacked('zstd', Buffer.concat([ZSTD, ZSTD]))).toEqual({
      text: text + text,
      code: undefined,
    })
    for (let cut = 1; cut < ZSTD.length; cut++)
      expect((await unpacked('zstd', ZSTD.subarray(0, cut))).code, `cut at ${cut}`).toBe('truncated')
  })

  it('refuses a zstd frame that asks for a window of a gigabyte', async () => {
    const frame = Buffer.from(ZSTD)
    frame[4] = 0
    frame[5] = 20 << 3
    expect((await unpacked('zstd', frame)).code).toBe('expansion')
  })

  it('does not believe a zstd frame whose checksum is wrong, but all frames before it', async () => {
    const frame = Buffer.from(ZSTD)
    frame[frame.length - 1]! ^= 1
    const text = 'pages '.repeat(200)
    expect((await unpacked('zstd', frame)).code).toBe('truncated')
    const three = await unpacked('zstd', Buffer.concat([ZSTD, frame, ZSTD]))
    expect(three).toEqual({ text: text + text, code: 'truncated' })
  })

  it('passes over zstd frames that hold no data', async () => {
    const skipped = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3])
    expect(await unpacked('zstd', Buffer.concat([ZSTD, skipped, ZSTD]))).toMatchObject({ code: undefined })
  })

  it('gives every member before a damaged one, wherever that is damaged', async () => {
    const members = Array.from({ length: 10 }, (_, at) => gzipSync(`member ${at}\n`.repeat(9)))
    const before = [0, 1, 2, 3, 4].map((at) => `member ${at}\n`.repeat(9)).join('')
    for (let at = 0; at < members[5]!.length; at++) {
      const bad = Buffer.from(members[5]!)
      bad[at]! ^= 0x40
      const { text } = await unpacked(
        'gzip',
        Buffer.concat([...members.slice(0, 5), bad, ...members.slice(6)]),
      )
      expect(text.startsWith(before), `damaged at ${at}`).toBe(true)
    }
  })

  it('gives a beginning of the text, and says so, wherever gzip or brotli is cut', async () => {
    for (const [packing, bytes] of [
      ['gzip', gzipSync(TEXT)],
      ['brotli', brotliCompressSync(TEXT)],
    ] as const) {
      for (let cut = 1; cut < bytes.length; cut++) {
        const { text, code } = await unpacked(packing, bytes.subarray(0, cut))
        expect(code, `${packing} cut at ${cut}`).toBe('truncated')
        expect(TEXT.startsWith(text)).toBe(true)
      }
    }
  })

  it('says when something else follows the last member, padding excepted', async () => {
    const packed = gzipSync('whole')
    expect(await unpacked('gzip', Buffer.concat([packed, Buffer.alloc(700)]))).toEqual({
      text: 'whole',
      code: undefined,
    })
    expect((await unpacked('gzip', Buffer.concat([packed, Buffer.from('junk behind')]))).code).toBe(
      'truncated',
    )
  })

  it('says when a byte in the middle is wrong', async () => {
    const packed = gzipSync(TEXT)
    packed[packed.length >> 1]! ^= 0xff
    expect((await unpacked('gzip', packed)).code).toBe('truncated')
  })

  it('stops at a bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024))
    let made = 0
    const read = async (): Promise<void> => {
      for await (const part of unpack('gzip', chunked(bomb, 65_536))) made += part.length
    }
    await expect(
      read().catch((error: unknown) => Promise.reject(new Error(reasonOf(error).code))),
    ).rejects.toThrow('expansion')
    expect(made).toBeLessThan(90 * 1024 * 1024)
  })
})
