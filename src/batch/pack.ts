import type { Transform } from 'node:stream'
import zlib from 'node:zlib'
import type { NewFile } from './files.ts'

/** How JSON Lines may be packed: the ending their names get. */
export type Ending = 'gz' | 'zst'

/** Node has had a packer for zstd since 22.15; before it there is none, and no library of JavaScript that packs. */
const packers = (): Readonly<Record<Ending, (() => Transform) | undefined>> => ({
  gz: zlib.createGzip,
  zst: (zlib as { createZstdCompress?: () => Transform }).createZstdCompress,
})

export const canPack = (ending: Ending): boolean => packers()[ending] !== undefined

/** Bytes collected before they are packed. */
const PIECE = 64 * 1024

/** A file whose bytes are packed as the ending of its name says; any other is left as it is. */
export function packed(path: string, file: NewFile): NewFile {
  const ending = (['gz', 'zst'] as const).find((one) => path.endsWith(`.${one}`))
  const open = ending && packers()[ending]
  return open ? packedBy(open(), file) : file
}

function packedBy(packer: Transform, file: NewFile): NewFile {
  const parts: Buffer[] = []
  let waiting: Uint8Array[] = []
  let size = 0
  packer.on('data', (part: Buffer) => parts.push(part))
  const drain = async (): Promise<void> => {
    for (const part of parts.splice(0)) await file.write(part)
  }
  const pack = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting)
    waiting = []
    size = 0
    await new Promise((resolve) => packer.write(bytes, resolve))
    await drain()
  }
  return {
    async write(text) {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text
      waiting.push(bytes)
      size += bytes.length
      if (size >= PIECE) await pack()
    },
    async close() {
      await pack()
      await new Promise<void>((resolve) => {
        packer.once('end', resolve)
        packer.end()
      })
      await drain()
      return await file.close()
    },
    discard: () => file.discard(),
  }
}
