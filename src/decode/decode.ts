import { getBOMEncoding, TextDecoder } from '@exodus/bytes/encoding.js'
import { detectCharset, errorShare } from './detect.ts'
import { declaredCharset, transportCharset } from './label.ts'
import { withoutControls } from './safe-text.ts'
import { standsInRuns, textSample } from './text-sample.ts'
import { countUtf8, utf8Text } from './utf8.ts'
import { utf16Order } from './utf16.ts'

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
