import type { Script } from '../core/facts.ts'
import { functionLanguages, hashOn, LONGEST_FUNCTION_WORD, WORD_HASH } from '../words/function-languages.ts'
import { FUNCTION_CHARACTERS } from '../words/function-words.ts'
import { characterClass, WORD } from './character.ts'

const LISTED: ReadonlySet<Script> = new Set([
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Hangul',
])
/** Enough of a block to tell prose from a list. */
const SAMPLE = 400

/** Share of the words (characters, where a script has no spaces) that are function words; 0 to 1. */
export function functionShare(text: string, script: Script): number | undefined {
  if (script === 'Han' || script === 'Kana' || script === 'Thai')
    return characterShare(text, FUNCTION_CHARACTERS[script])
  return LISTED.has(script) ? wordShare(text) : undefined
}

function wordShare(text: string): number {
  const sample = text.slice(0, SAMPLE).toLowerCase()
  let words = 0
  let hits = 0
  let length = 0
  let hash = WORD_HASH
  for (let i = 0; i <= sample.length; i++) {
    const unit = i < sample.length ? sample.charCodeAt(i) : SPACE
    if ((characterClass(unit) & WORD) !== 0) {
      hash = hashOn(hash, unit)
      length++
      continue
    }
    if (length === 0) continue
    words++
    if (length <= LONGEST_FUNCTION_WORD && functionLanguages(hash) !== 0) hits++
    length = 0
    hash = WORD_HASH
  }
  return words === 0 ? 0 : hits / words
}
const SPACE = 32

function characterShare(text: string, functional: string): number {
  const sample = text.slice(0, SAMPLE)
  let letters = 0
  let hits = 0
  for (const char of sample) {
    if ((characterClass(char.charCodeAt(0)) & WORD) === 0) continue
    letters++
    if (functional.includes(char)) hits++
  }
  return letters === 0 ? 0 : hits / letters
}
