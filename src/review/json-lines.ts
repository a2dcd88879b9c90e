import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

const LINE_END = 0x0a

/** The records of a JSON Lines file, packed where its name ends in `.gz`; one line in memory at a time. */
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
  const file = createReadStream(path)
  const stream = path.endsWith('.gz') ? file.pipe(createGunzip()) : file
  // an error of the file does not travel along a pipe
  file.on('error', (error) => stream.destroy(error))
  let left: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) {
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
