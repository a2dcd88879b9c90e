import { characterClass, IDEOGRAPH, WORD } from '../core/character.ts'
import { foldKeys, lower } from '../core/fold.ts'

/** Phrases by language (BCP 47), written as printed and joined by `|`. */
export type Phrases = Readonly<Record<string, string>>

/** Phrases under the names rules ask for them by. */
export type PhraseLists<List extends string> = Readonly<Record<List, readonly Phrases[]>>

/** What was found, by list; undefined for lists without a find. */
export type Found<List extends string, T> = Readonly<Record<List, T | undefined>>

/** Every list named, none found: finds of one shape are looked up many times faster than finds of many. */
export function noFinds<List extends string, T>(lists: Readonly<Record<List, unknown>>): Found<List, T> {
  return Object.fromEntries(Object.keys(lists).map((list) => [list, undefined])) as Found<List, T>
}

type LineFinder<List extends string> = (key: string) => Found<List, true>

/** Tells of which lists a whole line, folded as in `Facts.key`, is a phrase. Its tables are made when it is first asked. */
export function lineFinder<List extends string>(lists: PhraseLists<List>): LineFinder<List> {
  let find: LineFinder<List> | undefined
  return (key) => {
    find ??= lineTable(lists)
    return find(key)
  }
}

function lineTable<List extends string>(lists: PhraseLists<List>): LineFinder<List> {
  const none = noFinds<List, true>(lists)
  const byKey = listsByKey(lists)
  const found = new Map<string, Found<List, true>>()
  const shared = new Map<string, Found<List, true>>()
  let longest = 0
  for (const [key, names] of byKey) {
    longest = Math.max(longest, key.length)
    const together = names.length === 1 ? names[0]! : names.join(' ')
    const same = shared.get(together) ?? { ...none, ...Object.fromEntries(names.map((name) => [name, true])) }
    shared.set(together, same)
    found.set(key, same)
  }
  return (key) => (key.length > longest ? none : (found.get(key) ?? none))
}

/** Characters of a line looked at for an opening phrase. */
const OPENING = 64

/** Size of the tables of first characters, a power of two. */
const TABLE = 1 << 14

type OpeningFinder<List extends string> = (text: string, key: string) => Found<List, number>

/**
 * Gives the folded length of the longest phrase of each list the line opens with, ending where a word ends. Its tables are made
 * when it is first asked.
 */
export function openingFinder<List extends string>(lists: PhraseLists<List>): OpeningFinder<List> {
  let find: OpeningFinder<List> | undefined
  return (text, key) => {
    find ??= openingTable(lists)
    return find(text, key)
  }
}

function openingTable<List extends string>(lists: PhraseLists<List>): OpeningFinder<List> {
  const none = noFinds<List, number>(lists)
  const byKey = listsByKey(lists)
  // A single character begins too many lines: `c` is what is left of `(c)`.
  for (const key of byKey.keys()) if (key.length < 2) byKey.delete(key)
  const starts = new Uint8Array(TABLE)
  const byFirst = new Map<number, string[]>()
  let longest = 0
  for (const key of byKey.keys()) {
    starts[startOf(key)] = 1
    const first = firstOf(key, 3)
    byFirst.set(first, [...(byFirst.get(first) ?? []), key])
    longest = Math.max(longest, key.length)
  }
  const opensWithOne = (key: string): boolean => {
    for (let units = 2; units <= 3; units++)
      for (const phrase of byFirst.get(firstOf(key, units)) ?? NO_PHRASES)
        if (key.startsWith(phrase)) return true
    return false
  }
  return (text, key) => {
    if (key.length < 2 || starts[startOf(key)] === 0) return none
    return opensWithOne(key) ? longestOpenings(text, byKey, longest, none) : none
  }
}
const NO_PHRASES: readonly string[] = []

/** So many of the first units, or all there are, as one number. */
function firstOf(key: string, units: number): number {
  let first = 0
  for (let i = 0; i < units && i < key.length; i++) first = Math.imul(first, 65_599) + key.charCodeAt(i)
  return first | 0
}

function listsByKey<List extends string>(lists: PhraseLists<List>): Map<string, List[]> {
  const byKey = new Map<string, List[]>()
  for (const name of Object.keys(lists) as List[]) {
    for (const key of lists[name].flatMap((list) => foldKeys(Object.values(list).join('|')))) {
      if (key === '') continue
      const names = byKey.get(key)
      if (names === undefined) byKey.set(key, [name])
      else if (!names.includes(name)) names.push(name)
    }
  }
  return byKey
}

/** The first two units as one small number: enough to turn most lines away. */
function startOf(key: string): number {
  return (key.charCodeAt(0) * 257 + key.charCodeAt(1)) & (TABLE - 1)
}

function longestOpenings<List extends string>(
  text: string,
  byKey: ReadonlyMap<string, readonly List[]>,
  longest: number,
  none: Found<List, number>,
): Found<List, number> {
  const sample = lower(text.slice(0, OPENING))
  let key = ''
  let start = -1
  let found: Record<List, number | undefined> = none
  for (let i = 0; i < sample.length && key.length < longest; i++) {
    const flags = characterClass(sample.charCodeAt(i))
    if ((flags & WORD) === 0) continue
    if (start < 0) start = i
    if (!wordEnds(sample, i, flags)) continue
    key += sample.slice(start, i + 1)
    start = -1
    const lists = byKey.get(key)
    if (lists === undefined) continue
    if (found === none) found = { ...none }
    for (const list of lists) found[list] = key.length
  }
  return found
}

/** Scripts without spaces end a word at any character. */
function wordEnds(sample: string, at: number, flags: number): boolean {
  if ((flags & IDEOGRAPH) !== 0) return true
  return at + 1 >= sample.length || (characterClass(sample.charCodeAt(at + 1)) & WORD) === 0
}
