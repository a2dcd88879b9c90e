import { hashPair } from '../core/hash.ts'

/** Words, and single characters of scripts that part no words. */
const TOKENS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu
/** Words of a shingle. */
const WORDS = 3

/**
 * SimHash (Charikar 2002) of 64 bits over the shingles of three words of a text, as 16 hexadecimal digits. Texts that share
 * nearly all of their words have fingerprints that differ in few bits (Manku, Jain, Das Sarma 2007: at most three).
 */
export function fingerprintOf(text: string): string {
  const tokens = text.normalize('NFKC').toLowerCase().match(TOKENS) ?? []
  const sums = new Int32Array(64)
  for (let at = 0; at < Math.max(1, tokens.length - WORDS + 1); at++) {
    const [high, low] = hashPair(tokens.slice(at, at + WORDS).join(' '))
    for (let bit = 0; bit < 32; bit++) {
      sums[bit]! += (high >>> bit) & 1 ? 1 : -1
      sums[32 + bit]! += (low >>> bit) & 1 ? 1 : -1
    }
  }
  const word = (from: number) => {
    let bits = 0
    for (let bit = 0; bit < 32; bit++) if (sums[from + bit]! > 0) bits |= 1 << bit
    return (bits >>> 0).toString(16).padStart(8, '0')
  }
  return `${word(0)}${word(32)}`
}
