/**
 * Two ways of counting words, each as the public benchmark it serves counts them. In both a character of a script
 * written without spaces is a word of its own.
 */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}'
const WORD = new RegExp(`[${UNSPACED}]|[[\\p{L}\\p{M}\\p{N}_]--[${UNSPACED}]]+`, 'gv')

// Ranges rather than script names: this tokenizer also takes Myanmar by the character, and iteration marks.
const BLOCKS =
  '\\u3005\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u0e00-\\u0e7f\\u1000-\\u109f'
const FOLDED = new RegExp(`[${BLOCKS}]|[[\\p{L}\\p{N}]--[_${BLOCKS}]]+`, 'gv')
const IN_BLOCKS = new RegExp(`[${BLOCKS}]`, 'v')

/** Words as written, case kept. */
export function wordsAsWritten(text: string): string[] {
  return text.match(WORD) ?? []
}

/** Words in lower case: the tokens of word F1 on HTML pages. */
export function words(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? []
}

/** Words after NFKC in lower case, marks dropped: the tokens of text dumps and of every alignment. */
export function foldedWords(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(FOLDED) ?? []
}

/** True where a folded word is a character of an unspaced script (or holds one). */
export function isUnspaced(word: string): boolean {
  return IN_BLOCKS.test(word)
}

/** How often each token occurs. */
export function tally(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}
