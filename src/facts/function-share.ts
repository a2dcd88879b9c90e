import type { Script } from '../core/facts.ts'
import { FUNCTION_CHARACTERS, FUNCTION_WORDS } from '../words/function-words.ts'
import { characterClass, WORD } from './character.ts'

const WORDS: ReadonlySet<string> = new Set(Object.values(FUNCTION_WORDS).flatMap((list) => list.split(' ')))
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
  let start = -1
  for (let i = 0; i <= sample.length; i++) {
    const inside = i < sample.length && (characterClass(sample.charCodeAt(i)) & WORD) !== 0
    if (inside && start < 0) start = i
    if (inside || start < 0) continue
    words++
    if (i - start < 12 && WORDS.has(sample.slice(start, i))) hits++
    start = -1
  }
  return words === 0 ? 0 : hits / words
}

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
