import { getBOMEncoding, TextDecoder } from '@exodus/bytes/encoding.js'
import { utf8toString } from '@exodus/bytes/utf8.js'
import { analyse } from 'chardet'
import { charsetOf, declaredCharset, transportCharset } from './label.ts'
import { withoutControls } from './safe-text.ts'
import { utf16Order } from './sniff-bytes.ts'

/** What decided on the charset. `utf-8`: the bytes are valid UTF-8 though nothing, or something else, was declared. */
export type CharsetSource = 'bom' | 'transport' | 'declaration' | 'utf-8' | 'detected' | 'default'

export interface Decoded {
  /** Safe text: see `safeText`. A byte order mark is gone. */
  readonly text: string
  /** Name of the Encoding Standard, lower case. */
  readonly charset: string
  readonly from: CharsetSource
}

interface Charset {
  readonly charset: string
  readonly from: CharsetSource
  /** The text, where telling the charset took decoding it. */
  readonly text?: string
}

/**
 * Bytes to text; never throws. Order: byte order mark, UTF-16 by its zero bytes, valid UTF-8 (whatever is declared),
 * UTF-8 with a few stray bytes, the declared charset if it can decode the text, detection, windows-1252.
 */
export function decode(bytes: Uint8Array, hints: { readonly contentType?: string } = {}): Decoded {
  // libraries want an array of this realm
  const own = bytes instanceof Uint8Array ? bytes : Uint8Array.from(bytes)
  const { charset, from, text: known } = charsetOfBytes(own, hints.contentType)
  const text = withoutControls(known ?? new TextDecoder(charset).decode(own))
  // a multi-byte character cut by the end of the input leaves one mark: nothing is lost but the cut itself
  const cut = text.endsWith('\ufffd') && !text.endsWith('\ufffd\ufffd') && !isSingleByte(charset)
  return { text: cut ? text.slice(0, -1) : text, charset, from }
}

function charsetOfBytes(bytes: Uint8Array, contentType: string | undefined): Charset {
  const mark = getBOMEncoding(bytes)
  if (mark !== null && (mark !== 'utf-8' || mostlyUtf8(bytes, 10))) return { charset: mark, from: 'bom' }
  const transport = transportCharset(contentType)
  const order = utf16Order(bytes)
  if (order !== undefined) return { charset: order, from: transport === order ? 'transport' : 'detected' }
  const named: Charset[] = []
  if (transport !== undefined && !transport.startsWith('utf-16'))
    named.push({ charset: transport, from: 'transport' })
  const declared = declaredCharset(bytes)
  if (declared !== undefined) named.push({ charset: declared, from: 'declaration' })
  const text = utf8Text(bytes)
  return text === undefined ? legacyOrBroken(bytes, named) : validUtf8(bytes, text, named)
}

/** Bytes that are valid UTF-8: where they are ASCII, every declaration reads them alike but ISO-2022-JP. */
function validUtf8(bytes: Uint8Array, text: string, named: readonly Charset[]): Charset {
  // only ASCII has a character for every byte
  if (text.length < bytes.length) {
    const declared = named.find((name) => name.charset === 'utf-8')
    return { charset: 'utf-8', from: declared?.from ?? 'utf-8', text }
  }
  if (hasJapaneseEscape(bytes)) {
    const declared = named.find((name) => name.charset === 'iso-2022-jp')
    return declared ?? { charset: 'iso-2022-jp', from: 'detected' }
  }
  const declared = named.find((name) => name.charset !== 'iso-2022-jp')
  return { ...(declared ?? { charset: 'utf-8', from: 'default' }), text }
}

function legacyOrBroken(bytes: Uint8Array, named: readonly Charset[]): Charset {
  const declared = named.find((name) => name.charset === 'utf-8')
  if (mostlyUtf8(bytes, declared ? 10 : 50)) return declared ?? { charset: 'utf-8', from: 'utf-8' }
  const legacy = named.filter((name) => name.charset !== 'utf-8')
  // windows-1252 is what servers say when nobody told them anything: another name goes first
  const first = legacy.find((name) => name.charset !== 'windows-1252') ?? legacy[0]
  if (first && !isDoubtful(bytes, first.charset)) return first
  const detected = detectCharset(bytes)
  if (detected !== undefined) return { charset: detected, from: 'detected' }
  return first ?? { charset: 'windows-1252', from: 'default' }
}

/** Valid sequences outnumber stray bytes so far that the stray bytes are the accident. */
function mostlyUtf8(bytes: Uint8Array, times: number): boolean {
  const { valid, invalid } = countUtf8(bytes)
  return valid >= invalid * times
}

/** A charset that cannot decode the text, or a Western one over bytes no Western text has. */
function isDoubtful(bytes: Uint8Array, charset: string): boolean {
  const sample = textSample(bytes)
  if (charset === 'windows-1252') return standsInRuns(sample)
  return errorShare(new TextDecoder(charset).decode(sample)) > 0.01
}

function isSingleByte(charset: string): boolean {
  return /^(?:windows-|iso-8859-|koi8|macintosh|ibm|x-mac)/.test(charset)
}

/** `ESC $ @`, `ESC $ B`, `ESC ( J`: what makes 7-bit bytes ISO-2022-JP. */
function hasJapaneseEscape(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    const [a, b] = [bytes[at + 1], bytes[at + 2]]
    if ((a === 0x24 && (b === 0x40 || b === 0x42)) || (a === 0x28 && b === 0x4a)) return true
  }
  return false
}

/** Bytes of invalid UTF-8 looked at when telling stray bytes from another charset. */
const SAMPLE = 1 << 20

/**
 * The text of bytes that are valid UTF-8 (no overlong form, no surrogate), less a sequence cut by the end of the input;
 * undefined where they are something else. ASCII with one odd byte at its end is not taken for a cut sequence.
 */
function utf8Text(bytes: Uint8Array): string | undefined {
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

interface Utf8Count {
  /** Well-formed sequences of two bytes or more. */
  readonly valid: number
  /** Bytes above 0x7F that belong to none. */
  readonly invalid: number
}

/** Counts well-formed sequences and stray bytes in the first MiB; for input already known to be invalid. */
function countUtf8(bytes: Uint8Array): Utf8Count {
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

/** Letters a text in these charsets cannot do without, and their least share among the characters beyond ASCII. */
const NATIVE: Readonly<Record<string, readonly [letters: RegExp, share: number]>> = {
  'euc-kr': [/\p{Script=Hangul}/gu, 0.5],
  'euc-jp': [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 0.1],
  shift_jis: [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 0.1],
}
const LATIN = /^(?:windows-125[02478]|iso-8859-(?:2|9))$/

/** Charsets Cyrillic is written in; the detector does not know those of DOS and the Macintosh. */
const CYRILLIC = ['windows-1251', 'koi8-r', 'koi8-u', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic']
/** The most frequent letters of Russian, Ukrainian, Bulgarian and Serbian make up this much of a text, and more. */
const FREQUENT = /[оаеинтрс]/g
const FREQUENT_SHARE = 0.42
const SMALL = /[а-яёіїєґўђјљњћџ]/g
const SMALL_SHARE = 0.7
const CAPITAL = /[А-ЯІЇЄҐЎ]/g

/**
 * Guesses a legacy charset from the page's text outside tags: the detector's best guess that can decode the sample and
 * reads as what it claims to be. Undefined where nothing fits. UTF-8 and UTF-16 are never answered: they are told before.
 */
function detectCharset(bytes: Uint8Array): string | undefined {
  const sample = textSample(bytes)
  if (sample.length === 0) return undefined
  const cyrillic = cyrillicCharset(sample)
  if (cyrillic !== undefined) return cyrillic
  const names = new Set(analyse(sample).map((match) => charsetOf(match.name)))
  for (const name of names)
    if (name !== undefined && !name.startsWith('utf-') && fits(sample, name)) return name
  return undefined
}

/** The Cyrillic charset in which the bytes are small letters, the frequent ones as often as they should; undefined for none. */
function cyrillicCharset(sample: Uint8Array): string | undefined {
  // accented letters stand alone among Latin ones, letters of Cyrillic in words
  if (!standsInRuns(sample)) return undefined
  let [best, most]: [string | undefined, number] = [undefined, 0]
  for (const charset of CYRILLIC) {
    const beyond = new TextDecoder(charset).decode(sample).replace(/[\0-\x7f]/g, '')
    const small = beyond.match(SMALL)?.length ?? 0
    const frequent = beyond.match(FREQUENT)?.length ?? 0
    if (beyond.length < 20 || small < beyond.length * SMALL_SHARE || frequent < small * FREQUENT_SHARE)
      continue
    const score = frequent + small + (beyond.match(CAPITAL)?.length ?? 0)
    if (score > most) [best, most] = [charset, score]
  }
  return best
}

function fits(sample: Uint8Array, charset: string): boolean {
  if (LATIN.test(charset)) return !standsInRuns(sample)
  const text = new TextDecoder(charset).decode(sample)
  if (errorShare(text) > 0.01) return false
  const native = NATIVE[charset]
  if (native === undefined) return true
  const beyond = text.match(/[^\0-\x7f]/gu)?.length ?? 0
  return (text.match(native[0])?.length ?? 0) >= beyond * native[1]
}

/** Share of a decoded text's characters that could not be decoded. */
function errorShare(text: string): number {
  let errors = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) errors++
  return text.length === 0 ? 0 : errors / text.length
}

/** Bytes searched for text, and bytes of text sampled. */
const REACH = 1 << 20
const SAMPLE_BYTES = 12_288
const LINE_FEED = 0x0a
const QUOTE = 0x22
const SEMICOLON = 0x3b
const LESS = 0x3c
const GREATER = 0x3e
const BRACE_OPEN = 0x7b
const BRACE_CLOSE = 0x7d

/**
 * The stretches of a page that hold a byte above 0x7F, up to 12 KiB: tags, scripts and style sheets are ASCII and would
 * drown the text. Stretches end where no character of a legacy charset is cut: `\n " ; < >` are second byte in none,
 * braces only after a byte above 0x7F.
 */
function textSample(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, SAMPLE_BYTES))
  const reach = Math.min(bytes.length, REACH)
  let filled = 0
  let start = 0
  let high = false
  for (let i = 0; i <= reach && filled < sample.length; i++) {
    const byte = i < reach ? bytes[i]! : LINE_FEED
    if (byte >= 0x80) high = true
    if (!isBoundary(byte, i === 0 ? 0 : bytes[i - 1]!)) continue
    if (high) {
      const piece = bytes.subarray(start, Math.min(i + 1, start + sample.length - filled))
      sample.set(piece, filled)
      filled += piece.length
    }
    start = i + 1
    high = false
  }
  return sample.subarray(0, filled)
}

function isBoundary(byte: number, before: number): boolean {
  switch (byte) {
    case LINE_FEED:
    case QUOTE:
    case SEMICOLON:
    case LESS:
    case GREATER:
      return true
    case BRACE_OPEN:
    case BRACE_CLOSE:
      return before < 0x80
    default:
      return false
  }
}

/** True where bytes above 0x7F follow each other as in no Western or Central European text. */
function standsInRuns(sample: Uint8Array): boolean {
  let high = 0
  let runs = 0
  for (let i = 1; i < sample.length; i++) {
    if (sample[i]! < 0x80) continue
    high++
    if (sample[i - 1]! >= 0x80) runs++
  }
  return high >= 20 && runs > high * 0.4
}
