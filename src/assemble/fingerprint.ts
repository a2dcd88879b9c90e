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
  const shingles = Math.max(1, tokens.length - WORDS + 1)
  const [high, low] = [new Int32Array(PLANES), new Int32Array(PLANES)]
  for (let at = 0; at < shingles; at++) {
    const hash = hashPair(tokens, at, Math.min(at + WORDS, tokens.length))
    countBits(high, hash[0])
    countBits(low, hash[1])
  }
  return mostlySet(high, shingles) + mostlySet(low, shingles)
}

/** Enough to count the shingles of the longest text there can be. */
const PLANES = 30

/**
 * Counts the bits of a word, all 32 places at once: plane k holds bit k of every place's count, and what overflows is
 * carried on to the next (as in bit-sliced adders).
 */
function countBits(planes: Int32Array, word: number): void {
  for (let k = 0, carry = word; carry !== 0; k++) {
    const plane = planes[k]!
    planes[k] = plane ^ carry
    carry &= plane
  }
}

/** The places set in more than half of the words, as eight hexadecimal digits. */
function mostlySet(planes: Int32Array, words: number): string {
  let bits = 0
  for (let bit = 0; bit < 32; bit++) {
    let times = 0
    for (let k = 0; k < planes.length; k++) times += ((planes[k]! >>> bit) & 1) << k
    if (times * 2 > words) bits |= 1 << bit
  }
  return (bits >>> 0).toString(16).padStart(8, '0')
}
