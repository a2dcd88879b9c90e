import { characterClass, DIGIT, LETTER, SPACE, WORD } from './character.ts'

/** Longest key kept, in characters: enough to tell two paragraphs apart together with their length. */
const LONGEST = 120

const ASCII = /^[\0-\x7f]*$/
const ASCII_SIGNS = /[^a-z0-9_]+/g

/** Folds a text for comparison: NFKC, lower case, letters, marks and digits only; a long one is cut and given its length. */
export function foldKey(text: string): string {
  const cut = text.length > LONGEST * 2 ? text.slice(0, LONGEST * 2) : text
  const key = ASCII.test(cut) ? cut.toLowerCase().replace(ASCII_SIGNS, '') : wordsOf(lower(cut))
  return key.length > LONGEST || cut !== text ? `${key.slice(0, LONGEST)}#${text.length}` : key
}

/** NFKC in lower case; a Turkish capital `İ` becomes a plain `i` rather than one with a second dot. */
export function lower(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase()
  return folded.includes(DOT) ? folded.replaceAll(`i${DOT}`, 'i') : folded
}
const DOT = '\u0307'

const SIGNS = /[^\p{L}\p{M}\p{N}_|]+/gu

/** The keys of phrases joined by `|`, in order; all are folded at once, for there are thousands. */
export function foldKeys(phrases: string): string[] {
  const keys = lower(phrases).replace(SIGNS, '').split('|')
  return keys.some((key) => key.length > LONGEST) ? phrases.split('|').map(foldKey) : keys
}

function wordsOf(folded: string): string {
  let key = ''
  let start = -1
  for (let i = 0; i <= folded.length; i++) {
    const inside = i < folded.length && (characterClass(folded.charCodeAt(i)) & WORD) !== 0
    if (inside && start < 0) start = i
    if (inside || start < 0) continue
    key += folded.slice(start, i)
    start = -1
  }
  return key
}

/** Marks in a row that are too many. */
const MANY = 30
const MARKS = new RegExp(`\\p{M}{${MANY}}`, 'gu')

/**
 * A text that is safe to normalize: marks in a row are ordered by insertion, which costs the square of their number, so
 * rows of them are parted as Unicode's Stream-Safe Text Format does (UAX #15, 13): U+034F after every thirty.
 */
export function streamSafe(text: string): string {
  // so many in a row cover one place of every thirty
  for (let at = MANY - 1; at < text.length; at += MANY)
    if (mayBeMark(text.charCodeAt(at))) return text.replace(MARKS, '$&\u034f')
  return text
}

/** A mark, an underscore, or half of a pair. */
function mayBeMark(unit: number): boolean {
  if (unit >= 0xd800 && unit <= 0xdfff) return true
  return (characterClass(unit) & (WORD | LETTER | DIGIT)) === WORD
}

/** White space of every kind to single spaces, trimmed. */
export function foldSpace(text: string): string {
  let out = ''
  let start = -1
  for (let i = 0; i <= text.length; i++) {
    const inside = i < text.length && (characterClass(text.charCodeAt(i)) & SPACE) === 0
    if (inside && start < 0) start = i
    if (inside || start < 0) continue
    out += out === '' ? text.slice(start, i) : ` ${text.slice(start, i)}`
    start = -1
  }
  return out
}

/** Texts copied at a time. */
const BATCH = 4_000

/**
 * The same texts, each a string of its own. A part of a page is a view of it: every look at a character goes through the
 * page, with two bytes a character where one of the page's needs them. Twice as fast to read, for a fraction of one look.
 */
export function ownTexts(texts: readonly string[]): readonly string[] {
  const own: string[] = []
  for (let at = 0; at < texts.length; at += BATCH)
    for (const text of JSON.parse(JSON.stringify(texts.slice(at, at + BATCH)))) own.push(text)
  return own
}
