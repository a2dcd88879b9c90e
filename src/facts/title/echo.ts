import type { Block } from '../../core/block.ts'
import { streamSafe } from '../../core/fold.ts'
import { contains, type Haystack, haystack } from '../haystack.ts'

/** Words of one line that are compared; the rest adds nothing. */
const MOST = 40
/** Letters of a word an address spells out, and of one that carries sense; pairs of unspaced characters always do. */
const SPELLED = 3
const TELLING = 4
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/u

const known = new WeakMap<Block, readonly string[]>()

/** Words of a block by which an address or a text may echo it; kept, since several titles of a page are looked for among the same blocks. */
export function wordsOf(block: Block): readonly string[] {
  let words = known.get(block)
  if (words === undefined) {
    words = senseWords(block.text)
    known.set(block, words)
  }
  return words
}

/** Three letters and more, without accents and apostrophes; pairs of characters where a script has no spaces. */
function senseWords(text: string): string[] {
  const folded = fold(text)
  if (!BEYOND_ASCII.test(folded)) return (folded.match(PLAIN_WORDS) ?? []).slice(0, MOST)
  const out: string[] = []
  for (const word of folded.split(/[^\p{L}\p{N}]+/u)) {
    if (out.length >= MOST) break
    if (UNSPACED.test(word))
      for (let i = 0; i + 1 < word.length && out.length < MOST; i += 2) out.push(word.slice(i, i + 2))
    else if (word.length >= SPELLED) out.push(word)
  }
  return out
}

const BEYOND_ASCII = /[^\0-\x7f]/
const PLAIN_WORDS = /[a-z0-9]{3,}/g

function fold(text: string): string {
  const lower = text.toLowerCase().replace(/['\u2018\u2019\u02bc]/g, '')
  return BEYOND_ASCII.test(lower) ? streamSafe(lower).normalize('NFKD').replace(/\p{M}/gu, '') : lower
}

/** Those of the words that a text takes up for their sense: not the short ones. */
export function telling(words: readonly string[]): readonly string[] {
  return words.filter((word) => word.length >= TELLING || UNSPACED.test(word))
}

/** Words of the longest part of an address's path. */
export function slugWords(url: string | undefined): ReadonlySet<string> {
  const path = url?.split(/[?#]/)[0]?.replace(/^[a-z]+:\/\/[^/]+/i, '') ?? ''
  const part = path.split('/').reduce((best, piece) => (piece.length > best.length ? piece : best), '')
  return new Set(senseWords(part.slice(0, 300).replace(/%[0-9a-f]{2}/gi, ' ')))
}

/** How many words of a text there are to spell, and how many of them an address says. */
export function spelledIn(slug: ReadonlySet<string>, text: string): { words: number; said: number } {
  const words = senseWords(text)
  return { words: words.length, said: words.filter((word) => slug.has(word)).length }
}

/** Words that an opening is asked for have so many letters at least. */
const RUN = 3

/** The text's first blocks, folded for finding words in them. */
export function openingText(blocks: readonly Block[], body: number): Haystack {
  let joined = ''
  for (let at = body; at < blocks.length && at < body + 8 && joined.length < 2500; at++)
    joined += ` ${blocks[at]!.text}`
  return haystack(fold(joined), RUN)
}

/** Share of the words that the text takes up. */
export function share(words: readonly string[], opening: Haystack): number {
  let taken = 0
  for (const word of words) if (contains(opening, word)) taken++
  return taken / words.length
}
