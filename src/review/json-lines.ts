import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

const LINE_END = 0x0a

/** The records of a JSON Lines file, packed where its name ends in `.gz` or `.zst`; one line in memory at a time. */
export async function* readJsonLines(path: string): AsyncGenerator<unknown> {
  let number = 0
  for await (const line of lines(path)) {
    number++
    if (line.trim() === '') continue
    let record: unknown
    try {
      record = JSON.parse(line)
    } catch {
      throw new Error(`${path}:${number}: is no JSON`)
    }
    yield record
  }
}

/** Lines end in LF and nothing else: text of pages holds other separators. */
async function* lines(path: string): AsyncGenerator<string> {
  let left: Buffer[] = []
  for await (const chunk of bytesOf(path)) {
    let from = 0
    for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, from)) {
      left.push(chunk.subarray(from, at))
      yield Buffer.concat(left).toString('utf8')
      left = []
      from = at + 1
    }
    if (from < chunk.length) left.push(chunk.subarray(from))
  }
  if (left.length > 0) yield Buffer.concat(left).toString('utf8')
}

function bytesOf(path: string): AsyncIterable<Buffer> {
  const file = createReadStream(path)
  if (path.endsWith('.zst')) return unzstd(file)
  if (!path.endsWith('.gz')) return file
  const unpacked = file.pipe(createGunzip())
  // an error of the file does not travel along a pipe
  file.on('error', (error) => unpacked.destroy(error))
  return unpacked
}

async function* unzstd(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const { Decompress } = await import('fzstd')
  let out: Buffer[] = []
  // the library fills the same bytes again: keep a copy
  const stream = new Decompress((part) => out.push(Buffer.from(part)))
  for await (const chunk of chunks) {
    stream.push(chunk)
    yield* out
    out = []
  }
}
