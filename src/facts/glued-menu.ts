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
  const words = [...text.slice(0, REACH).matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    from: index,
    to: index + word.length,
    opens: /^["“„«([]?[\p{Lu}\p{Lo}]/u.test(word),
  }))
  const entries: Entry[] = []
  let left = spare
  for (let at = 0; at < words.length && left >= 0; ) {
    const last = words[at]!.opens ? longestFrom(text, words, at, list) : at
    if (last > at) entries.push({ from: words[at]!.from, to: words[last - 1]!.to })
    else left -= words[at]!.to - words[at]!.from
    at = Math.max(last, at + 1)
  }
  return left < 0 ? [] : entries
}

function longestFrom(text: string, words: readonly Entry[], at: number, list?: WholeLineList): number {
  const nothing = findWholeLines('')
  for (let last = Math.min(at + WORDS, words.length); last > at; last--) {
    const key = foldKey(text.slice(words[at]!.from, words[last - 1]!.to))
    const found = findWholeLines(key)
    if (found !== nothing && (list === undefined || found[list])) return last
  }
  return at
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
