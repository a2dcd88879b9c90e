import { utf8toString } from '@exodus/bytes/utf8.js'

/** Bytes of invalid UTF-8 looked at when telling stray bytes from another charset. */
const SAMPLE = 1 << 20

/**
 * The text of bytes that are valid UTF-8 (no overlong form, no surrogate), less a sequence cut by the end of the input;
 * undefined where they are something else. ASCII with one odd byte at its end is not taken for a cut sequence.
 */
export function utf8Text(bytes: Uint8Array): string | undefined {
  const text = strictText(bytes)
  if (text !== undefined) return text
  const length = wholeLength(bytes)
  if (length === bytes.length) return undefined
  const whole = strictText(bytes.subarray(0, length))
  return whole === undefined || whole.length === length ? undefined : whole
}

function strictText(bytes: Uint8Array): string | undefined {
  try {
    return utf8toString(bytes)
  } catch {
    return undefined
  }
}

function wholeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) break
    if (byte < 0xc0) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return back < length ? bytes.length - back : bytes.length
  }
  return bytes.length
}

export interface Utf8Count {
  /** Well-formed sequences of two bytes or more. */
  readonly valid: number
  /** Bytes above 0x7F that belong to none. */
  readonly invalid: number
}

/** Counts well-formed sequences and stray bytes in the first MiB; for input already known to be invalid. */
export function countUtf8(bytes: Uint8Array): Utf8Count {
  const end = Math.min(bytes.length, SAMPLE)
  let valid = 0
  let invalid = 0
  for (let i = 0; i < end; ) {
    const length = sequenceLength(bytes, i)
    if (length > 1) valid++
    if (length === 0) invalid++
    i += length || 1
  }
  return { valid, invalid }
}

/** 1 for ASCII, 2 to 4 for a sequence, 0 for a byte that starts none. Rough on overlongs: a count needs no more. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!
  if (byte < 0x80) return 1
  const length = byte >= 0xf5 ? 0 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0
  for (let k = 1; k < length; k++) if ((bytes[at + k]! & 0xc0) !== 0x80) return 0
  return length
}
