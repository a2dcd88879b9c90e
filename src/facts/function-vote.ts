import { countFunctionWord, FUNCTION_LANGUAGES, hashOn, WORD_HASH } from '../words/function-languages.ts'
import { isLetterOrMark } from './character.ts'

/** How the words of a text vote for languages by their function words. */
export interface FunctionVote {
  readonly language: string
  /** Share of the words that are function words of this language. */
  readonly share: number
  /** Function words found, and what the next language has of them. */
  readonly hits: number
  readonly next: number
}

const SAMPLE = 2_000
/** A longer run of letters counts as several words: scripts without spaces have such. */
const LONGEST = 30

/** Votes of at most the first 2,000 characters; undefined where no function word of any of the languages stands. */
export function functionVote(text: string, among?: ReadonlySet<string>): FunctionVote | undefined {
  const lower = text.slice(0, SAMPLE).toLowerCase()
  const hits = new Uint16Array(FUNCTION_LANGUAGES.length)
  let words = 0
  for (let at = 0; at < lower.length; ) {
    let hash = WORD_HASH
    let letters = 0
    while (letters < LONGEST) {
      const size = letterAt(lower, at)
      if (size === 0) break
      hash = hashOn(hash, lower.charCodeAt(at))
      at += size
      letters++
    }
    if (letters === 0) {
      at++
      continue
    }
    words++
    countFunctionWord(hash, hits)
  }
  return mostHits(hits, words, among)
}

/** Units of the letter or mark that stands here, 0 where none does. */
function letterAt(text: string, at: number): number {
  if (at >= text.length) return 0
  const unit = text.charCodeAt(at)
  if (unit >= 0xd800 && unit <= 0xdbff) return ASTRAL.test(text.slice(at, at + 2)) ? 2 : 0
  return isLetterOrMark(unit) ? 1 : 0
}
const ASTRAL = /^[\p{L}\p{M}]/u

function mostHits(
  hits: Uint16Array,
  words: number,
  among: ReadonlySet<string> | undefined,
): FunctionVote | undefined {
  let [best, most, next] = [0, 0, 0]
  for (let i = 0; i < hits.length; i++) {
    const own = among === undefined || among.has(FUNCTION_LANGUAGES[i]!) ? hits[i]! : 0
    if (own > most) [best, most, next] = [i, own, most]
    else if (own > next) next = own
  }
  if (most === 0) return undefined
  return { language: FUNCTION_LANGUAGES[best]!, share: most / words, hits: most, next }
}
