import { FUNCTION_WORDS } from './function-words.ts'

/** Languages with a list of function words; the place of one is its bit in what {@link functionLanguages} gives. */
export const FUNCTION_LANGUAGES: readonly string[] = Object.keys(FUNCTION_WORDS)

/** Where the hash of a word begins (FNV-1a), as a signed number: those need no memory of their own. */
export const WORD_HASH = 0x811c9dc5 | 0

/** The hash with one unit more. */
export function hashOn(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** Words are longer in no list. */
export const LONGEST_FUNCTION_WORD = 11

/** Size of the table, a power of two and several times the number of words. */
const SIZE = 1 << 13
/** Hashes of words by their low bits, or behind that place where it is taken; and the languages of each. */
const HASHES = new Int32Array(SIZE)
const LANGUAGES = new Int32Array(SIZE)
FUNCTION_LANGUAGES.forEach((language, i) => {
  for (const word of FUNCTION_WORDS[language]!.split(' ')) {
    let hash = WORD_HASH
    for (let at = 0; at < word.length; at++) hash = hashOn(hash, word.charCodeAt(at))
    const place = placeOf(hash)
    HASHES[place] = hash
    LANGUAGES[place]! |= 1 << i
  }
})

/** The languages that have the lower-case word of a hash among their function words, a bit each; 0 for none. */
export function functionLanguages(hash: number): number {
  return LANGUAGES[placeOf(hash)]!
}

/** Counts the word of a hash for every language that has it; tells whether any has. */
export function countFunctionWord(hash: number, counts: Uint16Array): boolean {
  const languages = functionLanguages(hash)
  for (let i = 0, left = languages; left !== 0; i++, left >>>= 1) if ((left & 1) === 1) counts[i]!++
  return languages !== 0
}

/** Where the word stands in the table, or would. */
function placeOf(hash: number): number {
  let place = (hash ^ (hash >>> 15)) & (SIZE - 1)
  while (HASHES[place] !== hash && HASHES[place] !== 0) place = (place + 1) & (SIZE - 1)
  return place
}
