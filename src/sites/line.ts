import { characterClass, LETTER, WORD } from '../core/character.ts'

/** Characters by which a line is told: two that open with as many alike are one line. */
const LONGEST = 160
/** Fewest letters; a bare number or mark stands on pages by chance. */
const FEWEST = 2

/**
 * A line as it is compared between pages: NFKC, lower case, its words parted by single spaces, the first 160
 * characters. Undefined where it has no two letters. A line in this form stays as it is.
 */
export function lineOf(text: string): string | undefined {
  // what is folded away rarely makes up half of a line
  const folded = fold(text.slice(0, 2 * LONGEST))
  let line = ''
  let letters = 0
  let start = -1
  for (let i = 0; i <= folded.length && line.length < LONGEST; i++) {
    const unit = i < folded.length ? folded.charCodeAt(i) : 0
    // the second half of a character goes with the first
    if (unit >= 0xdc00 && unit <= 0xdfff) continue
    const flags = characterClass(unit)
    if ((flags & LETTER) !== 0) letters++
    if ((flags & WORD) !== 0) {
      if (start < 0) start = i
    } else if (start >= 0) {
      const word = folded.slice(start, i)
      line = line === '' ? word : `${line} ${word}`
      start = -1
    }
  }
  return letters < FEWEST ? undefined : line.slice(0, LONGEST).replace(CUT, '')
}

const ASCII = /^[\0-\x7f]*$/
const HALF = /\p{Surrogate}/gu
/** What a cut can leave at the end: half a character, a space. */
const CUT = /[\p{Surrogate} ]$/u

/** Lower case may undo the normal form, and the normal form lower case. */
function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(HALF, ' ')
}
