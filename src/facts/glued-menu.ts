import { foldKey } from '../core/fold.ts'
import { findWholeLines, type WholeLineList } from '../words/whole-lines.ts'

/** Words of the longest entry looked for, and entries in a row that make a menu. */
const WORDS = 4
const LEAST = 3
/** Characters of a head or a foot that are looked through. */
const REACH = 2_000

interface Entry {
  readonly from: number
  readonly to: number
}

/**
 * The phrases of menus, share bars, feet and forms in a text whose lines were put behind one another, each the longest at its
 * place; none where more characters stand between them than `spare`.
 */
function entriesIn(text: string, list?: WholeLineList, spare = text.length): Entry[] {
  const entries: Entry[] = []
  let left = spare
  for (let word = wordAt(text, 0); word !== undefined && left >= 0; ) {
    const end = OPENS.test(text.slice(word.from, word.from + 3)) ? endOfLongest(text, word, list) : undefined
    if (end === undefined) left -= word.to - word.from
    else entries.push({ from: word.from, to: end })
    word = wordAt(text, end ?? word.to)
  }
  return left < 0 ? [] : entries
}

const OPENS = /^["“„«([]?[\p{Lu}\p{Lo}]/u
const WORD = /\S+/g

/** The first word from a place on. */
function wordAt(text: string, from: number): Entry | undefined {
  WORD.lastIndex = from
  const found = from < REACH ? WORD.exec(text) : null
  return found === null ? undefined : { from: found.index, to: WORD.lastIndex }
}

/** Where the longest entry ends that begins with a word. */
function endOfLongest(text: string, first: Entry, list?: WholeLineList): number | undefined {
  const nothing = findWholeLines('')
  let longest: number | undefined
  let last: Entry | undefined = first
  for (let words = 0; words < WORDS && last !== undefined; words++) {
    const found = findWholeLines(foldKey(text.slice(first.from, last.to)))
    if (found !== nothing && (list === undefined || found[list])) longest = last.to
    last = wordAt(text, last.to)
  }
  return longest
}

/** Where the menu ends that the head of a page opens with, once its lines were put behind one another; 0 where there is none. */
export function menuEnd(text: string): number {
  let [end, count] = [0, 0]
  for (const { from, to } of entriesIn(text)) {
    // one entry in between may be the site's own
    if (/\S\s+\S/.test(text.slice(end, from).trim())) break
    count++
    end = to
  }
  return count >= LEAST ? end : 0
}

/** Where the entries of a page's foot begin and end, once its lines were put behind one another; none where they are few. */
export function footEdges(text: string): readonly number[] {
  const entries = entriesIn(text)
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
  const text = line.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').replace(/[^\p{L}\p{M}'’\s-]+/gu, ' ')
  // what is no letter may stand between them, too
  const entries = entriesIn(text, list, text.length * (1 - ALL) + SIGNS)
  const letters = entries.reduce((sum, { from, to }) => sum + foldKey(text.slice(from, to)).length, 0)
  return letters >= foldKey(text).length * ALL ? entries.length : 0
}
