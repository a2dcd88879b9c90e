import {
  CLOSING,
  COMMA,
  characterClass,
  DIGIT,
  FULL_STOP,
  IDEOGRAPH,
  LETTER,
  SEPARATOR,
  SPACE,
  STOP,
  UPPER,
  WORD,
} from '../core/character.ts'
import { SCRIPTS, type Script } from '../core/facts.ts'
import { MASS } from './script-count.ts'

/** Counts over one text, made in a single pass. */
export interface Counts {
  readonly chars: number
  readonly mass: number
  readonly words: number
  readonly letters: number
  readonly digits: number
  readonly upper: number
  readonly commas: number
  readonly separators: number
  readonly sentences: number
  readonly script: Script
  readonly scriptShare: number
}

const NONE = SCRIPTS.indexOf('None')
const NO_LETTERS = SCRIPTS.map(() => 0)

export function count(text: string): Counts {
  let chars = 0
  let mass = 0
  let words = 0
  let letters = 0
  let digits = 0
  let upper = 0
  let commas = 0
  let separators = 0
  let sentences = 0
  let wordStart = -1
  let previousWord = 0
  const perScript: number[] = [...NO_LETTERS]
  for (let i = 0; i < text.length; i++) {
    const flags = characterClass(text.charCodeAt(i))
    if ((flags & SPACE) === 0) {
      chars++
      mass += MASS[flags & 15]!
    }
    if ((flags & WORD) !== 0) {
      if ((flags & IDEOGRAPH) !== 0) words++
      else if (wordStart < 0) {
        words++
        wordStart = i
      }
      if ((flags & LETTER) !== 0) {
        letters++
        perScript[flags & 15]!++
        if ((flags & UPPER) !== 0) upper++
      } else if ((flags & DIGIT) !== 0) digits++
      continue
    }
    if (wordStart >= 0) {
      previousWord = i - wordStart
      wordStart = -1
    }
    if ((flags & (STOP | COMMA | SEPARATOR)) === 0) continue
    if ((flags & COMMA) !== 0) commas++
    if ((flags & SEPARATOR) !== 0) separators++
    if ((flags & STOP) !== 0 && endsHere(text, i, flags, previousWord)) sentences++
  }
  const script = dominant(perScript)
  const scriptShare = letters === 0 ? 1 : perScript[script]! / letters
  return {
    chars,
    mass,
    words,
    letters,
    digits,
    upper,
    commas,
    separators,
    sentences,
    script: SCRIPTS[script]!,
    scriptShare,
  }
}

/** A stop ends a sentence when white space or the end follows (closing marks between), and no initial stands before it. */
function endsHere(text: string, at: number, flags: number, previousWord: number): boolean {
  let next = at + 1
  while (next < text.length && next < at + 4 && (characterClass(text.charCodeAt(next)) & CLOSING) !== 0)
    next++
  const after = next < text.length ? characterClass(text.charCodeAt(next)) : SPACE
  if ((after & STOP) !== 0) return false
  if ((flags & FULL_STOP) !== 0) return true
  if ((after & SPACE) === 0) return false
  return text[at] !== '.' || previousWord > 1
}

function dominant(perScript: readonly number[]): number {
  let best = NONE
  let most = 0
  for (let i = 0; i < perScript.length; i++) {
    if (perScript[i]! > most) {
      most = perScript[i]!
      best = i
    }
  }
  return best
}

/**
 * True when the text ends like a sentence; closing quotes, brackets, citation marks such as `[3]` and who wrote it, in
 * brackets, may follow the stop.
 */
export function endsSentence(text: string): boolean {
  return endsWithStop(text) || endsWithStop(text.replace(SIGNATURE, ''))
}

const SIGNATURE = /\s?[(（]\p{L}[^()（）.。]{1,30}[)）]$/u

function endsWithStop(text: string): boolean {
  for (let i = text.length - 1; i >= 0 && i > text.length - 12; i--) {
    const flags = characterClass(text.charCodeAt(i))
    if ((flags & STOP) !== 0) return true
    if ((flags & (CLOSING | SPACE)) !== 0) continue
    if ((flags & DIGIT) !== 0 || text[i] === '[') {
      if (citationAt(text, i)) continue
    }
    return false
  }
  return false
}

function citationAt(text: string, at: number): boolean {
  const open = text.lastIndexOf('[', at)
  return open > at - 5 && open >= 0 && text.indexOf(']', at) > 0
}
