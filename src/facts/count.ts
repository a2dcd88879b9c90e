import {
  CLOSING,
  characterClass,
  DIGIT,
  FULL_STOP,
  IDEOGRAPH,
  LETTER,
  SPACE,
  STOP,
  WORD,
} from '../core/character.ts'
import { SCRIPTS, type Script } from '../core/facts.ts'
import { massOf } from './script-count.ts'

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
  /** What stands in it: see `signsOf`. */
  readonly signs: number
}

const LATIN = SCRIPTS.indexOf('Latin')
const NONE = SCRIPTS.indexOf('None')

/** Adds flags up instead of branching on them: where words begin and end no processor can guess. */
export function count(text: string): Counts {
  let signs = 0
  let spaces = 0
  let words = 0
  let letters = 0
  let digits = 0
  let upper = 0
  let commas = 0
  let separators = 0
  let sentences = 0
  // 1 inside a word of a script with spaces
  let open = 0
  // most texts have letters of one script
  let others: Uint32Array | undefined
  let otherLetters = 0
  const { length } = text
  for (let i = 0; i < length; i++) {
    const flags = characterClass(text.charCodeAt(i))
    signs |= flags
    letters += (flags >> 4) & 1
    digits += (flags >> 5) & 1
    upper += (flags >> 6) & 1
    spaces += (flags >> 7) & 1
    commas += (flags >> 8) & 1
    separators += (flags >> 10) & 1
    const ideograph = (flags >> 13) & 1
    const spaced = ((flags >> 12) & 1) ^ ideograph
    words += ideograph + (spaced & ~open)
    open = (open & ideograph) | spaced
    if ((flags & (LETTER | 15)) > LETTER) {
      others ??= new Uint32Array(SCRIPTS.length)
      others[flags & 15]!++
      otherLetters++
    } else if ((flags & STOP) !== 0 && endsHere(text, i, flags)) sentences++
  }
  const latin = letters - otherLetters
  const script = dominant(latin, others)
  const chars = length - spaces
  return {
    chars,
    mass: others === undefined ? chars : chars - otherLetters + massOf(others),
    words,
    letters,
    digits,
    upper,
    commas,
    separators,
    sentences,
    script: SCRIPTS[script]!,
    scriptShare: letters === 0 ? 1 : (script === LATIN ? latin : (others?.[script] ?? 0)) / letters,
    signs,
  }
}

/** The script most letters are of; of two alike the first. */
function dominant(latin: number, others: Uint32Array | undefined): number {
  let script = latin > 0 ? LATIN : NONE
  let most = latin
  if (others === undefined) return script
  for (let i = 0; i < others.length; i++) {
    if (others[i]! <= most) continue
    script = i
    most = others[i]!
  }
  return script
}

/** A stop ends a sentence when white space or the end follows (closing marks between), and no initial stands before it. */
function endsHere(text: string, at: number, flags: number): boolean {
  let next = at + 1
  while (next < text.length && next < at + 4 && (characterClass(text.charCodeAt(next)) & CLOSING) !== 0)
    next++
  const after = next < text.length ? characterClass(text.charCodeAt(next)) : SPACE
  if ((after & STOP) !== 0) return false
  if ((flags & FULL_STOP) !== 0) return true
  if ((after & SPACE) === 0) return false
  return text[at] !== '.' || wordBefore(text, at) > 1
}

/** Units of the last word before a place, from its first letter of a script with spaces on; 0 where there is none. */
function wordBefore(text: string, at: number): number {
  let [from, to] = [-1, -1]
  for (let i = at - 1; i >= 0; i--) {
    const flags = characterClass(text.charCodeAt(i))
    if ((flags & WORD) === 0) {
      if (from >= 0) break
      to = -1
      continue
    }
    if (to < 0) to = i + 1
    if ((flags & IDEOGRAPH) === 0) from = i
  }
  return from < 0 ? 0 : to - from
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
