import { characterClass, IDEOGRAPH, WORD } from '../core/character.ts'
import { foldKeys, lower } from '../core/fold.ts'

/** Phrases by language (BCP 47), written as printed and joined by `|`. */
export type Phrases = Readonly<Record<string, string>>

/** Phrases under the names rules ask for them by. */
export type PhraseLists<List extends string> = Readonly<Record<List, readonly Phrases[]>>

/** What was found, by list; undefined for lists without a find. */
export type Found<List extends string, T> = Readonly<Record<List, T | undefined>>

/** Every list named, none found: finds of one shape are looked up many times faster than finds of many. */
export function noFinds<List extends string, T>(lists: readonly List[]): Found<List, T> {
  return Object.fromEntries(lists.map((list) => [list, undefined])) as Found<List, T>
}

/** What a finder is made from. The build packs it, so that no process folds fifteen thousand phrases before its first page. */
export interface Packed<List extends string> {
  readonly lists: readonly List[]
  /** Phrases, folded and joined by `|`, by the lists they are in, whose names are joined by a space. */
  readonly keys: Readonly<Record<string, string>>
}

export function pack<List extends string>(lists: PhraseLists<List>): Packed<List> {
  const names = Object.keys(lists) as List[]
  const byKey = new Map<string, List[]>()
  for (const name of names) {
    for (const key of lists[name].flatMap((list) => foldKeys(Object.values(list).join('|')))) {
      const known = byKey.get(key)
      if (known === undefined) byKey.set(key, [name])
      else if (!known.includes(name)) known.push(name)
    }
  }
  byKey.delete('')
  const keys = new Map<string, string[]>()
  for (const [key, known] of byKey) {
    addTo(keys, known.join(' '), key)
  }
  return { lists: names, keys: Object.fromEntries([...keys].map(([known, all]) => [known, all.join('|')])) }
}

export function addTo<K, T>(groups: Map<K, T[]>, key: K, one: T): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [one])
  else group.push(one)
}

/** Looks whole lines up, folded as in `Facts.key`. */
export interface LineFinder<List extends string> {
  /** Of which lists a line is a phrase. */
  readonly find: (key: string) => Found<List, true>
  /** False where no phrase begins like this, by its first four characters. */
  readonly mayBegin: (key: string) => boolean
}

/** A finder for phrases that are whole lines. Its table is made when it is first asked. */
export function lineFinder<List extends string>(packed: () => Packed<List>): LineFinder<List> {
  let table: LineFinder<List> | undefined
  const made = () => {
    table ??= lineTable(packed())
    return table
  }
  return { find: (key) => made().find(key), mayBegin: (key) => made().mayBegin(key) }
}

function lineTable<List extends string>({ lists, keys }: Packed<List>): LineFinder<List> {
  const none = noFinds<List, true>(lists)
  const found = new Map<string, Found<List, true>>()
  const starts = new Uint8Array(TABLE)
  let longest = 0
  for (const names of Object.keys(keys)) {
    const same = { ...none, ...Object.fromEntries(names.split(' ').map((name) => [name, true])) }
    for (const key of keys[names]!.split('|')) {
      found.set(key, same)
      starts[firstOf(key, BEGIN) & (TABLE - 1)] = 1
      longest = Math.max(longest, key.length)
    }
  }
  const mayBegin = (key: string) => key.length < BEGIN || starts[firstOf(key, BEGIN) & (TABLE - 1)] === 1
  return {
    find: (key) => (key.length <= longest && mayBegin(key) ? (found.get(key) ?? none) : none),
    mayBegin,
  }
}

/** Characters of a line looked at for an opening phrase. */
const OPENING = 64

/** So many first characters tell most lines from all phrases; size of the tables of their hashes, a power of two. */
const BEGIN = 4
const TABLE = 1 << 14

type OpeningFinder<List extends string> = (text: string, key: string) => Found<List, number>

/**
 * Gives the folded length of the longest phrase of each list the line opens with, ending where a word ends. Its tables are made
 * when it is first asked.
 */
export function openingFinder<List extends string>(packed: () => Packed<List>): OpeningFinder<List> {
  let find: OpeningFinder<List> | undefined
  return (text, key) => {
    find ??= openingTable(packed())
    return find(text, key)
  }
}

function openingTable<List extends string>({ lists, keys }: Packed<List>): OpeningFinder<List> {
  const none = noFinds<List, number>(lists)
  const byKey = new Map<string, readonly List[]>()
  const starts = new Uint8Array(TABLE)
  const byFirst = new Map<number, string[]>()
  let longest = 0
  for (const names of Object.keys(keys)) {
    const known = names.split(' ') as List[]
    for (const key of keys[names]!.split('|')) {
      // A single character begins too many lines: `c` is what is left of `(c)`.
      if (key.length < 2) continue
      byKey.set(key, known)
      const first = firstOf(key, BEGIN)
      starts[first & (TABLE - 1)] = 1
      addTo(byFirst, first, key)
      if (key.length > longest) longest = key.length
    }
  }
  const opensWithOne = (key: string): boolean => {
    for (let units = 2; units <= BEGIN && units <= key.length; units++) {
      const first = firstOf(key, units)
      if (starts[first & (TABLE - 1)] === 0) continue
      for (const phrase of byFirst.get(first) ?? NO_PHRASES) if (key.startsWith(phrase)) return true
    }
    return false
  }
  return (text, key) => (opensWithOne(key) ? longestOpenings(text, byKey, longest, none) : none)
}
const NO_PHRASES: readonly string[] = []

/** So many of the first units, or all there are, as one number. */
function firstOf(key: string, units: number): number {
  let first = 0
  for (let i = 0; i < units && i < key.length; i++) first = Math.imul(first, 65_599) + key.charCodeAt(i)
  return first | 0
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
