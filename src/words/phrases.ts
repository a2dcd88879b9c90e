import { characterClass, IDEOGRAPH, WORD } from '../facts/character.ts'
import { foldKey } from '../facts/fold.ts'

/** Phrases by language (BCP 47), written as printed and joined by `|`. */
export type Phrases = Readonly<Record<string, string>>

/** A set of phrases prepared for look-ups that cost next to nothing on lines that do not match. */
export interface PhraseBook {
  /** True when the whole line, folded as in `Facts.key`, is one of the phrases. */
  has(key: string): boolean
  /** Folded length of the longest phrase the line opens with, ending where a word ends; 0 for none. */
  opens(text: string, key: string): number
}

/** Characters of a line looked at for an opening phrase. */
const OPENING = 64
/** Size of the tables of first characters, a power of two: small, since forty of them share the processor's cache. */
const TABLE = 1 << 12

export function phraseBook(...lists: readonly Phrases[]): PhraseBook {
  const keys = new Set<string>()
  const starts = new Uint8Array(TABLE)
  const longStarts = new Uint8Array(TABLE)
  let longest = 0
  for (const list of lists) {
    for (const phrase of Object.values(list).join('|').split('|')) {
      const key = foldKey(phrase)
      if (key === '') continue
      keys.add(key)
      starts[startOf(key)]! |= key.length < 4 ? 2 : 1
      if (key.length >= 4) longStarts[longStartOf(key)] = 1
      longest = Math.max(longest, key.length)
    }
  }
  return {
    has: (key) => key.length <= longest && starts[startOf(key)] !== 0 && keys.has(key),
    opens(text, key) {
      const start = starts[startOf(key)]!
      if (start === 0 || (start === 1 && longStarts[longStartOf(key)] === 0)) return 0
      return longestOpening(text, keys, longest)
    },
  }
}

/** The first two units as one small number: enough to turn most lines away. */
function startOf(key: string): number {
  return (key.charCodeAt(0) * 257 + key.charCodeAt(1)) & (TABLE - 1)
}

/** The first four units. */
function longStartOf(key: string): number {
  return (startOf(key) * 31 + key.charCodeAt(2) * 257 + key.charCodeAt(3)) & (TABLE - 1)
}

function longestOpening(text: string, keys: ReadonlySet<string>, longest: number): number {
  const sample = text.slice(0, OPENING).normalize('NFKC').toLowerCase()
  let key = ''
  let found = 0
  for (let i = 0; i < sample.length && key.length < longest; i++) {
    const flags = characterClass(sample.charCodeAt(i))
    if ((flags & WORD) === 0) continue
    key += sample[i]
    if (wordEnds(sample, i, flags) && keys.has(key)) found = key.length
  }
  return found
}

/** Scripts without spaces end a word at any character. */
function wordEnds(sample: string, at: number, flags: number): boolean {
  if ((flags & IDEOGRAPH) !== 0) return true
  return at + 1 >= sample.length || (characterClass(sample.charCodeAt(at + 1)) & WORD) === 0
}
