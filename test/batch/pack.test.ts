import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import zlib from 'node:zlib'
import { decompress } from 'fzstd'
import { describe, expect, it, onTestFinished } from 'vitest'
import { exitOfError } from '../../src/batch/exit.ts'
import { createFile, systemFiles } from '../../src/batch/files.ts'
import { canPack, packed } from '../../src/batch/pack.ts'
import { type BatchRequest, checkRequest } from '../../src/batch/request.ts'
import { readJsonLines } from '../../src/review/run-folder.ts'
import { collect } from './bytes-of.ts'
import { folder } from './folder.ts'

const LINES = Array.from({ length: 20_000 }, (_, at) => `{"line":${at},"of":"the quarry's log"}\n`)
const request: BatchRequest = {
  operands: ['in'],
  out: 'out',
  zstd: true,
  pipeline: 'article',
  preset: 'auto',
  deadline: 10,
  memory: 1024,
}

async function write(name: string): Promise<string> {
  const path = join(folder(), name)
  const file = packed(path, await createFile(systemFiles, path))
  for (const line of LINES) await file.write(line)
  await file.close()
  return path
}

/** Node as it is with a packer for zstd, or without. */
function withZstd(packer: unknown): void {
  const before = Object.getOwnPropertyDescriptor(zlib, 'createZstdCompress')
  Object.defineProperty(zlib, 'createZstdCompress', { value: packer, configurable: true })
  onTestFinished(() => {
    if (before) Object.defineProperty(zlib, 'createZstdCompress', before)
    else Reflect.deleteProperty(zlib, 'createZstdCompress')
  })
}

describe('JSON Lines', () => {
  it('are packed as the ending of their name says', async () => {
    const plain = readFileSync(await write('a.jsonl'))
    expect(plain.toString()).toBe(LINES.join(''))
    const gz = readFileSync(await write('a.jsonl.gz'))
    expect(gz.length).toBeLessThan(plain.length / 5)
    expect(zlib.gunzipSync(gz)).toEqual(plain)
  })

  it.skipIf(!canPack('zst'))('are packed with zstd, for any reader of it, in several pieces', async () => {
    const path = await write('a.jsonl.zst')
    expect(Buffer.from(decompress(readFileSync(path))).toString()).toBe(LINES.join(''))
    expect((await collect(readJsonLines(path))).length).toBe(LINES.length)
  })

  it('are packed with what Node has for zstd, whole and in order', async () => {
    withZstd(() => new PassThrough())
    expect(() => checkRequest(request)).not.toThrow()
    expect(readFileSync(await write('a.jsonl.zst'), 'utf8')).toBe(LINES.join(''))
  })

  it('are not packed with zstd where Node has nothing for it: that is said before anything is done', () => {
    withZstd(undefined)
    try {
      checkRequest(request)
      expect.unreachable()
    } catch (error) {
      expect(exitOfError(error)).toBe(2)
      expect(String(error)).toMatch(/--zstd needs Node 22\.15 or newer, and this is v\d+\S*; --gzip does/)
    }
  })
})

describe('packed lines in a run folder that is looked at', () => {
  // the frame `zstd` makes of 'pages '.repeat(200), with its checksum
  const ZSTD = Buffer.from('KLUv/WSwA20AADBwYWdlcyABAKfkL0VD6sha', 'base64')
  it('are read, zstd too', async () => {
    const path = join(folder(), 'a.jsonl.zst')
    const file = await createFile(systemFiles, path)
    await file.write(ZSTD)
    await file.close()
    await expect(collect(readJsonLines(path))).rejects.toThrow('a.jsonl.zst:1: is no JSON')
  })
})
