import { characterClass, isLetterOrMark, UPPER } from '../core/character.ts'
import { foldKey } from '../core/fold.ts'
import { findWholeLines, mayBeginWholeLine, type WholeLineList } from '../words/whole-lines.ts'

/** Words of the longest entry looked for, and entries in a row that make a menu. */
const WORDS = 4
const LEAST = 3
/** Characters of a head or a foot that are looked through. */
const REACH = 2_000

/** Words that read together as an entry. */
interface Entry {
  readonly from: number
  readonly to: number
  readonly letters: number
}

/** A word of a text, and its letters once they are asked for. */
interface Word {
  readonly from: number
  readonly to: number
  key?: string
}

/**
 * The phrases of menus, share bars, feet and forms in a text whose lines were put behind one another, each the longest at its
 * place; none where more characters stand in other words than `spare`.
 */
function entriesAmong(text: string, words: readonly Word[], spare: number, list?: WholeLineList): Entry[] {
  const entries: Entry[] = []
  let left = spare
  for (let at = 0; at < words.length && left >= 0; ) {
    const { from, to } = words[at]!
    const [count, letters] = OPENS.test(text.slice(from, from + 3)) ? longestAt(text, words, at, list) : NONE
    if (count === 0) left -= to - from
    else entries.push({ from, to: words[at + count - 1]!.to, letters })
    at += Math.max(1, count)
  }
  return left < 0 ? [] : entries
}

const OPENS = /^["“„«([]?[\p{Lu}\p{Lo}]/u
const NONE: readonly [words: number, letters: number] = [0, 0]

/** Words and letters of the longest entry that begins with a word. */
function longestAt(
  text: string,
  words: readonly Word[],
  first: number,
  list: WholeLineList | undefined,
): readonly [words: number, letters: number] {
  const nothing = findWholeLines('')
  let longest = NONE
  let key = ''
  for (let at = first; at < words.length && at < first + WORDS; at++) {
    const word = words[at]!
    word.key ??= foldKey(text.slice(word.from, word.to))
    key += word.key
    if (at === first && !mayBeginWholeLine(key)) break
    const found = findWholeLines(key)
    if (found !== nothing && (list === undefined || found[list])) longest = [at + 1 - first, key.length]
  }
  return longest
}

/** The words between white space. */
function spacedWords(text: string): readonly Word[] {
  const words: Word[] = []
  for (const { index, 0: word } of text.slice(0, REACH).matchAll(/\S+/g))
    words.push({ from: index, to: index + word.length })
  return words
}

/** Where the menu ends that the head of a page opens with, once its lines were put behind one another; 0 where there is none. */
export function menuEnd(text: string): number {
  let [end, count] = [0, 0]
  for (const { from, to } of entriesAmong(text, spacedWords(text), text.length)) {
    // one entry in between may be the site's own
    if (/\S\s+\S/.test(text.slice(end, from).trim())) break
    count++
    end = to
  }
  return count >= LEAST ? end : 0
}

/** Where the entries of a page's foot begin and end, once its lines were put behind one another; none where they are few. */
export function footEdges(text: string): readonly number[] {
  const entries = entriesAmong(text, spacedWords(text), text.length)
  return entries.length < LEAST ? [] : entries.flatMap(({ from, to }) => [from, to])
}

/** Share of a line's letters that entries must take, and other characters that may stand in words between them. */
const ALL = 0.85
const SIGNS = 6

/** Buttons as text browsers print them. */
const BRACKETED = /^(?:\s?\[\s?\p{L}[^\]]{0,28}\]){2,}$/u

/** Whether a line is nothing but entries, two at least, be they glued as markup without spaces prints them. */
export function isEntryRow(line: string): boolean {
  return BRACKETED.test(line) || entriesOf(line) > 1
}

/** How many entries, of one list perhaps, a line is made of and of nothing else. */
export function entriesOf(line: string, list?: WholeLineList): number {
  const words = partedWords(line)
  if (words.length === 0) return 0
  // what is no letter may stand between them, too
  const entries = entriesAmong(line, words, line.length * (1 - ALL) + SIGNS, list)
  if (entries.length === 0) return 0
  const letters = entries.reduce((sum, entry) => sum + entry.letters, 0)
  const all = words.reduce((sum, { from, to, key }) => sum + (key ?? foldKey(line.slice(from, to))).length, 0)
  return letters >= all * ALL ? entries.length : 0
}

/** The words between anything but letters, cut before capitals inside. */
function partedWords(line: string): readonly Word[] {
  const words: Word[] = []
  const { length } = line
  let from = -1
  for (let at = 0; at <= length && at < REACH; at++) {
    const inside = at < length && isInWord(line.charCodeAt(at))
    if (from >= 0 && (!inside || turnsUpper(line, at))) {
      words.push({ from, to: at })
      from = -1
    }
    if (inside && from < 0) from = at
  }
  return words
}

/** A letter, a mark, an apostrophe, a hyphen, or half of a pair. */
function isInWord(unit: number): boolean {
  if (unit < 128) return (unit | 32) >= 97 ? (unit | 32) <= 122 : unit === 39 || unit === 45
  return isLetterOrMark(unit) || unit === 0x2019 || (unit >= 0xd800 && unit <= 0xdfff)
}

/** A capital behind a small letter. */
function turnsUpper(line: string, at: number): boolean {
  return (characterClass(line.charCodeAt(at)) & UPPER) !== 0 && /^\p{Ll}/u.test(line.slice(at - 1, at))
}
