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

/** A file signature: bytes at an offset, as Latin-1 text. `binary` ones also need control bytes, for text may begin so. */
interface Signature {
  readonly media: string
  readonly mark: string
  readonly at?: number
  readonly binary?: true
}

/** Formats that turn up under a page's name. Signatures from the formats' own specifications. */
const SIGNATURES: readonly Signature[] = [
  { media: 'application/pdf', mark: '%PDF-' },
  { media: 'application/postscript', mark: '%!PS' },
  { media: 'application/rtf', mark: '{\\rtf' },
  { media: 'image/png', mark: '\x89PNG\r\n\x1a\n' },
  { media: 'image/jpeg', mark: '\xff\xd8\xff' },
  { media: 'image/gif', mark: 'GIF87a' },
  { media: 'image/gif', mark: 'GIF89a' },
  { media: 'image/bmp', mark: 'BM', binary: true },
  { media: 'image/tiff', mark: 'II*\0' },
  { media: 'image/tiff', mark: 'MM\0*' },
  { media: 'image/x-icon', mark: '\0\0\x01\0' },
  { media: 'image/vnd.adobe.photoshop', mark: '8BPS\0' },
  { media: 'image/webp', mark: 'WEBP', at: 8 },
  { media: 'audio/wav', mark: 'WAVEfmt ', at: 8 },
  { media: 'video/x-msvideo', mark: 'AVI LIST', at: 8 },
  { media: 'video/mp4', mark: 'ftyp', at: 4, binary: true },
  { media: 'video/webm', mark: '\x1a\x45\xdf\xa3' },
  { media: 'video/x-flv', mark: 'FLV\x01' },
  { media: 'audio/mpeg', mark: 'ID3', binary: true },
  { media: 'audio/mpeg', mark: '\xff\xfb', binary: true },
  { media: 'audio/ogg', mark: 'OggS\0' },
  { media: 'audio/flac', mark: 'fLaC\0' },
  { media: 'audio/midi', mark: 'MThd\0' },
  { media: 'application/epub+zip', mark: 'mimetypeapplication/epub+zip', at: 30 },
  { media: 'application/vnd.openxmlformats-officedocument', mark: '[Content_Types].xml', at: 30 },
  { media: 'application/vnd.oasis.opendocument', mark: 'mimetypeapplication/vnd.oasis', at: 30 },
  { media: 'application/zip', mark: 'PK\x03\x04' },
  { media: 'application/zip', mark: 'PK\x05\x06' },
  { media: 'application/gzip', mark: '\x1f\x8b\x08' },
  { media: 'application/zstd', mark: '\x28\xb5\x2f\xfd' },
  { media: 'application/x-bzip2', mark: '1AY&SY', at: 4 },
  { media: 'application/x-xz', mark: '\xfd7zXZ\0' },
  { media: 'application/x-lz4', mark: '\x04"M\x18' },
  { media: 'application/vnd.rar', mark: 'Rar!\x1a\x07' },
  { media: 'application/x-7z-compressed', mark: "7z\xbc\xaf'\x1c" },
  { media: 'application/x-tar', mark: 'ustar', at: 257, binary: true },
  { media: 'application/msword', mark: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { media: 'font/woff', mark: 'wOFF' },
  { media: 'font/woff2', mark: 'wOF2' },
  { media: 'font/otf', mark: 'OTTO\0' },
  { media: 'font/ttf', mark: '\0\x01\0\0' },
  { media: 'application/wasm', mark: '\0asm' },
  { media: 'application/x-executable', mark: '\x7fELF' },
  { media: 'application/x-mach-binary', mark: '\xcf\xfa\xed\xfe' },
  { media: 'application/vnd.microsoft.portable-executable', mark: 'MZ', binary: true },
  { media: 'application/java-vm', mark: '\xca\xfe\xba\xbe' },
  { media: 'application/vnd.sqlite3', mark: 'SQLite format 3\0' },
  { media: 'application/vnd.apache.parquet', mark: 'PAR1', binary: true },
  { media: 'application/x-shockwave-flash', mark: 'CWS', binary: true },
  { media: 'application/x-shockwave-flash', mark: 'FWS', binary: true },
]

/** Units looked at: enough to see a pattern, cheap on every page. */
const SAMPLE = 2_048
/** High bytes of alphabets' letters (Greek 3, Cyrillic 4, Hebrew 5, Arabic 6, Devanagari 9, Thai 14 ...) lie below this. */
const HIGH_BYTES = 0x12

/**
 * Tells UTF-16 without a byte order mark by its zero bytes: text in a legacy charset has none, and in UTF-16 the zero
 * half of ASCII characters (line ends, digits, tags) always stands on the same side.
 */
export function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const units = Math.min(bytes.length >> 1, SAMPLE)
  let first = 0
  let second = 0
  let wide = 0
  const low = [0, 0]
  for (let i = 0; i < units * 2; i += 2) {
    const a = bytes[i]!
    const b = bytes[i + 1]!
    if (a === 0 && b !== 0) first++
    if (b === 0 && a !== 0) second++
    if (a >= 0x80 || b >= 0x80) wide++
    if (a < HIGH_BYTES && a !== 0) low[0]!++
    if (b < HIGH_BYTES && b !== 0) low[1]!++
  }
  const zeros = first + second
  const isAlphabet = Math.max(low[0]!, low[1]!) > units * 0.7
  if (zeros < 2 && !isAlphabet) return undefined
  const order = second > first ? 'utf-16le' : 'utf-16be'
  if (zeros > units / 2) return textShare(bytes, units, order) >= 0.9 ? order : undefined
  // few zeros: CJK text, an alphabet whose letters have both bytes below 0x80, or ASCII with stray NULs, which taken for
  // pairs reads as Han, but has no byte above 0x7F and hardly one below a blank
  if (wide < units / 8 && !isAlphabet) return undefined
  const little = textShare(bytes, units, 'utf-16le')
  const big = textShare(bytes, units, 'utf-16be')
  if (Math.max(little, big) < 0.98 || little === big) return undefined
  return little > big ? 'utf-16le' : 'utf-16be'
}

function textShare(bytes: Uint8Array, units: number, order: 'utf-16le' | 'utf-16be'): number {
  const [high, low] = order === 'utf-16le' ? [1, 0] : [0, 1]
  let good = 0
  for (let i = 0; i < units * 2; i += 2) if (isTextUnit(bytes[i + high]! * 256 + bytes[i + low]!)) good++
  return good / units
}

/** Units of scripts in use; private, unassigned and rare blocks are left out. */
function isTextUnit(unit: number): boolean {
  if (unit < 0x7f) return unit >= 0x20 || (unit >= 9 && unit <= 13)
  if (unit < 0xa0) return false
  return (
    unit < 0x700 ||
    (unit >= 0x900 && unit < 0xe80) ||
    (unit >= 0x1e00 && unit < 0x2100) ||
    (unit >= 0x2190 && unit < 0x2700) ||
    (unit >= 0x3000 && unit < 0x3400) ||
    (unit >= 0x4e00 && unit < 0xa000) ||
    (unit >= 0xac00 && unit < 0xe000) ||
    (unit >= 0xfe10 && unit < 0xfff0)
  )
}
