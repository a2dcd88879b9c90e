/** A message between two processes: a few fields as JSON, and bytes nobody but the receiver looks into. */
export interface Frame<Head> {
  readonly head: Head
  readonly body: Buffer
}

const PREFIX = 8
const NOTHING = Buffer.alloc(0)

/** The bytes of a frame, to be written one after the other: lengths and head, then the body as it is. */
export function frameOf(head: object, body: Uint8Array = NOTHING): readonly Uint8Array[] {
  const text = Buffer.from(JSON.stringify(head))
  const front = Buffer.allocUnsafe(PREFIX + text.length)
  front.writeUInt32LE(text.length, 0)
  front.writeUInt32LE(body.length, 4)
  front.set(text, PREFIX)
  return body.length > 0 ? [front, body] : [front]
}

/** Cuts a byte stream into frames: give it what comes, in order, and take what is whole. Keeps no chunk it gave back. */
export function frameReader<Head>(): (chunk: Buffer) => Frame<Head>[] {
  let held: Buffer[] = []
  let size = 0
  let wanted = PREFIX

  function lengthOf(bytes: Buffer): number {
    return PREFIX + bytes.readUInt32LE(0) + bytes.readUInt32LE(4)
  }
  return (chunk) => {
    held.push(chunk)
    size += chunk.length
    const frames: Frame<Head>[] = []
    if (size < wanted) return frames
    let bytes = held.length === 1 ? held[0]! : Buffer.concat(held, size)
    while (bytes.length >= PREFIX && bytes.length >= lengthOf(bytes)) {
      const body = PREFIX + bytes.readUInt32LE(0)
      const end = lengthOf(bytes)
      const head = JSON.parse(bytes.toString('utf8', PREFIX, body)) as Head
      frames.push({ head, body: bytes.subarray(body, end) })
      bytes = bytes.subarray(end)
    }
    held = bytes.length > 0 ? [bytes] : []
    size = bytes.length
    wanted = size < PREFIX ? PREFIX : lengthOf(bytes)
    return frames
  }
}
