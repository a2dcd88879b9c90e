import {
  COMMA,
  characterClass,
  DIGIT,
  IDEOGRAPH,
  LETTER,
  lowerCase,
  SEPARATOR,
  UPPER,
  WORD,
} from '../../core/character.ts'
import { SCRIPTS } from '../../core/facts.ts'
import {
  countFunctionWord,
  FUNCTION_CHARACTERS,
  FUNCTION_LANGUAGES,
  functionLanguages,
  hashOn,
  LONGEST_FUNCTION_WORD,
  WORD_HASH,
} from '../../words/function-words.ts'

/** What is counted of a stretch of text, in one pass. */
export interface Tally {
  /** Words of scripts with spaces, pairs of characters of the others, as hashes. */
  readonly words: readonly number[]
  /** Words, where a character of a script without spaces is one. */
  readonly count: number
  readonly spaced: number
  /** Words that begin with a capital. */
  readonly capitals: number
  /** Function words by language, in the order of {@link FUNCTION_LANGUAGES}, and function characters in the last place. */
  readonly functional: Uint16Array
  /** Words that are function words of some language. */
  readonly anyFunctional: number
  readonly letters: number
  readonly perScript: Uint32Array
  /** Latin letters with marks. */
  readonly marked: number
  readonly digits: number
  readonly commas: number
  readonly separators: number
}

/** Place of the function characters in {@link Tally.functional}. */
export const CHARACTERS = FUNCTION_LANGUAGES.length

const LATIN = SCRIPTS.indexOf('Latin')
const BLANK = 32
const FUNCTIONAL = new Set([...Object.values(FUNCTION_CHARACTERS).join('')].map((char) => char.charCodeAt(0)))

/** Whether so many words of scripts with spaces stand in a row without a function word of any language among them. */
export function lacksGrammar(text: string, least: number): boolean {
  let hash = WORD_HASH
  let length = 0
  let row = 0
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 32
    const flags = characterClass(unit)
    if ((flags & WORD) !== 0) {
      hash = hashOn(hash, lowerCase(unit, flags))
      length++
      continue
    }
    if (length === 0) continue
    row = length <= LONGEST_FUNCTION_WORD && functionLanguages(hash) !== 0 ? 0 : row + 1
    if (row >= least) return true
    hash = WORD_HASH
    length = 0
  }
  return false
}

/** Counts `text` from one place to another. */
export function tally(text: string, from = 0, to = text.length): Tally {
  const words: number[] = []
  const functional = new Uint16Array(CHARACTERS + 1)
  const perScript = new Uint32Array(SCRIPTS.length)
  let spaced = 0
  let ideographs = 0
  let capitals = 0
  let anyFunctional = 0
  let letters = 0
  let marked = 0
  let digits = 0
  let commas = 0
  let separators = 0
  let hash = 0
  let length = 0
  let previous = 0
  // a space behind the last word ends it
  for (let i = from; i <= to; i++) {
    const unit = i < to ? text.charCodeAt(i) : BLANK
    const flags = characterClass(unit)
    if (length > 0 && (flags & (WORD | IDEOGRAPH)) !== WORD) {
      words.push(hash)
      spaced++
      if (length <= LONGEST_FUNCTION_WORD && countFunctionWord(hash, functional)) anyFunctional++
      length = 0
    }
    if ((flags & WORD) === 0) {
      previous = 0
      if ((flags & COMMA) !== 0) commas++
      if ((flags & SEPARATOR) !== 0) separators++
      continue
    }
    if ((flags & LETTER) !== 0) {
      letters++
      perScript[flags & 15]!++
      if ((flags & 15) === LATIN && unit > 127) marked++
    } else if ((flags & DIGIT) !== 0) digits++
    if ((flags & IDEOGRAPH) !== 0) {
      ideographs++
      if (FUNCTIONAL.has(unit)) {
        functional[CHARACTERS]!++
        anyFunctional++
      }
      if (previous !== 0) words.push(Math.imul(previous * 65599 + unit, 0x01000193))
      previous = unit
      continue
    }
    previous = 0
    if (length === 0) {
      hash = WORD_HASH
      if ((flags & UPPER) !== 0) capitals++
    }
    length++
    hash = hashOn(hash, lowerCase(unit, flags))
  }
  return {
    words,
    count: spaced + ideographs,
    spaced,
    capitals,
    functional,
    anyFunctional,
    letters,
    perScript,
    marked,
    digits,
    commas,
    separators,
  }
}
