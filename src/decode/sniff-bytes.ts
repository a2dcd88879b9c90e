import { SIGNATURES, type Signature } from './magic.ts'
import { utf16Order } from './utf16.ts'

export interface Media {
  /** Media type; `application/octet-stream` for data of no known format. */
  readonly media: string
}

const HEAD = 320
const WINDOW = 2_048
/** Compressed and encrypted data has 10 % control bytes; a text in any charset but UTF-16 has next to none. */
const BINARY_SHARE = 0.05

/** What the bytes are when they are no text: by signature, else by control bytes. Looks at head, middle and end only. */
export function sniffBytes(bytes: Uint8Array): Media | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD))
  const signature = SIGNATURES.find((one) => matches(head, one) && (!one.binary || hasControls(bytes, 0)))
  if (signature) return { media: signature.media }
  if (!isBinary(bytes)) return undefined
  return { media: 'application/octet-stream' }
}

function matches(head: string, { mark, at = 0 }: Signature): boolean {
  return head.startsWith(mark, at)
}

function isBinary(bytes: Uint8Array): boolean {
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return !hasMark && hasControls(bytes, BINARY_SHARE) && utf16Order(bytes) === undefined
}

/** True where more than this share of three windows is control characters; NUL and ESC included, white space not. */
function hasControls(bytes: Uint8Array, share: number): boolean {
  const middle = Math.max(0, (bytes.length >> 1) - WINDOW / 2)
  const last = Math.max(0, bytes.length - WINDOW)
  let controls = 0
  let seen = 0
  for (const from of new Set([0, middle, last])) {
    const end = Math.min(bytes.length, from + WINDOW)
    for (let i = from; i < end; i++) if (isControl(bytes[i]!)) controls++
    seen += end - from
  }
  return controls > seen * share
}

function isControl(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x1b) || (byte > 0x1b && byte < 0x20)
}
