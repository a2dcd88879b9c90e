import { TextDecoder } from '@exodus/bytes/encoding.js'
import { analyse } from 'chardet'
import { charsetOf } from './label.ts'
import { standsInRuns, textSample } from './text-sample.ts'

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
export function detectCharset(bytes: Uint8Array): string | undefined {
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
export function errorShare(text: string): number {
  let errors = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) errors++
  return text.length === 0 ? 0 : errors / text.length
}
