/**
 * What the reader must know of a UTF-16 unit, as bits, so that one look-up serves every scan.
 * Widths follow Unicode's East Asian Width: W and F take two columns of a terminal.
 */
export const WHITE = 1
/** Never printed, never needed by a script: removed from texts. */
export const DROPPED = 2
/** Not printed, but needed inside a word or a line (joiners, direction marks): stays, is no content of its own. */
export const UNSEEN = 4
export const WIDE = 8
/** Takes no column: combining marks. */
const NARROW = 16
/** Signs rules, boxes and lone bullets are drawn with. */
export const STROKE = 32

type Range = readonly [from: number, to: number]

const RANGES: readonly (readonly [bit: number, ranges: readonly Range[]])[] = [
  [
    WHITE,
    [
      [0x09, 0x0d],
      [0x20, 0x20],
      [0x85, 0x85],
      [0xa0, 0xa0],
      [0x1680, 0x1680],
      [0x2000, 0x200a],
      [0x2028, 0x2029],
      [0x202f, 0x202f],
      [0x205f, 0x205f],
      [0x3000, 0x3000],
    ],
  ],
  [
    DROPPED,
    [
      [0x00, 0x08],
      [0x0e, 0x1f],
      [0x7f, 0x84],
      [0x86, 0x9f],
      [0xad, 0xad],
      [0x200b, 0x200b],
      [0x2060, 0x2060],
      [0xfeff, 0xfeff],
    ],
  ],
  [
    UNSEEN,
    [
      [0x200c, 0x200f],
      [0x202a, 0x202e],
      [0x2066, 0x2069],
      [0xfe00, 0xfe0f],
    ],
  ],
  [
    WIDE,
    [
      [0x1100, 0x115f],
      [0x2e80, 0x303e],
      [0x3041, 0xa4cf],
      [0xac00, 0xd7a3],
      [0xf900, 0xfaff],
      [0xfe30, 0xfe4f],
      [0xff01, 0xff60],
      [0xffe0, 0xffe6],
    ],
  ],
  [
    NARROW,
    [
      [0x0300, 0x036f],
      [0x0e31, 0x0e31],
      [0x0e34, 0x0e3a],
      [0x0e47, 0x0e4e],
    ],
  ],
  [
    STROKE,
    [
      [0x2010, 0x2015],
      [0x2022, 0x2023],
      [0x2043, 0x2043],
      [0x2500, 0x25ff],
      [0xff5c, 0xff5c],
      [0xff3f, 0xff3f],
      [0xffe3, 0xffe3],
    ],
  ],
]

function table(): Uint8Array {
  const bits = new Uint8Array(0x10000)
  for (const [bit, ranges] of RANGES)
    for (const [from, to] of ranges) for (let code = from; code <= to; code++) bits[code]! |= bit
  for (const sign of '-=_*~#+|·') bits[sign.charCodeAt(0)]! |= STROKE
  return bits
}

/** Bits by UTF-16 unit; indexed by `charCodeAt`, so always defined. */
export const BITS: Uint8Array = table()

export const isWhite = (code: number): boolean => (BITS[code]! & WHITE) !== 0
export const isWide = (code: number): boolean => (BITS[code]! & WIDE) !== 0
/** A character of a script written without spaces between words. */
export const isUnspaced = (code: number): boolean =>
  (isWide(code) && !(code >= 0xac00 && code <= 0xd7a3)) ||
  (code >= 0x0e00 && code <= 0x0eff) ||
  (code >= 0x1000 && code <= 0x109f) ||
  (code >= 0x1780 && code <= 0x17ff)
export const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Columns one unit takes; each half of a surrogate pair counts one, so the pair counts two. */
export function columns(code: number): number {
  const bits = BITS[code]!
  if (bits === 0) return 1
  if (bits & (DROPPED | UNSEEN | NARROW)) return 0
  return bits & WIDE || code === 0x3000 ? 2 : 1
}

/** Letter with a capital form, judged by mapping and so for every cased script. */
export function isLower(code: number): boolean {
  if (code < 128) return code >= 97 && code <= 122
  if (isWide(code)) return false
  const sign = String.fromCharCode(code)
  return sign !== sign.toUpperCase()
}

export function isUpper(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90
  if (isWide(code)) return false
  const sign = String.fromCharCode(code)
  return sign !== sign.toLowerCase()
}
