import { CUE_WORDS, type Cue, GLUED_CUES } from '../../words/date-cues.ts'
import type { Token } from './tokens.ts'

/** The nearest word before a date, and after the date before it, that says what it is. */
export function cueBefore(tokens: readonly Token[], from: number, to: number): Cue | undefined {
  for (let i = to - 1; i >= from && i > to - 12; i--) {
    const { text, type } = tokens[i]!
    const cue = type === 'word' ? (CUE_WORDS.get(text) ?? gluedAt(tokens, i)) : undefined
    if (cue !== undefined) return cue
  }
  return undefined
}

/** Two Han characters, or a Thai word that begins with the cue. */
function gluedAt(tokens: readonly Token[], at: number): Cue | undefined {
  const pair = tokens[at]!.text + (tokens[at]!.text.length === 1 ? (tokens[at + 1]?.text ?? '') : '')
  const found = GLUED_CUES.find(([word]) => pair.startsWith(word))
  return found && { kind: found[1], dmy: false }
}

/** A cue of a script without spaces right after a date, unless it is the label of the next one. */
export function cueAfter(tokens: readonly Token[], at: number, line: string): Cue | undefined {
  let i = at
  while (i < at + 2 && tokens[i]?.type === 'mark') i++
  const token = tokens[i]
  if (token === undefined || token.text.length !== 1) return undefined
  const found = GLUED_CUES.find(([word]) => line.startsWith(word, token.from))
  const labelled = found !== undefined && line[token.from + found[0].length] === ':'
  return found && !labelled ? { kind: found[1], dmy: false } : undefined
}
