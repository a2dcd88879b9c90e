import { characterClass, DIGIT, IDEOGRAPH, WORD } from '../core/character.ts'
import { addTo, type Found, noFinds } from './phrases.ts'

/** Only this many characters of a text are searched. */
export const SEARCHED = 400

interface Entry<List> {
  readonly part: string
  readonly list: List
  /** Begins where a word begins. */
  readonly starts: boolean
  /** Ends where a word ends. */
  readonly ends: boolean
}

/**
 * Strings by how they begin. A window is four units of a text, a byte each; small tables, a bit for each hash, turn nearly
 * every window away without a look-up.
 */
interface Index<List> {
  /** Windows in which a string of four units or more may begin, by the high bits of their hash. */
  readonly long: Int32Array
  /** First halves of windows in which a shorter one may begin. */
  readonly short: Int32Array
  /** Strings by the window they begin with, the shorter ones that may begin in it among them, in their order. */
  readonly byWindow: ReadonlyMap<number, readonly Entry<List>[]>
  /** The shorter ones by the first half of their window. */
  readonly byPair: ReadonlyMap<number, readonly Entry<List>[]>
}

/** Finds, for each of several lists, the first of its strings that stands in a text; one pass over it for all lists. */
export type PartFinder<List extends string> = (text: string) => Found<List, string>

type PartLists<List extends string> = Readonly<Record<List, readonly string[]>>

/** So short a part says nothing inside a word: "/ap" stands in an address, too. */
const SHORT = 6
/** Scripts that hang articles and cases before a word, or set no spaces, begin here. */
const UNSPACED = 0x0590

/**
 * A finder for lower-case parts of at least two characters; case is ignored in the text. Its tables are made when it is
 * first asked.
 *
 * @param words lists whose parts begin where a word begins, in Latin, Greek and Cyrillic; those of six characters and less
 *   also end where it ends.
 */
export function partFinder<List extends string>(
  lists: PartLists<List>,
  words: ReadonlySet<List>,
): PartFinder<List> {
  let find: PartFinder<List> | undefined
  return (text) => {
    find ??= partTable(lists, words)
    return find(text)
  }
}

function partTable<List extends string>(lists: PartLists<List>, words: ReadonlySet<List>): PartFinder<List> {
  const names = Object.keys(lists) as List[]
  const none = noFinds<List, string>(names)
  const { long, short, byWindow, byPair } = indexOf(
    names.flatMap((list) => lists[list].map((part) => entryOf(part, list, words.has(list)))),
  )
  return (text) => {
    const here = (text.length > SEARCHED ? text.slice(0, SEARCHED) : text).toLowerCase()
    let found: Record<List, string | undefined> = none
    const { length } = here
    let window = windowOf(here) >> 8
    for (let at = 0; at + 1 < length; at++) {
      window = (window << 8) | (at + 3 < length ? byteOf(here.charCodeAt(at + 3)) : 0)
      const pair = window >>> 16
      const mayBeLong = isSet(long, hashOf(window))
      if (!mayBeLong && !isSet(short, pair)) continue
      const entries = (mayBeLong ? byWindow.get(window) : undefined) ?? byPair.get(pair)
      if (entries === undefined) continue
      for (const { part, list, starts, ends } of entries) {
        if (found[list] !== undefined || !here.startsWith(part, at)) continue
        if ((starts && isLetter(here, at - 1)) || (ends && isLetter(here, at + part.length))) continue
        if (found === none) found = { ...none }
        found[list] = part
      }
    }
    return found
  }
}

function entryOf<List>(part: string, list: List, word: boolean): Entry<List> {
  const spaced = (at: number) => word && part.charCodeAt(at) < UNSPACED && isLetter(part, at)
  return { part, list, starts: spaced(0), ends: part.length <= SHORT && spaced(part.length - 1) }
}

function isLetter(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false
  return (characterClass(text.charCodeAt(at)) & (WORD | DIGIT | IDEOGRAPH)) === WORD
}

function indexOf<List>(entries: readonly Entry<List>[]): Index<List> {
  const long = new Int32Array(PLACES >> 5)
  const short = new Int32Array(PLACES >> 5)
  const byWindow = new Map<number, Entry<List>[]>()
  const byPair = new Map<number, Entry<List>[]>()
  for (const entry of entries) {
    const window = windowOf(entry.part)
    if (entry.part.length < 4) {
      setBit(short, window >>> 16)
      addTo(byPair, window >>> 16, entry)
    } else {
      setBit(long, hashOf(window))
      addTo(byWindow, window, entry)
    }
  }
  const order = new Map(entries.map((entry, at) => [entry, at]))
  for (const [window, longer] of byWindow) {
    const all = [...(byPair.get(window >>> 16) ?? []), ...longer]
    byWindow.set(
      window,
      all.sort((a, b) => order.get(a)! - order.get(b)!),
    )
  }
  return { long, short, byWindow, byPair }
}

/** Pairs of bytes, and hashes of windows. */
const PLACES = 1 << 16

function setBit(bits: Int32Array, place: number): void {
  bits[place >> 5]! |= 1 << (place & 31)
}

function isSet(bits: Int32Array, place: number): boolean {
  return ((bits[place >> 5]! >> (place & 31)) & 1) === 1
}

/** The first four units. */
function windowOf(text: string): number {
  return (byteAt(text, 0) << 24) | (byteAt(text, 1) << 16) | (byteAt(text, 2) << 8) | byteAt(text, 3)
}

/** A unit in a byte; 0 behind the end. */
function byteAt(text: string, at: number): number {
  return at < text.length ? byteOf(text.charCodeAt(at)) : 0
}

function byteOf(unit: number): number {
  return (unit ^ (unit >> 8)) & 255
}

function hashOf(window: number): number {
  return Math.imul(window, 0x9e3779b1) >>> 16
}
